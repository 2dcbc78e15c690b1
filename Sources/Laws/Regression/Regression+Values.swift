import CrossEntropy
import Exact
import Property

extension Law {
  static let regressionValues: [Law] = [
    Law(
      "regression-definitions",
      """
      The losses of a residual r are r², |r|, and Huber's: ½r² up to delta, delta(|r| − ½delta) \
      beyond.
      """,
      clauses: ["MEAN-SQUARED-ERROR-1", "MEAN-ABSOLUTE-ERROR-1", "HUBER-1", "REDUCTION-1"],
      source: "P. J. Huber, Robust estimation of a location parameter, 1964",
      cover: ["corner": 0.05, "zero": 0.05], world: someOfTheWorld
    ) { t in
      let function = try t.draw("function", regressionNames)
      let x = try t.drawResiduals()
      let expected = x.residuals.map { r in
        let size = r.magnitude
        switch function {
        case "mean_squared_error": return r * r
        case "mean_absolute_error": return size
        default:
          return size <= x.delta ? r * r / 2 : x.delta * (size - x.delta / 2)
        }
      }
      try t.equal(t.losses(function, x), t.exact(expected))
    },
    Law(
      "regression-zero-where-equal",
      "A loss of a residual is 0 where prediction and target are equal, and above 0 elsewhere.",
      clauses: ["MEAN-SQUARED-ERROR-1", "MEAN-ABSOLUTE-ERROR-1", "HUBER-1"],
      source:
        "T. Hastie, R. Tibshirani, J. Friedman, The Elements of Statistical Learning, 2009, §10.6",
      cover: ["zero": 0.05], world: someOfTheWorld
    ) { t in
      let function = try t.draw("function", regressionNames)
      let x = try t.drawResiduals()
      for (loss, r) in zip(try t.losses(function, x), x.residuals) {
        if r.isZero {
          try t.equal(loss, t.exact(.zero))
        } else {
          try t.less(t.exact(.zero), loss, "0 against the loss")
        }
      }
    },
  ]

  static let regressionSymmetries: [Law] = [
    Law(
      "regression-symmetry",
      "Exchanging prediction and target changes no loss of a residual.",
      clauses: ["MEAN-SQUARED-ERROR-2", "MEAN-ABSOLUTE-ERROR-2"],
      source: "P. J. Huber, Robust estimation of a location parameter, 1964", world: someOfTheWorld
    ) { t in
      let function = try t.draw("function", regressionNames)
      let x = try t.drawResiduals()
      let exchanged = Residuals(prediction: x.target, target: x.prediction, delta: x.delta)
      try t.equal(t.losses(function, x), t.losses(function, exchanged))
    },
    Law(
      "regression-translation",
      "Adding the same number to predictions and targets changes no loss.",
      clauses: ["MEAN-SQUARED-ERROR-1", "MEAN-ABSOLUTE-ERROR-1", "HUBER-1"],
      source: "P. J. Huber, Robust estimation of a location parameter, 1964"
    ) { t in
      let function = try t.draw("function", regressionNames)
      let x = try t.drawResiduals()
      let c = try t.draw("c", .coarse(-12...12))
      let moved = Residuals(
        prediction: x.prediction.plus(c), target: x.target.plus(c), delta: x.delta)
      try t.equal(t.losses(function, x), t.losses(function, moved))
    },
    Law(
      "regression-scaling",
      """
      Numbers times c give the absolute error times |c| and the squared one times c², and Huber's, \
      with delta times |c|, too.
      """,
      clauses: ["MEAN-SQUARED-ERROR-1", "MEAN-ABSOLUTE-ERROR-1", "HUBER-2"],
      source: "P. J. Huber, Robust Statistics, 1981"
    ) { t in
      let function = try t.draw("function", regressionNames)
      let x = try t.drawResiduals()
      let c = try t.draw("c", .element(of: [2, -1, Rational(1, 2), -4, 3]))
      let scaled = Residuals(
        prediction: x.prediction.times(c), target: x.target.times(c),
        delta: x.delta * c.magnitude)
      let factor = t.exact(function == "mean_absolute_error" ? c.magnitude : c * c)
      let losses = try t.losses(function, x).map { factor * $0 }
      try t.equal(t.losses(function, scaled), losses)
    },
    Law(
      "absolute-error-triangle",
      "The mean absolute error is a distance: by way of a third point it is no shorter.",
      clauses: ["MEAN-ABSOLUTE-ERROR-1"], source: "W. Rudin, Functional Analysis, 1973, §1.2"
    ) { t in
      let x = try t.drawResiduals()
      let third = try t.draw("third", .numbers(of: x.target.count, in: -6...6))
      let direct = try t.loss("mean_absolute_error", x)
      let there = try t.loss("mean_absolute_error", x.with(prediction: third))
      let back = try t.loss(
        "mean_absolute_error", Residuals(prediction: x.prediction, target: third))
      try t.atMost(direct, there + back)
    },
    Law(
      "absolute-error-below-root-of-squared",
      "The square of the mean absolute error is at most the mean squared error.",
      clauses: ["MEAN-SQUARED-ERROR-1", "MEAN-ABSOLUTE-ERROR-1", "REDUCTION-3"],
      source: "G. H. Hardy, J. E. Littlewood, G. Pólya, Inequalities, 1934, §2.9",
      world: someOfTheWorld
    ) { t in
      let x = try t.drawResiduals()
      let absolute = try t.value("mean_absolute_error", x.arguments)
      try t.atMost(absolute * absolute, t.value("mean_squared_error", x.arguments))
    },
  ]

