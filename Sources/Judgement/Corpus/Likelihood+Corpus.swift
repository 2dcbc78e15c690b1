import CrossEntropy
import Exact

extension Corpus {
  static let likelihood: [Case] =
    [
      Case(
        "ordinary", "LIKELIHOOD-1", "a product", "likelihood([0.9, 0.5, 0.3, 0.8])", by: "p",
        cotangent: "-2"),
      Case("dyadic", "LIKELIHOOD-1 ACCURACY-7", "exact", "likelihood([1/2, 1/4, 1/8])", by: "p"),
      Case("coin", "LIKELIHOOD-1", "ten throws", "likelihood(\(Lists.copies("0.6", 10)))", by: "p"),
      Case("one", "LIKELIHOOD-1", "one observation", "likelihood([0.3])", by: "p"),
      Case("certain", "LIKELIHOOD-1 ACCURACY-7", "1", "likelihood([1, 1, 1])", by: "p"),
      Case("nothing", "LIKELIHOOD-2", "the empty product", "likelihood([])", by: "p"),
      Case(
        "zero", "LIKELIHOOD-3", "the product of the others at a zero", "likelihood([0.5, 0, 0.25])",
        by: "p", cotangent: "3"),
      Case("two-zeros", "LIKELIHOOD-3", "nothing moves it", "likelihood([0, 0.5, 0])", by: "p"),
      Case(
        "only-zero", "LIKELIHOOD-3", "the empty product of the others", "likelihood([0])", by: "p"),
      Case(
        "slope-hidden", "GRADIENT-4 LIKELIHOOD-3", "a zero cotangent", "likelihood([0.5, 0.25])",
        by: "p", cotangent: "0"),
      Case(
        "near-one", "LIKELIHOOD-1 ACCURACY-1", "factors next to 1",
        "likelihood([{below1}, {below1}, {below1}, 1 - 5*{u}])"),
      Case(
        "small", "LIKELIHOOD-1", "down to the least normal number",
        "likelihood([{normal}, 0.999, 0.5])", by: "p"),
      Case(
        "underflow", "LIKELIHOOD-1 ACCURACY-1", "below every number of the format",
        "likelihood([{normal}, {normal}, {normal}])"),
      Case(
        "129", "LIKELIHOOD-1", "one more than a block of 128",
        "likelihood(\(Lists.copies("0.96875", 129)))", by: "p"),
      Case(
        "1000", "LIKELIHOOD-1", "many factors near 1",
        "likelihood(\(Lists.copies("0.9951171875", 1000)))",
        isLong: true),
      Case("nan", "INPUT-2", "NaN in is NaN out", "likelihood([0.5, nan])", by: "p"),
      Case("nan-beside-zero", "INPUT-2", "no zero hides it", "likelihood([0, nan])"),
      Case("matrix", "INPUT-5", "a table", "likelihood([[0.5, 0.5]])"),
      Case("scalar", "INPUT-5", "a number", "likelihood(0.5)"),
      Case(
        "base", ["INPUT-6"], "it has none",
        Call("likelihood", ["p": .vector([1])], options: ["base": 2])),
      unknownOption("likelihood([0.5])"),
    ] + noProbabilities("p", "likelihood([0.5, #, 0])")

  static let logLikelihood = logarithms(
    of: "log_likelihood", "LOG-LIKELIHOOD", infinity: "LOG-LIKELIHOOD-2",
    outlives: "LOG-LIKELIHOOD-3 LOG-LIKELIHOOD-1", slope: "LOG-LIKELIHOOD-4")

  static let negativeLogLikelihood = logarithms(
    of: "negative_log_likelihood", "NEGATIVE-LOG-LIKELIHOOD", infinity: "NEGATIVE-LOG-LIKELIHOOD-3",
    outlives: "NEGATIVE-LOG-LIKELIHOOD-2 NEGATIVE-LOG-LIKELIHOOD-1",
    slope: "NEGATIVE-LOG-LIKELIHOOD-4")

