/// A word of an expression.
struct Token: Equatable {
  enum Kind: Equatable {
    case number(String)
    case name(String)
    /// An operator, bracket, comma or colon, in its ASCII spelling.
    case symbol(String)
    case end
  }

  let kind: Kind
  /// Where it stands, in characters.
  let range: Range<Int>
  var column: Int { range.lowerBound + 1 }
}

/// Cuts a text into words.
struct Lexer {
  private let text: [Character]
  private var position = 0

  init(_ text: [Character]) { self.text = text }

  /// Symbols that people type or paste, and the spelling that the parser knows.
  private static let symbols: [Character: String] = [
    "+": "+", "-": "-", "−": "-", "*": "*", "×": "*", "·": "*", "/": "/", "÷": "/", "^": "^",
    "(": "(", ")": ")", "[": "[", "]": "]", ",": ",", ":": ":",
    "<": "<", ">": ">", "=": "=", "≤": "<=", "≥": ">=", "≠": "!=",
  ]

  /// All words of a text, and the end after them.
  /// - Throws: `ExpressionError` at a character that begins no word.
  static func tokens(_ text: [Character]) throws(ExpressionError) -> [Token] {
    var lexer = Lexer(text)
    var tokens: [Token] = []
    repeat { tokens.append(try lexer.next()) } while tokens.last!.kind != .end
    return tokens
  }

  private func character(at offset: Int) -> Character? {
    position + offset < text.count ? text[position + offset] : nil
  }

  private func isDigit(at offset: Int) -> Bool {
    guard let character = character(at: offset) else { return false }
    return character.isASCII && character.isNumber
  }

  private mutating func next() throws(ExpressionError) -> Token {
    while let character = character(at: 0), character.isWhitespace { position += 1 }
    let start = position
    guard let first = character(at: 0) else { return Token(kind: .end, range: start..<start) }
    if isDigit(at: 0) || (first == "." && isDigit(at: 1)) {
      skipNumber()
      return Token(kind: .number(String(text[start..<position])), range: start..<position)
    }
    if first.isLetter || first == "_" {
      while let next = character(at: 0), next.isLetter || next.isNumber || next == "_" {
        position += 1
      }
      return Token(kind: .name(String(text[start..<position])), range: start..<position)
    }
    if ["<", ">", "!", "="].contains(first), character(at: 1) == "=" {
      position += 2
      let symbol = first == "=" ? "=" : "\(first)="
      return Token(kind: .symbol(symbol), range: start..<position)
    }
    guard let symbol = Lexer.symbols[first] else {
      throw .syntax("\(first) means nothing here", at: start + 1)
    }
    position += 1
    return Token(kind: .symbol(symbol), range: start..<position)
  }

  /// Passes `12`, `0.5`, `.5`, `1e-5` or `0x1.8p+3`. An `e` or `p` that no exponent follows is not
  /// taken.
  private mutating func skipNumber() {
    let isHexadecimal =
      character(at: 0) == "0" && (character(at: 1) == "x" || character(at: 1) == "X")
    if isHexadecimal { position += 2 }
    func isPart(_ character: Character?) -> Bool {
      guard let character, character.isASCII else { return false }
      return character == "." || (isHexadecimal ? character.isHexDigit : character.isNumber)
    }
    while isPart(character(at: 0)) { position += 1 }
    let marks: [Character] = isHexadecimal ? ["p", "P"] : ["e", "E"]
    guard let mark = character(at: 0), marks.contains(mark) else { return }
    let hasSign = character(at: 1) == "+" || character(at: 1) == "-"
    guard isDigit(at: hasSign ? 2 : 1) else { return }
    position += hasSign ? 2 : 1
    while isDigit(at: 0) { position += 1 }
  }
}
