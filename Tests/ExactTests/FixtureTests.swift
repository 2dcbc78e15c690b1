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

  /// The same function in the algebra that decides ties and what lies astronomically close to them.
  static func apply(_ name: String, _ x: Symbolic) -> Symbolic {
    let one = Symbolic(1)
    switch name {
    case "exp": return .exp(x)
    case "expm1": return .exp(x) - one
    case "log": return .log(x)
    case "log1p": return .log(one + x)
    case "log2": return .log(x) / .log(Symbolic(2))
    case "log10": return .log(x) / .log(Symbolic(10))
    case "sqrt": return .power(x, Symbolic(Rational(1, 2)))
    case "sigmoid": return one / (one + .exp(-x))
    case "softplus": return .log(one + .exp(x))
    case "value": return x
    default: preconditionFailure("no function \(name)")
    }
  }

  /// Ziv's loop: a few precisions, then the algebra.
  static func decide<Target: RoundingTarget>(
    _ name: String, _ argument: Rational, _ target: Target
  ) -> Target.Result? {
    let start = target.startingPrecision
    for precision in [start, 2 * start, 4 * start] {
      let argument = Ball(argument, precision: precision)
      if let result = target.round(apply(name, argument)) { return result }
    }
    return target.round(apply(name, Symbolic(argument)), cap: 1 << 17)
  }

  @Test func `seventy digits of every elementary value`() throws {
    let rows = try rows("ExactTests/Fixtures/elementary.tsv")
    #expect(rows.count > 500)
    for row in rows {
      let argument = try #require(Rational(row[1]), "\(row)")
      let result = Self.decide(row[0], argument, DecimalTarget(count: 70))
      guard case .finite(let digits) = result else {
        Issue.record("\(row[0])(\(row[1].prefix(80))) is \(String(describing: result))")
        continue
      }
      // Some exponents are too long for a number: significand and exponent are compared as text.
      let parts = row[2].split(separator: "e")
      let significand = parts[0].filter { $0 != "." }.drop { $0 == "-" }
      let exponent = digits.exponent + Integer(digits.digits.description.count - 1)
      let isSame =
        row[2] == "0"
        ? digits.digits.isZero
        : digits.isNegative == row[2].hasPrefix("-")
          && digits.digits.description == significand
          && exponent.description == (parts.count > 1 ? String(parts[1]) : "0")
      #expect(isSame, "\(row[0])(\(row[1].prefix(80))): \(digits), not \(row[2])")
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
          ? Floating(rounding: argument, to: format) : Self.decide(row[0], argument, format)
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
      let digits = row[1].prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }
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
