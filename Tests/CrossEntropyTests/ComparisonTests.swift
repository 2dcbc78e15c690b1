import CrossEntropy
import Testing

/// Claims are decided, not estimated.
@Suite struct `Claims` {
  @Test(arguments: [
    "entropy([1/2, 1/2]) > entropy([9/10, 1/10])", "0.1 + 0.2 = 0.3", "sigmoid(40) < 1",
    "sigmoid(-1000) > 0", "log(4) = 2 * log(2)", "log(2) != 0.693147180559945309417232121458",
    "sqrt(2) * sqrt(2) = 2", "1 <= 1", "1 >= 1", "2 != 3", "exp(1000) > 2^1024",
    "abs(sum(softmax([2, 1, -1])) - 1) < 1 / 10^30", "0.1^1000 < (1 / 2)^1075",
    "information_content(0) > 10^100", "-log(0) = infinity", "nan != nan", "1 ≤ 2", "2 ≥ 1",
    "1 ≠ 2", "exp(-10^6) > 0", "1 - exp(-10^5) < 1",
  ])
  func `true claims hold`(text: String) throws { #expect(try Comparison(parsing: text).holds()) }

  @Test(arguments: [
    "entropy([1/2, 1/2]) < entropy([9/10, 1/10])", "log(4) != 2 * log(2)", "1 < 1", "1 > 1",
    "log(2) = 0.693147180559945309417232121458", "nan = nan", "nan < 1", "sigmoid(40) >= 1",
    "cross_entropy([0.7, 0.3], [0.5, 0.5]) = cross_entropy([0.5, 0.5], [0.7, 0.3])",
  ])
  func `false claims do not`(text: String) throws {
    #expect(try !Comparison(parsing: text).holds())
  }

  @Test func `an equality that nothing proves is undecided`() throws {
    let value = "softmax(softmax([1, 2]))[0]"
    #expect(throws: Undecided.self) { try Comparison(parsing: "\(value) = \(value)").holds() }
  }

  @Test func `a claim needs a relation between single numbers`() {
    #expect(throws: ExpressionError.self) { try Comparison(parsing: "1 + 1") }
    #expect(throws: ExpressionError.self) { try Comparison(parsing: "[1] = [1]") }
    #expect(throws: ExpressionError.self) { try Comparison(parsing: "1 < 2 < 3") }
  }
}
