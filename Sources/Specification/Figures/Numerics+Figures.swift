import CrossEntropy
import Exact

/// A way of computing, with its name and how it is drawn.
private struct Algorithm: Sendable {
  let name: String
  let ink: Ink
  let dash: Dash
  let compute: @Sendable (Rational, Format) -> Extended
}

/// One format of a figure on errors.
private struct Stage: Sendable {
  let format: Format
  /// x runs from −reach to reach.
  let reach: Int
  let step: Int
  /// Powers of ten of the error that the panel reaches up to.
  let decades: Int

  static let all = [
    Stage(format: .float64, reach: 800, step: 200, decades: 16),
    Stage(format: .float32, reach: 120, step: 30, decades: 8),
    Stage(format: .float16, reach: 20, step: 5, decades: 4),
  ]
}

extension Figure {
  /// Where forms of the sigmoid break.
  static func naiveSigmoid() throws -> Figure {
    errors(
      "naive-sigmoid", of: "the sigmoid", "*x*",
      algorithms: [
        Algorithm(name: "*e*^{*x*}/(1 + *e*^{*x*})", ink: .orange, dash: .mixed) { x, format in
          let power = Rounded<Textbook>.exp(Rounded(x, format))
          return (power / (Rounded(1) + power)).value
        },
        Algorithm(name: "1/(1 + *e*^{−*x*})", ink: .vermilion, dash: .dashed) { x, format in
          Rounded<Textbook>.sigmoid(Rounded(x, format)).value
        },
        Algorithm(name: "by the sign of *x*", ink: .blue, dash: .solid) { x, format in
          StableForms<Rounded<Careful>>.sigmoid(Rounded(x, format)).value
        },
      ],
      description: """
        The form 1/(1 + e to the −x) answers 0 on the far left, where e to the −x overflows though \
        the sigmoid is still a number; e to the x over 1 + e to the x answers NaN on the far right. \
        The form that chooses by the sign of x stays within two ulps everywhere.
        """
    ) { x, _ in .sigmoid(Ball(x, precision: ErrorCurve.precision)) }
  }

  /// Where forms of softplus break.
  static func naiveSoftplus() throws -> Figure {
    errors(
      "naive-softplus", of: "softplus", "*x*",
      algorithms: [
        Algorithm(name: "ln(1 + *e*^{*x*})", ink: .vermilion, dash: .dashed) { x, format in
          Rounded<Textbook>.softplus(Rounded(x, format)).value
        },
        Algorithm(name: "max(*x*, 0) + ln1p(*e*^{−|*x*|})", ink: .blue, dash: .solid) {
          x, format in
          StableForms<Rounded<Careful>>.softplus(Rounded(x, format)).value
        },
      ],
      description: """
        The form ln(1 + e to the x) loses all digits on the left, where 1 + e to the x rounds to 1, \
        and is infinite on the far right, where e to the x overflows. The form \
        max(x, 0) + ln1p(e to the −|x|) stays within two ulps everywhere.
        """
    ) { x, _ in .softplus(Ball(x, precision: ErrorCurve.precision)) }
  }

  /// Where forms of log-sum-exp break.
  static func naiveLogSumExp() throws -> Figure {
    errors(
      "naive-log-sum-exp", of: "log-sum-exp", "*x*, the logits being *x*, *x* − 1 and *x* − 2",
      algorithms: [
        Algorithm(name: "ln Σ *e*^{*x*}", ink: .vermilion, dash: .dashed) { x, format in
          Rounded<Textbook>.logSumExp(logits(x, format, Textbook.self)).value
        },
        Algorithm(name: "shifted by the greatest", ink: .blue, dash: .solid) { x, format in
          StableForms<Rounded<Careful>>.logSumExp(logits(x, format, Careful.self)).value
        },
      ],
      description: """
        The plain form ln of the sum of e to the x is infinite on the far right, where the \
        exponentials overflow, and minus infinite on the far left, where they all underflow. \
        Shifted by the greatest logit it stays within an ulp or two, but where the sum is near 1 and \
        its logarithm near 0, as float16 shows.
        """
    ) { x, format in
      let rounded = logits(x, format, Textbook.self).map { $0.value.asRational! }
      return .logSumExp(rounded.map { Ball($0, precision: ErrorCurve.precision) })
    }
  }

  /// Three logits a distance of 1 apart, in a format.
  private static func logits<Way>(
    _ x: Rational, _ format: Format, _: Way.Type
  ) -> [Rounded<Way>] {
    [x, x - 1, x - 2].map { Rounded($0, format) }
  }

  /// A panel for each format.
  private static func errors(
    _ name: String, of function: String, _ variable: String, algorithms: [Algorithm],
    description: String, exact: @escaping @Sendable (Rational, Format) -> Ball
  ) -> Figure {
    let stages = Array(Stage.all.enumerated())
    let panels = stages.map { index, stage in
      let range = Rational(-stage.reach)...Rational(stage.reach)
      let top = Rational(10).power(stage.decades)
      var marks: [any Mark] = [
        Curve(
          [range.lowerBound, range.upperBound], [Rational(1, 2), Rational(1, 2)], .soft, .dotted,
          isThin: true)
      ]
      for algorithm in algorithms {
        let curve = ErrorCurve(
          format: stage.format, computed: { algorithm.compute($0, stage.format) },
          exact: { exact($0, stage.format) })
        let (points, breaks) = curve.envelope(range, stretches: 140)
        marks.append(Curve(points, algorithm.ink, algorithm.dash))
        for gap in breaks {
          marks.append(
            Area.box(
              Point(gap.range.lowerBound, Rational(1, 100)), Point(gap.range.upperBound, top * 10),
              algorithm.ink))
          let middle = (gap.range.lowerBound + gap.range.upperBound) / 2
          marks.append(
            Label(
              Scale.printed(gap.answer), at: Point(middle, top), 0, 24, algorithm.ink,
              anchor: .middle, isPlain: true))
        }
      }
      return Panel(
        heading: stage.format.rawValue,
        frame: Frame(left: 58, top: 86 + 200 * index, width: 617, height: 130),
        x: .linear(index == 2 ? variable : "", range, every: Rational(stage.step)),
        y: .powers(
          index == 0 ? "error in ulps" : "", -1...stage.decades, every: max(1, stage.decades / 4)),
        marks: marks)
    }
    return Figure(
      name, title: "Where forms of \(function) break", description: description,
      height: 678,
      key: Key(
        entries: algorithms.map { ($0.name, $0.ink, $0.dash) } + [("½ ulp", .soft, .dotted)]),
      panels: panels)
  }
}

extension Scale {
  /// An answer that is no number, as it is printed.
  static func printed(_ value: Extended) -> String {
    switch value {
    case .nan: "NaN"
    case .infinity(let isNegative): isNegative ? "−∞" : "+∞"
    case .finite(let value): printed(value)
    }
  }
}
