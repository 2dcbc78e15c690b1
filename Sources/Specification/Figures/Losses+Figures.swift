import CrossEntropy
import Exact

extension Figure {
  /// Binary cross-entropy and focal losses of the probability given to what was true.
  static func focal() throws -> Figure {
    // Drawn along the logit, which gives both the probability and the losses.
    let z = Samples.even(-7...7, steps: 140)
    let p = try Certified.values("sigmoid", at: z)
    let kinds: [(gamma: Rational, ink: Ink, dash: Dash, isThin: Bool)] = [
      (0, .ink, .solid, false), (Rational(1, 2), .blue, .solid, false),
      (1, .vermilion, .dashed, false), (2, .green, .mixed, false), (5, .purple, .dotted, false),
    ]
    let curves = try kinds.map { kind in
      let losses = try Certified.values(
        Call(
          "binary_focal_with_logits",
          ["logits": .vector(z), "y": .vector(z.map { _ in Rational.one })],
          options: ["gamma": .number(kind.gamma), "reduction": "none"]))
      return Curve(p, losses, kind.ink, kind.dash)
    }
    let names = ["½", "1", "2", "*γ* = 5"]
    let labels =
      [Label("*γ* = 0, cross-entropy", at: .hundredths(24, 152), 0, 0)]
      + zip(names, zip(curves.dropFirst(), [62, 62, 62, 58])).map { name, place in
        Label(name, on: place.0, place.1)
      }
    return Figure(
      "focal", title: "Binary cross-entropy and focal losses",
      description: """
        The losses against the probability given to the true class. All fall to 0 at p = 1; the \
        greater gamma is, the lower the curve and the flatter its end, so that answers already \
        right count for less and less.
        """,
      height: 400,
      panels: [
        Panel(
          frame: Frame(left: 50, top: 44, width: 625, height: 295),
          x: .linear("probability *p* given to the true class", 0...1, every: Rational(1, 10)),
          y: .linear("loss in nats, (1 − *p*)^{*γ*} · (−ln *p*)", 0...3, every: Rational(1, 2)),
          marks: curves + labels)
      ])
  }

  /// The slope of the loss by the logit.
  static func gradient() throws -> Figure {
    let z = Samples.even(-6...6, steps: 120)
    func slopes(_ y: Rational) throws -> [Rational?] {
      try Certified.gradient(
        Call(
          "binary_cross_entropy_with_logits",
          ["logits": .vector(z), "y": .vector(z.map { _ in y })], options: ["reduction": "sum"],
          gradient: ["logits"]))
    }
    func hinge(_ y: Rational, _ s: [Rational]) throws -> [Rational?] {
      try Certified.gradient(
        Call(
          "hinge", ["scores": .vector(s), "y": .vector(s.map { _ in y })],
          options: ["reduction": "sum"], gradient: ["scores"]))
    }
    // A jump is drawn between the two sides of its corner.
    let edge = Rational(1, 1_000_000)
    let right: [Rational] = [-6, .one - edge, .one + edge, 6]
    let left: [Rational] = [-6, -.one - edge, -.one + edge, 6]
    return Figure(
      "gradient", title: "The gradient of the logit is p − y",
      description: """
        By the logit z, the slope of binary cross-entropy is sigmoid(z) − 1 for y = 1 and \
        sigmoid(z) for y = 0: between −1 and 0, and between 0 and 1, vanishing only where the answer \
        is right. The slope of the hinge jumps to 0 once the margin 1 is reached.
        """,
      height: 400,
      panels: [
        Panel(
          frame: Frame(left: 50, top: 44, width: 625, height: 295),
          x: .linear("logit *z*", -6...6, every: 1),
          y: .linear(
            "slope of the loss by *z*", Rational(-23, 20)...Rational(23, 20), every: Rational(1, 2)),
          marks: [
            Curve(right, try hinge(1, right), .green, .dashed, isThin: true),
            Curve(left, try hinge(-1, left), .green, .dashed, isThin: true),
            Curve(z, try slopes(0), .blue), Curve(z, try slopes(1), .vermilion),
            Label(
              "*y* = 0: *σ*(*z*) − 0", at: Point(Rational(3, 2), Rational(817, 1000)), 14, 16, .blue
            ),
            Label(
              "*y* = 1: *σ*(*z*) − 1", at: Point(Rational(-3, 2), Rational(-817, 1000)), -14, -6,
              .vermilion, anchor: .end),
            Label(
              "hinge, *y* = −1", at: .hundredths(-100, 60), -8, 0, .green, anchor: .end),
            Label("hinge, *y* = 1", at: .hundredths(100, -60), 8, 0, .green),
          ])
      ])
  }

