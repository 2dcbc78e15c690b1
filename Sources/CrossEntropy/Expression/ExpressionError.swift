/// Why an expression has no value, and where in its text.
public struct ExpressionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Whose fault it is.
  public enum Kind: Sendable {
    /// The text is no expression, or names what does not exist.
    case syntax
    /// The expression is understood, but its data are refused.
    case data
  }

  /// Whether the text or the data are at fault.
  public let kind: Kind
  /// The reason, as a sentence without its end.
  public let message: String
  /// The character that the message is about, counted from 1.
  public let column: Int

  init(_ kind: Kind, _ message: String, column: Int) {
    (self.kind, self.message, self.column) = (kind, message, column)
  }

  static func syntax(_ message: String, at column: Int) -> ExpressionError {
    ExpressionError(.syntax, message, column: column)
  }

  static func data(_ message: String, at column: Int) -> ExpressionError {
    ExpressionError(.data, message, column: column)
  }

  /// A refusal of the catalogue: unknown names are faults of the text, the rest of the data.
  init(_ error: DataError, column: Int) {
    switch error {
    case .unknownFunction, .unknownArgument, .unknownOption, .missing:
      self.init(.syntax, error.description, column: column)
    default: self.init(.data, error.description, column: column)
    }
  }

  /// The message; for a fault of the text with its column, before any hint.
  public var description: String {
    guard kind == .syntax else { return message }
    let end = message.firstIndex(of: ";") ?? message.endIndex
    return message[..<end] + " at column \(column)" + message[end...]
  }
}
