import CrossEntropy
import Exact
import Property

/// A batch some rows of which are ignored, with the index that ignores them.
private struct Masked: Sendable, CustomStringConvertible {
  let batch: Batch
  let index: Int
  let kept: [Int]
  var description: String { "\(batch), ignore_index \(index)" }
}

extension Gen<Masked> {
  /// The index may be negative, beyond the classes, or that of a class.
  fileprivate static let masked = Gen { source in
    var batch = try Gen<Batch>.batch(classes: 2...4).draw(&source)
    let index = try Gen<Int>.element(of: [-100, -1, 255, batch.classes, 0, 1]).draw(&source)
    for row in batch.labels.indices where try source.index(below: 2) == 0 {
      batch.labels[row] = index
    }
    return Masked(
      batch: batch, index: index, kept: batch.labels.indices.filter { batch.labels[$0] != index })
  }
}

private func losses(
  _ batch: Batch, _ weights: [Rational]?, _ options: Call.Options
) -> [(call: Call, name: String)] {
  let halves = batch.logits.map { $0.map { $0.isNegative ? Rational(1, 4) : Rational(1, 2) } }
  return [
    (.sparse(batch, weights: weights, options), "logits"),
    (.nll(batch, weights: weights, options), "log_p"),
    (.sparse(p: halves, labels: batch.labels, weights: weights, options), "p"),
  ]
}

private let ignoring = [
  "SPARSE-CATEGORICAL-CROSS-ENTROPY-3", "SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-4",
  "NLL-LOSS-3",
]

private let paszke = "A. Paszke et al., PyTorch, 2019 (ignore_index)"

