extension WordBall {
  /// The greatest radius that `log` gives an exact argument.
  public static var logMaxError: Word { 5 }

  /// log(x), the natural logarithm, with small relative error also near one; unknown for x ≤ 0.
  ///
  /// Next to one, x = 1 + t exactly and the logarithm of 1 + t is that of small t: for t < 0
  /// as −log(1 + |t|/x), whose quotient's radius 1 counts twice at most, beside the 3 of
  /// `logOfOnePlusSmall`.
  @inline(__always)
  public static func log(_ x: WordBall) -> WordBall {
    if x.isNegative || x.isZero || x.isUnknown { return .unknown }
    // The exponent and eight digits, in order: 0 from 1 on, −1 just below.
    let digits = Int(truncatingIfNeeded: (x.significand &>> Word(Word.bitWidth - 9)).lowLimb) & 0xFF
    if UInt(bitPattern: x.top &* 256 &+ digits &+ 1) < 2 { return logNearOne(x) }
    let result = LogarithmParts(x.significand, 0, power: x.top).ball
    return x.radius == 0 ? result : result.widened(byRelativeErrorOf: x)
  }

  /// log of 1 + t for t in [−2^−9, 2^−8).
  @inline(never)
  private static func logNearOne(_ x: WordBall) -> WordBall {
    let t = x - one
    return t.isNegative ? -logOfOnePlusSmall(-t / x) : logOfOnePlusSmall(t)
  }

  /// An error of r moves the logarithm of a by at most −log(1 − r/a) ≤ r/a·(1 + r/a) for r/a ≤ 1/2;
  /// r/a ≤ r·2^(1−W).
  @inline(never)
  private func widened(byRelativeErrorOf x: WordBall) -> WordBall {
    guard x.radius < 1 &<< Word(Word.bitWidth / 2 - 2) else { return .unknown }
    return widened(by: x.radius, exponent: 1 - Word.bitWidth).widened(by: 1, exponent: exponent)
  }

  /// The greatest radius that `log(onePlus:)` gives an exact argument.
  public static var logOnePlusMaxError: Word { 11 }

  /// log(1 + x), with small relative error also near zero; unknown for x ≤ −1.
  ///
  /// For 2^−8 ≤ x < 1 the sum 1 + x keeps two words, so that an x with an error loses nothing by
  /// it: the result is at least x·log 2, so its unit at least half that of x. Below zero it is
  /// −log(1 + |x|/(1 + x)): the sum is cut (1), the quotient's radius is 4 then, which counts twice
  /// at most, beside the 3 of `logOfOnePlusSmall`.
  @inline(__always)
  public static func log(onePlus x: WordBall) -> WordBall {
    if x.isZero || x.isUnknown { return x }
    if x.isNegative {
      return x.top < -9 ? -logOfOnePlusSmall(-x / (one + x)) : log(one + x)
    }
    if x.top < -8 { return logOfOnePlusSmall(x) }
    if x.top >= 0 { return log(one + x) }
    // Below one: moved down by at least one place, no carry.
    let moved = x.significand.movedDown(by: -1 &- x.top).value
    let half = Wide(moved.high &>> 1, moved.low &>> 1 | moved.high &<< Word(Word.bitWidth - 1))
    let sum = LogarithmParts(half.high | leading, half.low, power: 0)
    return x.radius == 0 ? sum.ball : sum.ball.widened(by: x.radius, exponent: x.exponent)
  }

