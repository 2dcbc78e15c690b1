/// A JSON value whose objects keep the order of their members and whose numbers keep their text.
///
/// Golden files are read and written by people: members stay where they were put, `1e400` is not
/// infinity, and an error names the line. `NaN` without quotes is no JSON and is refused.
public indirect enum JSON: Sendable, Hashable {
  /// The word `null`.
  case null
  /// The word `true` or `false`.
  case bool(Bool)
  /// The number as it is written.
  case number(String)
  /// A text, its escapes resolved.
  case string(String)
  /// Values in their order.
  case array([JSON])
  /// Members in their order, one name perhaps more than once.
  case object([Member])

  /// A name and the value under it.
  public struct Member: Sendable, Hashable {
    /// The name.
    public var key: String
    /// The value under it.
    public var value: JSON
    /// A member of an object.
    public init(_ key: String, _ value: JSON) { (self.key, self.value) = (key, value) }
  }

  /// An object from pairs, those without a value left out.
  public static func members(_ pairs: [(String, JSON?)]) -> JSON {
    .object(pairs.compactMap { key, value in value.map { Member(key, $0) } })
  }

  /// A whole number.
  public static func number(_ value: Int) -> JSON { .number(String(value)) }

  /// The member of an object; the last, if it is there twice.
  public subscript(_ key: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// The members if this is an object.
  public var members: [Member]? { if case .object(let members) = self { members } else { nil } }
  /// The elements if this is an array.
  public var array: [JSON]? { if case .array(let values) = self { values } else { nil } }
  /// The text if this is a string.
  public var string: String? { if case .string(let text) = self { text } else { nil } }
  /// The truth value if this is one.
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  /// A whole number that fits in an `Int`.
  public var int: Int? { if case .number(let text) = self { Int(text) } else { nil } }
}

extension JSON: ExpressibleByStringLiteral {
  /// A text as it is written.
  public init(stringLiteral value: String) { self = .string(value) }
}

extension JSON: CustomStringConvertible {
  /// On one line, without spaces.
  public var description: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let text): text
    case .string(let text): JSON.quoted(text)
    case .array(let values): "[" + values.map(\.description).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { JSON.quoted($0.key) + ":" + $0.value.description }.joined(separator: ",")
        + "}"
    }
  }

  /// On several lines: what fits in `width` columns stays on one.
  public func pretty(width: Int = 100) -> String { pretty(width, indent: 0, before: 0) }

  /// - Parameter before: what stands on the line already, the indent included.
  private func pretty(_ width: Int, indent: Int, before: Int) -> String {
    let flat = spaced
    // A comma may follow.
    if before + flat.count < width { return flat }
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch self {
    case .array(let values):
      return "[\n"
        + values.map { inner + $0.pretty(width, indent: indent + 2, before: indent + 2) }
        .joined(separator: ",\n") + "\n\(outer)]"
    case .object(let members):
      return "{\n"
        + members.map { member in
          let head = inner + JSON.quoted(member.key) + ": "
          return head + member.value.pretty(width, indent: indent + 2, before: head.count)
        }.joined(separator: ",\n") + "\n\(outer)}"
    default: return flat
    }
  }

  private var spaced: String {
    switch self {
    case .array(let values): "[" + values.map(\.spaced).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { JSON.quoted($0.key) + ": " + $0.value.spaced }.joined(separator: ", ")
        + "}"
    default: description
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