extension Law {
  /// Rows that a label takes out.
  static let categoricalIgnored: [Law] = [
    Law(
      "sparse-ignored-rows-can-be-dropped",
      "A batch with ignored rows has the sum, the means and the slopes of the batch without them.",
      clauses: ignoring + ["SPARSE-CATEGORICAL-CROSS-ENTROPY-4", "NLL-LOSS-4"], source: paszke
    ) { t in
      let masked = try t.draw("batch", .masked)
      let weights = try t.draw("w", .classWeights(of: masked.batch.classes))
      let normalization = try t.draw("normalization", .element(of: ["weight", "count"]))
      let n = masked.batch.classes
      let options: Call.Options = [
        "ignore_index": .integer(masked.index), "normalization": .word(normalization),
      ]
      for (call, name) in losses(masked.batch, weights, options) {
        let rest = call.rows(masked.kept)
        try t.equal(t.loss(call), t.loss(rest), "the sum")
        try t.equal(t.loss(call.reduced("mean")), t.loss(rest.reduced("mean")), "the mean")
        let all = try t.losses(call)
        try t.equal(masked.kept.map { all[$0] }, t.losses(rest), "the loss")
        let slopes = try t.slopes(call, by: name)
        try t.equal(
          masked.kept.flatMap { Array(slopes[($0 * n)..<($0 * n + n)]) }, t.slopes(rest, by: name),
          "the slope")
      }
    },
    Law(
      "sparse-ignored-rows-cost-nothing",
      "An ignored row has the loss 0 and the slope 0, however labels are smoothed.",
      clauses: ignoring, source: paszke
    ) { t in
      let masked = try t.draw("batch", .masked)
      let weights = try t.draw("w", .classWeights(of: masked.batch.classes))
      let smoothing = try t.draw("ε", .smoothing)
      let n = masked.batch.classes
      var options: Call.Options = ["ignore_index": .integer(masked.index)]
      for (call, name) in losses(masked.batch, weights, options) {
        let (all, slopes) = (try t.losses(call), try t.slopes(call, by: name))
        for row in masked.batch.labels.indices where !masked.kept.contains(row) {
          try t.equal(all[row], Ball(0), "the loss of row \(row)")
          for slope in slopes[(row * n)..<(row * n + n)] {
            try t.equal(slope, Ball(0), "a slope of row \(row)")
          }
        }
      }
      options["label_smoothing"] = .number(smoothing)
      let smoothed = Call.sparse(masked.batch, weights: weights, options)
      let rest = smoothed.rows(masked.kept)
      try t.equal(t.loss(smoothed), t.loss(rest), "the smoothed sum")
      try t.equal(
        t.loss(smoothed.reduced("mean")), t.loss(rest.reduced("mean")), "the smoothed mean")
    },
    Law(
      "sparse-ignored-rows-may-hold-anything",
      "NaN, infinities and, where it holds probabilities, numbers that are none: an ignored row is not"
        + " looked at.",
      clauses: ignoring + ["INPUT-2"], source: paszke
    ) { t in
      let masked = try t.draw("batch", .masked)
      let junk = try t.draw(
        "junk",
        .element(of: [
          Extended.nan, .infinity(isNegative: false), .infinity(isNegative: true), .finite(2),
        ]))
      let options: Call.Options = ["ignore_index": .integer(masked.index)]
      for (call, name) in losses(masked.batch, nil, options) {
        guard case .real(var tensor) = call.arguments[name] else { continue }
        let n = masked.batch.classes
        for place in tensor.elements.indices where !masked.kept.contains(place / n) {
          tensor.elements[place] = junk
        }
        let spoiled = call.with(name, .real(tensor))
        try t.equal(t.losses(spoiled), t.losses(call), "the loss")
        try t.equal(t.loss(spoiled.reduced("mean")), t.loss(call.reduced("mean")), "the mean")
        try t.equal(t.slopes(spoiled, by: name), t.slopes(call, by: name), "the slope")
      }
    },
    Law(
      "sparse-any-integer-can-be-ignored",
      "Which integer stands for ignored rows changes nothing, be it negative, beyond the classes or a"
        + " class; one that no label has ignores none.",
      clauses: ignoring + ["SPARSE-CATEGORICAL-CROSS-ENTROPY-WITH-LOGITS-6"], source: paszke
    ) { t in
      let masked = try t.draw("batch", .masked)
      let other = try t.draw("other", .element(of: [-7, 1_000_000, -100]))
      var renamed = masked.batch
      renamed.labels = renamed.labels.map { $0 == masked.index ? other : $0 }
      let before = losses(masked.batch, nil, ["ignore_index": .integer(masked.index)])
      let after = losses(renamed, nil, ["ignore_index": .integer(other)])
      for (one, two) in zip(before, after) {
        try t.equal(t.losses(one.call), t.losses(two.call), "the loss")
        try t.equal(
          t.loss(one.call.reduced("mean")), t.loss(two.call.reduced("mean")), "the mean")
        let plain = one.call.rows(masked.kept).with("ignore_index", option: .integer(-7))
        var none = plain
        none.options["ignore_index"] = nil
        try t.equal(t.losses(plain), t.losses(none), "the loss without ignored rows")
      }
    },
    Law(
      "sparse-all-ignored",
      "Where all rows are ignored the sum is 0 and the mean NaN.",
      clauses: ignoring + ["POLICY-1"], source: paszke
    ) { t in
      var batch = try t.draw("batch", .batch())
      let normalization = try t.draw("normalization", .element(of: ["weight", "count"]))
      batch.labels = batch.labels.map { _ in -1 }
      let options: Call.Options = [
        "ignore_index": -1, "normalization": .word(normalization),
      ]
      for (call, name) in losses(batch, nil, options) {
        try t.equal(t.loss(call), Ball(0), "the sum")
        try t.isNaN(t.loss(call.reduced("mean")), "the mean")
        for slope in try t.slopes(call, by: name) { try t.equal(slope, Ball(0), "a slope") }
      }
    },
    Law(
      "sparse-nan-is-not-hidden-elsewhere",
      "A NaN in a row that is not ignored makes NaN of its loss, also where its label has weight 0.",
      clauses: ["INPUT-2", "INPUT-10"], source: "IEEE 754-2019, §6.2", world: wholeWorld
    ) { t in
      let z = try t.draw("z", .logits(1...4))
      let label = try t.draw("label", Gen<Int>.int(0...z.count - 1))
      let weight = try t.draw("w", Gen<Rational>.element(of: [1, 0]))
      var row = z.map { Extended.finite($0) }
      row[label] = .nan
      let call = Call.sparse(logits: z, label: label, weights: z.map { _ in weight })
        .with("logits", .matrix([row]))
      try t.isNaN(t.losses(call)[0], "the loss")
      try t.isNaN(t.loss(call), "the sum")
    },
  ]
}