  /// log(1 + t) for 0 ≤ t < 2^−8.
  ///
  /// For t < 2^−15 it is t·(1 − G) with G = t·(1/2 − t/3 + …) (`LogarithmParts.series`) in units of
  /// 2^−(W+15): the cut of t counts less than 1 in it, the series 51, its floor 1; 2^15 of them
  /// are an ulp, of which the terms left out, t⁵/6, t⁹/10 or t¹³/14, are less than 2^−6; t·G is cut (1): radius 2,
  /// and 3 where the leading digit moves and all is doubled. Otherwise log a + log(1 + X) with a =
  /// 1 + j/2¹⁵, X = (t − j/2¹⁵)/a.
  ///
  /// An error δ of t adds at most δ, and the result's unit is that of t or half of it.
  @inline(__always)
  static func logOfOnePlusSmall(_ t: WordBall) -> WordBall {
    if t.isZero || t.isUnknown { return t }
    let width = Word.bitWidth
    let place = t.exponent &+ (width + 15)
    var result: WordBall
    if place > 0 {
      // The digits above 2^−15 are j; the ones below it fill a word, whose last is 2^−(W+15).
      let index = Int(
        truncatingIfNeeded: (t.significand &>> Word(truncatingIfNeeded: width - place)).lowLimb)
      let rest = t.significand &<< Word(truncatingIfNeeded: place)
      result = LogarithmParts(near: index, rest).nearBall
    } else {
      let size = place > -width ? t.significand &>> Word(truncatingIfNeeded: -place) : 0
      let series = LogarithmParts.series(size, Word.highProduct(size, size), Word.tables)
      let product = Word.highProduct(t.significand, Word.highProduct(size, series)) &>> 15
      let significand = t.significand &- product
      let isMoved = significand < leading
      result = WordBall(
        isNegative: false, significand: isMoved ? significand &<< 1 : significand,
        exponent: isMoved ? t.exponent &- 1 : t.exponent, radius: isMoved ? 3 : 2)
    }
    result = t.radius == 0 ? result : result.widened(by: t.radius, exponent: t.exponent)
    return t.isNegative ? .unknown : result
  }

  /// The greatest radius that `log2` and `log10` give an exact argument.
  public static var scaledLogMaxError: Word { 14 }

  /// The logarithm to base 2: the natural one times 1/log 2.
  @inline(__always)
  public static func log2(_ x: WordBall) -> WordBall { log(x) * Word.tables.inverseLogOfTwo }

  /// The logarithm to base 10: the natural one times 1/log 10.
  @inline(__always)
  public static func log10(_ x: WordBall) -> WordBall { log(x) * Word.tables.inverseLogOfTen }
}

/// power·log 2 + log(1 + i/2⁸) + log(1 + j/2¹⁵) + log(1 + X), in units of 2^(11−2W).
///
/// **The reductions.** With m = 1 + i/2⁸ + d: m = (1 + i/2⁸)(1 + z), z = d/(1 + i/2⁸) < 2^−8, in
/// units of 2^−(W+8), in which d is a word: the cut of a finer d, the floor of the table's inverse
/// and that of the product are less than 1 each: z falls short by less than 3, or 2 if d is exact.
/// In the same way X = (z − j/2¹⁵)/(1 + j/2¹⁵) < 2^−15 in units of 2^−(W+15) falls short by less
/// than 2, besides what z lacks, which counts at most 128 a unit.
///
/// **The series** log(1 + X) = X − X²·(1/2 − X/3 + …), up to X⁵, X⁹ or X¹³, errs in the unit of X
/// by the last floor, which is subtracted, (−1, 0), by what the square and the sum lack, 2^−9 of
/// it, and by the terms left out, X⁶/6 < 2^−92, X¹⁰/10 < 2^−153 or X¹⁴/14 < 2^−213: less than 0.1.
///
/// **The constants** are floors: of the power, |power| + 1 ≤ 2¹¹ + 1 units, of the others one each.
///
/// Altogether the sum falls short by (−1 … 3) units of 2^−(W+8), or (−1 … 2) for an exact d, each
/// within 0.05 of those; z is given one more so that it errs less either way: by at most 2.05, or
/// 1.05 for an exact d.
struct LogarithmParts<Word: MachineWord> {
  private let isNegative: Bool
  private let magnitude: Wide<Word>

  /// log of (`high` + `low`·2^−W)·2^(1−W)·2^`power`, the leading digit of `high` being one.
  @inline(__always)
  init(_ high: Word, _ low: Word, power: Int) {
    let tables = Word.tables
    let width = Word.bitWidth
    let index = Int(truncatingIfNeeded: (high &>> Word(width - 9)).lowLimb) & 0xFF
    let first = tables.reduction(index)
    let d = high &<< 9 | low &>> Word(width - 9)
    // One unit more than the floor, for it falls short only.
    let z = Word.highProduct(d, first.inverse) &+ 1
    let nearIndex = Int(truncatingIfNeeded: (z &>> Word(width - 7)).lowLimb)
    let second = tables.nearReduction(nearIndex)
    let x = Word.highProduct(z &<< 7, second.inverse)
    let sum = first.logarithm + second.logarithm + Self.logOfOnePlus(x, tables)
    let whole = tables.logOfTwoInSums * Word(truncatingIfNeeded: power.magnitude)
    isNegative = power < 0
    magnitude = whole.adding(sum, negatedBy: power < 0 ? .max : 0)
  }

