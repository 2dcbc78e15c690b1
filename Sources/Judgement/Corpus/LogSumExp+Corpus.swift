import CrossEntropy
import Exact

extension Corpus {
  static let logSumExp: [Case] =
    [
      Case(
        "three-scores", "LOG-SUM-EXP-1", "Neptune 2023: blue, green, red",
        "log_sum_exp([2, 1, -1])",
        by: "x", cotangent: "-3"),
      Case("one", "LOG-SUM-EXP-1", "the number itself", "log_sum_exp([-12.5])", by: "x"),
      Case("two-zeros", "LOG-SUM-EXP-4", "ln 2", "log_sum_exp([0, 0])", by: "x"),
      Case("ties", "LOG-SUM-EXP-4", "ln 3 above", "log_sum_exp([3.5, 3.5, 3.5])", by: "x"),
      Case(
        "near-zero", "LOG-SUM-EXP-1 ACCURACY-1", "the sum of powers is nearly 1",
        "log_sum_exp([-0.6931471805599453, -0.6931471805599453])"),
      Case(
        "log-p", "LOG-SUM-EXP-1", "logarithms of shares", "log_sum_exp([-0.5, -1.5, -1.75, -9])"),
      Case("permuted", "LOG-SUM-EXP-3", "in another order", "log_sum_exp([-1, 2, 1])"),
      Case(
        "offset-1e4", "LOG-SUM-EXP-2", "e to the x overflows", "log_sum_exp([10002, 10001, 9999])",
        by: "x"),
      Case(
        "offset-minus-1e4", "LOG-SUM-EXP-2", "every e to the x underflows",
        "log_sum_exp([-10002, -10001, -9999])", by: "x"),
      Case(
        "offset-1e8", "LOG-SUM-EXP-2", "where float32 keeps every eighth number",
        "log_sum_exp([100000016, 100000008, 100000000])", by: "x"),
      Case("offset-minus-1", "LOG-SUM-EXP-2", "all below 0", "log_sum_exp([-2, -3, -5])", by: "x"),
      Case(
        "dominated-20", "LOG-SUM-EXP-1", "a small rest", "log_sum_exp([20, 0, -1])", by: "x"),
      Case(
        "dominated-40", "LOG-SUM-EXP-1", "scipy: log1p keeps what is left of 0 and −40",
        "log_sum_exp([0, -40])", by: "x"),
      Case(
        "dominated-800", "LOG-SUM-EXP-4", "the rest underflows", "log_sum_exp([800, 0, -800])",
        by: "x"),
      Case(
        "overflow", "LOG-SUM-EXP-1 ACCURACY-5", "at the overflow of e to the x",
        "log_sum_exp([{exp-max}, {exp-over}])", by: "x"),
      Case(
        "underflow", "LOG-SUM-EXP-1 ACCURACY-5", "at the underflow of e to the x",
        "log_sum_exp([{exp-under}, {exp-normal}])", by: "x"),
      Case(
        "greatest", "LOG-SUM-EXP-4 ACCURACY-5", "the ends of the format",
        "log_sum_exp([{max}, -{max}])", by: "x"),
      Case(
        "two-greatest", "LOG-SUM-EXP-4 ACCURACY-5", "ln 2 is lost beside them",
        "log_sum_exp([{max}, {max}])"),
      Case(
        "batch", "LOG-SUM-EXP-1", "each row by itself",
        "log_sum_exp([[2, 1, -1], [0, 0, 0], [1000, 3, 0.5]])", by: "x", cotangent: "[1, -2, 3]"),
      Case(
        "row-maxima", "LOG-SUM-EXP-2", "rows far apart: one maximum for all would lose a row",
        "log_sum_exp([[1000, 999], [-1000, -1001], [0, 1]])", by: "x"),
      Case(
        "spatial", "LOG-SUM-EXP-1", "two axes of rows",
        "log_sum_exp([[[1, 2], [3, 5]], [[-1, 0], [8, 8]]])", by: "x",
        cotangent: "[[1, -2], [3, -2]]"),
      Case("nothing", "LOG-SUM-EXP-5", "minus infinity", "log_sum_exp([])", by: "x"),
      Case(
        "empty-rows", ["LOG-SUM-EXP-5"], "minus infinity each",
        Call("log_sum_exp", ["x": empty([2, 0])])),
      Case(
        "no-rows", ["LOG-SUM-EXP-1"], "no row, no answer",
        Call("log_sum_exp", ["x": empty([0, 3])])),
      Case("masked", "LOG-SUM-EXP-1", "a power that is 0", "log_sum_exp([1, -inf, 2])", by: "x"),
      Case(
        "masked-low", "LOG-SUM-EXP-1", "far below any stand-in for −inf",
        "log_sum_exp([-20000, -inf, -20001])", by: "x"),
      Case("all-masked", "LOG-SUM-EXP-5", "minus infinity", "log_sum_exp([-inf, -inf])"),
      Case("infinite", "LOG-SUM-EXP-6", "plus infinity", "log_sum_exp([inf, 1])"),
      Case("two-infinite", "LOG-SUM-EXP-6", "plus infinity", "log_sum_exp([inf, inf, -inf])"),
      Case(
        "infinite-slope", "LOG-SUM-EXP-7", "it takes all", "log_sum_exp([inf, 1, -inf])", by: "x",
        cotangent: "2"),
      Case("competing-slope", "SOFTMAX-7", "no limit", "log_sum_exp([inf, inf])", by: "x"),
      Case("all-masked-slope", "SOFTMAX-7", "no limit", "log_sum_exp([-inf, -inf])", by: "x"),
      Case(
        "nan", "INPUT-2", "NaN, also beside +inf, in its row only",
        "log_sum_exp([[1, nan], [inf, nan], [-inf, nan], [1, 2]])", by: "x"),
      Case(
        "slope-hidden", "GRADIENT-4", "a zero cotangent", "log_sum_exp([[1, nan], [1, 2]])",
        by: "x",
        cotangent: "[0, 0]"),
      Case(
        "127", "LOG-SUM-EXP-1", "one less than a block of 128", "log_sum_exp(\(Lists.logits(127)))"),
      Case("128", "LOG-SUM-EXP-1", "a block of 128", "log_sum_exp(\(Lists.logits(128)))", by: "x"),
      Case("129", "LOG-SUM-EXP-1", "one more than a block", "log_sum_exp(\(Lists.logits(129)))"),
      Case(
        "ties-1000", "LOG-SUM-EXP-4", "ln 1000 above", "log_sum_exp(\(Lists.copies("0.7", 1000)))"),
      Case(
        "last-of-1000", "LOG-SUM-EXP-1", "a tail that must not be dropped",
        "log_sum_exp(\(Lists.copies("-inf", 999).dropLast()), 2.5])"),
      Case("1000", "LOG-SUM-EXP-1", "a long row", "log_sum_exp(\(Lists.logits(1000)))", by: "x"),
      Case("scalar", "INPUT-5", "a number has no last axis", "log_sum_exp(3)"),
      unknownOption("log_sum_exp([1, 2])"),
    ] + [
      Case(
        "temperature", ["INPUT-6"], "it has none",
        Call("log_sum_exp", ["x": .vector([1, 2])], options: ["temperature": 2]))
    ]
}
