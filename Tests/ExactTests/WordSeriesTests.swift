import Property
import Support
import Testing

@testable import Exact

/// The series of the kernels in words, against the same terms in exact arithmetic.
@Suite struct `Series in words` {
  /// The largest error in units of 2^−W, over arguments with many ones, few, and any digits.
  private static func greatestError<Word: MachineWord>(
    of _: Word.Type, step: Int, last: Int, _ coefficient: (Int) -> Word, _ exact: (Int) -> Rational
  ) -> Rational {
    var random = SplitMix(seed: 602)
    var greatest = Rational.zero
    for turn in 0..<120 {
      let digits = (0..<3).reduce(0 as Word) { word, _ in
        word &<< (Word.bitWidth == 64 ? 0 : 64) ^ Word(random.next())
      }
      let cut = Word(random.int(0...Word.bitWidth - 1))
      let x: Word =
        turn % 3 == 0 ? .max &- (digits &>> cut) : turn % 3 == 1 ? digits &>> cut : digits
      let series = Word.pairedSeries(
        x, .highProduct(x, x), step: step, last: last, coefficient)
      let size =
        Rational(Integer(magnitude: Natural(word: x)))
        * .powerOfTwo(-Word.bitWidth - abs(step))
      var (sum, power) = (Rational.zero, Rational.one)
      for k in 2...last + 1 {
        sum += power * exact(k) * Rational(step < 0 && k % 2 == 1 ? -1 : 1)
        power = power * size
      }
      let error =
        sum * .powerOfTwo(Word.bitWidth) - Rational(Integer(magnitude: Natural(word: series)))
      greatest = max(greatest, error.magnitude)
    }
    return greatest
  }

  private static func check<Word: MachineWord>(_: Word.Type, exponential: Int, logarithm: Int) {
    let tables = Word.tables
    let factorial = { (k: Int) in Rational(1, (1...k).reduce(1, *)) }
    let first = greatestError(
      of: Word.self, step: 16, last: Word.bitWidth / 16 - 2, { tables.inverseFactorial($0) },
      factorial)
    #expect(first < Rational(exponential, 10), "\(Word.self): \(first.floor)")
    let second = greatestError(
      of: Word.self, step: -15, last: Word.bitWidth / 16, { tables.inverse($0) },
      { Rational(1, $0) })
    #expect(second < Rational(logarithm, 10), "\(Word.self): \(second.floor)")
    // What stands behind in fewer limbs shows, so that the bound is one.
    if Word.bitWidth > 64 { #expect(second > 3) }
  }

  @Test func `they err by less than their bounds`() {
    Self.check(UInt64.self, exponential: 31, logarithm: 22)
    Self.check(UInt128.self, exponential: 62, logarithm: 380)
    Self.check(UInt192.self, exponential: 93, logarithm: 6020)
  }
}