  /// log(1 + j/2¹⁵ + rest·2^−(W+15)).
  @inline(__always)
  init(near index: Int, _ rest: Word) {
    let tables = Word.tables
    let entry = tables.nearReduction(index)
    isNegative = false
    magnitude =
      entry.logarithm
      + Self.logOfOnePlus(Word.highProduct(rest, entry.inverse) &+ 1, tables)
  }

  @inline(__always)
  private static func logOfOnePlus(_ x: Word, _ tables: WordTables<Word>) -> Wide<Word> {
    let square = Word.highProduct(x, x)
    let value = x &- (Word.highProduct(square, series(x, square, tables)) &>> 15)
    return Wide(value &>> 26, value &<< Word(Word.bitWidth - 26))
  }

  /// 1/2 − X/3 + X²/4 − … in units of 2^−W, for X < 2^−15 in units of 2^−(W+15) and its square in
  /// units of 2^−(W+30): as pairs 1/k − X/(k + 1), which do not wait for one another. From the third
  /// pair on, X⁴/6 − …, words of a limb less do.
  ///
  /// A pair has three floors, (−2, 1), and the pairs before count 2^−30: it errs by less than 2.1, in
  /// the shorter words by less than 3 with what is cut off their operands. These are 3·2⁶⁴ units and
  /// count 2^−60: less than 2.1 + 48 units in all.
  @inline(__always)
  static func series(_ x: Word, _ square: Word, _ tables: WordTables<Word>) -> Word {
    var sum: Word = 0
    if Word.bitWidth > 64 {
      var tail: Word.Shorter = 0
      var k = Word.bitWidth == 128 ? 8 : 12
      while k >= 6 {
        let product = Word.Shorter.highProduct(x.shortened, tables.inverse(k &+ 1).shortened)
        tail =
          tables.inverse(k).shortened &- (product &>> 15)
          &+ (Word.Shorter.highProduct(square.shortened, tail) &>> 30)
        k &-= 2
      }
      sum = Word(lengthening: tail)
    }
    var k = 4
    while k >= 2 {
      let pair = tables.inverse(k) &- (Word.highProduct(x, tables.inverse(k &+ 1)) &>> 15)
      sum = pair &+ (Word.highProduct(square, sum) &>> 30)
      k &-= 2
    }
    return sum
  }

  /// The sum rounded to a word, for a sum of at least 2^−9.
  ///
  /// Its error 2.05·2^−(W+8) is below 0.3 of the unit 2^(top+1−W) for top ≥ −6, and at most 2.05 of
  /// it for top = −9; the rounding is half.
  @inline(__always)
  var ball: WordBall<Word> {
    let rounded = self.rounded
    return WordBall(
      isNegative: isNegative, significand: rounded.significand, exponent: rounded.exponent,
      radius: rounded.exponent >= -5 - Word.bitWidth ? 1 : 3)
  }

  /// The sum rounded to a word, for a `near` sum: X falls short by less than 2 and was given 1, the
  /// series errs by (−1, 0.1), the constant is a floor: within 2.1 units of 2^−(W+15), which is the
  /// result's unit at its least, just below 2^−15, and a sixteenth of it from 2^−12 on.
  @inline(__always)
  var nearBall: WordBall<Word> {
    let rounded = self.rounded
    return WordBall(
      isNegative: isNegative, significand: rounded.significand, exponent: rounded.exponent,
      radius: rounded.exponent >= -11 - Word.bitWidth ? 1 : 3)
  }

  @inline(__always)
  private var rounded: (significand: Word, exponent: Int) {
    let width = Word.bitWidth
    let zeros = magnitude.high.leadingZeroBitCount
    let moved = magnitude.shiftedUp(zeros)
    let exponent = 11 &- width &- zeros
    let (sum, overflow) = moved.high.addingReportingOverflow(moved.low &>> Word(width - 1))
    return overflow ? (WordBall<Word>.leading, exponent &+ 1) : (sum, exponent)
  }
}
