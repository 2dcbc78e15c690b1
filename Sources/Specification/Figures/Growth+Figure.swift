package import Exact

/// Times that grow with sizes, to be drawn.
package struct GrowthCurve: Sendable {
  let name: String
  /// What sizes count.
  let axis: String
  /// Sizes and nanoseconds.
  let points: [(size: Rational, time: Rational)]

  package init(name: String, axis: String, points: [(size: Rational, time: Rational)]) {
    (self.name, self.axis, self.points) = (name, axis, points)
  }
}

extension Figure {
  /// Curves by what their sizes count, a panel for each; it is no figure of Spec, for times differ
  /// from run to run.
  /// - Precondition: there is a curve, and each has a point.
  package static func growth(_ curves: [GrowthCurve]) -> Figure {
    var axes: [String] = []
    for curve in curves where !axes.contains(curve.axis) { axes.append(curve.axis) }
    let (height, gap) = (200, 100)
    let panels = axes.enumerated().map { index, axis in
      panel(
        curves.filter { $0.axis == axis }, axis,
        Frame(left: 80, top: 50 + index * (height + gap), width: 590, height: height))
    }
    return Figure(
      "growth", title: "How the reference's time grows with the work",
      description: "Times in nanoseconds against sizes, both on logarithmic scales.",
      height: 50 + axes.count * (height + gap) - 30, panels: panels)
  }

  private static func panel(_ curves: [GrowthCurve], _ axis: String, _ frame: Frame) -> Panel {
    let points = curves.flatMap(\.points)
    let inks: [Ink] = [.blue, .vermilion, .green, .purple]
    let dashes = Dash.allCases
    var marks: [any Mark] = []
    for (index, curve) in curves.enumerated() {
      let ink = inks[index % inks.count]
      let places = curve.points.map { Point($0.size, $0.time) }
      marks.append(Curve(places, ink, dashes[index % dashes.count]))
      marks.append(Dots(points: places, ink: ink))
      let below = index % 2 == 0 ? -10 : 22
      marks.append(Label(curve.name, at: places.last!, -6, below, ink, anchor: .end))
    }
    return Panel(
      frame: frame, x: .powers(axis, decades(points.map(\.size)), every: 1),
      y: .powers("nanoseconds", decades(points.map(\.time)), every: 1), marks: marks)
  }

  /// The powers of ten that numbers lie between, two of them at least.
  private static func decades(_ values: [Rational]) -> ClosedRange<Int> {
    let ten = Rational(10)
    var (low, high) = (0, 1)
    while ten.power(high) < values.max()! { high += 1 }
    while ten.power(low) > values.min()! { low -= 1 }
    while low + 1 < high && ten.power(low + 1) <= values.min()! { low += 1 }
    return low...high
  }
}
