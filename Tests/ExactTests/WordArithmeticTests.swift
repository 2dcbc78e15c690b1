import Property
import Support
import Testing

@testable import Exact

/// The four operations on balls in words, and their rounding, against exact arithmetic.
@Suite struct `Arithmetic in words` {
  private static func ball<Word: MachineWord>(_ random: inout SplitMix) -> WordBall<Word> {
    let top = (1 as Word) &<< Word(Word.bitWidth - 1)
    let significand: Word =
      switch random.int(0...4) {
      case 0: top
      case 1: .max
      case 2: top | Word(truncatingIfNeeded: random.limb())
      default:
        top | random.word()
      }
    let radius: Word =
      switch random.int(0...3) {
      case 0: 0
      case 1: Word(random.int(0...9))
      default: significand &>> Word(random.int(0...(Word.bitWidth - 1)))
      }
    return WordBall(
      isNegative: Bool.random(using: &random), significand: significand,
      exponent: random.int(-4...4) * random.int(0...40), radius: radius)
  }

  private static func ends<Word>(_ x: WordBall<Word>) -> [Rational] {
    let middle = Rational(
      Integer(isNegative: x.isNegative, magnitude: Natural(word: x.significand)))
    let radius = Rational(Integer(magnitude: Natural(word: x.radius)))
    return [middle - radius, middle, middle + radius].map { $0 * .powerOfTwo(x.exponent) }
  }

  private static func attack<Word: MachineWord>(_: Word.Type) -> [String] {
    var random = SplitMix(seed: UInt64(Word.bitWidth))
    var wrong: [String] = []
    for _ in 0..<20_000 {
      let x: WordBall<Word> = ball(&random)
      var y: WordBall<Word> = ball(&random)
      if random.int(0...5) == 0 {
        // Next to the first, for cancellation.
        y = WordBall(
          isNegative: !x.isNegative,
          significand: max(x.significand &- 1, 1 &<< Word(Word.bitWidth - 1)),
          exponent: x.exponent, radius: y.radius > x.significand &>> 1 ? 0 : y.radius)
      }
      let operations: [(String, WordBall<Word>, (Rational, Rational) -> Rational)] = [
        ("+", x + y, { $0 + $1 }), ("-", x - y, { $0 - $1 }), ("*", x * y, { $0 * $1 }),
        ("/", x / y, { $0 / $1 }),
      ]
      for (name, result, operation) in operations where !result.isUnknown {
        if name == "/" && y.radius >= y.significand { continue }
        let bounds = ends(result)
        for a in ends(x) {
          for b in ends(y) where name != "/" || !b.isZero {
            let exact = operation(a, b)
            if exact < bounds[0] || bounds[2] < exact { wrong.append("\(x) \(name) \(y)") }
          }
        }
        if x.radius == 0 && y.radius == 0 && result.radius > 1 {
          wrong.append("\(x) \(name) \(y): \(result.radius)")
        }
      }
    }
    return wrong
  }

  @Test func `the four operations enclose`() {
    let wrong = Self.attack(UInt64.self) + Self.attack(UInt128.self) + Self.attack(UInt192.self)
    #expect(wrong.count == 0, "\(wrong.count): \(wrong.prefix(3))")
  }

  /// Balls round points halfway, powers of two, the ends of each format.
  private static func rounded<Word: MachineWord>(_: Word.Type) -> (wrong: [String], open: Int) {
    var random = SplitMix(seed: UInt64(Word.bitWidth) + 1)
    var (wrong, open) = ([String](), 0)
    for _ in 0..<20_000 {
      for format in Format.allCases {
        var x: WordBall<Word> = ball(&random)
        // Some digits of the format, its half, and a little more or less.
        let kept = random.int(1...(format.precision + 1))
        let little = Word(random.int(0...6)) &- 3
        let cut = Word(Word.bitWidth - kept)
        let digits = (x.significand &>> cut) &<< cut
        let significand = random.int(0...3) == 0 ? x.significand : digits &+ little
        let exponents = [
          format.leastExponent, format.greatestExponent, format.leastExponent - format.precision, 0,
        ]
        x = WordBall(
          isNegative: x.isNegative, significand: significand | 1 &<< Word(Word.bitWidth - 1),
          exponent: exponents[random.int(0...3)] + random.int(-3...3) - Word.bitWidth + 1,
          radius: random.int(0...9) == 0 ? x.radius : Word(random.int(0...6)))
        let bits = x.rounded(to: format)
        let ends = ends(x)
        let low = Floating(rounding: ends[0], to: format)
        let high = Floating(rounding: ends[2], to: format)
        if let bits {
          let given = Floating(bits: bits, format: format)
          let agree = low == high || low.isZero && high.isZero
          if !agree || (given != low && !(given.isZero && low.isZero))
            || given.isNegative != x.isNegative
          {
            wrong.append("\(x) to \(format)")
          }
        } else if low == high {
          open += 1
          // What is left open although the ends agree: a tie at an end, or a radius out of
          // proportion.
          let reach = x.radius < 1 &<< Word(Word.bitWidth - format.precision - 3)
          let isTie = [ends[0], ends[2]].contains {
            Floating(rounding: $0 * (Rational(1) - .powerOfTwo(-2 * Word.bitWidth)), to: format)
              != Floating(
                rounding: $0 * (Rational(1) + .powerOfTwo(-2 * Word.bitWidth)), to: format)
          }
          if reach && !isTie && x.exponent + Word.bitWidth > format.leastExponent {
            wrong.append("\(x) to \(format) is left open")
          }
        }
      }
    }
    return (wrong, open)
  }

  @Test func `a rounding is that of both ends or none`() {
    for (wrong, open) in [
      Self.rounded(UInt64.self), Self.rounded(UInt128.self), Self.rounded(UInt192.self),
    ] {
      #expect(wrong.count == 0, "\(wrong.count): \(wrong.prefix(3))")
      #expect(open < 20_000)
    }
  }
}
