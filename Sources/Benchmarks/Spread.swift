/// Where repeated measurements lie: the middle one, and the middle half of them.
///
/// Other work on the machine makes some measurements longer and none shorter, so a mean would say
/// more about the machine than about what is measured.
package struct Spread: Sendable, Hashable {
  /// A quarter of the measurements is below this.
  package let lower: Double
  package let median: Double
  /// A quarter of the measurements is above this.
  package let upper: Double

  /// The quartiles, between two measurements on the straight line from one to the other.
  /// - Precondition: there is at least one measurement.
  package init(_ measurements: [Double]) {
    precondition(!measurements.isEmpty, "no measurement has no middle")
    let sorted = measurements.sorted()
    func quantile(_ share: Double) -> Double {
      let place = share * Double(sorted.count - 1)
      let below = Int(place)
      let above = min(below + 1, sorted.count - 1)
      return sorted[below] + (place - Double(below)) * (sorted[above] - sorted[below])
    }
    (lower, median, upper) = (quantile(0.25), quantile(0.5), quantile(0.75))
  }
}
