import CrossEntropy
import Exact
import Testing

/// Expressions: what they mean, and that their values are certain.
@Suite struct `Expressions` {
  /// A single value to so many digits, exact ones as they are.
  static func value(_ text: String, digits: Int = 12) throws -> String {
    let calculation = try Calculation(parsing: text)
    #expect(calculation.shape.isEmpty, "\(text)")
    if let exact = calculation.exactValues().elements[0] { return exact.description }
    return try calculation.rounded(to: DecimalTarget(count: digits)).elements[0].description
  }

  @Test(arguments: [
    ("26/30", "13/15"), ("0.1 + 0.2", "0.3"), ("1e-5", "0.00001"), ("0x1.8p3", "12"),
    (".5", "0.5"), ("-2^2", "-4"), ("(-2)^3", "-8"), ("2^3^2", "512"), ("2^-2", "0.25"),
    ("6 ÷ 4 × 2 − 1", "2"), ("1 - 2 - 3", "-4"), ("8/4/2", "1"), ("+3 - -4", "7"),
    ("0^0", "1"), ("1/0", "Infinity"), ("0/0", "NaN"), ("-infinity", "-Infinity"),
    ("[[1, 2], [3, 4]][1][0]", "3"), ("[[1, 2], [3, 4]][1, 0]", "3"), ("sum([1, 2, 3])", "6"),
    ("mean([1, 2])", "1.5"), ("max(1, 3, 2)", "3"), ("min([4, 2], 3)", "2"), ("abs(-1/3)", "1/3"),
    ("([1, 2] * [3, 4] + 1)[1]", "9"),
  ])
  func `rational arithmetic is exact`(text: String, expected: String) throws {
    #expect(try Self.value(text) == expected)
  }

  @Test(arguments: [
    ("log(1)", "0"), ("log2(8)", "3"), ("log10(1/1000)", "-3"), ("log(9, base: 3)", "2"),
    ("exp(0)", "1"), ("expm1(0)", "0"), ("exp(log(2) + log(3))", "6"), ("sqrt(2)^2", "2"),
    ("4^(1/2)", "2"), ("log(e)", "1"), ("sigmoid(0)", "0.5"), ("log1p(0)", "0"),
    (
      "cross_entropy([0.7, 0.3], [0.6, 0.4]) - entropy([0.7, 0.3]) "
        + "- kl_divergence([0.7, 0.3], [0.6, 0.4])", "0"
    ),
    ("softmax([log(1), log(3)])[1]", "0.75"),
    ("entropy([1/2, 1/4, 1/8, 1/8], base: 2)", "1.75"),
    ("entropy([log(2) - log(2), 1])", "0"),
    ("perplexity([1/2, 1/2], [1/8, 1/2]) - 4", "0"),
    ("1 - sqrt(9)/3 + log(8, base: 2) - 3", "0"),
  ])
  func `rational values of irrational parts are recognised`(text: String, expected: String) throws {
    #expect(try Self.value(text) == expected)
  }

