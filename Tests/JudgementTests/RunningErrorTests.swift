import CrossEntropy
import Exact
import Judgement
import Property
import Support
import Testing

@Suite struct `Running errors` {
  /// Inputs of a kind at random: spread, near ties, offset, or saturated.
  private static func row(_ count: Int, _ random: inout SplitMix) -> [Double] {
    let kind = Int.random(in: 0..<5, using: &random)
    let spread = [1, 0.001, 10, 60, 1][kind]
    let offset = kind == 4 ? 1e4 : 0
    var row = (0..<count).map { _ in offset + Double.random(in: -spread...spread, using: &random) }
    if count > 2 && Bool.random(using: &random) { row[1] = row[0] }
    return row
  }

  private static func call(_ function: String, _ random: inout SplitMix) -> Call {
    func tensor(_ values: [Double], rows: Int? = nil) -> Call.Argument {
      let elements = values.map { Extended.finite(Rational($0)) }
      return .real(
        rows.map { Tensor(shape: [$0, values.count / $0], elements) } ?? Tensor(elements))
    }
    let count = [1, 2, 3, 5, 17][Int.random(in: 0..<5, using: &random)]
    let x = row(count, &random)
    func unit() -> Double { Double.random(in: 0...1, using: &random) }
    switch function {
    case "entropy":
      return Call(function, ["p": tensor(x.map { _ in unit() * unit() })])
    case "binary_cross_entropy_with_logits":
      let y = x.map { _ in [0, 1, unit()][Int.random(in: 0..<3, using: &random)] }
      return Call(function, ["logits": tensor(x), "y": tensor(y)])
    case "sparse_categorical_cross_entropy_with_logits":
      let labels = (0..<2).map { _ in Int.random(in: 0..<count, using: &random) }
      return Call(
        function, ["logits": tensor(x + row(count, &random), rows: 2), "labels": .labels(labels)],
        options: Bool.random(using: &random)
          ? [:] : ["label_smoothing": .real(.finite(Rational(1, 8)))])
    case "cross_entropy", "kl_divergence", "js_divergence", "perplexity":
      return Call(
        function, ["p": tensor(x.map { _ in unit() }), "q": tensor(x.map { _ in unit() })])
    case "binary_cross_entropy":
      return Call(
        function, ["p": tensor(x.map { _ in unit() }), "y": tensor(x.map { _ in unit() })])
    case "binary_focal_with_logits":
      let y = x.map { _ in Double(Int.random(in: 0...1, using: &random)) }
      let gamma = [Rational(2), 1, Rational(1, 2), 5][Int.random(in: 0..<4, using: &random)]
      return Call(
        function, ["logits": tensor(x), "y": tensor(y)],
        options: ["gamma": .real(.finite(gamma))])
    default: return Call(function, ["x": tensor(x)])
    }
  }

