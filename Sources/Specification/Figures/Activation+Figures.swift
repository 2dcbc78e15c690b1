import CrossEntropy
import Exact

extension Figure {
  /// The functions of one number, and their left tails on a logarithmic side.
  static func sigmoidSoftplus() throws -> Figure {
    let x = Samples.even(-6...6, steps: 120)
    let tail = Samples.even(-12...8, steps: 100)
    func values(_ name: String, _ x: [Rational]) throws -> [Rational?] {
      try Certified.values(name, at: x)
    }
    let exponential = try tail.map { try Certified.number("exp(\($0))") }
    let corner = [Rational(-6), 0, 6]
    let near = Panel(
      frame: Frame(left: 44, top: 44, width: 315, height: 270),
      x: .linear("*x*", -6...6, every: 2), y: .linear("value", 0...5, every: 1),
      marks: [
        Curve(corner, try values("relu", corner), .green, .mixed),
        Curve(x, try values("softplus", x), .vermilion, .dashed),
        Curve(x, try values("sigmoid", x), .blue),
        Label("sigmoid", at: Point(4, .one), 0, -9, .blue, anchor: .middle),
        Label("softplus", at: Point(2, Rational(213, 100)), -14, -12, .vermilion, anchor: .end),
        Label("relu", at: Point(3, 3), 14, 14, .green),
      ])
    let far = Panel(
      frame: Frame(left: 425, top: 44, width: 255, height: 270),
      x: .linear("*x*", -12...8, every: 4), y: .powers("value", -5...2, every: 1),
      marks: [
        Curve(tail, exponential, .ink, .dotted, isThin: true),
        Curve(tail, try values("softplus", tail), .vermilion, .dashed),
        Curve(tail, try values("sigmoid", tail), .blue),
        Label("*e*^{*x*}", at: Point(3, 20), -12, 0, anchor: .end),
        Label("softplus", at: Point(8, 8), -2, -7, .vermilion, anchor: .end),
        Label("sigmoid", at: Point(8, .one), -2, 18, .blue, anchor: .end),
        Label("relu is 0", at: Point(-5, Rational(1, 10_000)), 0, 0, .green),
      ])
    return Figure(
      "sigmoid-softplus", title: "Sigmoid, softplus and relu, and their tails",
      description: """
        On the left the sigmoid rises from 0 to 1, and softplus bends smoothly from 0 into x, above \
        the corner of relu. On the right, on a logarithmic scale, sigmoid and softplus both fall as \
        e to the x on the far left: they are small there, but never 0.
        """,
      height: 372, panels: [near, far])
  }

  /// The softmax of three logits as they are divided by a temperature.
  static func temperature() throws -> Figure {
    let logits: [Rational] = [2, 1, -1]
    let mantissas = (10..<100).filter { $0 <= 20 || $0 % 3 == 0 }.map { Rational($0, 10) }
    let t =
      [Rational(1, 10), 1, 10].flatMap { power in mantissas.map { $0 * power } }
      .filter { $0 <= 30 }
    let rows = try t.map { t in
      try Certified.values(
        Call("softmax", ["x": .vector(logits)], options: ["temperature": .number(t)]))
    }
    let names = ["logit 2", "logit 1", "logit −1"]
    let styles: [(Ink, Dash)] = [(.blue, .solid), (.vermilion, .dashed), (.green, .mixed)]
    var marks: [any Mark] = [
      Curve([1, 1], [0, 1], .soft, isThin: true),
      Curve(
        [Rational(1, 10), 30], [Rational(1, 3), Rational(1, 3)], .soft, .dotted, isThin: true),
      Label("as given, *T* = 1", at: Point(1, .one), 8, 16, .soft),
      Label(
        "one third each, as *T* grows", at: Point(30, Rational(1, 3)), 0, -46, .soft, anchor: .end),
    ]
    let labels: [(Point, Int)] = [
      (Point(Rational(1, 5), .one), 26), (Point(Rational(1, 2), Rational(12, 100)), -14),
      (Point(Rational(5, 2), Rational(1, 10)), 22),
    ]
    for index in logits.indices {
      let (ink, dash) = styles[index]
      marks.append(Curve(t, rows.map { $0[index] }, ink, dash))
      marks.append(
        Label(
          names[index], at: labels[index].0, 0, labels[index].1, ink,
          anchor: index == 1 ? .end : .start))
    }
    return Figure(
      "temperature", title: "Softmax of three logits against the temperature",
      description: """
        The logits are 2, 1 and −1. Near temperature 0 the greatest takes all the probability; at 1 \
        the probabilities are 0.705, 0.259 and 0.035; as the temperature grows all three go to one \
        third, in the same order.
        """,
      height: 400,
      panels: [
        Panel(
          frame: Frame(left: 55, top: 44, width: 620, height: 295),
          x: .logarithmic(
            "temperature *T*", Rational(1, 10)...30,
            ticks: ["0.1", "0.2", "0.5", "1", "2", "5", "10", "20"].map { Rational($0)! }),
          y: .linear("probability", 0...1, every: Rational(1, 5)), marks: marks)
      ])
  }
}
