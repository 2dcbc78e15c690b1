/// The constants of the kernels in words of one width, made from `Ball` on first use and kept for
/// the life of the process: one row of words that never moves and is never freed, so that a look-up
/// is one load.
///
/// Every entry is the floor of the exact value in its unit; 1/1, which would not fit, is all ones.
@safe public struct WordTables<Word: MachineWord> {
  private let row: UnsafePointer<Word>

  @inline(__always)
  init(row: UnsafePointer<Word>) { unsafe self.row = row }

  /// Where each table begins in the row, in words.
  private enum Place {
    static var powers: Int { 0 }
    static var nearPowers: Int { powers + 2 * 256 }
    static var reductions: Int { nearPowers + 256 }
    static var nearReductions: Int { reductions + 3 * 256 }
    static var inverseFactorials: Int { nearReductions + 3 * 128 }
    static var inverses: Int { inverseFactorials + 20 }
    static var logOfTwo: Int { inverses + 16 }
    static var inverseLogs: Int { logOfTwo + 4 }
    static var end: Int { inverseLogs + 2 }
  }

  /// 2^(i/2⁸) in units of 2^(1−2W), for i < 2⁸.
  @inline(__always)
  func power(_ i: Int) -> Wide<Word> { wide(Place.powers &+ 2 &* i) }

  /// 2^(j/2¹⁶) − 1 in units of 2^−(W+8), for j < 2⁸.
  @inline(__always)
  func nearPower(_ j: Int) -> Word { unsafe row[Place.nearPowers &+ j] }

  /// 1/a in units of 2^−W and log a in units of 2^(11−2W) for a = 1 + i/2⁸, i < 2⁸.
  @inline(__always)
  func reduction(_ i: Int) -> (inverse: Word, logarithm: Wide<Word>) {
    let place = Place.reductions &+ 3 &* i
    return (unsafe row[place], wide(place &+ 1))
  }

  /// The same for a = 1 + j/2¹⁵, j < 2⁷.
  @inline(__always)
  func nearReduction(_ j: Int) -> (inverse: Word, logarithm: Wide<Word>) {
    let place = Place.nearReductions &+ 3 &* j
    return (unsafe row[place], wide(place &+ 1))
  }

  /// 1/k! in units of 2^−W, for 2 ≤ k < 20.
  @inline(__always)
  func inverseFactorial(_ k: Int) -> Word { unsafe row[Place.inverseFactorials &+ k] }

  /// 1/k in units of 2^−W, for 2 ≤ k < 16.
  @inline(__always)
  func inverse(_ k: Int) -> Word { unsafe row[Place.inverses &+ k] }

  /// log 2 in units of 2^−2W.
  @inline(__always)
  var logOfTwo: Wide<Word> { wide(Place.logOfTwo) }

  /// log 2 in units of 2^(11−2W), that of sums of logarithms.
  @inline(__always)
  var logOfTwoInSums: Wide<Word> { wide(Place.logOfTwo + 2) }

  /// 1/log 2, in [1, 2).
  @inline(__always)
  var inverseLogOfTwo: WordBall<Word> { ball(Place.inverseLogs, exponent: 1 - Word.bitWidth) }

  /// 1/log 10, in [1/4, 1/2).
  @inline(__always)
  var inverseLogOfTen: WordBall<Word> { ball(Place.inverseLogs + 1, exponent: -1 - Word.bitWidth) }

  @inline(__always)
  private func wide(_ place: Int) -> Wide<Word> { unsafe Wide(row[place], row[place &+ 1]) }

  @inline(__always)
  private func ball(_ place: Int, exponent: Int) -> WordBall<Word> {
    unsafe WordBall(isNegative: false, significand: row[place], exponent: exponent, radius: 1)
  }
}

// MARK: How they are made

extension WordTables {
  /// The row, in memory that is never freed.
  static func make() -> UnsafeMutablePointer<Word> {
    let width = Word.bitWidth
    let logOfTwo = { (precision: Int) in Ball.logOfTwo(precision: precision) }
    var words: [Word] = []
    for i in 0..<256 {
      words += pair(unit: 1 - 2 * width) { .exp(logOfTwo($0) * Ball(part(i, 8), precision: $0)) }
    }
    for j in 0..<256 {
      words.append(
        word(unit: -width - 8) { .expMinusOne(logOfTwo($0) * Ball(part(j, 16), precision: $0)) })
    }
    for a in (0..<256).map({ part($0, 8) }) + (0..<128).map({ part($0, 15) }) {
      let a = Rational(1) + a
      words.append(a == Rational(1) ? .max : word(unit: -width, of: a.reciprocal))
      words += pair(unit: 11 - 2 * width) { .log(Ball(a, precision: $0)) }
    }
    var factorial = 1
    for k in 0..<20 {
      factorial *= max(k, 1)
      words.append(k < 2 ? .max : word(unit: -width, of: Rational(1, factorial)))
    }
    for k in 0..<16 { words.append(k < 2 ? .max : word(unit: -width, of: Rational(1, k))) }
    words += pair(unit: -2 * width, logOfTwo) + pair(unit: 11 - 2 * width, logOfTwo)
    words.append(word(unit: 1 - width) { Ball(1) / logOfTwo($0) })
    words.append(word(unit: -1 - width) { Ball(1) / .logOfTen(precision: $0) })
    precondition(words.count == Place.end, "a table has too many entries or too few")

    let row = UnsafeMutablePointer<Word>.allocate(capacity: words.count)
    for (index, word) in words.enumerated() { unsafe (row + index).initialize(to: word) }
    return unsafe row
  }

  private static func part(_ numerator: Int, _ bits: Int) -> Rational {
    Rational(numerator) * .powerOfTwo(-bits)
  }

  private static func word(unit: Int, of value: Rational) -> Word {
    word(unit: unit) { Ball(value, precision: $0) }
  }

  private static func word(unit: Int, _ value: (Int) -> Ball) -> Word {
    let words = pair(unit: unit, value)
    precondition(words[0] == 0, "an entry does not fit in a word")
    return words[1]
  }

  /// The whole number of units 2^`unit` in a value, upper word first: both ends of an enclosure
  /// agree on it, or a narrower one is asked for.
  private static func pair(unit: Int, _ value: (Int) -> Ball) -> [Word] {
    var precision = 2 * Word.bitWidth + 64
    while true {
      let ball = value(precision)
      let (low, high) = (ball.lower.fixedPoint(bits: -unit), ball.upper.fixedPoint(bits: -unit))
      if low == high {
        let upper = low.magnitude >> Word.bitWidth
        return [upper, low.magnitude - upper << Word.bitWidth].map { Word(exactly: $0)! }
      }
      precision *= 2
    }
  }
}
