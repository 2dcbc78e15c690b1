/// The constants of the kernels in words of one width, made from `Ball` on first use and kept for the
/// life of the process: memory that never moves and is never freed, so that a look-up is one load.
///
/// Every entry is the floor of the exact value in its unit.
@safe public struct WordTables<Word: MachineWord>: @unchecked Sendable {
  /// 1/a and log a for a reduction by a.
  struct Reduction: Sendable {
    /// In units of 2^−W; all ones for a = 1.
    let inverse: Word
    /// In units of 2^(11−2W), as every sum of logarithms.
    let logarithm: Wide<Word>
  }

  /// 2^(i/2⁸) in units of 2^(1−2W), for i < 2⁸.
  let powers: UnsafePointer<Wide<Word>>
  /// 2^(j/2¹⁶) − 1 in units of 2^−(W+8), for j < 2⁸.
  let nearPowers: UnsafePointer<Word>
  /// For a = 1 + i/2⁸, i < 2⁸.
  let reductions: UnsafePointer<Reduction>
  /// For a = 1 + j/2¹⁵, j < 2⁷.
  let nearReductions: UnsafePointer<Reduction>
  /// 1/k! in units of 2^−W, for 2 ≤ k < 16.
  let inverseFactorials: UnsafePointer<Word>
  /// 1/k in units of 2^−W, for 2 ≤ k < 16.
  let inverses: UnsafePointer<Word>

  /// log 2 in units of 2^−2W.
  let logOfTwo: Wide<Word>
  /// log 2 in units of 2^(11−2W).
  let logOfTwoInSums: Wide<Word>
  /// 1/log 2 and 1/log 10.
  let inverseLogOfTwo: WordBall<Word>
  let inverseLogOfTen: WordBall<Word>

  init() {
    let width = Word.bitWidth
    let rows = 1 << 8
    let step = { (precision: Int) in Ball.logOfTwo(precision: precision) }
    unsafe powers = Self.row(rows) { i in
      Self.wide(unit: 1 - 2 * width) { .exp(step($0) * Self.fraction(i, 8, $0)) }
    }
    unsafe nearPowers = Self.row(rows) { j in
      Self.word(unit: -width - 8) { .expMinusOne(step($0) * Self.fraction(j, 16, $0)) }
    }
    unsafe reductions = Self.row(rows) { Self.reduction($0, 8) }
    unsafe nearReductions = Self.row(rows / 2) { Self.reduction($0, 15) }
    unsafe inverses = Self.row(16) { k in
      k < 2 ? .max : Self.word(unit: -width) { Ball(Rational(1, k), precision: $0) }
    }
    unsafe inverseFactorials = Self.row(16) { k in
      let factorial = (1...max(k, 1)).reduce(1, *)
      return k < 2
        ? .max : Self.word(unit: -width) { Ball(Rational(1, factorial), precision: $0) }
    }
    logOfTwo = Self.wide(unit: -2 * width) { .logOfTwo(precision: $0) }
    logOfTwoInSums = Self.wide(unit: 11 - 2 * width) { .logOfTwo(precision: $0) }
    // In [1, 2) and in [1/4, 1/2).
    inverseLogOfTwo = Self.constant(exponent: 1 - width) { Ball(1) / .logOfTwo(precision: $0) }
    inverseLogOfTen = Self.constant(exponent: -1 - width) { Ball(1) / .logOfTen(precision: $0) }
  }

  private static func row<Entry>(
    _ count: Int, _ entry: (Int) -> Entry
  ) -> UnsafePointer<Entry> {
    let row = UnsafeMutablePointer<Entry>.allocate(capacity: count)
    for index in 0..<count { unsafe (row + index).initialize(to: entry(index)) }
    return unsafe UnsafePointer(row)
  }

  private static func fraction(_ numerator: Int, _ bits: Int, _ precision: Int) -> Ball {
    Ball(Rational(numerator) * .powerOfTwo(-bits), precision: precision)
  }

  private static func reduction(_ index: Int, _ bits: Int) -> Reduction {
    let value = Rational(1) + Rational(index) * .powerOfTwo(-bits)
    return Reduction(
      inverse: index == 0
        ? .max : word(unit: -Word.bitWidth) { Ball(value.reciprocal, precision: $0) },
      logarithm: wide(unit: 11 - 2 * Word.bitWidth) { .log(Ball(value, precision: $0)) })
  }

  private static func constant(exponent: Int, _ value: (Int) -> Ball) -> WordBall<Word> {
    WordBall(
      isNegative: false, significand: word(unit: exponent, value), exponent: exponent, radius: 1)
  }

  private static func word(unit: Int, _ value: (Int) -> Ball) -> Word {
    let floor = floor(unit: unit, value)
    precondition(floor.bitWidth <= Word.bitWidth, "a table's entry does not fit in a word")
    return floor.limbs.reversed().reduce(0) { $0 << Word(64 % Word.bitWidth) | Word($1) }
  }

  private static func wide(unit: Int, _ value: (Int) -> Ball) -> Wide<Word> {
    let floor = floor(unit: unit, value)
    let width = Word.bitWidth
    let high = floor >> width
    func word(_ part: Natural) -> Word {
      part.limbs.reversed().reduce(0) { $0 << Word(64 % Word.bitWidth) | Word($1) }
    }
    return Wide(word(high), word(floor - high << width))
  }

  /// The whole number of units 2^`unit` in a value that is not negative: both ends of an enclosure
  /// agree on it, or a narrower one is asked for.
  private static func floor(unit: Int, _ value: (Int) -> Ball) -> Natural {
    var precision = 2 * Word.bitWidth + 64
    while true {
      let ball = value(precision)
      let (low, high) = (ball.lower.fixedPoint(bits: -unit), ball.upper.fixedPoint(bits: -unit))
      if low == high { return low.magnitude }
      precision *= 2
    }
  }
}