  /// Each number that a library gives lies within the bound of the same algorithm, which is the
  /// theorem that the type rests on; not twice the bound, which is the judge's generosity.
  @Test(arguments: [
    "entropy", "sigmoid", "softmax", "log_softmax", "log_sum_exp", "log_sigmoid", "softplus",
    "cross_entropy", "kl_divergence", "js_divergence", "perplexity", "binary_cross_entropy",
    "binary_focal_with_logits",
    "binary_cross_entropy_with_logits", "sparse_categorical_cross_entropy_with_logits",
  ])
  func `no library of four units errs by more than the bound`(function: String) throws {
    var random = SplitMix(seed: 7)
    var closest = 0.0
    for round in 0..<300 {
      let format = [Format.float32, .bfloat16, .float16][round % 3]
      let form = RoundingContext.Form.allCases[round / 3 % 4]
      let checked = try Self.call(function, &random).rounded(to: format).checked()
      let context = RoundingContext(format, form: form)
      let bounds = try checked.answer(
        Inputs<RunningError>(checked, precision: context.precision) {
          RunningError($0, context)
        }
      ).value.elements
      let library = Library(
        format, form: form, budget: 4, flushes: round % 2 == 0, seed: UInt64(round))
      let values = try checked.answer(
        Inputs<Sloppy>(checked, precision: 0) {
          Sloppy(Floating(rounding: $0, to: .float64).asDouble, library)
        }
      ).value.elements
      for (bound, value) in zip(bounds, values) {
        guard bound.range == .inside, !bound.bound.isInfinite else { continue }
        let error = Ball(Rational(value.value), precision: 200) - bound.value
        #expect(
          max(error.upper, -error.lower) <= bound.bound.asDyadic,
          "\(function) \(format) \(form), round \(round): \(value.value) for \(bound.value) ± \(bound.bound)"
        )
        if !bound.bound.isZero {
          let ratio = (error / Ball(midpoint: bound.bound.asDyadic, precision: 64)).midpoint
          closest = max(closest, Floating(rounding: ratio.magnitude, to: .float64).asDouble)
        }
      }
    }
    // A bound that is never neared judges nothing.
    #expect(closest > 0.2, "\(function) nears its bound only to \(closest)")
  }

  @Test func `no order of summation errs by more than the bound`() throws {
    var random = SplitMix(seed: 11)
    let context = RoundingContext(.float32)
    var closest = 0.0
    for round in 0..<400 {
      let count = Int.random(in: 3...40, using: &random)
      let kind = round % 4
      let terms = (0..<count).map { index -> Double in
        let value: Float =
          switch kind {
          case 0: Float.random(in: 0...1, using: &random)
          case 1: Float.random(in: -1...1, using: &random)
          case 2: index == 0 ? 1 : Float.random(in: 0...1e-7, using: &random)
          default: index % 3 == 0 ? 1 : Float.random(in: 0...1e-9, using: &random)
          }
        return Double(value)
      }
      let bound = terms.map { RunningError(.finite(Rational($0)), context) }.sum
      let library = Library(
        .float32, form: .apart, budget: 4, flushes: false, seed: UInt64(round))
      for _ in 0..<5 {
        let sum = terms.map { Sloppy($0, library) }.sum.value
        let error = Ball(Rational(sum), precision: 200) - bound.value
        #expect(max(error.upper, -error.lower) <= bound.bound.asDyadic, "round \(round)")
        if !bound.bound.isZero {
          let ratio = (error / Ball(midpoint: bound.bound.asDyadic, precision: 64)).midpoint
          closest = max(closest, Floating(rounding: ratio.magnitude, to: .float64).asDouble)
        }
      }
    }
    #expect(closest > 0.3 && closest <= 1, "\(closest)")
  }

  @Test func `exact operations cost nothing`() {
    let context = RoundingContext(.float32)
    func number(_ value: Rational) -> RunningError { RunningError(.finite(value), context) }
    #expect((number(3) + number(5)).bound.isZero)
    #expect((number(1) - number(Rational(3, 4))).bound.isZero)
    #expect((number(1) / number(4)).bound.isZero)
    #expect(RunningError.exp(number(0)).bound.isZero)
    #expect(RunningError.log(number(1)).bound.isZero)
    #expect(RunningError.softmax([number(7), number(7)]).allSatisfy { $0.bound.isZero })
    // What needs more digits than the format has is rounded, however small the part cut off.
    #expect(!(number(1) - number(.powerOfTwo(-100))).bound.isZero)
    #expect(!(number(1) / number(3)).bound.isZero)
    #expect(!number(Rational(1, 3)).bound.isZero)
    // 2²⁴ + 1 is the first whole number that float32 lacks.
    #expect((number(16_777_216) - number(1)).bound.isZero)
    #expect(!(number(16_777_216) + number(1)).bound.isZero)
  }

  @Test func `a winner far ahead leaves only its tail to err by`() {
    let context = RoundingContext(.float32, form: .together)
    let terms = [0, -40, -40, -40].map {
      RunningError.exp(RunningError(.finite(Rational($0)), context))
    }
    let tail = Ball.exp(Ball(midpoint: Dyadic(-40), precision: 64)) * Ball(3)
    #expect(terms.sum.bound.asDyadic < (tail * Ball(2)).upper)
  }

  @Test func `an overflow inside is noticed, and its reciprocal is zero`() {
    let context = RoundingContext(.float32)
    func number(_ value: Int) -> RunningError { RunningError(.finite(Rational(value)), context) }
    let power = RunningError.exp(number(100))
    #expect(power.range == .overflows)
    #expect((power - power).range == .lost)
    #expect((number(1) / (number(1) + power)).range == .inside)
    #expect(RunningError.exp(-power).range == .inside)
    #expect(RunningError.log(power).range == .lost)
  }
}
