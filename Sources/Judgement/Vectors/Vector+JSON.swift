import CrossEntropy
import Exact

extension Vector {
  /// The vector as one line of a file; Golden/schema says what it may contain.
  package var json: JSON {
    .members([
      ("id", .string(request.id)), ("clauses", .array(clauses.map { .string($0) })),
      ("note", .string(note)), ("tier", .string(tier.rawValue)),
      ("request", request.json), ("expected", expected.json),
    ])
  }
}

extension Vector.Expected {
  fileprivate var json: JSON {
    switch self {
    case .rejection(let why): return .members([("reject", .string(why))])
    case .answer(let answer):
      let gradient = answer.gradient.sorted { $0.key < $1.key }
        .map { JSON.Member($0.key, Vector.json($0.value)) }
      return .members([
        ("value", Vector.json(answer.value)),
        ("gradient", gradient.isEmpty ? nil : .object(gradient)),
      ])
    }
  }
}

extension Vector {
  /// The nearest numbers as bits, and for each level the ends of what it accepts. A level that
  /// accepts what `standard` accepts is left out.
  fileprivate static func json(_ tensor: Tensor<Element>) -> JSON {
    func bits(_ number: (Element) -> Floating) -> JSON {
      .string(tensor.elements.map { number($0).hexadecimal }.joined())
    }
    func ends(_ level: Accuracy) -> JSON? {
      let isStandard = tensor.elements.allSatisfy { $0.accepted[level] == $0.accepted[.standard] }
      if isStandard && level != .standard { return nil }
      return .members([
        ("low", bits { $0.accepted[level]!.low }), ("high", bits { $0.accepted[level]!.high }),
      ])
    }
    return .members(
      [("shape", .array(tensor.shape.map { .number($0) })), ("bits", bits(\.nearest))]
        + levels.map { ($0.rawValue, ends($0)) })
  }
}
