import CrossEntropy
import Testing

/// What is wrong with an expression is said, with its place.
@Suite struct `Errors of expressions` {
  @Test(arguments: [
    ("entropy([0.5, 0.5]", "expected ) at column 19"),
    ("[1, 2", "expected ] at column 6"),
    ("(1 + 2", "expected ) at column 7"),
    ("1)", ") without an opening bracket at column 2"),
    ("1 +", "the expression ends where a value should be at column 4"),
    ("", "the expression ends where a value should be at column 1"),
    ("1 2", "expected an operator at column 3"),
    ("1 ? 2", "? means nothing here at column 3"),
    ("1.2.3", "1.2.3 is no number at column 1"),
    ("1 < 2", "a comparison is a claim, not a value at column 3"),
    ("entrpy([0.5])", "there is no function entrpy at column 1; did you mean entropy?"),
    ("entropy([0.5], bas: 2)", "entropy has no option bas at column 16; did you mean base?"),
    ("entropy", "entropy needs its arguments in ( ) at column 1"),
    ("x + 1", "x is no number at column 1"),
    ("entropy()", "entropy needs p at column 1"),
    ("entropy([1], [1])", "entropy takes p and nothing after it without a name at column 14"),
    ("entropy([1], p: [1])", "entropy takes p and nothing after it without a name at column 9"),
    ("entropy(p: [1], p: [1])", "p is given twice at column 17"),
    (
      "entropy(base: 2, [1])", "an argument without a name follows one with a name at column 18"
    ),
    ("exp(1, 2)", "exp takes one argument at column 1"),
    ("exp(1, base: 2)", "exp has no argument base at column 8"),
    ("gradient(of: exp(1), by: x)", "of takes a call of the catalogue at column 14"),
    ("gradient(of: sigmoid(1))", "gradient needs by: NAME at column 1"),
    (
      "gradient(of: entropy([0.5]), by: q)",
      "entropy has no argument q at column 34; did you mean p?"
    ),
  ])
  func `faults of the text name the column`(text: String, expected: String) {
    let error = #expect(throws: ExpressionError.self) { try Calculation(parsing: text) }
    #expect(error?.description == expected)
    #expect(error?.kind == .syntax)
  }

  @Test(arguments: [
    ("entropy([1.2, 0])", "p[0] is 1.2, outside [0, 1]", 9),
    ("1 + entropy([0, -0.1])", "p[1] is -0.1, outside [0, 1]", 13),
    ("entropy([2 * log(2)])", "p[0] is 1.38629…, outside [0, 1]", 9),
    ("entropy([[0.5], [0.5]])", "p has shape [2, 1], where [n] is expected", 9),
    ("entropy([0.5], base: 1)", "base is 1, outside the finite numbers above 1", 22),
    ("entropy([0.5], base: exp(-1))", "base is 0.367879…, outside the finite numbers above 1", 22),
    (
      "sparse_categorical_cross_entropy([[0.5, 0.5]], [2])", "labels[0] is 2, outside 0..<2", 48
    ),
    (
      "sparse_categorical_cross_entropy([[0.5, 0.5]], [0.5])",
      "labels[0] must be a whole number", 48
    ),
    (
      "hinge([1], [1], reduction: average)",
      "reduction is average, where none or sum or mean is expected", 28
    ),
    ("[1, [2]]", "a list holds elements of one shape: [1] follows []", 5),
    ("[1, 2] + [1, 2, 3]", "+ between shapes [2] and [3]", 10),
    ("[1, 2][2]", "index 2 is outside 0..<2", 8),
    ("[1, 2][0.5]", "an index must be a whole number", 8),
    ("2[0]", "a single number has no elements", 3),
    ("pairwise_hinge([1, 2], softmax([1, 2]))", "relevance must be given as exact numbers", 24),
    (
      "expected_calibration_error(softmax([1, 2]), [1, 0])",
      "confidence must be given as exact numbers", 28
    ),
    ("isotonic_regression([1, 2], [log(2), 1])", "x must be given as exact numbers", 29),
    (
      "temperature_scaling(log([[1, 2]]), [0])", "logits must be given as exact numbers", 21
    ),
    ("hinge([1], [sigmoid(1)])", "y must be given as exact numbers", 12),
    (
      "gradient(of: zero_one_error([[0.5, 0.5]], [0]), by: p)",
      "zero_one_error has no gradient by p: it is piecewise constant", 53
    ),
    (
      "temperature_scaling([[1, 2]], [1])",
      "no temperature minimises the loss: every label has the largest logit, so the loss falls as "
        + "T falls to 0", 1
    ),
    ("differential_entropy(distribution: normal)", "differential_entropy needs sigma", 1),
  ])
  func `refused data name the element`(text: String, expected: String, column: Int) {
    let error = #expect(throws: ExpressionError.self) { try Calculation(parsing: text) }
    #expect(error?.message == expected)
    #expect(error?.column == column)
  }

  @Test func `deep nesting is refused, not crashed on`() {
    for (open, close) in [("(", ")"), ("[", "]"), ("-", ""), ("exp(", ")")] {
      let text =
        String(repeating: open, count: 100_000) + "1" + String(repeating: close, count: 100_000)
      #expect(throws: ExpressionError.self) { try Calculation(parsing: text) }
    }
  }
}
