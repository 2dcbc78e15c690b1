import Exact

/// The number of float64 nearest to a function's value at another, by enclosures that narrow until
/// their ends agree. The values must be irrational.
func nearest(_ x: Double, startingAt bits: Int = 96, _ function: (Ball) -> Ball) -> Double {
  var precision = bits
  while true {
    let value = function(Ball(midpoint: Dyadic(exactly: Rational(x))!, precision: precision))
    if let result = Floating(rounding: value, to: .float64) { return result.asDouble }
    precision *= 2
  }
}
