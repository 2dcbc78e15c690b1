/// A ball in a machine word: a number with a proved error that lives in registers.
///
/// The promise is that of `Ball`, made without a single allocation: the true value lies within
/// `radius` of `significand`, both in units of 2^`exponent`, under the sign. The arithmetic is of
/// whole numbers only, so it is the same on every platform; where it proves too little, a result is
/// `unknown` or rounds to nothing, and the question passes on to a wider word or to `Ball`.
///
/// The words are 64, 128 and 192 bits. A kernel's error for an exact argument is a constant beside it,
/// argued in whole units of the last place: each floor is short by [0, 1) of one.
///
/// - Note: Code generic over the word is specialised within this module only; loops that have to be
///   fast belong here.
public struct WordBall<Word: MachineWord>: Sendable {
  /// The sign; a zero has none.
  public let isNegative: Bool
  /// In [2^(W−1), 2^W), or zero, which then is exact.
  public let significand: Word
  /// The weight of the significand's last digit is 2^`exponent`.
  public let exponent: Int
  /// In units of 2^`exponent`; at most the significand, or all ones for an unknown number.
  public let radius: Word

  @inline(__always)
  init(isNegative: Bool, significand: Word, exponent: Int, radius: Word) {
    (self.isNegative, self.significand) = (isNegative, significand)
    (self.exponent, self.radius) = (exponent, radius)
  }

  /// Zero, exactly.
  public static var zero: WordBall {
    WordBall(isNegative: false, significand: 0, exponent: 0, radius: 0)
  }

  /// One, exactly.
  public static var one: WordBall {
    WordBall(isNegative: false, significand: leading, exponent: 1 - Word.bitWidth, radius: 0)
  }

  /// A number of which nothing is known.
  public static var unknown: WordBall {
    WordBall(isNegative: false, significand: leading, exponent: 0, radius: .max)
  }

  /// Whether the number is surely zero.
  public var isZero: Bool { significand == 0 }
  /// Whether nothing is known of the number.
  public var isUnknown: Bool { radius == .max }

  /// The exponent of the leading digit: the significand's magnitude is in [2^top, 2^(top + 1)).
  var top: Int { exponent &+ (Word.bitWidth &- 1) }

  static var leading: Word { 1 &<< Word(Word.bitWidth - 1) }

  /// A finite number, exactly.
  /// - Precondition: `value` is neither infinite nor NaN.
  @inline(__always)
  public init(_ value: Double) {
    let bits = value.bitPattern
    let biased = Int(truncatingIfNeeded: (bits &>> 52) & 0x7FF)
    let fraction = bits & 0xF_FFFF_FFFF_FFFF
    precondition(biased != 0x7FF, "a ball in a word takes a finite number")
    var word = UInt64(0)
    var exponent = 0
    if biased != 0 {
      word = (fraction | 0x10_0000_0000_0000) &<< 11
      exponent = biased &- (1023 + 63)
    } else if fraction != 0 {
      let zeros = fraction.leadingZeroBitCount
      word = fraction &<< UInt64(zeros)
      exponent = -1074 - zeros
    }
    self.init(
      isNegative: bits &>> 63 == 1,
      significand: Word(truncatingIfNeeded: word) &<< Word(Word.bitWidth - 64),
      exponent: exponent &- (Word.bitWidth - 64), radius: 0)
  }

  /// The number of the other sign, without an error of its own.
  public static prefix func - (a: WordBall) -> WordBall {
    WordBall(
      isNegative: !a.isNegative, significand: a.significand, exponent: a.exponent, radius: a.radius)
  }

  /// The same size under a sign.
  @inline(__always)
  init(isNegative: Bool, _ size: WordBall) {
    self.init(
      isNegative: isNegative, significand: size.significand, exponent: size.exponent,
      radius: size.radius)
  }

  /// The same number with a further error of `error` · 2^`exponent`.
  @inline(__always)
  func widened(by error: Word, exponent other: Int) -> WordBall {
    if error == 0 { return self }
    if isZero { return .unknown }
    let shift = other &- exponent
    // Rounded up; what would not fit leaves nothing of the number.
    let added: Word
    if shift <= 0 {
      added = shift > -Word.bitWidth ? (error &- 1) &>> Word(truncatingIfNeeded: -shift) &+ 1 : 1
    } else if shift < error.leadingZeroBitCount {
      added = error &<< Word(truncatingIfNeeded: shift)
    } else {
      return .unknown
    }
    let (sum, overflow) = radius.addingReportingOverflow(added)
    if overflow || sum > significand { return .unknown }
    return WordBall(
      isNegative: isNegative, significand: significand, exponent: exponent, radius: sum)
  }
}

extension WordBall {
  /// The same enclosure as a `Ball`.
  public var asBall: Ball {
    if isUnknown { return .unknown(precision: Word.bitWidth) }
    let value = Dyadic(
      isNegative: isNegative, Natural(word: significand), exponent: Integer(exponent))
    let error = Dyadic(Natural(word: radius), exponent: Integer(exponent))
    return Ball(midpoint: value, radius: Magnitude(above: error), precision: Word.bitWidth)
  }
}
