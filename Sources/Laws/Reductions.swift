import CrossEntropy
import Exact
import Property

extension Law {
  /// What holds of every loss of a batch, whatever one row of it costs: six laws.
  ///
  /// - Parameters:
  ///   - prefix: what the names of the laws begin with.
  ///   - argument: what to differentiate by.
  ///   - draw: a call with finite losses and slopes, the mean of which divides by the number of rows.
  static func batchLaws(
    of prefix: String, clauses: [String], by argument: String,
    draw: @escaping @Sendable (Trial) throws -> Call
  ) -> [Law] {
    let source =
      "L. Bottou, F. E. Curtis, J. Nocedal, Optimization Methods for Large-Scale"
      + " Machine Learning, 2018, §2"
    return [
      Law(
        prefix + "-reductions-agree",
        "The sum adds the losses of the rows, and the mean divides it by their number.",
        clauses: clauses + ["REDUCTION-2", "REDUCTION-3"], source: source
      ) { t in
        let call = try draw(t)
        let sum = (try t.losses(call)).sum
        try t.equal(t.loss(call.reduced("sum")), sum, "the sum")
        try t.equal(t.loss(call.reduced("mean")), sum / Ball(call.rowCount), "the mean")
      },
      Law(
        prefix + "-mean-slope",
        "The gradient of the mean is that of the sum over the number of rows.",
        clauses: clauses + ["GRADIENT-6"], source: source
      ) { t in
        let call = try draw(t)
        let count = Ball(call.rowCount)
        let sum = try t.slopes(call.reduced("sum"), by: argument)
        try t.equal(
          t.slopes(call.reduced("mean"), by: argument), sum.map { $0 / count }, "the slope")
      },
      Law(
        prefix + "-cotangent-is-linear",
        "The gradient is linear in the cotangent, and the sum is the cotangent of ones.",
        clauses: clauses + ["GRADIENT-1"],
        source: "A. Griewank, A. Walther, Evaluating Derivatives, 2008, §3.2"
      ) { t in
        let call = try draw(t).reduced("none")
        let n = call.rowCount
        let a = try t.draw("a", Gen<Rational>.coarse(-3...3).array(count: n))
        let b = try t.draw("b", Gen<Rational>.coarse(-3...3).array(count: n))
        let (left, right) = (
          try t.slopes(call, by: argument, cotangent: a),
          try t.slopes(call, by: argument, cotangent: b)
        )
        let both = try t.slopes(call, by: argument, cotangent: zip(a, b).map { $0 + $1 })
        try t.equal(both, zip(left, right).map { $0 + $1 }, "the slope by a + b")
        try t.equal(
          t.slopes(call, by: argument, cotangent: a.map { _ in 1 }),
          t.slopes(call.reduced("sum"), by: argument), "the slope by ones")
      },
      Law(
        prefix + "-of-a-concatenation",
        "The loss of two batches together is the sum of theirs, and the mean weighs theirs by their"
          + " numbers of rows.",
        clauses: clauses + ["REDUCTION-2", "REDUCTION-3"], source: source
      ) { t in
        let call = try draw(t)
        let n = call.rowCount
        let cut = try t.draw("cut", Gen<Int>.int(0...n))
        let parts = [Array(0..<cut), Array(cut..<n)].filter { !$0.isEmpty }
        let sums = try parts.map { try t.loss(call.rows($0).reduced("sum")) }
        try t.equal(t.loss(call.reduced("sum")), sums.sum, "the sum")
        let means = try parts.map {
          Ball($0.count) * (try t.loss(call.rows($0).reduced("mean")))
        }
        try t.equal(
          Ball(n) * (try t.loss(call.reduced("mean"))), means.sum, "n times the mean")
      },
      Law(
        prefix + "-order-of-rows",
        "Rows in another order have their losses in that order, and the same sum.",
        clauses: clauses + ["REDUCTION-1", "REDUCTION-5"], source: source
      ) { t in
        let call = try draw(t)
        let order = try t.draw("order", .order(of: call.rowCount))
        let losses = try t.losses(call)
        try t.equal(t.losses(call.rows(order)), order.map { losses[$0] }, "the loss")
        try t.equal(
          t.loss(call.rows(order).reduced("sum")), t.loss(call.reduced("sum")), "the sum")
      },
      Law(
        prefix + "-of-nothing",
        "A batch without rows has no losses, the sum 0 and the mean NaN.",
        clauses: clauses + ["POLICY-2", "REDUCTION-4"], source: "A. Paszke et al., PyTorch, 2019"
      ) { t in
        let call = try draw(t).rows([])
        try t.holds(try t.losses(call).isEmpty, "there are losses of no rows")
        try t.equal(t.loss(call.reduced("sum")), Ball(0), "the sum")
        try t.isNaN(t.loss(call.reduced("mean")), "the mean")
      },
    ]
  }
}
