import CrossEntropy

extension Corpus {
  static let entropy: [Case] =
    [
      Case(
        "container-1", "ENTROPY-1 INPUT-13", "Koech 2020: 26 triangles, 4 circles",
        "entropy([26/30, 4/30], base: 2)"),
      Case(
        "container-2", "ENTROPY-1 INPUT-13", "Koech 2020: 14 triangles, 16 circles",
        "entropy([14/30, 16/30], base: 2)"),
      Case(
        "container-3", "ENTROPY-2 INPUT-13", "Koech 2020: only circles, no uncertainty",
        "entropy([0, 1], base: 2)"),
      Case(
        "container-1-bans", "INPUT-13", "the same in decimal digits",
        "entropy([26/30, 4/30], base: 10)"),
      Case("fair-coin", "ENTROPY-4 INPUT-13", "one bit", "entropy([1/2, 1/2], base: 2)"),
      Case("fair-coin-nats", "ENTROPY-4", "ln 2", "entropy([1/2, 1/2])", by: "p"),
      Case(
        "dyadic", "ENTROPY-1", "the answer is 7/4 bits", "entropy([1/2, 1/4, 1/8, 1/8], base: 2)"),
      Case("one-hot", "ENTROPY-2", "certainty among five", "entropy([0, 0, 1, 0, 0])"),
      Case("one-class", "ENTROPY-1", "nothing to be uncertain of", "entropy([1])"),
      Case("uniform-10", "ENTROPY-4", "ln 10", "entropy(\(Lists.copies("1/10", 10)))"),
      Case("uniform-1000", "ENTROPY-4", "ln 1000", "entropy(\(Lists.copies("1/1000", 1000)))"),
      Case("tiny", "ENTROPY-1", "a term far below the others", "entropy([1e-30, 0.5, 0.5])"),
      Case(
        "only-tiny", "ENTROPY-1", "an epsilon inside the logarithm would show",
        "entropy([1e-20, 1e-25, 1e-30])"),
      Case(
        "near-one", "ENTROPY-1", "log p where p is almost 1",
        "entropy([0.99999988079071044921875, 0.00000011920928955078125])"),
      Case(
        "unnormalised", "POLICY-8 ENTROPY-1", "summed as written, though the sum is 1.5",
        "entropy([0.5, 0.25, 0.75])", by: "p"),
      Case("skewed", "ENTROPY-1", "five classes", "entropy([0.05, 0.85, 0.07, 0.02, 0.01])"),
      Case(
        "ordinary", "ENTROPY-6 ENTROPY-1", "value and slopes under a cotangent",
        "entropy([0.1, 0.2, 0.3, 0.4])", by: "p", cotangent: "-3"),
      Case(
        "ordinary-bits", "ENTROPY-6 INPUT-13", "the same in bits",
        "entropy([0.1, 0.2, 0.3, 0.4], base: 2)", by: "p base", cotangent: "0.5"),
      Case(
        "permuted", "ENTROPY-3", "the same in another order",
        "entropy([0.3, 0.1, 0.4, 0.2], base: 2)"),
      Case(
        "two-dice", "ENTROPY-5", "a pair of independent sources",
        "entropy([0.06, 0.14, 0.24, 0.56], base: 10)"),
      Case("base-3", "INPUT-13", "one trit", "entropy([1/3, 1/3, 1/3], base: 3)", by: "base"),
      Case(
        "base-1.5", "INPUT-13", "a base that is no whole number",
        "entropy([0.7, 0.2, 0.1], base: 1.5)", by: "p base"),
      Case(
        "base-least", "INPUT-13 ACCURACY-1", "the least base there is",
        "entropy([0.7, 0.2, 0.1], base: {above1})"),
      Case("base-greatest", "INPUT-13", "a huge base", "entropy([0.7, 0.2, 0.1], base: {max})"),
      Case("nothing", "ENTROPY-1", "the empty sum", "entropy([])", by: "p"),
      Case("zeros", "ENTROPY-2", "nothing but zeros", "entropy([0, 0, 0])"),
      Case("ones", "ENTROPY-1 POLICY-8", "unnormalised certainty", "entropy([1, 1, 1])", by: "p"),
      Case(
        "zero-between", "ENTROPY-2", "a zero in the middle", "entropy([0.5, 0, 0.25, 0, 0.25])"),
      Case(
        "next-to-one", "ENTROPY-1 ACCURACY-1", "certainty but for one step",
        "entropy([{below1}, {u}])", by: "p"),
      Case(
        "all-next-to-one", "ENTROPY-1 POLICY-8", "each logarithm is tiny",
        "entropy([{below1}, {below1}, 1 - 3*{u}])"),
      Case(
        "normal", "ENTROPY-1", "products of the least normal number",
        "entropy([{normal}, 2*{normal}, 0.5])"),
      Case(
        "subnormal", "POLICY-13", "subnormal probabilities are not 0",
        "entropy([{normal}/2, {least}, 3*{least}])"),
      Case(
        "near-ties", "ENTROPY-4 ACCURACY-1", "halves that differ by a step",
        "entropy([0.5, {below1}/2, {above1}/2])", by: "p"),
      Case(
        "127", "ENTROPY-1", "one less than a block of 128", "entropy(\(Lists.shares(127)), base: 2)"
      ),
      Case("128", "ENTROPY-1", "a block of 128", "entropy(\(Lists.shares(128)))", by: "p"),
      Case(
        "129", "ENTROPY-1", "one more than a block", "entropy(\(Lists.shares(129)))",
        by: "p", cotangent: "-2"),
      Case("1000", "ENTROPY-1", "a long sum", "entropy(\(Lists.shares(1000)))"),
      Case(
        "4096", "ENTROPY-1 POLICY-14 POLICY-15", "a longer sum, with slopes",
        "entropy(\(Lists.shares(4096)), base: 2)", by: "p", isLong: true),
      Case("nan", "INPUT-2", "NaN in is NaN out", "entropy([0.5, nan, 0.5])", by: "p"),
      Case("nan-beside-zero", "INPUT-2 INPUT-10", "no zero hides it", "entropy([0, nan, 1])"),
      Case(
        "slope-at-0", "ENTROPY-6 GRADIENT-2", "plus infinity", "entropy([0, 0.5, 0.5])", by: "p"),
      Case(
        "slope-at-0-negative", "ENTROPY-6 GRADIENT-2", "minus infinity", "entropy([0, 1], base: 2)",
        by: "p", cotangent: "-0.5"),
      Case(
        "slope-hidden", "GRADIENT-4", "a zero cotangent hides an infinite slope",
        "entropy([0, 0.5, 0.5])", by: "p", cotangent: "0"),
      Case(
        "slope-hides-no-nan", "GRADIENT-4", "but no NaN", "entropy([nan, 0.5])", by: "p",
        cotangent: "0"),
      Case(
        "slope-cancels", "ENTROPY-6 ACCURACY-1", "ln p against 1, near p = 1/e",
        "entropy([0.36787944117144233, 0.3678794, 0.36, 0.368])", by: "p"),
      Case(
        "slope-uniform", "ENTROPY-6 ENTROPY-4", "equal slopes", "entropy([1/4, 1/4, 1/4, 1/4])",
        by: "p base", cotangent: "2"),
      Case(
        "slope-tiny", "ENTROPY-6", "slopes of tiny probabilities",
        "entropy([{least}, {normal}, 1e-3], base: 2)", by: "p"),
      Case(
        "matrix", "INPUT-5", "a table is no distribution", "entropy([[0.5, 0.5], [0.25, 0.75]])"),
      Case("scalar", "INPUT-5", "nor is a number", "entropy(0.5)"),
      Case(
        "slope-by-nothing", "GRADIENT-5", "no such thing to differentiate by",
        "entropy([0.5, 0.5])",
        by: "q"),
      unknownOption("entropy([0.5, 0.5])"),
    ] + noProbabilities("p", "entropy([0.5, #, 0.5])")
    + [
      Case(
        "outside-beside-nan", "INPUT-8", "NaN does not excuse it", "entropy([nan, 1.5])")
    ] + noBases("entropy([0.5, 0.25, 0.25], base: #)")
}
