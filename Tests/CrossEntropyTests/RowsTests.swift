import CrossEntropy
import Exact
import Property
import Support
import Testing

/// Rows against the reference, to the bit.
@Suite struct `Rows of doubles` {
  /// Rows as training makes them, and rows as nobody would.
  private static func row(_ random: inout SplitMix, _ count: Int) -> [Double] {
    let kind = Int.random(in: 0...11, using: &random)
    return (0..<count).map { index in
      let x = Double.random(in: -8...8, using: &random)
      switch kind {
      case 0: return 0.75
      case 1: return index == 0 ? 40 + x : x
      case 2: return index == count - 1 ? 700 : x
      case 3: return x * 100
      case 4: return x * 0x1p-60
      case 5: return x.rounded()
      case 6: return index % 3 == 0 ? -.infinity : x
      case 7: return index == 1 ? [.nan, .infinity, -.infinity, 1e300][Int(abs(x)) % 4] : x
      case 8: return 1e15 + x
      default: return x
      }
    }
  }

  private static func same(_ a: Double, _ b: Floating) -> Bool {
    a.bitPattern == b.bits || a.isNaN && b.isNaN
  }

  @Test func `every function gives the reference's bits`() throws {
    var random = SplitMix(seed: 7)
    for round in 0..<150 {
      let classes = [1, 2, 3, 7, 8, 9, 16, 33][round % 8]
      let x = (0..<2).flatMap { _ in Self.row(&random, classes) }
      let labels = (0..<2).map { _ in Int.random(in: 0..<classes, using: &random) }
      let tensor = Tensor(shape: [2, classes], x.map { Floating($0).value })
      func reference(_ name: String) throws -> [Floating] {
        try Reference(Call(name, ["x": .real(tensor)])).floating(.float64).value.elements
      }
      let loss = try Reference(
        Call(
          "sparse_categorical_cross_entropy_with_logits",
          ["logits": .real(tensor), "labels": .integer(Tensor(labels))],
          options: ["reduction": .word("none")], gradient: ["logits"])
      ).floating(.float64)
      let pair = try Rows.softmaxAndSlopes(x, labels: labels)
      let checks: [(String, [Double], [Floating])] = [
        ("loss", try Rows.crossEntropy(x, labels: labels), loss.value.elements),
        ("slopes", pair.slopes, loss.gradient["logits"]!.elements),
        ("softmax with slopes", pair.softmax, try reference("softmax")),
        ("softmax", try Rows.softmax(x, classes: classes), try reference("softmax")),
        ("log-softmax", try Rows.logSoftmax(x, classes: classes), try reference("log_softmax")),
        ("log-sum-exp", try Rows.logSumExp(x, classes: classes), try reference("log_sum_exp")),
      ]
      for (name, ours, exact) in checks {
        #expect(
          zip(ours, exact).allSatisfy { Self.same($0, $1) },
          "\(name) of \(x), labels \(labels): \(ours) for \(exact)")
      }
    }
  }

  /// Probabilities: a softmax, one-hot, with zeros, next to another, or any numbers of [0, 1].
  private static func probabilities(
    _ random: inout SplitMix, _ count: Int, near other: [Double]? = nil
  ) -> [Double] {
    let kind = Int.random(in: 0...7, using: &random)
    let hot = Int.random(in: 0..<count, using: &random)
    let row = (0..<count).map { index -> Double in
      let x = Double.random(in: 0...1, using: &random)
      switch kind {
      case 0: return index == hot ? 1 : 0
      case 1: return index % 2 == 0 ? 0 : x
      case 2: return 0.25
      case 3: return other.map { min($0[index] * (1 + x * 0x1p-30), 1) } ?? x
      case 4: return other?[index] ?? x * 0x1p-300
      case 5: return index == 0 && count % 3 == 0 ? .nan : x
      case 6: return 1 - x * 0x1p-40
      default: return x
      }
    }
    let sum = row.reduce(0, +)
    return kind == 7 ? row.map { $0 / sum } : row
  }

  /// Every row of a batch as a call of its own; the elements of the value and of one gradient.
  private static func reference(
    _ function: String, _ arguments: [String: Call.Argument],
    _ options: [String: Call.Option] = [:],
    by name: String
  ) throws -> (value: [Floating], slopes: [Floating]) {
    let answer = try Reference(Call(function, arguments, options: options, gradient: [name]))
      .floating(.float64)
    return (answer.value.elements, answer.gradient[name]!.elements)
  }

  private static func vector(_ numbers: [Double]) -> Call.Argument {
    .real(Tensor(numbers.map { Floating($0).value }))
  }

  private static func expect(
    _ name: String, _ ours: [Double], _ exact: [Floating], _ inputs: @autoclosure () -> String
  ) {
    let isSame = ours.count == exact.count && zip(ours, exact).allSatisfy { same($0, $1) }
    #expect(isSame, "\(name) of \(inputs()): \(ours) for \(exact)")
  }

  @Test func `distributions give the reference's bits`() throws {
    var random = SplitMix(seed: 21)
    for round in 0..<150 {
      let classes = [1, 2, 3, 7, 8, 9, 16, 33][round % 8]
      let p = Self.probabilities(&random, classes)
      let q = Self.probabilities(&random, classes, near: p)
      let (first, second) = (Self.vector(p), Self.vector(q))
      let entropy = try Self.reference("entropy", ["p": first], by: "p")
      Self.expect("entropy", try Rows.entropy(p: p, classes: classes), entropy.value, "\(p)")
      Self.expect("its slopes", try Rows.entropySlopes(p: p), entropy.slopes, "\(p)")
      for distribution in [Rows.Distribution.p, .q] {
        let arguments = ["p": first, "q": second]
        let (name, inputs) = (distribution.rawValue, "\(p), \(q) by \(distribution)")
        let cross = try Self.reference("cross_entropy", arguments, by: name)
        let divergence = try Self.reference("kl_divergence", arguments, by: name)
        let ours = (
          try Rows.crossEntropy(p: p, q: q, classes: classes),
          try Rows.klDivergence(p: p, q: q, classes: classes)
        )
        let slopes = (
          try Rows.crossEntropySlopes(p: p, q: q, by: distribution),
          try Rows.klDivergenceSlopes(p: p, q: q, by: distribution)
        )
        Self.expect("cross-entropy", ours.0, cross.value, inputs)
        Self.expect("divergence", ours.1, divergence.value, inputs)
        Self.expect("slopes of cross-entropy", slopes.0, cross.slopes, inputs)
        Self.expect("slopes of divergence", slopes.1, divergence.slopes, inputs)
      }
    }
  }

  @Test func `targets, weights and smoothing give the reference's bits`() throws {
    var random = SplitMix(seed: 22)
    for round in 0..<200 {
      let classes = [1, 2, 3, 7, 8, 9, 16, 33][round % 8]
      let x = Self.row(&random, classes)
      let label = Int.random(in: 0..<classes, using: &random)
      let targets: [Double]? = round % 3 == 0 ? nil : Self.probabilities(&random, classes)
      let weights: [Double]? =
        round % 5 < 2
        ? nil : (0..<classes).map { _ in Double(Int.random(in: 0...9, using: &random)) }
      let smoothing: Double? = [nil, 0.1, 0, 1, nil, 0x1p-40][round % 6]
      let matrix = { (numbers: [Double]) in
        Call.Argument.real(Tensor(shape: [1, classes], numbers.map { Floating($0).value }))
      }
      var arguments = ["logits": matrix(x)]
      arguments["class_weight"] = weights.map(Self.vector)
      arguments["y"] = targets.map(matrix)
      if targets == nil { arguments["labels"] = .labels([label]) }
      var options: [String: Call.Option] = ["reduction": "none"]
      options["label_smoothing"] = smoothing.map { .number(Rational($0)) }
      let name = (targets == nil ? "sparse_" : "") + "categorical_cross_entropy_with_logits"
      let exact = try Self.reference(name, arguments, options, by: "logits")
      let ours =
        if let targets {
          (
            try Rows.crossEntropy(
              x, targets: targets, classes: classes, classWeight: weights,
              labelSmoothing: smoothing),
            try Rows.crossEntropySlopes(
              x, targets: targets, classes: classes, classWeight: weights,
              labelSmoothing: smoothing)
          )
        } else {
          (
            try Rows.crossEntropy(
              x, labels: [label], classWeight: weights, labelSmoothing: smoothing),
            try Rows.crossEntropySlopes(
              x, labels: [label], classWeight: weights, labelSmoothing: smoothing)
          )
        }
      let inputs = "\(x), \(targets ?? []), \(label), \(weights ?? []), \(smoothing ?? 0)"
      Self.expect("loss", ours.0, exact.value, inputs)
      Self.expect("slopes", ours.1, exact.slopes, inputs)
    }
  }

  @Test func `yes and no give the reference's bits`() throws {
    var random = SplitMix(seed: 23)
    for round in 0..<60 {
      let count = [1, 5, 8, 30, 1030][round < 57 ? round % 4 : 4]
      let z = Self.row(&random, count)
      let y = Self.probabilities(&random, count)
      let weight: [Double]? = round % 3 == 0 ? y.map { $0.isNaN ? 1 : $0 * 3 } : nil
      let positive: [Double]? = round % 4 == 1 ? y.map { 1 + ($0.isNaN ? 0 : $0) } : nil
      var arguments = ["logits": Self.vector(z), "y": Self.vector(y)]
      arguments["weight"] = weight.map(Self.vector)
      arguments["pos_weight"] = positive.map(Self.vector)
      let exact = try Self.reference(
        "binary_cross_entropy_with_logits", arguments, ["reduction": "none"], by: "logits")
      let inputs = "\(z.prefix(40)), \(y.prefix(40))"
      Self.expect(
        "loss",
        try Rows.binaryCrossEntropy(
          logits: z, targets: y, weight: weight, positiveWeight: positive),
        exact.value, inputs)
      Self.expect(
        "slopes",
        try Rows.binaryCrossEntropySlopes(
          logits: z, targets: y, weight: weight, positiveWeight: positive),
        exact.slopes, inputs)
    }
  }

  @Test func `threads change nothing`() throws {
    var random = SplitMix(seed: 8)
    let x = (0..<50).flatMap { _ in Self.row(&random, 11) }
    let one = try Rows.softmax(x, classes: 11, threads: 1)
    for threads in [2, 3, 50, 99] {
      #expect(
        try Rows.softmax(x, classes: 11, threads: threads).map(\.bitPattern)
          == one.map(\.bitPattern))
    }
  }

  @Test func `wrong shapes and labels are named`() {
    #expect(throws: DataError.self) { try Rows.softmax([1, 2, 3], classes: 2) }
    #expect(throws: DataError.self) { try Rows.softmax([1, 2], classes: 0) }
    #expect(throws: DataError.self) { try Rows.crossEntropy([1, 2, 3], labels: [0, 0]) }
    let outside = DataError.outside(
      "y", index: [1, 0], value: .finite(Rational(2)), domain: .probability)
    #expect(throws: outside) {
      try Rows.crossEntropy([1, 2, 3, 4], targets: [0, 1, 2, 0], classes: 2)
    }
    #expect(throws: DataError.self) { try Rows.entropy(p: [0.5, -0.5], classes: 2) }
    #expect(throws: DataError.self) { try Rows.klDivergence(p: [0.5, 0.5], q: [1], classes: 1) }
    #expect(throws: DataError.self) { try Rows.binaryCrossEntropy(logits: [1], targets: []) }
    #expect(throws: DataError.self) {
      try Rows.crossEntropySlopes([1, 2], labels: [0], classWeight: [1])
    }
    #expect(throws: DataError.self) {
      try Rows.crossEntropySlopes([1, 2], labels: [0], labelSmoothing: 1.5)
    }
    #expect(throws: DataError.labelOutside("labels", index: [1], label: 2, classes: 2)) {
      try Rows.crossEntropy([1, 2, 3, 4], labels: [0, 2])
    }
  }
}
