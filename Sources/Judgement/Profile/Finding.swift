import CrossEntropy

extension Probe {
  /// What the answers say about one axis.
  public struct Finding: Sendable {
    /// What the answers come to.
    public enum Outcome: Sendable, Hashable {
      /// Every answer fits this value.
      case inferred(String)
      /// Functions differ, on an axis where they may.
      case byFunction([String: String])
      /// Nothing that could tell was answered.
      case unknown
      /// What was answered tells no value from another.
      case undecided
      /// The answers fit no value, or contradict each other.
      case mixed
    }

    /// A question, its answer in words and the values that it fits.
    public struct Evidence: Sendable, Hashable {
      /// The function that was asked.
      public let function: String
      /// The call as a person would write it.
      public let question: String
      /// The answer in words.
      public let answer: String
      /// The values of the axis that the answer fits.
      public let values: [String]

      /// `entropy(p: [0, 1]): NaN`
      public var text: String { "\(question): \(answer)" }
    }

    /// The axis.
    public let axis: Axis
    /// What the answers come to.
    public let outcome: Outcome
    /// The answers that could tell one value from another.
    public let evidence: [Evidence]
    /// The answers that what the implementation declares does not allow.
    public let contradictions: [Evidence]
  }
}

extension Probe.Finding {
  /// The value, or why there is none.
  public var value: String {
    switch outcome {
    case .inferred(let value): value
    case .byFunction: "by function"
    case .unknown: "unknown"
    case .undecided: "undecided"
    case .mixed: "mixed"
    }
  }

  /// Whether a value was found.
  public var isDecided: Bool {
    switch outcome {
    case .inferred, .byFunction: true
    default: false
    }
  }

  /// Whether another value than the specification's own was found that an implementation is held to.
  public var differs: Bool { isDecided && axis.isInferred && value != axis.values[0] }

  /// The evidence in a line: the telling answer of those that agree, one of each kind of those that
  /// do not.
  public var reason: String {
    if case .byFunction(let values) = outcome {
      return values.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        .joined(separator: ", ")
    }
    guard !evidence.isEmpty else { return "no question that could tell was answered" }
    var kinds: [[String]] = []
    var shown: [String] = []
    let isOneKind = if case .inferred = outcome { true } else { false }
    let telling = evidence.sorted { $0.values.count < $1.values.count }
    for one in isOneKind ? telling : evidence where !kinds.contains(one.values) {
      if isOneKind && !shown.isEmpty { break }
      kinds.append(one.values)
      let fits = one.values.isEmpty ? "no value" : one.values.joined(separator: " or ")
      shown.append(isOneKind ? one.text : "\(fits) (\(one.text))")
    }
    let rest = evidence.count - shown.count
    return shown.joined(separator: "; ") + (rest > 0 ? "; and \(rest) more" : "")
  }

  /// The finding as a report in JSON has it.
  public var json: JSON {
    func json(_ evidence: [Evidence]) -> JSON {
      .array(
        evidence.map { one in
          .members([
            ("question", .string(one.question)), ("answer", .string(one.answer)),
            ("values", .array(one.values.map { .string($0) })),
          ])
        })
    }
    return .members([
      ("axis", .string(axis.rawValue)), ("value", .string(value)),
      ("specification", .string(axis.values[0])),
      ("differs", isDecided ? .bool(differs) : nil),
      ("evidence", json(evidence)),
      ("contradictions", contradictions.isEmpty ? nil : json(contradictions)),
    ])
  }
}

extension Reply {
  /// `NaN`, `[0.5, 0.5]`, `rejected: …`, on one line that is not long.
  var text: String {
    let text =
      switch self {
      case .answer(let answer): answer.value.text { $0.text }
      case .reject(let why): "rejected: \(why)"
      case .unsupported(let what): "unsupported: \(what)"
      case .error(let what): "error: \(what)"
      }
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= 80 ? line : line.prefix(77) + "…"
  }
}
