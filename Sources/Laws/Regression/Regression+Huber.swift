import CrossEntropy
import Exact
import Property

extension Law {
  static let huberComparisons: [Law] = [
    Law(
      "huber-between",
      """
      Huber's loss lies between delta|r| − ½delta² and the lesser of ½r² and delta|r|; it is ½r² \
      just where |r| ≤ delta.
      """,
      clauses: ["HUBER-1"], source: "P. J. Huber, Robust estimation of a location parameter, 1964",
      cover: ["corner": 0.05], world: someOfTheWorld
    ) { t in
      let x = try t.drawResiduals()
      for (loss, r) in zip(try t.losses("huber", x), x.residuals) {
        let (line, parabola) = (x.delta * r.magnitude, r * r / 2)
        try t.atMost(t.exact(line - x.delta * x.delta / 2), loss, "the line below")
        try t.atMost(loss, t.exact(line), "the loss against delta|r|")
        if r.magnitude <= x.delta {
          try t.equal(loss, t.exact(parabola), "within delta")
        } else {
          try t.less(loss, t.exact(parabola), "beyond delta")
        }
      }
    },
    Law(
      "huber-of-large-delta",
      "As soon as delta exceeds every residual, Huber's loss is half the squared error.",
      clauses: ["HUBER-1", "MEAN-SQUARED-ERROR-1"],
      source: "P. J. Huber, Robust estimation of a location parameter, 1964", world: someOfTheWorld
    ) { t in
      var x = try t.drawResiduals()
      x.delta = try t.draw("wide delta", .element(of: [32, 1024, 1_048_576]))
      let squares = try t.losses("mean_squared_error", x)
      try t.equal(t.losses("huber", x), squares.map { $0 / t.exact(2) })
    },
    Law(
      "huber-of-small-delta",
      "Huber's loss over delta is the absolute error, less at most ½delta.",
      clauses: ["HUBER-1", "MEAN-ABSOLUTE-ERROR-1"],
      source: "P. J. Huber, Robust estimation of a location parameter, 1964"
    ) { t in
      var x = try t.drawResiduals()
      x.delta = try t.draw("small delta", .element(of: [1, Rational(1, 16), .powerOfTwo(-30)]))
      let sizes = try t.losses("mean_absolute_error", x)
      for (loss, size) in zip(try t.losses("huber", x), sizes) {
        let ratio = loss / t.exact(x.delta)
        try t.atMost(ratio, size, "the loss over delta")
        try t.atMost(size - ratio, t.exact(x.delta / 2), "what it is below |r|")
      }
    },
    Law(
      "huber-is-an-envelope",
      "Huber's loss is the least of ½(r − u)² + delta|u| over all u.",
      clauses: ["HUBER-1"], source: "J. J. Moreau, Proximité et dualité, 1965"
    ) { t in
      let x = try t.drawResiduals(1...1)
      let (r, huber) = (x.residuals[0], try t.loss("huber", x))
      let u = try t.draw("u", .coarse(-6...6))
      func sum(_ u: Rational) throws -> Ball {
        let moved = x.with(prediction: [x.prediction[0] - u])
        let distance = Residuals(prediction: [u], target: [.zero])
        return try t.loss("mean_squared_error", moved) / t.exact(2)
          + t.exact(x.delta) * t.loss("mean_absolute_error", distance)
      }
      try t.atMost(huber, sum(u), "the loss against that of any u")
      // What exceeds delta is best taken off.
      let best = r - max(-x.delta, min(x.delta, r))
      try t.equal(huber, sum(best), "the loss against that of the best u")
    },
    Law(
      "huber-slope-without-a-jump",
      "Two residuals, however they lie to delta, have Huber slopes no further apart than they are.",
      clauses: ["HUBER-3"], source: "P. J. Huber, Robust estimation of a location parameter, 1964",
      isSmooth: true, cover: ["corner": 0.02]
    ) { t in
      let a = try t.drawResiduals(1...1)
      let b = a.with(prediction: [try t.draw("prediction′", .coarse(-6...6))])
      let distance = t.exact((a.prediction[0] - b.prediction[0]).magnitude)
      try t.close(t.slopes("huber", a)[0], t.slopes("huber", b)[0], within: distance)
    },
  ]

  static let outliers: [Law] = [
    Law(
      "outlier-moves-huber-boundedly",
      """
      A residual grown by M moves Huber's loss by at most delta·M, and the squared one by 2rM + \
      M².
      """,
      clauses: ["HUBER-1", "HUBER-3", "MEAN-SQUARED-ERROR-1", "MEAN-SQUARED-ERROR-3"],
      source: "P. J. Huber, Robust Statistics, 1981"
    ) { t in
      let near = try t.drawResiduals(1...1)
      let distance = try t.draw("M", Gen<Rational>.element(of: [1, 16, 256, 65536]))
      let far = near.with(prediction: near.prediction.plus(distance))
      let huber = try t.loss("huber", far) - t.loss("huber", near)
      try t.close(huber, t.exact(.zero), within: t.exact(near.delta * distance), "Huber's")
      let square = try t.loss("mean_squared_error", far) - t.loss("mean_squared_error", near)
      let growth = 2 * near.residuals[0] * distance + distance * distance
      try t.equal(square, t.exact(growth), "the squared error")
      try t.between(-near.delta, t.slopes("huber", far)[0], near.delta, "Huber's slope")
      try t.equal(
        t.slopes("mean_squared_error", far)[0], t.exact(2 * far.residuals[0]),
        "the slope of the squared error")
    },
    Law(
      "huber-euler-identity",
      """
      By residual and delta together Huber's loss is homogeneous of degree 2: r·∂r + delta·∂delta \
      is twice it.
      """,
      clauses: ["HUBER-2", "HUBER-3", "GRADIENT-1"],
      source: "L. Euler, Institutiones calculi differentialis, 1755", isSmooth: true,
      cover: ["corner": 0.05]
    ) { t in
      let x = try t.drawResiduals()
      let byResidual = zip(try t.slopes("huber", x), x.residuals).map { $0 * t.exact($1) }
      let byDelta = try t.slopes("huber", x, by: "delta")[0]
      try t.equal(
        byResidual.sum + t.exact(x.delta) * byDelta, t.exact(2) * t.loss("huber", x))
    },
  ]
}