  /// The questions to the sum of the logarithms, of either sign.
  private static func logarithms(
    of f: String, _ prefix: String, infinity: String, outlives: String, slope: String
  ) -> [Case] {
    let value = prefix + "-1"
    return [
      Case(
        "ordinary", value, "a sum of logarithms", "\(f)([0.9, 0.5, 0.3, 0.8])", by: "p",
        cotangent: "-2"),
      Case("bits", "INPUT-13 \(value)", "6 bits", "\(f)([1/2, 1/4, 1/8], base: 2)", by: "p base"),
      Case(
        "bans", "INPUT-13", "decimal digits", "\(f)([0.1, 0.01, 0.7], base: 10)", by: "p base",
        cotangent: "3"),
      Case("base-3", "INPUT-13", "any base above 1", "\(f)([1/3, 0.5], base: 3)", by: "p base"),
      Case(
        "base-least", "INPUT-13 ACCURACY-1", "the least base there is",
        "\(f)([0.5, 0.25], base: {above1})"),
      Case("one", value, "one observation", "\(f)([0.3])", by: "p"),
      Case("certain", value, "0", "\(f)([1, 1, 1])", by: "p"),
      Case("nothing", value, "the empty sum", "\(f)([])", by: "p"),
      Case("zero", infinity, "infinite", "\(f)([0.5, 0, 0.25])"),
      Case("zero-bits", "\(infinity) INPUT-13", "in bits too", "\(f)([0], base: 2)"),
      Case(
        "near-one", "\(value) ACCURACY-1", "logarithms next to 0",
        "\(f)([{below1}, 1 - 4*{u}, 1 - 100*{u}])", by: "p"),
      Case(
        "tiny", "\(outlives)", "the product is below the numbers of any format",
        "\(f)([1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4])"),
      Case(
        "long", outlives, "the product of 129 underflows", "\(f)(\(Lists.copies("1/1024", 129)))",
        by: "p"),
      Case(
        "smallest", "\(outlives) POLICY-13", "no clip, nothing flushed",
        "\(f)([{least}, {normal}, {normal}/2])"),
      Case(
        "1e-100", "\(outlives) POLICY-7", "no clip far below", "\(f)([1e-100, 1e-200])", by: "p"),
      Case("1e-44", "\(outlives) POLICY-7", "no clip in float32 either", "\(f)([1e-44, 0.5])"),
      Case(
        "127", value, "one less than a block of 128", "\(f)(\(Lists.probabilities(127)), base: 2)"),
      Case("1000", value, "a long sum", "\(f)(\(Lists.probabilities(1000)))"),
      Case(
        "4096", "\(value) POLICY-14 POLICY-15", "a longer sum",
        "\(f)(\(Lists.probabilities(4096)))", by: "p", isLong: true),
      Case("nan", "INPUT-2", "NaN in is NaN out", "\(f)([0.5, nan])", by: "p"),
      Case("nan-beside-zero", "INPUT-2", "no infinity hides it", "\(f)([0, nan])", by: "p"),
      Case(
        "slope-at-0", "\(slope) GRADIENT-2", "infinite", "\(f)([0, 0.5], base: 2)", by: "p",
        cotangent: "2"),
      Case(
        "slope-at-0-negative", "\(slope) GRADIENT-2", "infinite the other way", "\(f)([0, 0.5])",
        by: "p", cotangent: "-0.5"),
      Case(
        "slope-hidden", "GRADIENT-4", "a zero cotangent hides it, but no NaN",
        "\(f)([0, 0.5, nan])",
        by: "p", cotangent: "0"),
      Case(
        "slope-overflows", "ACCURACY-6 \(slope)", "1/p beyond the greatest number",
        "\(f)([{least}, 0.5])", by: "p"),
      Case(
        "slope-by-base-at-0", "GRADIENT-2", "the slope of an infinite value",
        "\(f)([0, 0.5], base: 2)",
        by: "base"),
      Case("matrix", "INPUT-5", "a table", "\(f)([[0.5, 0.5]])"),
      Case("scalar", "INPUT-5", "a number", "\(f)(0.5)"),
      unknownOption("\(f)([0.5])"),
    ] + noProbabilities("p", "\(f)([0.5, #, 0])") + noBases("\(f)([0.5, 0.25], base: #)")
  }
}
