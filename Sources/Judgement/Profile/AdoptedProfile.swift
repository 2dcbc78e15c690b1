/// What an implementation is held to on every axis, and why.
public struct AdoptedProfile: Sendable {
  /// Where a value comes from.
  public enum Source: String, Sendable, CaseIterable {
    /// The implementation's hello.
    case declared
    /// Its answers to the probe.
    case inferred
    /// Nothing is known, so it is the specification's own.
    case specification
    /// A file, which says more than what is declared.
    case file
  }

  /// One axis.
  public struct Entry: Sendable, Hashable {
    /// The axis.
    public let axis: Axis
    /// The value that the implementation is held to.
    public let value: String
    /// Where the value comes from.
    public let source: Source
    /// What the probe saw, if it was asked: evidence, or why there is no value.
    public let evidence: String?
    /// An answer against what is declared.
    public let contradiction: String?

    /// Whether it is held to something else than the specification's own value.
    public var differs: Bool { value != axis.values[0] }
  }

  /// The values as the judge takes them.
  public let profile: Profile
  /// Every axis, in their order.
  public let entries: [Entry]

  /// What is declared, filled up with what was inferred.
  ///
  /// - Parameters:
  ///   - declared: what the implementation says, or a file says of it.
  ///   - source: which of the two it was.
  ///   - findings: what the probe says; it fills the axes that are not declared.
  public init(
    declared: Profile, source: Source = .declared, findings: [Probe.Finding] = []
  ) {
    let profile = declared.filled(from: Profile(findings.filter(\.axis.isInferred)))
    self.profile = profile
    entries = Axis.allCases.map { axis in
      let finding = findings.first { $0.axis == axis }
      let isInferred = axis.isInferred && finding?.isDecided ?? false
      let json = profile.json(axis)
      return Entry(
        axis: axis, value: json.map { $0.string ?? $0.description } ?? axis.values[0],
        source: declared.says(axis) ? source : isInferred ? .inferred : .specification,
        evidence: finding.map { $0.isDecided ? $0.reason : "\($0.value): \($0.reason)" },
        contradiction: finding?.contradictions.first.map { first in
          let rest = finding!.contradictions.count - 1
          return first.text + (rest > 0 ? "; and \(rest) more" : "")
        })
    }
  }
}

extension AdoptedProfile.Entry {
  /// The value and its source in words.
  package var standing: String {
    switch source {
    case .declared: "declared"
    case .inferred: "inferred"
    case .file: "from the file"
    case .specification: "not known"
    }
  }

  /// What the probe has to say, in a line.
  package var remark: String {
    if let contradiction { return "against what is \(standing): \(contradiction)" }
    return evidence ?? ""
  }

  package var json: JSON {
    .members([
      ("axis", .string(axis.rawValue)), ("value", .string(value)),
      ("source", .string(source.rawValue)), ("specification", .string(axis.values[0])),
      ("differs", .bool(differs)), ("evidence", evidence.map { .string($0) }),
      ("contradiction", contradiction.map { .string($0) }),
    ])
  }

  /// Reads an entry.
  /// - Throws: `WireError`.
  package init(_ json: JSON) throws(WireError) {
    guard let axis = json["axis"]?.string.flatMap(Axis.init(rawValue:)),
      let value = json["value"]?.string,
      let source = json["source"]?.string.flatMap(AdoptedProfile.Source.init(rawValue:))
    else { throw WireError("an entry of the profile needs an axis, a value and a source") }
    self.init(
      axis: axis, value: value, source: source, evidence: json["evidence"]?.string,
      contradiction: json["contradiction"]?.string)
  }
}
