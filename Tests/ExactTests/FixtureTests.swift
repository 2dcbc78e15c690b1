import Exact
import Support
import Testing

/// The digits and roundings of the package against those of software that others wrote.
@Suite struct `Fixtures of elementary functions` {
  /// A function by the name that the fixtures give it.
  static func apply(_ name: String, _ x: Ball) -> Ball {
    let one = Ball(1)
    switch name {
    case "exp": return .exp(x)
    case "expm1": return .expMinusOne(x)
    case "log": return .log(x)
    case "log1p": return .log(onePlus: x)
    case "log2": return .log2(x)
    case "log10": return .log10(x)
    case "sqrt": return .squareRoot(x)
    case "sigmoid": return one / (one + .exp(-x))
    case "softplus": return .log(onePlus: .exp(x))
    case "value": return x
    default: preconditionFailure("no function \(name)")
    }
  }

  /// The first precision that decides, up to a length at which the fixtures' hardest rows are decided.
  static func decide<Result>(
    _ name: String, _ argument: Rational, from start: Int, _ round: (Ball) -> Result?
  ) -> Result? {
    var precision = start
    while precision < 80_000 {
      if let result = round(apply(name, Ball(argument, precision: precision))) { return result }
      precision *= 2
    }
    return nil
  }

  @Test func `seventy digits of every elementary value`() throws {
    let rows = try rows("ExactTests/Fixtures/elementary.tsv")
    #expect(rows.count > 500)
    for row in rows {
      let argument = try #require(Rational(row[1]), "\(row)")
      if row[2] == "0" {
        #expect(Self.apply(row[0], Ball(argument, precision: 64)).contains(Rational.zero), "\(row)")
        continue
      }
      let value = try #require(DecimalDigits(row[2]), "\(row)")
      let result = Self.decide(row[0], argument, from: 300) {
        DecimalDigits(rounding: $0, count: 70)
      }
      #expect(result == value, "\(row[0])(\(row[1].prefix(80)))")
    }
  }

  @Test func `correct rounding to the four formats`() throws {
    let rows = try rows("ExactTests/Fixtures/rounding.tsv")
    #expect(rows.count > 500)
    for row in rows {
      let argument = try #require(Rational(row[1]))
      for (format, expected) in zip([Format.float64, .float32, .float16, .bfloat16], row[2...]) {
        let result =
          row[0] == "value"
          ? Floating(rounding: argument, to: format)
          : Self.decide(row[0], argument, from: 80) { Floating(rounding: $0, to: format) }
        // The sign of a zero is never scored.
        let bits = result.map { $0.isZero ? "0" : $0.hexadecimal }
        let wanted = Floating(bits: UInt64(expected, radix: 16)!, format: format)
        #expect(
          bits == (wanted.isZero ? "0" : expected), "\(row[0])(\(row[1].prefix(80))) \(format)")
      }
    }
  }

  @Test func `constants to ten thousand digits`() throws {
    let precision = 34_000
    for row in try rows("ExactTests/Fixtures/constants.tsv") {
      let digits = row[1].filter { $0.isNumber }.drop { $0 == "0" }
      let count = digits.count
      func number(_ n: Int) -> Ball { Ball(Rational(n), precision: count * 4) }
      func entropy(_ p: [Rational]) -> Ball {
        p.reduce(Ball(0)) {
          $0 - Ball($1, precision: count * 4) * .log(Ball($1, precision: count * 4))
        }
      }
      let value: Ball =
        switch row[0].split(separator: "/1000")[0] {
        case "log(2)": .log(number(2))
        case "log(3)": .log(number(3))
        case "log(10)": .log(number(10))
        case "pi": .pi(precision: count * 4)
        case "e": .exp(number(1))
        case "entropy(1/7,2/7,4/7)": entropy([Rational(1, 7), Rational(2, 7), Rational(4, 7)])
        case "entropy2(26/30,4/30)": entropy([Rational(26, 30), Rational(4, 30)]) / .log(number(2))
        default: .unknown(precision: precision)
        }
      let result = DecimalDigits(rounding: value, count: count)
      #expect(result?.digits.description == String(digits), "\(row[0])")
    }
  }
}