  @Test(arguments: [
    ("exp(1)", "2.71828182846"), ("pi", "3.14159265359"), ("log(2)", "0.693147180560"),
    ("log1p(1e-30)", "1.00000000000e-30"), ("expm1(1e-5000)", "1.00000000000e-5000"),
    ("2^0.5", "1.41421356237"), ("e^pi", "23.1406926328"), ("(1 - pi)^101", "-2.53760317126e33"),
    ("(sigmoid(1) - 1)^3", "-0.0194523953442"),
    ("log(10, base: 2)", "3.32192809489"), ("entropy([26/30, 4/30], base: 2)", "0.566509506553"),
    ("entropy(softmax([1, 2]))", "0.582203108888"),
    ("entropy([0.5, sigmoid(0.5), 0])", "0.641667232791"),
    ("softmax([1, 2], temperature: log(3))[0]", "0.286950886575"),
    ("entropy([0.5, 0.5], base: pi)", "0.605511561398"),
    ("gradient(of: sigmoid(1), by: x)", "0.196611933241"),
    ("gradient(of: sigmoid(log(2)), by: x)", "0.222222222222"),
    ("gradient(of: softmax([1, 2]), by: x, cotangent: [1, 0])[1]", "-0.196611933241"),
  ])
  func `irrational values have certain digits`(text: String, expected: String) throws {
    #expect(
      try Calculation(parsing: text).rounded(to: DecimalTarget(count: 12)).elements[0].description
        == expected, "\(text)")
  }

  @Test func `arguments go by position, by name, or both`() throws {
    let values = try [
      "kl_divergence([0.7, 0.3], [0.5, 0.5])", "kl_divergence([0.7, 0.3], q: [0.5, 0.5])",
      "kl_divergence(q: [0.5, 0.5], p: [0.7, 0.3])",
    ].map { try Self.value($0) }
    #expect(Set(values) == ["0.0822828785051"])
    let weighted = try [
      "sparse_categorical_cross_entropy([[0.7, 0.3], [0.4, 0.6]], [0, 1], [1, 2])",
      "sparse_categorical_cross_entropy([[0.7, 0.3], [0.4, 0.6]], [0, 1], class_weight: [1, 2])",
    ].map { try Self.value($0) }
    #expect(weighted[0] == weighted[1])
    // The optional scores are passed over where the labels need the place.
    #expect(try Self.value("zero_one_error([[0.6, 0.4]], [1])") == "1")
    #expect(try Self.value("zero_one_error(scores: [[6, 4]], labels: [1])") == "1")
  }

  @Test func `options are words, numbers and flags`() throws {
    let p = "binary_cross_entropy([0.5, 0.25], [1, 1]"
    #expect(try Self.value(p + ", reduction: sum) / log(2)") == "3")
    #expect(try Calculation(parsing: p + ", reduction: none)").shape == [2])
    #expect(try Self.value(p + ", clip: none, reduction: sum) / log(2)") == "3")
    #expect(try Self.value("l2_penalty([3], half: true)") == "4.5")
    #expect(try Self.value("expected_calibration_error([0.7], [1], bins: 5)") == "0.3")
    #expect(
      try Self.value("nll_loss([[-1, -2], [-3, -4]], [1, -100], ignore_index: -100)") == "2")
  }

  @Test func `every function of the catalogue can be called`() throws {
    for function in Function.all {
      let error = #expect(throws: ExpressionError.self) {
        try Calculation(parsing: "\(function.name)(no_such_name: 1)")
      }
      #expect(error?.message.hasPrefix("\(function.name) has no option no_such_name") == true)
      #expect(error?.column == function.name.count + 2)
    }
  }

  @Test func `a thousand digits of log 2 end as they should`() throws {
    let digits = try Calculation(parsing: "log(2)").rounded(to: DecimalTarget(count: 1000))
    #expect(digits.elements[0].description.hasSuffix("2344535348"))
    #expect(digits.elements[0].description.count == 1002)
  }

  @Test func `numbers of a format are correctly rounded`() throws {
    let calculation = try Calculation(parsing: "entropy([26/30, 4/30], base: 2)")
    #expect(
      try calculation.rounded(to: Format.float64).elements[0].hexadecimal == "3fe220d88b709208")
    #expect(try calculation.rounded(to: Format.float32).elements[0].hexadecimal == "3f1106c4")
  }

  @Test func `what no precision settles is undecided`() throws {
    let same = "softmax(softmax([1, 2]))[0]"
    let calculation = try Calculation(parsing: "\(same) - \(same)")
    #expect(throws: Undecided.self) { try calculation.rounded(to: DecimalTarget(count: 5)) }
    // Its nearest float64 is not: the two are closer than the least number above zero.
    #expect(try calculation.rounded(to: Format.float64).elements[0].isZero)
  }
}
