import Judgement

// What an implementation did not declare, and so was not asked.

extension Summary {
  /// The few that there are, or how many functions lack what: `28 functions, formats of 12`.
  var omissions: String? {
    if notDeclared.isEmpty { return nil }
    if notDeclared.count <= 5 { return omittedParts }
    let omissions = notDeclared.keys.map(Omission.init)
    let parts = Omission.Kind.allCases.compactMap { kind -> String? in
      let count = Set(omissions.filter { $0.kind == kind }.map(\.function)).count
      if count == 0 { return nil }
      return kind == .function ? counted(count, "function") : "\(kind.rawValue) of \(count)"
    }
    let questions = counted(notDeclared.values.reduce(0, +), "question")
    return "\(parts.joined(separator: ", ")); \(questions)"
  }

  /// Each by its name, with the number of questions that were not asked.
  var omittedParts: String {
    notDeclared.sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value))" }
      .joined(separator: ", ")
  }
}

/// What is missing: `softmax`, `softmax in float16`, `gradient of softmax` or `softmax(temperature)`.
private struct Omission {
  enum Kind: String, CaseIterable { case function, formats, gradients, options }

  let kind: Kind
  let function: Substring

  init(_ name: String) {
    let first = name.prefix { $0 != " " && $0 != "(" }
    if first == "gradient" {
      (kind, function) = (.gradients, name.dropFirst("gradient of ".count))
    } else {
      kind = name == first ? .function : name.hasSuffix(")") ? .options : .formats
      function = first
    }
  }
}
