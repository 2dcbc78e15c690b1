import CrossEntropy
import Exact
import Property

extension Law {
  static let marginConventions: [Law] = [
    Law(
      "margin-reductions",
      "For the losses of a margin, sum and mean are made of the losses that none gives.",
      clauses: ["REDUCTION-1", "REDUCTION-2", "REDUCTION-3", "REDUCTION-4"],
      source: "Spec/README.md", cover: ["none": 0.05], world: someOfTheWorld
    ) { t in
      let function = try t.draw("function", signedLossNames)
      let x = try t.drawSigned(0...4)
      if x.scores.isEmpty { t.label("none") }
      var options = t.options(function, x, "none")
      options["reduction"] = nil
      try t.reduces(function, x.arguments, options)
    },
    Law(
      "margin-refusals",
      """
      A target other than −1 and 1, a margin below 0, and a shape or label that does not fit are \
      refused.
      """,
      clauses: ["INPUT-3", "INPUT-5", "INPUT-6", "INPUT-12", "POLICY-3", "POLICY-4"],
      source: "Spec/README.md", world: someOfTheWorld
    ) { t in
      let mistake = try t.draw("mistake", .element(of: ["target", "margin", "shape", "label"]))
      let function = try t.draw("function", signedLossNames)
      switch mistake {
      case "target":
        let y = try t.draw("y", .element(of: [0, 2, Rational(1, 2), -2]))
        try t.refused(Call(function, ["scores": .vector([.one]), "y": .vector([y])]))
      case "margin":
        try t.assume(function != "logistic_loss")
        let margin = try t.draw("margin", .element(of: [-1, Rational(-1, 8), -20]))
        try t.refused(
          Call(
            function, ["scores": .vector([.one]), "y": .vector([Rational.one])],
            options: ["margin": .number(margin)]))
      case "shape":
        let n = try t.draw("n", .int(2...4))
        let s = try t.draw("s", .numbers(of: n))
        try t.refused(Call(function, ["scores": .vector(s), "y": .vector([Rational.one])]))
      default:
        var batch = try t.draw("batch", .tiedBatch(rows: 1...1))
        batch.labels = [try t.draw("label", .element(of: [batch.classes, -1]))]
        try t.refused(Call("multiclass_hinge", batch.scored))
      }
    },
  ]
}
