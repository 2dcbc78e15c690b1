import CrossEntropy
import Exact

extension Corpus {
  private static func softmax(
    _ id: String, _ clauses: [String], _ note: String, _ x: Call.Argument, temperature: Int? = nil
  ) -> Case {
    Case(
      id, clauses, note,
      Call(
        "softmax", ["x": x],
        options: temperature.map { ["temperature": .real(.finite(Rational($0)))] } ?? [:]))
  }

  static let softmax: [Case] = [
    softmax("three-scores", ["SOFTMAX-1"], "Neptune 2023: blue, green, red", vector("2 1 -1")),
    softmax("batch", ["SOFTMAX-1"], "each row by itself", matrix("2 1 -1; 0 0 0; -1 3 0.5")),
    softmax(
      "fifty-scores", ["SOFTMAX-1"], "Neptune 2023: ten rows of five logits",
      matrix(tenRowsOfLogits)),
    softmax("fair", ["SOFTMAX-1"], "two equal logits are one half each", vector("0 0")),
    softmax("ties", ["SOFTMAX-2"], "equal logits off zero", vector("3.7 3.7 3.7")),
    softmax("two-tied-winners", ["SOFTMAX-1"], "a tie at the top", vector("5 5 -40 1")),
    softmax("one-class", ["SOFTMAX-3"], "all the probability", vector("-12.5")),
    softmax("offset-1e4", ["SOFTMAX-2"], "e to the x overflows", vector("10002 10001 9999")),
    softmax(
      "offset-minus-1e4", ["SOFTMAX-2"], "every e to the x underflows",
      vector("-10002 -10001 -9999")),
    softmax(
      "offset-1e8", ["SOFTMAX-2"], "logits of which float32 keeps every eighth",
      vector("100000016 100000008 100000000")),
    softmax("offset-ties", ["SOFTMAX-2"], "one half each, also at 1e8", vector("1e8 1e8")),
    softmax("saturated-20", ["SOFTMAX-1"], "a clear winner", vector("20 0 -1")),
    softmax("saturated-50", ["SOFTMAX-1"], "tails below the rounding of 1", vector("0 50 -3")),
    softmax(
      "saturated-800", ["SOFTMAX-1", "ACCURACY-5"], "tails below every format", vector("0 800")),
    softmax("masked", ["SOFTMAX-5"], "an excluded class", vector("1 -inf 2")),
    softmax("masked-but-one", ["SOFTMAX-5"], "only one class left", vector("-inf -3 -inf")),
    softmax(
      "uniform-1000", ["ACCURACY-1", "SOFTMAX-1"],
      "a thousand ties, e to the 0 each: no order of summation errs",
      vector(repeating: "0.7", count: 1000)),
    softmax(
      "temperature-2", ["SOFTMAX-8"], "half the logits", vector("2 1 -1"), temperature: 2),
    softmax(
      "temperature-3", ["SOFTMAX-8"], "a quotient that is rounded", vector("2 1 -1"),
      temperature: 3),
  ]
}
