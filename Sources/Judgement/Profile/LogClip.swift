import CrossEntropy
import Exact

/// What keeps the logarithm of a probability finite where no clip is asked for.
enum LogClip: Sendable, Hashable {
  /// min(max(p, c), 1 − c), or max(p, c) alone.
  case probability(Rational, bothEnds: Bool)
  /// Each −log p is at most so much.
  case loss(Rational)

  /// Reads `{"probability":c,"both_ends":true}` or `{"loss":L}`.
  /// - Throws: `WireError`, saying what is expected.
  init(_ json: JSON) throws(WireError) {
    func number(_ name: String) -> Rational? {
      guard case .number(let text)? = json[name] else { return nil }
      return Rational(text)
    }
    if let clip = number("probability"), let bothEnds = json["both_ends"]?.bool,
      Domain.clip.contains(.finite(clip))
    {
      self = .probability(clip, bothEnds: bothEnds)
    } else if let loss = number("loss"), loss > .zero {
      self = .loss(loss)
    } else {
      throw WireError(
        """
        log_clip is \(json), where none, {"probability":c,"both_ends":true or false} with c in \
        (0, 1/2) or {"loss":L} with L above 0 is expected
        """)
    }
  }

  /// The clip that a profile names; nil for none.
  init?(_ value: String) {
    guard let json = try? JSON(parsing: value), let clip = try? LogClip(json) else { return nil }
    self = clip
  }

  private func clipped(_ p: Extended) -> Extended {
    guard case .probability(let clip, let bothEnds) = self, let number = p.asRational else {
      return p
    }
    let raised = max(number, clip)
    return .finite(bothEnds ? min(raised, 1 - clip) : raised)
  }

  /// Clips the probabilities of a call, all of which lie in [0, 1].
  ///
  /// - Returns: the ruling where the clipped call does not say it all; nil where it does.
  func restate(_ call: inout Call) -> Ruling? {
    guard case .real(let p)? = call.arguments["p"] else { return nil }
    switch self {
    case .probability:
      let clipped = p.map(clipped)
      // What a clip does to a gradient nobody says.
      if clipped != p { (call.gradient, call.cotangent) = ([], nil) }
      call.arguments["p"] = .real(clipped)
      return nil
    case .loss(let loss): return LogClip.capped(call.terms, at: loss, call)
    }
  }

  private static func capped(
    _ terms: [(coefficient: Extended, p: Extended)], at loss: Rational, _ call: Call
  ) -> Ruling? {
    // 1.4426 is below 1/log 2, so −log p is at most L from this power of two on.
    let exponent = (loss * Rational(14426, 10000)).floor.asInt ?? 1_000_000
    let safe = Rational.powerOfTwo(-min(exponent, 1_000_000))
    let open = terms.filter { term in
      term.coefficient != .finite(.zero) && term.p.asRational.map { $0 < safe } ?? false
    }
    guard let first = open.first else { return nil }
    let isAlone = terms.count { $0.coefficient != .finite(.zero) } == 1 && call.isOfOneRow
    let isCap = first.coefficient == .finite(.one) && first.p == .finite(.zero)
    let isWeighted = call.arguments["weight"] != nil || call.arguments["class_weight"] != nil
    return isAlone && isCap && !isWeighted ? .number(.finite(loss)) : .anything("policy: log_clip")
  }
}

extension Call {
  /// What a loss of probabilities multiplies with which −log p, class weights and ignored rows aside.
  fileprivate var terms: [(coefficient: Extended, p: Extended)] {
    guard case .real(let p)? = arguments["p"] else { return [] }
    func complement(_ value: Extended) -> Extended {
      value.asRational.map { .finite(1 - $0) } ?? value
    }
    switch arguments["labels"] ?? arguments["y"] {
    case .integer(let labels):
      guard let classes = p.shape.last else { return [] }
      return labels.elements.enumerated().compactMap { row, label in
        (0..<classes).contains(label) && label != ignoreIndex
          ? (.finite(.one), p.elements[row * classes + label])
          : nil
      }
    case .real(let y):
      let terms = zip(y.elements, p.elements).map { ($0, $1) }
      if function != "binary_cross_entropy" { return terms }
      return terms + terms.map { (complement($0), complement($1)) }
    case nil: return []
    }
  }

  fileprivate var isOfOneRow: Bool {
    let shape = arguments["p"]?.shape ?? []
    return (function == "binary_cross_entropy" ? shape.reduce(1, *) : shape.first) == 1
  }
}
