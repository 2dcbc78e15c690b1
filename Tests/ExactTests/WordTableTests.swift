import Property
import Support
import Testing

@testable import Exact

/// Every entry of the tables is the floor of what it stands for, by the slow independent way.
@Suite struct `Tables of words` {
  @Test func `of 64 bits`() { Self.check(UInt64.self) }
  @Test func `of 128 bits`() { Self.check(UInt128.self) }
  @Test func `of 192 bits`() { Self.check(UInt192.self) }

  private static func check<Word: MachineWord>(_: Word.Type) {
    let (tables, width) = (Word.tables, Word.bitWidth)
    let bits = 2 * width + 48
    let logOfTwo = Oracle.log(2, bits: bits + 16)
    var wrong: [String] = []

    /// Whether the upper word and the lower one make the floor of the value in units of 2^`unit`.
    func expect(_ value: Interval, _ unit: Int, _ high: Word, _ low: Word, _ name: String) {
      let entry = Rational(
        Integer(magnitude: Natural(word: high) << width + Natural(word: low)))
      let scaled = value * Interval(.powerOfTwo(-unit))
      if entry > scaled.low || scaled.high >= entry + Rational(1) { wrong.append(name) }
    }
    func part(_ index: Int, _ bits: Int) -> Rational { Rational(index) * .powerOfTwo(-bits) }

    for i in 0..<256 {
      let exponent = logOfTwo * Interval(part(i, 8))
      let power = Interval(
        Oracle.exp(exponent.low, bits: bits).low, Oracle.exp(exponent.high, bits: bits).high)
      let entry = tables.power(i)
      expect(i == 0 ? Interval(1) : power, 1 - 2 * width, entry.high, entry.low, "power \(i)")

      let small = logOfTwo * Interval(part(i, 16))
      let near =
        Interval(Oracle.exp(small.low, bits: bits).low, Oracle.exp(small.high, bits: bits).high)
        - Interval(1)
      expect(
        i == 0 ? Interval(0) : near, -width - 8, 0, tables.nearPower(i), "near power \(i)")
    }
    for (i, j) in (0..<256).map({ ($0, 8) }) + (0..<128).map({ ($0, 15) }) {
      let a = Rational(1) + part(i, j)
      let entry = j == 8 ? tables.reduction(i) : tables.nearReduction(i)
      if i == 0 {
        if entry.inverse != .max { wrong.append("inverse of 1") }
      } else {
        expect(Interval(a.reciprocal), -width, 0, entry.inverse, "inverse of \(a)")
      }
      let value = i == 0 ? Interval(0) : Oracle.log(a, bits: bits)
      expect(value, 11 - 2 * width, entry.logarithm.high, entry.logarithm.low, "log \(a)")
    }
    var factorial = Rational(1)
    for k in 2..<20 {
      factorial = factorial * Rational(k)
      if k < 16 { expect(Interval(Rational(1, k)), -width, 0, tables.inverse(k), "1/\(k)") }
      expect(
        Interval(factorial.reciprocal), -width, 0, tables.inverseFactorial(k), "1/\(k)!")
    }
    expect(logOfTwo, -2 * width, tables.logOfTwo.high, tables.logOfTwo.low, "log 2")
    let sums = tables.logOfTwoInSums
    expect(logOfTwo, 11 - 2 * width, sums.high, sums.low, "log 2 in sums")
    let ten = Oracle.log(10, bits: bits)
    for (ball, value) in [(tables.inverseLogOfTwo, logOfTwo), (tables.inverseLogOfTen, ten)] {
      expect(Interval(1) / value, ball.exponent, 0, ball.significand, "the inverse of a logarithm")
      if ball.significand &>> Word(width - 1) != 1 || ball.radius != 1 {
        wrong.append("a leading digit")
      }
    }
    #expect(wrong.count == 0, "\(wrong.prefix(5))")
  }
}
