import CrossEntropy
import Exact
import Judgement
import Testing

/// A good implementation with one policy of its own, made here without the judge's help: what a probe must
/// see through, and a judge that knows the policy must not fail.
struct Follower: LocalImplementation, CustomTestStringConvertible {
  let axis: Axis
  let value: String
  var functions: [String: Hello.Declaration]?
  var profile: [JSON.Member] = []

  init(_ axis: Axis, _ value: String) { (self.axis, self.value) = (axis, value) }

  var testDescription: String { "\(axis.rawValue) \(value)" }
  var hello: Hello {
    var hello = Hello(name: "follower", version: "1")
    (hello.functions, hello.profile) = (functions, profile)
    return hello
  }

  func reply(to request: Request) -> Reply {
    var request = request
    restate(&request)
    let reply = BuiltInImplementation(.stable).reply(to: request)
    switch reply {
    case .reject: return refusal(of: request) ?? reply
    case .answer(let answer): return .init(changing: answer, to: replacement(request, answer))
    default: return reply
    }
  }

  /// The call that it answers instead.
  private func restate(_ request: inout Request) {
    let call = request.call
    // What is bad stays bad, but for a label that counts from the end.
    if (try? call.checked()) == nil && value != "wrap_negative" { return }
    let classes = call.arguments["logits"]?.shape.dropFirst().first ?? 1
    switch (axis, value) {
    case (.labelOutOfRange, "wrap_negative"):
      guard case .integer(let labels) = call.arguments["labels"],
        let count = ["logits", "p", "log_p", "scores"].lazy.compactMap({ call.arguments[$0] })
          .first?.shape.dropFirst().first
      else { return }
      let ignored = call.options["ignore_index"]
      request.call.arguments["labels"] = .integer(
        labels.map { (-count..<0).contains($0) && .integer($0) != ignored ? $0 + count : $0 })
    case (.weightedMeanSparse, "count") where call.takesNormalization && call.isSparse:
      request.call.options["normalization"] = "count"
    case (.weightedMeanDense, "weight_sum")
    where call.takesNormalization && !call.isSparse && call.arguments["class_weight"] != nil:
      request.call.options["normalization"] = "weight"
    case (.labelSmoothing, "over_others"):
      guard case .real(.finite(let smoothing)) = call.options["label_smoothing"], classes > 1
      else { return }
      request.call.options["label_smoothing"] = .number(
        min(1, smoothing * Rational(classes, classes - 1)))
    case (.smoothingWithWeights, "per_sample"):
      guard case .real(let weights) = call.arguments["class_weight"],
        case .integer(let labels) = call.arguments["labels"], labels.elements.count == 1,
        weights.elements.indices.contains(labels.elements[0]),
        call.options["label_smoothing"] != nil
      else { return }
      request.call.arguments["class_weight"] = .real(
        weights.map { _ in weights.elements[labels.elements[0]] })
    case (.logClip, _)
    where call.options["clip"] == nil && call.isLossOfChances && !call.gradient.contains("clip"):
      if value.contains("1e-07") { request.call.options["clip"] = .number(Rational(1, 10_000_000)) }
    case (.unnormalised, "normalised"):
      for name in ["p", "q"] where call.isOfDistributions {
        guard case .real(let tensor) = call.arguments[name], !tensor.elements.isEmpty else {
          continue
        }
        let count = tensor.shape.last!
        var elements = tensor.elements
        for start in stride(from: 0, to: elements.count, by: count) {
          let row = elements[start..<start + count].compactMap(\.asRational)
          let sum = row.reduce(.zero, +)
          if row.count < count || sum <= .zero || row.contains(where: \.isNegative) { continue }
          for place in start..<start + count {
            elements[place] = .finite(elements[place].asRational! / sum)
          }
        }
        request.call.arguments[name] = .real(Tensor(shape: tensor.shape, elements))
      }
    case (.subnormal, "flushed"):
      let normal = Rational.powerOfTwo(request.format.leastExponent)
      for (name, argument) in call.arguments {
        guard case .real(let tensor) = argument else { continue }
        request.call.arguments[name] = .real(
          tensor.map { number in
            number.asRational.map { $0.magnitude < normal } ?? false ? .finite(.zero) : number
          })
      }
    default: return
    }
  }

  /// What it answers where the implementation without the policy refuses.
  private func refusal(of request: Request) -> Reply? {
    let isLabel: Bool
    do {
      _ = try request.call.checked()
      return nil
    } catch {
      switch error as? DataError {
      case .labelOutside: isLabel = true
      case .outside: isLabel = false
      default: return nil
      }
    }
    let number: Floating
    switch (axis, value, isLabel) {
    case (.labelOutOfRange, "nan", true), (.outOfDomain, "nan", false):
      number = .nan(request.format)
    case (.labelOutOfRange, "zero", true): number = .zero(request.format)
    case (.outOfDomain, "accepts", false):
      number = Floating(rounding: .finite(Rational(1, 8)), to: request.format)
    default: return nil
    }
    return .answer(Answer(value: Tensor(number)))
  }

