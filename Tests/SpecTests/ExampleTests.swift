import Specification
import Testing

/// The language of the examples: what is true passes, and whatever is false is found, with its line.
@Suite struct `Examples` {
  /// What is wrong in a chapter that holds one block.
  private func findings(_ block: String) -> [String] {
    let chapter = Chapter(name: "00-Test", text: "# Test\n\n```xent\n\(block)\n```\n")
    let examples = chapter.examples
    return (examples.unread + examples.read.flatMap { $0.findings() })
      .map { "\($0.line): \($0.message)" }
  }

  @Test(arguments: [
    "entropy([1/2, 1/4, 1/4], base: 2) = 3/2",
    "entropy([26/30, 4/30], base: 2) ≈ 0.5665",
    "entropy([26/30, 4/30], base: 2)\n  ≈ 0.57\n  ≉ 0.5667\n  ≉ 0.58\n  float32 0.5665095",
    "softmax([2, 1, 0]) ≈ [0.665, 0.245, 0.0900]",
    "softmax([[0, 0], [0, -Infinity]]) = [[1/2, 1/2], [1, 0]]",
    "log(2) + log(3) = log(6)",
    "information_content([0]) = [Infinity]",
    "information_content([0, 1])\n  ≈ [Infinity, 0]",
    "relu([NaN]) = [NaN]",
    "entropy([1/2, 1/2]) > entropy([9/10, 1/10])  # a comment",
    "# a comment\n\nexp(1) != 3\nexp(1) <= 3\nexp(1) >= 2\nexp(1) < 3",
    "binary_cross_entropy([1.5], [1])\n  ! p[0] is 1.5, outside [0, 1]",
    "log_sum_exp([1000, 1000])\n  ≈ 1000.693\n  naive Infinity",
    "gradient(of: softmax([2, 1, 0]), by: x, cotangent: [1, 0, 0])\n  ≈ [0.2227, -0.1628, -0.0599]",
    "softmax([\n  0,\n  0\n]) = [1/2, 1/2]",
    "sigmoid([1/3])\n  float64 0.5825702064623147\n  float16 0.5825\n  bfloat16 0.582",
  ])
  func `what is true passes`(block: String) {
    #expect(findings(block) == [])
  }

  @Test(arguments: [
    ("log(2) + log(3) = log(7)", "4: it is not proved to be equal: it is 1.79175946923"),
    ("exp(1) = 2.718281828459045", "4: it is not proved to be equal: it is 2.71828182846"),
    ("softmax([0, 0]) = 1/2", "4: its shape is [2], not []"),
    ("exp(1)\n  ≈ 2.718\n  ≈ 2.719", "6: at these digits it is 2.718"),
    ("softmax([2, 1]) ≈ [0.731, 0.268]", "4: at these digits it is 0.269 at place 1"),
    ("softmax([2, 1]) ≈ 0.731", "4: there are 1 numbers, where the value has 2"),
    ("softmax([2, 1]) ≉ [0.999, 0.268]", "4: it is that at these digits at place 1"),
    ("exp(1) ≉ 2.71", "4: it is that at these digits"),
    ("exp(1) ≈ NaN", "4: it is 2.7182818284590452354"),
    ("exp(1) ≈ x", "4: x is no number"),
    ("exp(1) < 2", "4: that is false"),
    ("exp(1) >= 3", "4: that is false"),
    ("1 != 1", "4: that is false"),
    ("relu([NaN]) = [0]", "4: it is not proved to be equal: it is NaN"),
    ("exp(0)\n  ! 1 is refused", "5: it is not refused, it is 1.00000000000"),
    (
      "relu([0]) + nothing ≈ 1",
      "4: it is refused: nothing at column 13 has no meaning here"
    ),
    ("sigmoid([1/3])\n  float32 [0.6]", "5: it is 0.5825702"),
    ("log_sum_exp([1000, 1000])\n  naive 1000.693", "5: it is Infinity"),
    ("sigmoid(-50)\n  naive 0", "5: it is 1.9287498479639178e-22"),
    ("exp(1)", "4: nothing is said of exp(1)"),
    ("  ≈ 2", "4: an indented line says something of the expression above it, such as ≈ 0.5"),
    ("softmax([1, 2) ≈ 1", "4: brackets are left open in the block"),
  ])
  func `what is false is found`(block: String, finding: String) {
    #expect(findings(block) == [finding])
  }

  @Test func `other fences are left alone`() {
    let chapter = Chapter(
      name: "00-Test",
      text: "```python\nexp(1)\n```\n\n```xent\nexp(0) = 1\n```\n```\nexp(2)\n```\n")
    #expect(chapter.examples.read.map(\.expression) == ["exp(0)"])
    #expect(chapter.examples.read.map(\.line) == [6])
    #expect(chapter.examples.unread == [])
  }
}
