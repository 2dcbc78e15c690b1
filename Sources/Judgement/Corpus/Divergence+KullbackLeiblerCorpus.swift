import CrossEntropy

extension Corpus {
  static let klDivergence: [Case] =
    [
      Case(
        "three-events", "KL-DIVERGENCE-1 INPUT-13", "Brownlee 2019: KL(P ‖ Q), 1.927 bits",
        "kl_divergence([0.10, 0.40, 0.50], [0.80, 0.15, 0.05], base: 2)", by: "p q"),
      Case(
        "three-events-turned", "KL-DIVERGENCE-1 INPUT-13", "Brownlee 2019: KL(Q ‖ P), 2.022 bits",
        "kl_divergence([0.80, 0.15, 0.05], [0.10, 0.40, 0.50], base: 2)"),
      Case(
        "three-events-nats", "KL-DIVERGENCE-1", "the same in nats",
        "kl_divergence([0.10, 0.40, 0.50], [0.80, 0.15, 0.05])", by: "p q", cotangent: "-3"),
      Case(
        "coins", "KL-DIVERGENCE-1", "a fair coin taken for another",
        "kl_divergence([0.5, 0.5], [0.9, 0.1])", by: "p q"),
      Case(
        "itself", "KL-DIVERGENCE-2", "0",
        "kl_divergence([0.1, 0.2, 0.3, 0.4], [0.1, 0.2, 0.3, 0.4])",
        by: "p q"),
      Case(
        "near-itself", "KL-DIVERGENCE-3 ACCURACY-1", "everything cancels",
        "kl_divergence([0.25, 0.75], [0.25 + 4*{u}, 0.75 - 4*{u}])", by: "p q"),
      Case(
        "nearer-itself", "KL-DIVERGENCE-3 ACCURACY-1", "a difference of one step",
        "kl_divergence([0.5, {below1}/2], [{below1}/2, 0.5], base: 2)"),
      Case(
        "near-itself-1e-3", "KL-DIVERGENCE-1 ACCURACY-1", "half of what is wanted cancels",
        "kl_divergence([0.3, 0.3, 0.4], [0.301, 0.299, 0.4])"),
      Case(
        "negative", "POLICY-8 KL-DIVERGENCE-1", "below 0, since the sums differ",
        "kl_divergence([0.25, 0.25], [0.5, 0.75])", by: "p q"),
      Case(
        "unnormalised", "POLICY-8 KL-DIVERGENCE-1", "as written",
        "kl_divergence([0.9, 0.8], [0.25, 0.5])", by: "p q", cotangent: "2"),
      Case(
        "bans", "INPUT-13", "decimal digits", "kl_divergence([0.3, 0.7], [0.01, 0.1], base: 10)",
        by: "p q base", cotangent: "3"),
      Case(
        "base-3", "INPUT-13", "any base above 1", "kl_divergence([0.3, 0.7], [2/3, 1/3], base: 3)",
        by: "p q base"),
      Case(
        "base-least", "INPUT-13 ACCURACY-1", "the least base there is",
        "kl_divergence([0.25, 0.75], [0.5, 0.5], base: {above1})"),
      Case("nothing", "KL-DIVERGENCE-1", "the empty sum", "kl_divergence([], [])", by: "p q"),
      Case("one-class", "KL-DIVERGENCE-2", "0", "kl_divergence([1], [1])"),
      Case(
        "one-hot", "KL-DIVERGENCE-4", "minus the log of one",
        "kl_divergence([0, 1, 0], [0.2, 0.7, 0.1])", by: "q"),
      Case(
        "zero-and-zero", "KL-DIVERGENCE-4 POLICY-5", "what cannot happen costs nothing",
        "kl_divergence([0, 0.5, 0.5], [0, 0.25, 0.75], base: 2)", by: "q"),
      Case(
        "impossible", "KL-DIVERGENCE-5 POLICY-7", "infinite", "kl_divergence([0.5, 0.5], [0, 1])",
        by: "p q"),
      Case(
        "impossible-tiny", "KL-DIVERGENCE-5", "however little it was",
        "kl_divergence([{least}, 1], [0, 1])"),
      Case(
        "product", "KL-DIVERGENCE-6", "independent sources",
        "kl_divergence([0.06, 0.14, 0.24, 0.56], [0.25, 0.25, 0.25, 0.25], base: 2)"),
      Case(
        "tiny-q", "KL-DIVERGENCE-1 POLICY-7", "an epsilon would show",
        "kl_divergence([0.5, 0.5], [1e-7, 1e-30])"),
      Case(
        "subnormal", "POLICY-13", "subnormal numbers are not 0",
        "kl_divergence([0.5, {least}], [{least}, {normal}/2])"),
      Case(
        "zeros", "KL-DIVERGENCE-4", "nothing happens", "kl_divergence([0, 0], [0, 0.5])", by: "q"),
      Case(
        "127", "KL-DIVERGENCE-1", "one less than a block of 128",
        "kl_divergence(\(Lists.shares(127)), \(Lists.shares(127, seed: 2)))"),
      Case(
        "129", "KL-DIVERGENCE-1", "one more than a block",
        "kl_divergence(\(Lists.shares(129)), \(Lists.shares(129, seed: 2)), base: 2)", by: "p q"),
      Case(
        "1000", "KL-DIVERGENCE-1", "a long sum",
        "kl_divergence(\(Lists.shares(1000)), \(Lists.shares(1000, seed: 2)))", isLong: true),
      Case(
        "nan-in-p", "INPUT-2", "NaN in is NaN out", "kl_divergence([nan, 0.5], [0.5, 0.5])",
        by: "p q"),
      Case(
        "nan-in-q", "INPUT-2", "NaN in is NaN out", "kl_divergence([0.5, 0.5], [0.5, nan])",
        by: "p q"),
      Case(
        "nan-where-p-is-0", "INPUT-10", "a zero hides no NaN", "kl_divergence([0, 1], [nan, 0.5])"),
      Case(
        "slope-at-0", "KL-DIVERGENCE-7 GRADIENT-2", "minus infinity by p, 0 by q",
        "kl_divergence([0, 1], [0.5, 0.5])", by: "p q", cotangent: "2"),
      Case(
        "slope-hidden", "GRADIENT-4", "a zero cotangent hides infinite slopes",
        "kl_divergence([0, 0.5], [0.5, 0])", by: "p q", cotangent: "0"),
      Case(
        "slope-by-q-at-0", "KL-DIVERGENCE-8", "0 where p is, also at q = 0",
        "kl_divergence([0, 1], [0, 1], base: 2)", by: "q"),
      Case(
        "slope-cancels", "KL-DIVERGENCE-7 ACCURACY-1", "log p/q next to −1",
        "kl_divergence([0.25, 0.36787944], [0.6795704571147613, 1])", by: "p"),
      Case(
        "slope-overflows", "ACCURACY-6 KL-DIVERGENCE-8", "p/q beyond the greatest number",
        "kl_divergence([1, 0.5], [{least}, 0.5])", by: "q"),
      Case(
        "shorter", "INPUT-5", "lists of two lengths", "kl_divergence([0.5, 0.5], [0.5, 0.25, 0.25])"
      ),
      Case("one-for-all", "INPUT-5", "nothing is broadcast", "kl_divergence([0.5, 0.5], [0.5])"),
      Case("matrix", "INPUT-5", "tables", "kl_divergence([[0.5, 0.5]], [[0.5, 0.5]])"),
      unknownOption("kl_divergence([0.5, 0.5], [0.5, 0.5])"),
    ] + noProbabilities("p", "kl_divergence([0.5, #], [0.5, 0.5])")
    + noProbabilities("q", "kl_divergence([1, 0], [0.5, #])")
    + noBases("kl_divergence([0.5, 0.5], [0.5, 0.25], base: #)")

