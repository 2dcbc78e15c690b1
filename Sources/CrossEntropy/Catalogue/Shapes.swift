/// The sizes that the letters of a signature's shapes stand for in one call.
struct Shapes {
  private(set) var sizes: [String: Int] = [:]
  private var ellipsis: [Int]?

  /// Matches an argument's shape with one of its patterns; the letters keep their first meaning.
  /// - Throws: `DataError.wrongShape`.
  mutating func match(_ name: String, _ shape: [Int], _ patterns: String) throws {
    for pattern in patterns.split(separator: " or ") {
      var trial = self
      if trial.unify(shape, String(pattern)) {
        self = trial
        return
      }
    }
    throw DataError.wrongShape(name, shape: shape, expected: describe(patterns))
  }

  private mutating func unify(_ shape: [Int], _ pattern: String) -> Bool {
    let letters = pattern.dropFirst().dropLast().split(separator: ",").map(String.init)
    var rest = shape[...]
    for (position, letter) in letters.enumerated() {
      if letter == "…" {
        let after = letters.count - position - 1
        guard rest.count >= after else { return false }
        let taken = Array(rest.dropLast(after))
        if let ellipsis, ellipsis != taken { return false }
        ellipsis = taken
        rest = rest.dropFirst(taken.count)
      } else {
        // `k≥1` is the size k where 0 is not allowed.
        let name = letter.hasSuffix("≥1") ? String(letter.dropLast(2)) : letter
        guard let size = rest.popFirst(), size > 0 || name == letter else { return false }
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