  /// The number that stands for every one of the answer; nil for the answer itself.
  private func replacement(_ request: Request, _ answer: Answer<Floating>) -> Reply.Change {
    let (call, format) = (request.call, request.format)
    let isMean = call.options["reduction"] ?? "mean" == "mean" && answer.value.shape.isEmpty
    let isNaN = answer.value.elements.first?.isNaN ?? false
    let isEmpty = call.arguments.values.contains { $0.shape.contains(0) }
    switch axis {
    case .emptyMean where isMean && isNaN && isEmpty && value != "nan" && call.rows == 0,
      .allIgnoredMean where isMean && isNaN && value != "nan" && call.isOfNothing:
      return value == "zero" ? .number(.zero(format)) : .refusal
    case .zeroTimesInfinity where value == "nan" && call.isOfChances && call.holdsZeroChance,
      .infiniteLogit
    where value == "nan"
      && ["x", "logits"].contains { call.holds($0) { !$0.isNaN && $0.asRational == nil } }:
      return .number(.nan(format))
    case .logClip where call.isLossOfChances && call.options["clip"] == nil:
      let isInfinite = answer.value.elements.count == 1 && answer.value.elements[0].isInfinite
      let count = call.arguments["p"]!.shape.reduce(1, *)
      if value.contains("loss") && isInfinite
        && count == (call.function == "binary_cross_entropy" ? 1 : 2)
      {
        return .number(Floating(rounding: .finite(100), to: format))
      }
      return .none
    case .unnormalised where value == "reject" && call.isOfDistributions:
      let isOff = ["p", "q"].contains { name in
        guard case .real(let tensor) = call.arguments[name], tensor.shape.last ?? 0 > 0 else {
          return false
        }
        return stride(from: 0, to: tensor.elements.count, by: tensor.shape.last!).contains {
          let row = tensor.elements[$0..<$0 + tensor.shape.last!].compactMap(\.asRational)
          return row.count == tensor.shape.last!
            && (row.reduce(.zero, +) - 1).magnitude > Rational(1, 1000)
        }
      }
      return isOff ? .refusal : .none
    case .accumulation where value == "format" && request.id.contains("probe-accumulation"):
      let isSum = ["l1_penalty", "mean_squared_error"].contains(call.function)
      return .number(Floating(rounding: Floating(isSum ? 256 : 5.545).value, to: format))
    case .accuracy where value == "strict" && request.id.contains("sigmoid/probe-accuracy"):
      return .nextUp
    default: return .none
    }
  }
}

extension Reply {
  enum Change {
    case none, refusal, nextUp
    case number(Floating)
  }

  fileprivate init(changing answer: Answer<Floating>, to change: Change) {
    switch change {
    case .none: self = .answer(answer)
    case .refusal: self = .reject("policy")
    case .number(let number): self = .answer(answer.map { _ in number })
    case .nextUp: self = .answer(answer.map { Floating(bits: $0.bits + 1, format: $0.format) })
    }
  }
}

extension Call {
  fileprivate var isSparse: Bool { arguments["labels"] != nil }
  fileprivate var takesNormalization: Bool {
    (try? Function.named(function))?.signature.option("normalization") != nil
      && options["normalization"] == nil
  }
  fileprivate var isLossOfChances: Bool {
    [
      "binary_cross_entropy", "categorical_cross_entropy", "sparse_categorical_cross_entropy",
    ].contains(function)
  }
  fileprivate var isOfDistributions: Bool {
    [
      "entropy", "cross_entropy", "kl_divergence", "js_divergence", "perplexity",
      "categorical_cross_entropy", "sparse_categorical_cross_entropy",
    ].contains(function)
  }
  fileprivate var isOfChances: Bool {
    isOfDistributions || function == "binary_cross_entropy"
  }

  fileprivate func holds(_ name: String, _ condition: (Extended) -> Bool) -> Bool {
    guard case .real(let tensor) = arguments[name] else { return false }
    return tensor.elements.contains(where: condition)
  }

  fileprivate var rows: Int? {
    (arguments["logits"] ?? arguments["p"] ?? arguments["prediction"] ?? arguments["scores"]
      ?? arguments["log_p"])?.shape.first
  }

  /// Whether the rows of a mean are all ignored, or weigh nothing.
  fileprivate var isOfNothing: Bool {
    guard let rows, rows > 0 else { return false }
    let weights: [Extended]? =
      if case .real(let tensor) = arguments["class_weight"] { tensor.elements } else { nil }
    func weighs(_ label: Int) -> Bool { weights.map { $0[label] != .finite(.zero) } ?? true }
    if case .integer(let labels) = arguments["labels"] {
      let isByWeight = options["normalization"] ?? "weight" == "weight"
      return labels.elements.allSatisfy {
        .integer($0) == options["ignore_index"] || (isByWeight && !weighs($0))
      }
    }
    guard options["normalization"] == "weight", case .real(let y) = arguments["y"] else {
      return false
    }
    return y.elements.enumerated().allSatisfy {
      $1 == .finite(.zero) || (y.shape.count == 2 && !weighs($0 % y.shape[1]))
    }
  }

  fileprivate var holdsZeroChance: Bool {
    holds("p") { $0 == .finite(.zero) }
      && (arguments["q"] == nil || holds("q") { $0 == .finite(.zero) })
  }
}