  static let jsDivergence: [Case] =
    [
      Case(
        "three-events", "JS-DIVERGENCE-1 INPUT-13", "Brownlee 2019: 0.420 bits",
        "js_divergence([0.10, 0.40, 0.50], [0.80, 0.15, 0.05], base: 2)", by: "p q"),
      Case(
        "three-events-turned", "JS-DIVERGENCE-2", "Brownlee 2019: the same",
        "js_divergence([0.80, 0.15, 0.05], [0.10, 0.40, 0.50], base: 2)"),
      Case(
        "three-events-nats", "JS-DIVERGENCE-1", "in nats",
        "js_divergence([0.10, 0.40, 0.50], [0.80, 0.15, 0.05])", by: "p q", cotangent: "-3"),
      Case(
        "itself", "JS-DIVERGENCE-3", "0",
        "js_divergence([0.1, 0.2, 0.3, 0.4], [0.1, 0.2, 0.3, 0.4])",
        by: "p q"),
      Case(
        "near-itself", "JS-DIVERGENCE-3 ACCURACY-1", "everything cancels",
        "js_divergence([0.25, 0.75], [0.25 + 4*{u}, 0.75 - 4*{u}])", by: "p q"),
      Case(
        "near-itself-1e-3", "JS-DIVERGENCE-1 ACCURACY-1", "most of it cancels",
        "js_divergence([0.3, 0.3, 0.4], [0.301, 0.299, 0.4])"),
      Case(
        "disjoint", "JS-DIVERGENCE-3 JS-DIVERGENCE-4", "log 2",
        "js_divergence([0.25, 0.75, 0, 0], [0, 0, 0.5, 0.5])"),
      Case(
        "disjoint-bits", "JS-DIVERGENCE-3 INPUT-13", "one bit",
        "js_divergence([1, 0], [0, 1], base: 2)"),
      Case(
        "some-zeros", "JS-DIVERGENCE-4", "finite where KL is not",
        "js_divergence([0.5, 0.5, 0], [0, 0.5, 0.5])"),
      Case(
        "both-zero", "JS-DIVERGENCE-4 POLICY-5", "an outcome that neither has",
        "js_divergence([0, 0.5, 0.5], [0, 0.25, 0.75])"),
      Case(
        "unnormalised", "POLICY-8", "as written", "js_divergence([0.9, 0.8], [0.25, 0.5])",
        by: "p q", cotangent: "2"),
      Case(
        "bans", "INPUT-13", "decimal digits", "js_divergence([0.3, 0.7], [0.01, 0.1], base: 10)",
        by: "p q base", cotangent: "3"),
      Case(
        "base-3", "INPUT-13", "any base above 1", "js_divergence([0.3, 0.7], [2/3, 1/3], base: 3)",
        by: "p q base"),
      Case("nothing", "JS-DIVERGENCE-1", "the empty sum", "js_divergence([], [])", by: "p q"),
      Case("one-class", "JS-DIVERGENCE-3", "0", "js_divergence([1], [1])"),
      Case(
        "zeros", "JS-DIVERGENCE-4", "nothing happens in either", "js_divergence([0, 0], [0, 0])"),
      Case(
        "tiny", "JS-DIVERGENCE-1 POLICY-7", "an epsilon would show",
        "js_divergence([1e-20, 1e-7], [1e-30, 1e-9])"),
      Case(
        "subnormal", "POLICY-13", "subnormal numbers beside others",
        "js_divergence([{least}, 0.5], [0.25, {normal}/2])"),
      Case(
        "127", "JS-DIVERGENCE-1", "one less than a block of 128",
        "js_divergence(\(Lists.shares(127)), \(Lists.shares(127, seed: 2)))"),
      Case(
        "129", "JS-DIVERGENCE-1", "one more than a block",
        "js_divergence(\(Lists.shares(129)), \(Lists.shares(129, seed: 2)), base: 2)", by: "p q"),
      Case(
        "1000", "JS-DIVERGENCE-1", "a long sum",
        "js_divergence(\(Lists.shares(1000)), \(Lists.shares(1000, seed: 2)))", isLong: true),
      Case(
        "nan-in-p", "INPUT-2", "NaN in is NaN out", "js_divergence([nan, 0.5], [0.5, 0.5])",
        by: "p q"),
      Case("nan-in-q", "INPUT-2", "NaN in is NaN out", "js_divergence([0.5, 0.5], [0.5, nan])"),
      Case(
        "nan-where-p-is-0", "INPUT-10", "a zero hides no NaN", "js_divergence([0, 1], [nan, 0.5])"),
      Case(
        "slope-at-0", "JS-DIVERGENCE-5 GRADIENT-2", "minus infinity",
        "js_divergence([0, 1], [0.5, 0.5])", by: "p q", cotangent: "2"),
      Case(
        "slope-hidden", "GRADIENT-4", "a zero cotangent hides infinite slopes",
        "js_divergence([0, 1], [0.5, 0])", by: "p q", cotangent: "0"),
      Case(
        "slope-cancels", "JS-DIVERGENCE-5 ACCURACY-1", "p next to the middle",
        "js_divergence([0.5, 0.5], [{above1}/2, {below1}/2], base: 2)", by: "p q"),
      Case(
        "slope-apart", "JS-DIVERGENCE-5", "p far from q",
        "js_divergence([1e-4, 0.9], [0.9, 1e-4])", by: "p q"),
      Case(
        "shorter", "INPUT-5", "lists of two lengths", "js_divergence([0.5, 0.5], [0.5, 0.25, 0.25])"
      ),
      Case("one-for-all", "INPUT-5", "nothing is broadcast", "js_divergence([0.5, 0.5], [0.5])"),
      Case("matrix", "INPUT-5", "tables", "js_divergence([[0.5, 0.5]], [[0.5, 0.5]])"),
      unknownOption("js_divergence([0.5, 0.5], [0.5, 0.5])"),
    ] + noProbabilities("p", "js_divergence([0.5, #], [0.5, 0.5])")
    + noProbabilities("q", "js_divergence([1, 0], [0.5, #])")
    + noBases("js_divergence([0.5, 0.5], [0.5, 0.25], base: #)")
}
