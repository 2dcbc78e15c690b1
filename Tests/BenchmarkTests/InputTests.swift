import Exact
import Testing

@testable import Benchmarks

/// What workloads compute with.
@Suite struct `Inputs of benchmarks` {
  @Test func `are the same every time`() {
    for workload in Workload.all { #expect(workload.inputs == workload.inputs) }
  }

  @Test func `are the same on every machine`() {
    #expect(Workload.crossEntropyRow.inputs.words[0] == "bfe7bfe82ce8d2c5")
    #expect(Workload.balls[0].inputs.words[0] == "889cfab16d7b92a1dc11ca945d63a77c")
  }

  @Test func `names are told apart`() {
    let names = Workload.all.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test func `logits are about normal`() {
    let logits = Workload.crossEntropyRow.inputs.doubles
    let mean = logits.reduce(0, +) / Double(logits.count)
    let variance = logits.reduce(0) { $0 + $1 * $1 } / Double(logits.count)
    #expect(abs(mean) < 0.15)
    #expect(abs(variance - 9) < 0.6)
  }

  @Test func `wide numbers lie between a quarter and eight`() {
    for value in Workload.balls[0].inputs.eighths(bits: 128) {
      #expect(Dyadic(Natural(1), exponent: -2) <= value && value < Dyadic(8))
    }
  }

  @Test func `distributions add up to 1`() {
    for row in Workload.decimalEntropy.inputs.rows(of: 100) {
      #expect(row.reduce(0, +) == 1)
      #expect(row.allSatisfy { $0 > 0 })
    }
  }
}