  static let regressionMinima: [Law] = [
    Law(
      "squared-error-is-bias-and-variance",
      """
      The mean squared error of a constant is the square of its bias plus the variance of the \
      targets.
      """,
      clauses: ["MEAN-SQUARED-ERROR-1", "REDUCTION-3"],
      source:
        "T. Hastie, R. Tibshirani, J. Friedman, The Elements of Statistical Learning, 2009, §7.3",
      examples: [["target": [Rational(0), 2], "c": Rational(3)]], world: someOfTheWorld
    ) { t in
      let target = try t.draw("target", .numbers(1...5, in: -6...6))
      let c = try t.draw("c", .coarse(-6...6))
      let x = Residuals(prediction: target.map { _ in c }, target: target)
      let bias = c - target.mean
      let variance = target.map { ($0 - target.mean) * ($0 - target.mean) }.mean
      try t.equal(t.value("mean_squared_error", x.arguments), t.exact(bias * bias + variance))
    },
    Law(
      "mean-minimises-squared-error",
      "Of all constants the mean of the targets has the least mean squared error, and only it.",
      clauses: ["MEAN-SQUARED-ERROR-1", "REDUCTION-3"],
      source: "C. F. Gauss, Theoria motus corporum coelestium, 1809",
      // The mean of three numbers is seldom a number of a format.
      promises: [.certified], world: someOfTheWorld
    ) { t in
      let target = try t.draw("target", .numbers(1...5, in: -6...6))
      let c = try t.draw("c", .coarse(-6...6))
      func error(_ c: Rational) throws -> Ball {
        try t.value(
          "mean_squared_error",
          Residuals(prediction: target.map { _ in c }, target: target).arguments)
      }
      if c == target.mean {
        try t.equal(error(c), error(target.mean))
      } else {
        try t.less(error(target.mean), error(c), "the error of the mean")
      }
    },
    Law(
      "median-minimises-absolute-error",
      "No constant has a smaller mean absolute error than the median of the targets.",
      clauses: ["MEAN-ABSOLUTE-ERROR-1"],
      source: "P. S. Laplace, Mémoire sur la probabilité des causes par les événements, 1774",
      world: someOfTheWorld
    ) { t in
      let target = try t.draw("target", .numbers(1...5, in: -6...6))
      let c = try t.draw("c", .coarse(-6...6))
      func error(_ c: Rational) throws -> Ball {
        try t.loss(
          "mean_absolute_error", Residuals(prediction: target.map { _ in c }, target: target))
      }
      try t.atMost(error(target.sorted()[target.count / 2]), error(c), "the error of the median")
    },
  ]
}
