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
    #expect(throws: DataError.labelOutside("labels", index: [1], label: 2, classes: 2)) {
      try Rows.crossEntropy([1, 2, 3, 4], labels: [0, 2])
    }
  }
}
