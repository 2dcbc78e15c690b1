import CrossEntropy
import Exact

// Labels that are no class, for those who do not refuse them.

extension Call {
  private var classes: Int? {
    (arguments["logits"] ?? arguments["p"] ?? arguments["log_p"] ?? arguments["scores"])?.shape
      .dropFirst().first
  }

  /// A label −1 as the last class, as an index from the end.
  mutating func wrapNegativeLabels() {
    guard case .integer(var labels) = arguments["labels"], let classes else { return }
    let ignored = ignoreIndex
    labels.elements = labels.elements.map {
      $0 < 0 && $0 >= -classes && $0 != ignored ? $0 + classes : $0
    }
    arguments["labels"] = .integer(labels)
  }

  enum WithoutLabelsOutside {
    /// The same answer is expected as to this call.
    case call(Call)
    /// No row is left.
    case nothing
  }

  /// The call in which rows of no class cost nothing; nil where it does not say what that makes of
  /// the answer: what a mean divides by, what smoothing costs such a row.
  func withoutLabelsOutside() -> WithoutLabelsOutside? {
    guard case .integer(let labels) = arguments["labels"], let classes,
      options["label_smoothing"] ?? .real(.finite(.zero)) == .real(.finite(.zero)),
      ["logits", "p", "log_p", "scores"].allSatisfy({
        numbers($0).allSatisfy { $0.asRational != nil }
      })
    else { return nil }
    let outside = labels.elements.filter { $0 != ignoreIndex && !(0..<classes).contains($0) }
    if options["reduction"] ?? .word("mean") == .word("mean") {
      return outside.count == labels.elements.count ? .nothing : nil
    }
    guard Set(outside).count == 1, ignoreIndex == nil,
      (try? Function.named(function))?.signature.option("ignore_index") != nil
    else { return nil }
    var call = self
    call.options["ignore_index"] = .integer(outside[0])
    return .call(call)
  }
}
