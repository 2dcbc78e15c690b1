import CrossEntropy
import Exact

extension Figure {
  /// −log p to three bases.
  static func surprise() throws -> Figure {
    let p = Samples.towardsZero(steps: 100)
    let half = Rational(1, 2)
    let units: [(name: String, formula: String, base: Call.Option?, ink: Ink, dash: Dash)] = [
      ("bits", "−log_{2} *p*", 2, .blue, .solid),
      ("nats", "−ln *p*", nil, .vermilion, .dashed),
      ("bans", "−log_{10} *p*", 10, .green, .mixed),
    ]
    let curves = try units.map { unit in
      let options = unit.base.map { ["base": $0] } ?? [:]
      let call = Call("information_content", ["p": .vector(p + [half])], options: options)
      return Curve(p + [half], try Certified.values(call), unit.ink, unit.dash)
    }
    let halves = curves.map { $0.points.last!! }
    var marks: [any Mark] = [Curve([half, half], [0, 2], .soft, isThin: true)]
    for (index, (unit, curve)) in zip(units, curves).enumerated() {
      marks += [
        Curve(curve.points.dropLast(), unit.ink, unit.dash), Label(unit.name, on: curve, 57),
        Dots(points: [halves[index]], ink: unit.ink),
        Label(
          "\(unit.formula) in \(unit.name)", at: Point(Rational(7, 10), Rational(11 - index, 2)), 0,
          5, unit.ink),
      ]
    }
    let shown = halves.map { DecimalDigits(rounding: $0.y, count: 3).trimmed.description }
    marks.append(
      Label(
        "*p* = ½: \(shown[0]) bit = \(shown[1]) nats = \(shown[2]) bans", at: Point(half, 2), 6, 10)
    )
    return Figure(
      "surprise", title: "Surprise against probability, in bits, nats and bans",
      description: """
        Three falling curves, all 0 at p = 1 and without bound towards p = 0. At p = 1/2 the \
        surprise is 1 bit, 0.693 nats or 0.301 bans: the same quantity in units of another size.
        """,
      height: 400,
      panels: [
        Panel(
          frame: Frame(left: 50, top: 44, width: 625, height: 295),
          x: .linear("probability *p*", 0...1, every: Rational(1, 10)),
          y: .linear("surprise", 0...6, every: 1), marks: marks)
      ])
  }

  /// The entropy of a coin, and the two terms that it is the sum of.
  static func binaryEntropy() throws -> Figure {
    let p = [.zero] + Samples.unit(steps: 100) + [.one]
    let entropy = try p.map { p in
      try Certified.values(
        Call("entropy", ["p": .vector([p, .one - p])], options: ["base": 2]))[0]!
    }
    let terms = try zip(
      p,
      Certified.values(
        Call("information_content", ["p": .vector(p)], options: ["base": 2]))
    ).map { p, content in content.map { p * $0 } ?? .zero }
    let top = Point(Rational(1, 2), .one)
    let third = Rational(1, 5)
    return Figure(
      "binary-entropy", title: "The entropy of a coin",
      description: """
        H(p, 1 − p) in bits is an arch: 0 where the coin is certain to fall one way, 1 bit at \
        p = 1/2. Below it the two terms that it is the sum of, −p log p and its mirror image.
        """,
      height: 380,
      panels: [
        Panel(
          frame: Frame(left: 55, top: 44, width: 620, height: 275),
          x: .linear("probability of heads *p*", 0...1, every: Rational(1, 10)),
          y: .linear("entropy in bits", 0...Rational(11, 10), every: third),
          marks: [
            Curve(p, terms, .vermilion, .dashed, isThin: true),
            Curve(p, terms.reversed(), .green, .mixed, isThin: true),
            Curve(p, entropy, .blue), Dots(points: [top], ink: .blue),
            Label("1 bit at *p* = ½", at: top, 0, -9, .blue, anchor: .middle),
            Label("*H*(*p*, 1 − *p*)", at: .hundredths(20, 72), -12, -8, .blue, anchor: .end),
            Label("−*p* log_{2} *p*", at: .hundredths(26, 56), 0, 0, .vermilion, anchor: .middle),
            Label(
              "−(1 − *p*) log_{2}(1 − *p*)", at: .hundredths(73, 56), 0, 0, .green, anchor: .middle),
          ])
      ])
  }

  /// Cross-entropy as entropy plus divergence.
  static func crossEntropySplit() throws -> Figure {
    let p = Rational(3, 10)
    let q = Samples.unit(steps: 100, isDense: true)
    func split(_ q: Rational) throws -> (cross: Rational, entropy: Rational, divergence: Rational) {
      let arguments: [String: Call.Argument] = [
        "p": .vector([p, .one - p]), "q": .vector([q, .one - q]),
      ]
      let entropy = Call("entropy", ["p": .vector([p, .one - p])], options: ["base": 2])
      return (
        try Certified.values(Call("cross_entropy", arguments, options: ["base": 2]))[0]!,
        try Certified.values(entropy)[0]!,
        try Certified.values(Call("kl_divergence", arguments, options: ["base": 2]))[0]!
      )
    }
    let splits = try q.map(split)
    let floor = splits[0].entropy
    let total = zip(q, splits).map { Point($0, $1.entropy + $1.divergence) }
    let base = [Rational.zero, .one]
    return Figure(
      "cross-entropy-split", title: "Cross-entropy is entropy plus divergence",
      description: """
        For p = 0.3 and q from 0 to 1, in bits: a band of constant height, the entropy 0.881 of p, \
        and upon it the Kullback-Leibler divergence, which is 0 at q = p and grows without bound \
        towards q = 0 and q = 1. The upper edge is the cross-entropy.
        """,
      height: 400,
      panels: [
        Panel(
          frame: Frame(left: 50, top: 44, width: 625, height: 295),
          x: .linear(
            "stated probability *q*, the true one being *p* = 0.3", 0...1, every: Rational(1, 10)),
          y: .linear("bits", 0...4, every: 1),
          marks: [
            Area(
              lower: base.map { Point($0, .zero) }, upper: base.map { Point($0, floor) },
              ink: .blue),
            Area(
              lower: [Point(q[0], floor), Point(q.last!, floor)], upper: total,
              ink: .vermilion),
            Curve(base, [floor, floor], .blue, .dashed, isThin: true),
            Curve(q, splits.map(\.cross), .ink),
            Dots(points: [Point(p, floor)], ink: .ink),
            Label(
              "entropy *H*(*p*)", at: Point(Rational(1, 2), floor / 2), 0, 5, .blue,
              anchor: .middle,
              isPlain: true),
            Label(
              "divergence *D*(*p*‖*q*)", at: .hundredths(99, 107), 0, 0, .vermilion, anchor: .end,
              isPlain: true),
            Label("cross-entropy *H*(*p*, *q*)", at: .hundredths(75, 170), -12, -4, anchor: .end),
            Label("least at *q* = *p*", at: Point(p, floor), 0, -12, anchor: .middle),
          ])
      ])
  }
}
