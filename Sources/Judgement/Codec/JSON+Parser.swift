extension JSON {
  /// Why a text is no JSON, and where.
  public struct SyntaxError: Error, Hashable, CustomStringConvertible {
    /// The line, counted from 1.
    public let line: Int
    /// The column, counted in bytes from 1.
    public let column: Int
    /// The reason, as a sentence without its end.
    public let what: String
    /// The place and the reason.
    public var description: String { "line \(line), column \(column): \(what)" }
  }

  /// Reads one JSON value and nothing after it.
  /// - Throws: `SyntaxError` with the line and column.
  public init(parsing text: String) throws(SyntaxError) {
    var parser = Parser(Array(text.utf8))
    self = try parser.value(depth: 0)
    parser.skipSpace()
    if !parser.isAtEnd { throw parser.error("something follows the value") }
  }

  private struct Parser {
    private let bytes: [UInt8]
    private var position = 0
    /// Deeper nesting is refused, not recursed into.
    private static let greatestDepth = 200

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }
    private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    func error(_ what: String) -> SyntaxError {
      let before = bytes[..<position]
      let line = before.count { $0 == UInt8(ascii: "\n") } + 1
      let start = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
      return SyntaxError(line: line, column: position - start + 1, what: what)
    }

    mutating func skipSpace() {
      while let byte = current, [0x20, 0x0a, 0x0d, 0x09].contains(byte) { position += 1 }
    }

    mutating func value(depth: Int) throws(SyntaxError) -> JSON {
      skipSpace()
      if depth > Self.greatestDepth { throw error("nested too deeply") }
      guard let byte = current else { throw error("the text ends where a value should be") }
      switch byte {
      case UInt8(ascii: "{"): return try object(depth)
      case UInt8(ascii: "["): return try array(depth)
      case UInt8(ascii: "\""): return .string(try string())
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
      default:
        for (word, value) in [("null", JSON.null), ("true", .bool(true)), ("false", .bool(false))]
        where bytes[position...].starts(with: word.utf8) {
          position += word.utf8.count
          return value
        }
        if bytes[position...].starts(with: "NaN".utf8) { throw error("NaN needs quotes") }
        throw error("no value begins like this")
      }
    }

    private mutating func take(_ character: Character) -> Bool {
      skipSpace()
      guard current == character.asciiValue else { return false }
      position += 1
      return true
    }

    private mutating func array(_ depth: Int) throws(SyntaxError) -> JSON {
      position += 1
      var values: [JSON] = []
      if take("]") { return .array(values) }
      repeat { values.append(try value(depth: depth + 1)) } while take(",")
      guard take("]") else {
        throw error(isAtEnd ? "the text ends within a list" : "expected , or ]")
      }
      return .array(values)
    }

    private mutating func object(_ depth: Int) throws(SyntaxError) -> JSON {
      position += 1
      var members: [Member] = []
      if take("}") { return .object(members) }
      repeat {
        skipSpace()
        guard current == UInt8(ascii: "\"") else {
          throw error(isAtEnd ? "the text ends within an object" : "expected a name in quotes")
        }
        let key = try string()
        guard take(":") else { throw error("expected : after \(key)") }
        members.append(Member(key, try value(depth: depth + 1)))
      } while take(",")
      guard take("}") else {
        throw error(isAtEnd ? "the text ends within an object" : "expected , or }")
      }
      return .object(members)
    }

    private mutating func number() throws(SyntaxError) -> JSON {
      let start = position
      func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }
      if current == UInt8(ascii: "-") { position += 1 }
      let first = current
      guard isDigit(first) else { throw error("expected a digit") }
      while isDigit(current) { position += 1 }
      let length = position - start - (bytes[start] == UInt8(ascii: "-") ? 1 : 0)
      if first == UInt8(ascii: "0") && length > 1 { throw error("a number with a leading zero") }
      if current == UInt8(ascii: ".") {
        position += 1
        guard isDigit(current) else { throw error("expected a digit after the point") }
        while isDigit(current) { position += 1 }
      }
      if current == UInt8(ascii: "e") || current == UInt8(ascii: "E") {
        position += 1
        if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { position += 1 }
        guard isDigit(current) else { throw error("expected a digit in the exponent") }
        while isDigit(current) { position += 1 }
      }
      return .number(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func string() throws(SyntaxError) -> String {
      position += 1
      var text: [UInt8] = []
      while let byte = current {
        position += 1
        switch byte {
        case UInt8(ascii: "\""):
          guard let result = String(validating: text, as: UTF8.self) else {
            throw error("a string that is not UTF-8")
          }
          return result
        case UInt8(ascii: "\\"): text += try escape()
        case ..<0x20: throw error("a control character in a string")
        default: text.append(byte)
        }
      }
      throw error("the text ends within a string")
    }

    private mutating func escape() throws(SyntaxError) -> [UInt8] {
      guard let byte = current else { throw error("the text ends within a string") }
      position += 1
      switch byte {
      case UInt8(ascii: "n"): return [0x0a]
      case UInt8(ascii: "t"): return [0x09]
      case UInt8(ascii: "r"): return [0x0d]
      case UInt8(ascii: "b"): return [0x08]
      case UInt8(ascii: "f"): return [0x0c]
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
      case UInt8(ascii: "u"):
        var units = [try codeUnit()]
        if (0xd800..<0xdc00).contains(units[0]) {
          guard bytes[position...].starts(with: "\\u".utf8) else {
            throw error("half a surrogate pair")
          }
          position += 2
          units.append(try codeUnit())
        }
        guard let text = String(validating: units, as: UTF16.self) else {
          throw error("half a surrogate pair")
        }
        return Array(text.utf8)
      default: throw error("no escape begins like this")
      }
    }

    private mutating func codeUnit() throws(SyntaxError) -> UInt16 {
      guard position + 4 <= bytes.count,
        let unit = UInt16(
          String(decoding: bytes[position..<(position + 4)], as: UTF8.self), radix: 16)
      else { throw error("expected four hexadecimal digits") }
      position += 4
      return unit
    }
  }
}