  /// Losses of a score against its margin.
  static func margins() throws -> Figure {
    let m = Samples.even(-3...3, steps: 120)
    func losses(_ name: String, _ s: [Rational]) throws -> [Rational?] {
      try Certified.values(
        Call(
          name, ["scores": .vector(s), "y": .vector(s.map { _ in Rational.one })],
          options: ["reduction": "none"]))
    }
    // Of two classes with the scores 0 and s the second is the label.
    let edge = Rational(1, 1_000_000)
    let steps: [Rational] = [-3, -edge, edge, 3]
    let errors = try Certified.values(
      Call(
        "zero_one_error",
        ["scores": .matrix(steps.map { [.zero, $0] }), "labels": .labels(steps.map { _ in 1 })],
        options: ["reduction": "none"]))
    let corners: [Rational] = [-3, 1, 3]
    return Figure(
      "margins", title: "Losses of a score against its margin",
      description: """
        Against the margin y times s: the zero-one error falls from 1 to 0 at 0; the hinge falls in \
        a straight line to 0 at 1, the squared hinge in a parabola; the logistic loss follows them \
        smoothly, is ln 2 at 0 and never quite 0.
        """,
      height: 400,
      panels: [
        Panel(
          frame: Frame(left: 50, top: 44, width: 625, height: 295),
          x: .linear("margin *y*·*s*", -3...3, every: 1), y: .linear("loss", 0...4, every: 1),
          marks: [
            Curve(steps, errors, .ink, .dotted),
            Curve(m, try losses("squared_hinge", m), .green, .mixed),
            Curve(corners, try losses("hinge", corners), .vermilion, .dashed),
            Curve(m, try losses("logistic_loss", m), .blue),
            Label("squared hinge", at: Point(Rational(-9, 10), Rational(361, 100)), 12, 0, .green),
            Label("hinge", at: Point(Rational(-19, 10), Rational(29, 10)), 10, -4, .vermilion),
            Label(
              "logistic loss", at: Point(Rational(-21, 10), Rational(2215, 1000)), -10, 18, .blue,
              anchor: .end),
            Label("zero-one error", at: Point(-3, .one), 10, -8),
          ])
      ])
  }

  /// Losses of a residual.
  static func regression() throws -> Figure {
    let r = Samples.even(-3...3, steps: 120)
    func losses(_ name: String, _ r: [Rational]) throws -> [Rational?] {
      try Certified.values(
        Call(
          name, ["prediction": .vector(r), "target": .vector(r.map { _ in Rational.zero })],
          options: ["reduction": "none"]))
    }
    let corners: [Rational] = [-3, 0, 3]
    let bends = try losses("huber", [-1, 1]).map { $0! }
    return Figure(
      "regression", title: "Squared, absolute and Huber loss of a residual",
      description: """
        The squared loss is a parabola, the absolute loss a corner at 0. The Huber loss with delta 1 \
        is half the parabola between −1 and 1 and a straight line beyond, half below the absolute loss.
        """,
      height: 400,
      panels: [
        Panel(
          frame: Frame(left: 50, top: 44, width: 625, height: 295),
          x: .linear("residual *r*, prediction − target", -3...3, every: 1),
          y: .linear("loss", 0...4, every: 1),
          marks: [
            Curve(r, try losses("mean_squared_error", r), .green, .mixed),
            Curve(corners, try losses("mean_absolute_error", corners), .vermilion, .dashed),
            Curve(r, try losses("huber", r), .blue),
            Dots(points: [Point(-1, bends[0]), Point(1, bends[1])], ink: .blue),
            Label("squared, *r*^{2}", at: Point(Rational(17, 10), 3), -14, 0, .green, anchor: .end),
            Label("absolute, |*r*|", at: .hundredths(-270, 270), 8, -4, .vermilion),
            Label("Huber, *δ* = 1", at: .hundredths(200, 150), 6, 16, .blue),
          ])
      ])
  }
}
