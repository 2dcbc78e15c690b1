import CrossEntropy
import Exact
import Property

extension Law {
  static let regressionSlopes: [Law] = [
    Law(
      "regression-gradients",
      """
      By the prediction the slopes are 2r, the sign of r, and r held within ±delta; by the target \
      minus these.
      """,
      clauses: [
        "MEAN-SQUARED-ERROR-3", "MEAN-ABSOLUTE-ERROR-3", "HUBER-3", "GRADIENT-1", "GRADIENT-3",
      ],
      source: "P. J. Huber, Robust estimation of a location parameter, 1964",
      isSmooth: true, cover: ["corner": 0.05, "zero": 0.05], world: someOfTheWorld
    ) { t in
      let function = try t.draw("function", regressionNames)
      let x = try t.drawResiduals()
      let slopes = try t.slopes(function, x)
      for (slope, r) in zip(slopes, x.residuals) {
        switch function {
        case "mean_squared_error": try t.equal(slope, t.exact(2 * r))
        case "huber": try t.equal(slope, t.exact(max(-x.delta, min(x.delta, r))))
        case _ where r.isZero: try t.between(-1, slope, 1, "at r = 0")
        default: try t.equal(slope, t.exact(Rational(r.signum)))
        }
      }
      if function != "mean_absolute_error" || !x.residuals.contains(where: \.isZero) {
        try t.equal(t.slopes(function, x, by: "target"), slopes.map { -$0 }, "by the target")
      }
    },
    Law(
      "huber-gradient-by-delta",
      "By delta Huber's loss grows by what each |r| exceeds delta.",
      clauses: ["HUBER-1", "GRADIENT-1"], source: "P. J. Huber, Robust Statistics, 1981",
      isSmooth: true, cover: ["corner": 0.05], world: someOfTheWorld
    ) { t in
      let x = try t.drawResiduals()
      let excess = x.residuals.map { max(.zero, $0.magnitude - x.delta) }.total
      try t.equal(t.slopes("huber", x, by: "delta"), [t.exact(excess)])
    },
    Law(
      "regression-above-tangents",
      """
      Every loss of a residual is convex: its gradient is a subgradient, and half-way it is below \
      its mean.
      """,
      clauses: ["MEAN-SQUARED-ERROR-3", "MEAN-ABSOLUTE-ERROR-3", "HUBER-3", "GRADIENT-3"],
      source: "R. T. Rockafellar, Convex Analysis, 1970, §23", isSmooth: true
    ) { t in
      let function = try t.draw("function", regressionNames)
      let a = try t.drawResiduals()
      let b = a.with(prediction: try t.draw("prediction′", .numbers(of: a.target.count)))
      let (below, above) = (try t.loss(function, a), try t.loss(function, b))
      try t.supports(t.slopes(function, a), at: a.prediction, below, b.prediction, above)
      let middle = a.with(prediction: a.prediction.plus(b.prediction).times(Rational(1, 2)))
      try t.atMost(t.loss(function, middle), (below + above) / t.exact(2), "half-way")
    },
    Law(
      "regression-by-differences",
      "The gradient of each loss of a residual is the limit of its difference quotients.",
      clauses: ["MEAN-SQUARED-ERROR-3", "MEAN-ABSOLUTE-ERROR-3", "HUBER-3", "GRADIENT-1"],
      source: "W. H. Press et al., Numerical Recipes, 1992, §5.7", promises: [.certified]
    ) { t in
      let function = try t.draw("function", regressionNames)
      let x = try t.drawResiduals()
      let h = Rational(1, 32)
      let quotients = try t.centralSlopes(at: x.prediction, step: h) {
        try t.loss(function, x.with(prediction: $0))
      }
      for (index, slope) in try t.slopes(function, x).enumerated() {
        let r = x.residuals[index]
        // Residuals are multiples of 1/16: only those at a corner cross it. There Huber's slope
        // changes by h over half of the step, and the quotient by h/4.
        if function == "huber" && r.magnitude == x.delta {
          try t.close(quotients[index], slope, within: t.exact(h / 4), "at delta")
        } else if function != "mean_absolute_error" || !r.isZero {
          try t.equal(quotients[index], slope)
        }
      }
    },
  ]

  static let regressionConventions: [Law] = [
    Law(
      "regression-reductions",
      "Sum and mean of the losses of residuals are made of the losses that none gives.",
      clauses: ["REDUCTION-1", "REDUCTION-2", "REDUCTION-3", "REDUCTION-4", "POLICY-2"],
      source: "Spec/README.md", cover: ["none": 0.05], world: someOfTheWorld
    ) { t in
      let function = try t.draw("function", regressionNames)
      let x = try t.drawResiduals(0...4)
      if x.target.isEmpty { t.label("none") }
      try t.reduces(
        function, x.arguments, function == "huber" ? ["delta": .number(x.delta)] : [:])
    },
    Law(
      "regression-order",
      "The order of the elements does not matter to the mean.",
      clauses: ["REDUCTION-5"], source: "Spec/README.md"
    ) { t in
      let function = try t.draw("function", regressionNames)
      let x = try t.drawResiduals()
      let order = try t.draw("order", .order(of: x.target.count))
      let other = Residuals(
        prediction: order.map { x.prediction[$0] }, target: order.map { x.target[$0] },
        delta: x.delta)
      let losses = try t.losses(function, x)
      try t.equal(t.losses(function, other), order.map { losses[$0] }, "one by one")
      try t.equal(t.loss(function, x), t.loss(function, other), "together")
    },
    Law(
      "regression-refusals",
      "A delta that is not above 0, and shapes that differ, are refused.",
      clauses: ["INPUT-5", "INPUT-6", "POLICY-4"], source: "Spec/README.md", world: someOfTheWorld
    ) { t in
      let mistake = try t.draw("mistake", .element(of: ["delta", "shape", "option"]))
      let one: [String: Call.Argument] = [
        "prediction": .vector([Rational.one]), "target": .vector([Rational.zero]),
      ]
      switch mistake {
      case "delta":
        let delta = try t.draw("delta", .element(of: [0, -1, Rational(-1, 16)]))
        try t.refused(Call("huber", one, options: ["delta": .number(delta)]))
      case "shape":
        let function = try t.draw("function", regressionNames)
        let target = try t.draw("target", .numbers(of: 2))
        var arguments = one
        arguments["target"] = .vector(target)
        try t.refused(Call(function, arguments))
      default:
        let option = try t.draw("option", .element(of: ["delta", "margin", "half"]))
        try t.refused(Call("mean_squared_error", one, options: [option: 1]))
      }
    },
  ]
}
