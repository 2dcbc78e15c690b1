import CrossEntropy

/// An implementation under test, wherever it lives.
public protocol Implementation {
  /// What it says of itself.
  var hello: Hello { get }

  /// Asks everything, in order; the replies may come in any order.
  ///
  /// - Parameters:
  ///   - requests: what is asked.
  ///   - take: told the place of a request and the reply to it; no more is asked once it returns
  ///     false.
  /// - Throws: ``ImplementationFailure`` where the implementation cannot go on or breaks the
  ///   protocol.
  func ask(_ requests: [Request], _ take: (Int, Reply) -> Bool) throws

  /// Ends the conversation.
  /// - Throws: ``ImplementationFailure`` where the implementation has lost count or ends badly.
  func finish() throws

  /// The times that it had to be started again, and why.
  var restarts: [ImplementationFailure] { get }
}

extension Implementation {
  public var restarts: [ImplementationFailure] { [] }
}

/// Why an implementation could not be asked to the end: it could not be run, or broke the protocol.
public struct ImplementationFailure: Error, Sendable, CustomStringConvertible {
  /// What went wrong.
  public enum Kind: Sendable, Hashable {
    /// The command does not exist or could not be run.
    case cannotStart
    /// The process ended before it had answered everything.
    case died
    /// No reply came in time.
    case timedOut
    /// A line is no reply of the protocol.
    case badLine
    /// A reply is to no request in flight.
    case wrongID
    /// At its end it has counted other answers than it gave.
    case wrongCount
    /// The greeting is not the protocol's, or declares what cannot be.
    case badHello
  }

  /// What went wrong, to decide by.
  public let kind: Kind
  /// What happened, in words.
  public let what: String
  /// The end of what it wrote to standard error.
  public let diagnostics: String
  /// The oldest request without a reply, to which a death or a time-out is charged.
  public let request: String?

  /// A failure; `what` is the sentence that reports print.
  public init(kind: Kind, what: String, diagnostics: String = "", request: String? = nil) {
    (self.kind, self.what) = (kind, what)
    (self.diagnostics, self.request) = (diagnostics, request)
  }

  /// What happened, and the request that it is charged to.
  public var description: String {
    what + (request.map { "; the oldest request without a reply is \($0)" } ?? "")
  }

  /// The same failure with a remark before it.
  func remarked(_ remark: String) -> ImplementationFailure {
    ImplementationFailure(
      kind: kind, what: remark + what, diagnostics: diagnostics, request: request)
  }

  /// Whether a request may have brought it about, so that others can still be asked.
  var isCharged: Bool { [.died, .timedOut, .badLine].contains(kind) && request != nil }
}

/// An implementation in Swift code of this process.
public protocol LocalImplementation: Implementation {
  /// The reply to one request; what cannot be answered is a reply too.
  func reply(to request: Request) -> Reply
}

extension LocalImplementation {
  public func ask(_ requests: [Request], _ take: (Int, Reply) -> Bool) throws {
    for (index, request) in requests.enumerated() where !take(index, reply(to: request)) { return }
  }

  public func finish() throws {}
}
