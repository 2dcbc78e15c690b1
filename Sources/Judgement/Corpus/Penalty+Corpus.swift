import CrossEntropy
import Exact

extension Corpus {
  static let l1Penalty: [Case] =
    penalties("l1_penalty", value: "L1-PENALTY-1", sum: "L1-PENALTY-2", slope: "L1-PENALTY-3") + [
      Case(
        "corner", "L1-PENALTY-3 GRADIENT-3", "any slope from −strength to strength",
        "l1_penalty([0, 1, -2, 0], strength: 3)", by: "w", cotangent: "-2"),
      Case("corner-unit", "L1-PENALTY-3 GRADIENT-3", "from −1 to 1", "l1_penalty([0])", by: "w"),
      Case(
        "greatest", "L1-PENALTY-1 ACCURACY-5", "the sum stays inside",
        "l1_penalty([{max}/2, -{max}/4])", by: "w"),
      Case("overflow", "ACCURACY-6", "the sum is beyond the format", "l1_penalty([{max}, -{max}])"),
      Case(
        "half", ["INPUT-6"], "it has none",
        Call("l1_penalty", ["w": .vector([1])], options: ["half": true])),
    ]

  static let l2Penalty: [Case] =
    penalties("l2_penalty", value: "L2-PENALTY-1", sum: "L2-PENALTY-3", slope: "L2-PENALTY-4") + [
      Case(
        "half", "L2-PENALTY-2", "half of it", "l2_penalty([3, -4, 0.5], half: true)",
        by: "w strength", cotangent: "-2"),
      Case(
        "half-strong", "L2-PENALTY-2", "half, by a strength",
        "l2_penalty([3, -4], strength: 0.01, half: true)", by: "w strength"),
      Case("not-half", "L2-PENALTY-2", "said aloud", "l2_penalty([3, -4], half: false)"),
      Case(
        "keras", "L2-PENALTY-1", "keras: L2(0.01) of 3, 4 is 0.25",
        "l2_penalty([3, 4], strength: 0.01)", by: "w"),
      Case("tensorflow", "L2-PENALTY-2", "tf.nn.l2_loss: 12.5", "l2_penalty([3, 4], half: true)"),
      Case("flat", "L2-PENALTY-4", "no corner at 0", "l2_penalty([0, 1], strength: 3)", by: "w"),
      Case(
        "underflow", "L2-PENALTY-1 ACCURACY-1", "squares below the format",
        "l2_penalty([{least}, {normal}])",
        by: "w"),
      Case(
        "overflow", "ACCURACY-6", "a square beyond the format", "l2_penalty([{max}, 1])", by: "w"),
      Case(
        "half-maybe", "INPUT-6", "neither true nor false", "l2_penalty([1], half: maybe)"),
    ]

  /// What is asked of both.
  private static func penalties(
    _ f: String, value: String, sum: String, slope: String
  ) -> [Case] {
    [
      Case(
        "ordinary", value, "numbers of both signs", "\(f)([3, -4, 0.5, -0.25])", by: "w strength",
        cotangent: "-3"),
      Case(
        "strength", value, "a strength", "\(f)([1.5, -2, 0.7], strength: 0.01)", by: "w strength",
        cotangent: "2"),
      Case("strength-1", value, "nothing changes", "\(f)([1.5, -2, 0.7], strength: 1)", by: "w"),
      Case(
        "strength-10", value, "above 1", "\(f)([0.1, -0.2, 0.3], strength: 10)", by: "w strength"),
      Case("strength-0", value, "nothing", "\(f)([1.5, -2], strength: 0)", by: "w strength"),
      Case("two", sum, "no mean", "\(f)([3, 4])", by: "w"),
      Case("four", sum, "twice as much of twice as many", "\(f)([3, 4, 3, 4])"),
      Case("scalar", value, "no axis", "\(f)(-3)", by: "w", cotangent: "0.5"),
      Case(
        "matrix", value, "all of it", "\(f)([[1, -2, 3], [-4, 5, -6]], strength: 0.5)", by: "w",
        cotangent: "-1"),
      Case("cube", value, "three axes", "\(f)([[[1], [-2]], [[0.5], [4]]])", by: "w"),
      Case("nothing", value, "the empty sum", "\(f)([])", by: "w strength"),
      Case(
        "nothing-matrix", [value], "the empty sum in two axes",
        Call(f, ["w": empty([2, 0])])),
      Case("zeros", value, "0", "\(f)([0, 0, 0])"),
      Case("cancelling", value, "signs do not cancel", "\(f)([1, -1, 2, -2])", by: "w"),
      Case(
        "tiny", value, "beside larger ones", "\(f)([1e-3, -1e-4, 1])", by: "w strength"),
      Case(
        "subnormal", "POLICY-13 \(slope)", "slopes of subnormal numbers",
        "\(f)([{normal}, -{normal}/2, {least}])", by: "w"),
      Case(
        "steps", "\(value) ACCURACY-1", "numbers next to 1", "\(f)([{above1}, -{below1}, 1])",
        by: "w"),
      Case("infinite", "POLICY-6 ACCURACY-4", "infinite", "\(f)([1, -inf])", by: "w"),
      Case(
        "infinite-slope", slope, "slopes at infinity", "\(f)([inf, -inf, 1], strength: 2)", by: "w"),
      Case(
        "infinite-strength-0", "INPUT-9", "a zero strength hides an infinity",
        "\(f)([1, -inf], strength: 0)", by: "w"),
      Case(
        "slope-hidden", "GRADIENT-4", "a zero cotangent hides it too", "\(f)([1, -inf])",
        by: "w strength", cotangent: "0"),
      Case("nan", "INPUT-2", "NaN in is NaN out", "\(f)([1, nan])", by: "w"),
      Case("nan-strength", "INPUT-2", "NaN in is NaN out", "\(f)([1, 2], strength: nan)"),
      Case(
        "nan-strength-0", "INPUT-10", "a zero hides no NaN", "\(f)([1, nan], strength: 0)", by: "w"),
      Case("127", sum, "one less than a block of 128", "\(f)(\(Lists.logits(127)))"),
      Case(
        "129", sum, "one more than a block", "\(f)(\(Lists.logits(129)), strength: 0.1)", by: "w"),
      Case("1000", sum, "a long sum", "\(f)(\(Lists.logits(1000)))"),
      unknownOption("\(f)([1])"),
    ] + notNonnegative("strength", "INPUT-6 POLICY-4", "\(f)([1, -2], strength: #)")
  }
}
