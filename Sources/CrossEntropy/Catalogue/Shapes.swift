/// A pattern of shapes such as `[N,C,…]`.
struct ShapePattern: Sendable {
  enum Side: Sendable {
    /// Any number of further sides.
    case rest
    /// The size of that name.
    case size(String, isPositive: Bool)
  }

  let sides: [Side]

  /// The patterns of a text, several with "or" between them; in `k≥1` 0 is not allowed.
  static func patterns(_ text: String) -> [ShapePattern] {
    text.split(separator: " or ").map { pattern in
      ShapePattern(
        sides: pattern.dropFirst().dropLast().split(separator: ",").map { letter in
          if letter == "…" { return .rest }
          let isPositive = letter.hasSuffix("≥1")
          return .size(String(isPositive ? letter.dropLast(2) : letter), isPositive: isPositive)
        })
    }
  }
}

/// The sizes that the letters of a signature's shapes stand for in one call.
struct Shapes {
  private(set) var sizes: [String: Int] = [:]
  private var ellipsis: [Int]?

  /// Matches an argument's shape with one of its patterns; the letters keep their first meaning.
  /// - Throws: `DataError.wrongShape`.
  mutating func match(_ argument: Signature.Argument, _ shape: [Int]) throws {
    for pattern in argument.patterns {
      var trial = self
      if trial.unify(shape, pattern) {
        self = trial
        return
      }
    }
    throw DataError.wrongShape(argument.name, shape: shape, expected: describe(argument.shape))
  }

  private mutating func unify(_ shape: [Int], _ pattern: ShapePattern) -> Bool {
    var rest = shape[...]
    for (position, side) in pattern.sides.enumerated() {
      switch side {
      case .rest:
        let after = pattern.sides.count - position - 1
        guard rest.count >= after else { return false }
        let taken = Array(rest.dropLast(after))
        if let ellipsis, ellipsis != taken { return false }
        ellipsis = taken
        rest = rest.dropFirst(taken.count)
      case .size(let name, let isPositive):
        guard let size = rest.popFirst(), size > 0 || !isPositive else { return false }
        if let known = sizes[name], known != size { return false }
        sizes[name] = size
      }
    }
    return rest.isEmpty
  }

  /// The patterns with the sizes already known written in: `[2,C]`, where N is 2.
  private func describe(_ patterns: String) -> String {
    patterns.split(separator: " or ").map { pattern in
      let letters = pattern.dropFirst().dropLast().split(separator: ",").map { letter in
        letter == "…"
          ? ellipsis.map { $0.map(String.init).joined(separator: ",") } ?? "…"
          : sizes[String(letter)].map(String.init) ?? String(letter)
      }
      return "[" + letters.filter { !$0.isEmpty }.joined(separator: ",") + "]"
    }.joined(separator: " or ")
  }
}
