/// An executed example of Spec/: an expression, and what the text says of its value.
///
///     entropy([1/2, 1/4, 1/4], base: 2) = 3/2
///     entropy([26/30, 4/30], base: 2)
///       ≈ 0.5665
///       float32 0.5665095
///
/// A statement begins at a line that is not indented; its first claim may stand there too, the others
/// below it, indented. What stands between brackets may be broken into lines, and `#` begins a comment.
public struct Example: Sendable, Hashable {
  /// What is said of a value.
  public struct Claim: Sendable, Hashable {
    /// How the text stands to the value.
    public let kind: Kind
    /// The numbers, the expression or the message.
    public let text: String
    /// The line of the chapter, counted from 1.
    public let line: Int
  }

  /// How the text of a claim can stand to the value.
  public enum Kind: String, Sendable, CaseIterable {
    /// Exactly equal, element by element.
    case equal = "="
    /// Some element is not equal, or the shapes are not.
    case unequal = "!="
    /// Proved to be less or equal.
    case atMost = "<="
    /// Proved to be greater or equal.
    case atLeast = ">="
    /// Proved to be less.
    case less = "<"
    /// Proved to be greater.
    case greater = ">"
    /// The value rounded to the digits shown.
    case rounded = "≈"
    /// Neither the value rounded to the digits shown nor the value cut there.
    case wrong = "≉"
    /// The input is refused, with this message.
    case refused = "!"
    /// The number of a format nearest to the value.
    case float64, float32, float16, bfloat16
    /// What the textbook's formula gives in hardware doubles: a whole number exactly, any other
    /// rounded to the digits shown.
    case naive

    fileprivate var isWord: Bool { rawValue.first!.isLetter }
  }

  /// The expression as it is written.
  public let expression: String
  /// The line of the chapter that the expression begins in, counted from 1.
  public let line: Int
  /// What is said of its value, in order.
  public let claims: [Claim]

  /// A block that cannot be read.
  public struct Malformed: Error, Hashable, Sendable {
    /// The line of the chapter, counted from 1.
    public let line: Int
    /// The reason, as a sentence without its end.
    public let message: String
  }

  /// The examples of a block.
  ///
  /// - Parameter lines: the lines between the fences, with their numbers in the chapter.
  /// - Throws: `Malformed`.
  static func examples(
    in lines: [(number: Int, text: Substring)]
  ) throws(Malformed) -> [Example] {
    var examples: [Example] = []
    for line in try joined(lines) {
      let (before, claim) = split(line.text, at: line.number, isIndented: line.isIndented)
      if !line.isIndented {
        examples.append(
          Example(expression: before, line: line.number, claims: claim.map { [$0] } ?? []))
      } else if let claim, before.isEmpty, let last = examples.popLast() {
        examples.append(
          Example(expression: last.expression, line: last.line, claims: last.claims + [claim]))
      } else {
        throw Malformed(
          line: line.number,
          message: "an indented line says something of the expression above it, such as ≈ 0.5")
      }
    }
    if let silent = examples.first(where: \.claims.isEmpty) {
      throw Malformed(line: silent.line, message: "nothing is said of \(silent.expression)")
    }
    return examples
  }

  private struct Line {
    var text: String
    let number: Int
    let isIndented: Bool
  }

  /// The lines without comments and empty ones, those joined that end between brackets.
  private static func joined(
    _ lines: [(number: Int, text: Substring)]
  ) throws(Malformed) -> [Line] {
    var result: [Line] = []
    var depth = 0
    for (number, text) in lines {
      let isRefusal = text.drop { $0 == " " }.hasPrefix("! ")
      let code = isRefusal ? text : text.prefix { $0 != "#" }
      let words = code.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
      if words.isEmpty { continue }
      if depth > 0 {
        result[result.count - 1].text += " " + String(words)
      } else {
        result.append(
          Line(text: String(words), number: number, isIndented: text.first == " "))
      }
      if !isRefusal { depth = words.reduce(depth) { $0 + nesting($1) } }
    }
    if depth != 0 {
      throw Malformed(line: result.last!.number, message: "brackets are left open in the block")
    }
    return result
  }

  private static func nesting(_ character: Character) -> Int {
    switch character {
    case "(", "[": 1
    case ")", "]": -1
    default: 0
    }
  }

  /// What stands before the first claim of a line, and the claim.
  private static func split(
    _ text: String, at line: Int, isIndented: Bool
  ) -> (String, Claim?) {
    func trimmed(_ text: some StringProtocol) -> String {
      String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
    if isIndented {
      for kind in Kind.allCases where kind.isWord && text.hasPrefix(kind.rawValue + " ") {
        let claim = Claim(
          kind: kind, text: trimmed(text.dropFirst(kind.rawValue.count)), line: line)
        return ("", claim)
      }
    }
    var depth = 0
    for index in text.indices {
      depth += nesting(text[index])
      guard depth == 0 else { continue }
      let rest = text[index...]
      guard let kind = Kind.allCases.first(where: { !$0.isWord && rest.hasPrefix($0.rawValue) })
      else { continue }
      let claim = Claim(
        kind: kind, text: trimmed(rest.dropFirst(kind.rawValue.count)), line: line)
      return (trimmed(text[..<index]), claim)
    }
    return (trimmed(text), nil)
  }
}
