import CrossEntropy
import Exact

/// What a profile makes of a request: which answer is expected of whoever has that profile.
enum Ruling: Sendable {
  /// The answer to a call: the request's own, or one that says in the specification's terms what the
  /// implementation understands by it. It names the gradients that are judged.
  case call(CheckedCall)
  /// The same number everywhere, or in some element at least.
  case number(Extended)
  case rejection(String)
  /// Nothing is expected.
  case anything(String)

  /// An axis leaves open what is right.
  static func anything(_ axis: Axis) -> Ruling { .anything("policy: \(axis.rawValue)") }
}

extension Profile {
  func ruling(on call: Call) -> Ruling {
    var call = call
    if self[.labelOutOfRange] == "wrap_negative" { call.wrapNegativeLabels() }
    nameNormalization(of: &call)
    let checked: CheckedCall
    do {
      checked = try call.checked()
    } catch {
      return ruling(on: error as? DataError, of: call, "\(error)")
    }
    switch checked.meanOfNothing.map({ self[$0] }) {
    case "zero": return .number(.finite(.zero))
    case "reject": return .rejection("the mean of nothing")
    default: return restated(call) ?? .call(checked)
    }
  }

  private func ruling(on error: DataError?, of call: Call, _ why: String) -> Ruling {
    let axis: Axis
    switch error {
    case .outside, .optionOutside: axis = .outOfDomain
    case .labelOutside: axis = .labelOutOfRange
    default: return .rejection(why)
    }
    switch self[axis] {
    // A word that is no value of its option is no number, and is never answered by one.
    case "nan" where error?.isOfWord(in: call) ?? false: return .rejection(why)
    case "nan": return .number(.nan)
    case "accepts", "unspecified": return .anything(axis)
    case "zero":
      switch call.withoutLabelsOutside() {
      case .call(let call): return ruling(on: call)
      case .nothing: return .number(.finite(.zero))
      case nil: return .anything(axis)
      }
    default: return .rejection(why)
    }
  }

  /// The default of `normalization` is a policy.
  private func nameNormalization(of call: inout Call) {
    guard let signature = try? Function.named(call.function).signature,
      signature.option("normalization") != nil, call.options["normalization"] == nil
    else { return }
    let isSparse = signature.argument("labels") != nil
    let axis: Axis = isSparse ? .weightedMeanSparse : .weightedMeanDense
    // A dense mean without weights of classes is over the rows, whatever their targets sum to.
    let isByWeight =
      self[axis] == "weight_sum" && (isSparse || call.arguments["class_weight"] != nil)
    call.options["normalization"] = .word(isByWeight ? "weight" : "count")
  }
}

extension DataError {
  /// Whether an option that takes words was given another.
  fileprivate func isOfWord(in call: Call) -> Bool {
    guard case .optionOutside(let name, _, _) = self,
      case .word = (try? Function.named(call.function))?.signature.option(name)?.kind
    else { return false }
    return true
  }
}

extension CheckedCall {
  /// The axis that says what a mean of no row is, if this is one.
  fileprivate var meanOfNothing: Axis? {
    let names = ["labels", "logits", "scores", "prediction", "p", "score_data"]
    guard case .word("mean") = call.options["reduction"] ?? .word(standardReduction),
      let name = names.first(where: { call.arguments[$0] != nil }),
      let rows = call.arguments[name]
    else { return nil }
    // Rows without classes are rows.
    let isOfClasses = function.signature.argument(name)!.shape.hasPrefix("[N,C")
    let sides = isOfClasses ? rows.shape[..<1] + rows.shape[2...] : rows.shape[...]
    if sides.contains(0) { return .emptyMean }
    let isByWeight = call.options["normalization"] == .word("weight")
    switch rows {
    case .integer(let labels):
      let kept = labels.elements.filter { $0 != call.ignoreIndex }
      if kept.isEmpty { return .allIgnoredMean }
      guard isByWeight, case .real(let weights) = call.arguments["class_weight"] else { return nil }
      let isWeightless = kept.allSatisfy { weights.elements[$0] == .finite(.zero) }
      return isWeightless ? .allIgnoredMean : nil
    case .real:
      guard isByWeight, case .real(let y) = call.arguments["y"], y.shape.count > 1 else {
        return nil
      }
      let classWeights = call.numbers("class_weight")
      let inner = y.shape[2...].reduce(1, *)
      let isWeightless = y.elements.enumerated().allSatisfy { place, target in
        let c = place / inner % y.shape[1]
        return target == .finite(.zero)
          || (!classWeights.isEmpty && classWeights[c] == .finite(.zero))
      }
      return isWeightless ? .allIgnoredMean : nil
    }
  }

  private var standardReduction: String {
    function.signature.option("reduction")?.standard ?? "none"
  }
}
