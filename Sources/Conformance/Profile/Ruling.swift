import CrossEntropy
import Exact

/// What a profile makes of a request: which answer is expected of whoever has that profile.
enum Ruling: Sendable {
  /// The answer to a call: the request's own, or one that says in the specification's terms what the
  /// implementation understands by it.
  case call(CheckedCall)
  /// The same number everywhere, or in some element at least.
  case number(Extended)
  case rejection(String)
  /// Nothing is expected.
  case anything(String)
}

extension Profile {
  func ruling(on call: Call) -> Ruling {
    var call = call
    if self[.labelOutOfRange] == "wrap_negative" { call.wrapNegativeLabels() }
    rewriteOptions(of: &call)
    let checked: CheckedCall
    do {
      checked = try call.checked()
    } catch {
      return ruling(on: error as? DataError, "\(error)")
    }
    switch checked.meanOfNothing.map({ self[$0] }) {
    case "zero": return .number(.finite(.zero))
    case "reject": return .rejection("the mean of nothing")
    default: return .call(checked)
    }
  }

  private func ruling(on error: DataError?, _ why: String) -> Ruling {
    let axis: Axis
    switch error {
    case .outside, .optionOutside: axis = .outOfDomain
    case .labelOutside: axis = .labelOutOfRange
    default: return .rejection(why)
    }
    switch self[axis] {
    case "nan": return .number(.nan)
    case "accepts", "unspecified", "zero": return .anything("policy: \(axis.rawValue)")
    default: return .rejection(why)
    }
  }

  /// Says a policy in the options of the catalogue, where they can.
  private func rewriteOptions(of call: inout Call) {
    guard let signature = try? Function.named(call.function).signature else { return }
    if signature.option("normalization") != nil, call.options["normalization"] == nil {
      let isSparse = signature.argument("labels") != nil
      let isByWeight = self[isSparse ? .weightedMeanSparse : .weightedMeanDense] == "weight_sum"
      call.options["normalization"] = .word(isByWeight ? "weight" : "count")
    }
    // ε/(C−1) for each other class is the smoothing ε·C/(C−1) over all.
    if self[.labelSmoothing] == "over_others",
      case .real(.finite(let smoothing)) = call.options["label_smoothing"],
      let classes = call.arguments["logits"]?.shape.dropFirst().first, classes > 1
    {
      call.options["label_smoothing"] = .real(
        .finite(smoothing * Rational(classes, classes - 1)))
    }
  }
}

extension CheckedCall {
  /// The axis that says what a mean of no row is, if this is one.
  fileprivate var meanOfNothing: Axis? {
    guard case .word("mean") = call.options["reduction"] ?? .word(standardReduction),
      let rows = call.arguments["labels"] ?? call.arguments["logits"]
        ?? call.arguments["scores"] ?? call.arguments["prediction"]
        ?? call.arguments["p"]
    else { return nil }
    if rows.shape.reduce(1, *) == 0 { return .emptyMean }
    guard case .integer(let labels) = rows else { return nil }
    let ignored: Int? =
      if case .integer(let index) = call.options["ignore_index"] { index } else { nil }
    let kept = labels.elements.filter { $0 != ignored }
    if kept.isEmpty { return .allIgnoredMean }
    guard call.options["normalization"] == .word("weight"),
      case .real(let weights) = call.arguments["class_weight"]
    else { return nil }
    let isWeightless = kept.allSatisfy {
      !weights.elements.indices.contains($0) || weights.elements[$0] == .finite(.zero)
    }
    return isWeightless ? .allIgnoredMean : nil
  }

  private var standardReduction: String {
    function.signature.option("reduction")?.standard ?? "none"
  }
}

extension Call {
  /// A label −1 as the last class, as an index from the end.
  fileprivate mutating func wrapNegativeLabels() {
    guard case .integer(var labels) = arguments["labels"],
      let classes = (arguments["logits"] ?? arguments["p"] ?? arguments["log_p"])?.shape
        .dropFirst().first
    else { return }
    let ignored: Int? =
      if case .integer(let index) = options["ignore_index"] { index } else { nil }
    labels.elements = labels.elements.map {
      $0 < 0 && $0 >= -classes && $0 != ignored ? $0 + classes : $0
    }
    arguments["labels"] = .integer(labels)
  }

  /// Whether a number of the call is infinite, or a probability exactly zero: where an
  /// implementation may meet 0·∞ or ∞ − ∞.
  var meetsInfinity: Bool {
    arguments.contains { name, argument in
      guard case .real(let tensor) = argument else { return false }
      return tensor.elements.contains { value in
        switch value {
        case .infinity: true
        case .finite(let number): number.isZero && ["p", "q"].contains(name)
        case .nan: false
        }
      }
    }
  }
}
