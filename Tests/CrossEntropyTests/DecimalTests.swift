import CrossEntropy
import CrossEntropyDecimal
import Exact
import Foundation
import Property
import Support
import Testing

@Suite struct `Foundation's Decimal` {
  /// A Decimal from its digits, without its arithmetic.
  private static func decimal(_ isNegative: Bool, _ digits: UInt128, _ exponent: Int) -> Decimal {
    Decimal(
      sign: isNegative ? .minus : .plus, exponent: exponent, significand: Decimal(exactly: digits)!)
  }

  @Test func `conversions go round`() throws {
    var random = SplitMix(seed: 301)
    var wrong: [String] = []
    for _ in 0..<3000 {
      let count = Int.random(in: 1...38, using: &random)
      let limit = (0..<count).reduce(UInt128(1)) { product, _ in product * 10 }
      let digits = UInt128.random(in: 0..<limit, using: &random)
      // Zeros at the end would be added to the exponent, and must not carry it past 127.
      let exponent = Int.random(in: -128...90, using: &random)
      let isNegative = Bool.random(using: &random)
      let value = Self.decimal(isNegative, digits, exponent)
      let exact =
        Rational(Integer(isNegative: isNegative, magnitude: Natural(digits)))
        * Rational(10).power(exponent)
      let (number, read) = (try Decimal38(value), try Rational(value))
      let back = try Decimal(number)
      if number.value != .finite(exact) || read != exact || back != value {
        wrong.append("\(value)")
      }
    }
    #expect(wrong.count == 0, "\(wrong.count): \(wrong.prefix(3))")
  }

  @Test func `the largest, the least, and one digit too many`() throws {
    let greatest = Decimal.greatestFiniteMagnitude
    let most = Rational(Integer(magnitude: Natural(UInt128.max))) * Rational(10).power(127)
    #expect(try Rational(greatest) == most && Rational(-greatest) == -most)
    // 39 digits, which are read exactly, and rounded to 38.
    #expect(try Decimal38(greatest) == Decimal38(most))
    let least = Self.decimal(false, 1, -128)
    #expect(try Rational(least) == Rational(10).power(-128))
    #expect(try Decimal(Decimal38(least)) == least)
    for exponent in [127, 128, 165] {
      let power = Decimal38(isNegative: true, significand: 1, exponent: exponent)
      #expect(try Rational(Decimal(power)) == -Rational(10).power(exponent))
    }
    let longest = Decimal38(
      significand: 99_999_999_999_999_999_999_999_999_999_999_999_999, exponent: 127)
    #expect(
      try Rational(Decimal(longest)) == (Rational(10).power(38) - 1) * Rational(10).power(127))
    #expect(try Decimal(Decimal38.zero) == 0 && Decimal38(Decimal(0)) == .zero)
  }

  @Test func `what no Decimal is, is an error`() {
    let tooLarge = Decimal38(significand: 1, exponent: 166)
    let tooSmall = Decimal38(significand: 1, exponent: -129)
    let tooLong = Decimal38(significand: 11, exponent: -129)
    for value in [tooLarge, tooSmall, tooLong, -tooSmall] {
      #expect(throws: DecimalConversionError.outOfRange(value)) { try Decimal(value) }
    }
    #expect(throws: DecimalConversionError.infinite(isNegative: true)) {
      try Decimal(-Decimal38.infinity)
    }
    #expect(throws: DecimalConversionError.notANumber) { try Decimal(Decimal38.nan) }
    #expect(throws: DecimalConversionError.notANumber) { try Decimal38(Decimal.nan) }
    #expect(throws: DecimalConversionError.infinite(isNegative: true)) { try Decimal.log(0) }
    #expect(throws: DecimalConversionError.notANumber) { try Decimal.log2(-1) }
    #expect(throws: DecimalConversionError.self) { try Decimal.exp(400) }
    #expect("\(DecimalConversionError.outOfRange(tooLarge))".contains("1e166"))
  }

  @Test func `elementary functions have the fixtures' digits`() throws {
    var (wrong, count) = ([String](), 0)
    for row in try rows("ExactTests/Fixtures/elementary.tsv") {
      // Arguments that a Decimal holds, values that it holds to 38 digits.
      guard let argument = Rational(row[1]), case .finite = Decimal38(argument).value,
        let decimal = try? Decimal(Decimal38(argument)), (try Rational(decimal)) == argument,
        let exponent = Int(row[2].split(separator: "e").last ?? ""), abs(exponent) < 90,
        let truth = Rational(row[2])
      else { continue }
      let result: Decimal
      switch row[0] {
      case "exp": result = try .exp(decimal)
      case "log": result = try .log(decimal)
      case "log2": result = try .log2(decimal)
      case "log10": result = try .log10(decimal)
      default: continue
      }
      count += 1
      if try Rational(result) != Decimal38(truth).value.asRational { wrong.append("\(row)") }
    }
    #expect(wrong.count == 0, "\(wrong)")
    #expect(count > 60)
  }

  @Test func `a sum of decimals is taken as written, not as a Double`() throws {
    let third = try #require(Decimal(string: "3.133"))
    #expect(try Rational(third) == Rational(3133, 1000))
    let (p, q) = (try #require(Decimal(string: "0.1")), try #require(Decimal(string: "0.3")))
    let call = Call(
      "mean_squared_error", ["prediction": .decimals([p]), "target": .decimals([q])])
    #expect(
      try Reference(call).decimals().value.elements == [try #require(Decimal(string: "0.04"))])
  }

  @Test func `entropy in bits, correctly rounded and as the formula adds it up`() throws {
    let p: [Decimal] = [0.25, 0.125, 0.625]
    let call = Call(
      "entropy", ["p": .decimals(p)], options: ["base": .decimal(2)], gradient: ["p"])
    let reference = try Reference(call)
    let (certified, formula) = (try reference.decimals(), try reference.decimalFormula())
    let digits = try reference.digits(38)
    for (decimal, expected) in zip(
      certified.value.elements + certified.gradient["p"]!.elements,
      digits.value.elements + digits.gradient["p"]!.elements)
    {
      #expect(Decimal(string: expected.description) == decimal)
    }
    // The roundings of the formula show in the last digits only.
    let (a, b) = (
      try Rational(certified.value.elements[0]), try Rational(formula.value.elements[0])
    )
    #expect((a - b).magnitude < Rational(10).power(-35))
    let matrix = Call.Argument.decimals([[1, 2], [3, 4]])
    #expect(matrix.shape == [2, 2] && Call.Argument.decimal(1).shape == [])
    #expect(Call.Argument.decimals([Decimal.nan]) == .real(Tensor([.nan])))
  }
}
