/// One thing that a generator left to chance.
///
/// The choices that made a value are its tape: a shorter or simpler tape makes a simpler value, so
/// whatever a generator can draw it can also shrink, without a shrinker of its own.
public enum Choice: Sendable, Hashable {
  /// One of several alternatives, the simplest being 0.
  case index(UInt64)
  /// A real number.
  case real(Double)

  /// Choices are equal if they draw the same: −0 is not 0.
  public static func == (a: Choice, b: Choice) -> Bool {
    switch (a, b) {
    case (.index(let a), .index(let b)): a == b
    case (.real(let a), .real(let b)): a.bitPattern == b.bitPattern
    default: false
    }
  }

  /// As equality: by the bits of a real number.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .index(let index): hasher.combine(index)
    case .real(let value): hasher.combine(value.bitPattern)
    }
  }
}

/// A choice as it was made, with what decides how simple it is.
struct Drawn: Sendable, Hashable {
  let choice: Choice
  /// How many alternatives there were; 0 for a real number.
  let bound: UInt64
  /// The simplest number, for a real one.
  let origin: Double
}

/// A draw that leads to no case: a condition that does not hold, or a tape that ends too early.
public struct Rejection: Error, Hashable {
  /// The draw ends here, and the case is discarded.
  public init() {}
}

/// A tape as text, for tokens: indices in base 36, real numbers by their bits, joined by dots.
public struct Tape: Sendable, Hashable, CustomStringConvertible {
  /// The choices in the order they were made.
  public let choices: [Choice]

  /// A tape of choices that were made.
  public init(_ choices: [Choice]) { self.choices = choices }

  /// Reads what `description` writes; nil if the text is no tape.
  public init?(_ text: String) {
    if text == "-" {
      choices = []
      return
    }
    var choices: [Choice] = []
    for word in text.split(separator: ".", omittingEmptySubsequences: false) {
      if word.first == "_" {
        // A trailing zero of the pattern is left out, so that round numbers are short.
        guard word.count <= 17,
          let bits = UInt64(
            word.dropFirst() + String(repeating: "0", count: 17 - word.count), radix: 16)
        else { return nil }
        choices.append(.real(Double(bitPattern: bits)))
      } else {
        guard let index = UInt64(word, radix: 36) else { return nil }
        choices.append(.index(index))
      }
    }
    self.choices = choices
  }

  /// The tape as text; `-` for no choice.
  public var description: String {
    if choices.isEmpty { return "-" }
    return choices.map { choice in
      switch choice {
      case .index(let index): return String(index, radix: 36)
      case .real(let value):
        let digits = String(value.bitPattern, radix: 16)
        var text = String(repeating: "0", count: 16 - digits.count) + digits
        while text.last == "0" { text.removeLast() }
        return "_" + text
      }
    }.joined(separator: ".")
  }
}
