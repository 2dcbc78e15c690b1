import CrossEntropy
import Exact

extension Figure {
  /// Forty forecasts of a model that is too sure of itself: what it stated, in percent, and whether
  /// it came true.
  private static let forecasts: [(percent: Int, isTrue: Bool)] = [
    (3, false), (5, false), (8, false), (9, true), (12, false), (14, false), (15, true),
    (18, false),
    (22, false), (24, true), (27, false), (29, false), (31, true), (34, false), (36, true),
    (41, false), (44, true), (47, true), (49, false), (52, true), (55, false), (58, true),
    (61, true), (64, false), (66, true), (69, false), (71, true), (74, false), (77, true),
    (79, false), (82, true), (84, false), (87, true), (89, true), (91, false), (93, true),
    (95, true), (96, false), (98, true), (99, true),
  ]

  /// Five bins, what was stated in each and how often it came true.
  static func reliability() throws -> Figure {
    let count = 5
    let stated = forecasts.map { Rational($0.percent, 100) }
    let outcomes = forecasts.map { $0.isTrue ? Rational.one : .zero }
    let error = try Certified.values(
      Call(
        "expected_calibration_error",
        ["confidence": .vector(stated), "correct": .vector(outcomes)],
        options: ["bins": .integer(count)]))[0]!
    let bins = (0..<count).map { bin in
      stated.indices.filter {
        stated[$0] * Rational(count) > Rational(bin)
          && stated[$0] * Rational(count) <= Rational(bin + 1)
      }
    }
    func mean(_ values: [Rational], _ bin: [Int]) -> Rational {
      bin.map { values[$0] }.reduce(.zero, +) / Rational(bin.count)
    }
    let gaps = bins.map { bin in
      (mean(stated, bin) - mean(outcomes, bin)).magnitude * Rational(bin.count, stated.count)
    }
    precondition(gaps.reduce(.zero, +) == error, "the bins are not those of the reference")
    var marks: [any Mark] = []
    var means: [Point] = []
    for (index, bin) in bins.enumerated() {
      let (left, right) = (Rational(index, count), Rational(index + 1, count))
      let point = Point(mean(stated, bin), mean(outcomes, bin))
      let inset = Rational(1, 125)
      marks.append(
        Area.box(Point(left + inset, .zero), Point(right - inset, point.y), .blue))
      marks.append(Curve([left + inset, right - inset], [point.y, point.y], .blue))
      marks.append(Curve([point.x, point.x], [point.x, point.y], .vermilion))
      marks.append(
        Label(
          "*n* = \(bin.count)", at: Point((left + right) / 2, .zero), 0, -8, .blue, anchor: .middle,
          isPlain: true)
      )
      means.append(point)
    }
    marks.append(Curve([0, 1], [0, 1], .ink, .dashed, isThin: true))
    marks.append(Dots(points: means.map { Point($0.x, $0.x) }, ink: .vermilion))
    let shown = DecimalDigits(rounding: error, count: 3)
    marks += [
      Label(
        "stated = came true", at: Point(Rational(66, 100), Rational(66, 100)), -12, -10,
        anchor: .end),
      Label("gap", at: Point(means[4].x, (means[4].x + means[4].y) / 2), 9, 5, .vermilion),
      Label("expected calibration error \(shown)", at: Point(.zero, .one), 12, 24, .vermilion),
      Label("the mean gap, weighed by *n*", at: Point(.zero, .one), 12, 44, .vermilion),
    ]
    return Figure(
      "reliability", title: "A reliability diagram",
      description: """
        Forty forecasts in five bins. Bars show how often the forecasts of a bin came true, dots on \
        the diagonal what was stated on average, and lines between them the gaps. In the lower \
        three more came true than was stated, in the upper two less: the model is too sure of itself.
        """,
      height: 460,
      panels: [
        Panel(
          frame: Frame(left: 60, top: 44, width: 610, height: 350),
          x: .linear("stated probability", 0...1, every: Rational(1, 5)),
          y: .linear("share that came true", 0...1, every: Rational(1, 5)), marks: marks)
      ])
  }
}
