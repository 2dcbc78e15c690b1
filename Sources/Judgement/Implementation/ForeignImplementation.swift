import CrossEntropy
import Foundation

/// An implementation behind a command: lines of JSON to its standard input, and from its standard
/// output.
public final class ForeignImplementation: Implementation {
  /// How long is waited for a reply.
  public struct Timeouts: Sendable {
    /// Seconds to the first reply, which may have to load a framework.
    public var first: Double
    /// Seconds to each reply after it.
    public var request: Double

    /// Deadlines, in seconds.
    public init(first: Double = 60, request: Double = 10) {
      (self.first, self.request) = (first, request)
    }
  }

  /// The command and its arguments.
  public let command: [String]
  public private(set) var hello: Hello
  private let timeouts: Timeouts
  private let conversation: Conversation
  private var answered = 0
  private var hasReplied = false
  /// The ids in flight, with the place of their request; and the ids that were answered.
  private var waiting: [(id: String, index: Int)] = []
  private var done: Set<String> = []

  /// Starts the command and greets it.
  /// - Precondition: the command has at least one word.
  /// - Throws: ``ImplementationFailure``.
  public init(_ command: [String], timeouts: Timeouts = Timeouts()) throws {
    (self.command, self.timeouts) = (command, timeouts)
    hello = Hello(name: command[0], version: "")
    do {
      conversation = try Conversation(command)
    } catch {
      throw ImplementationFailure(kind: .cannotStart, what: error.description)
    }
    hello = try greet()
  }

  private func greet() throws -> Hello {
    send(Wire.hello)
    let line = try receive()
    guard let json = try parse(line)["hello"] else {
      throw failure(.badHello, "it did not answer the hello with one, but with: \(excerpt(line))")
    }
    do {
      return try Hello(json)
    } catch {
      throw failure(.badHello, "\(error)")
    }
  }

  public func ask(_ requests: [Request], _ take: (Int, Reply) -> Bool) throws {
    var (next, wantsMore) = (0, true)
    while true {
      while wantsMore && next < requests.count && waiting.count < hello.batch {
        waiting.append((requests[next].id, next))
        send(requests[next].json)
        next += 1
      }
      if waiting.isEmpty { return }
      let (index, json) = try accept(receive())
      let reply: Reply
      do {
        reply = try Reply(json, format: requests[index].format)
      } catch {
        reply = .error("the reply cannot be read: \(error)")
      }
      if wantsMore { wantsMore = take(index, reply) }
    }
  }

  /// Matches a reply to the request that it answers.
  private func accept(_ line: String) throws -> (index: Int, json: JSON) {
    let json = try parse(line)
    guard let id = json["id"]?.string else {
      throw failure(.wrongID, "a reply without an id: \(excerpt(line))")
    }
    guard let place = waiting.firstIndex(where: { $0.id == id }) else {
      let what = done.contains(id) ? "a second reply to \(id)" : "a reply to \(id), never asked"
      throw failure(.wrongID, "\(what): \(excerpt(line))")
    }
    done.insert(id)
    answered += 1
    return (waiting.remove(at: place).index, json)
  }

  public func finish() throws {
    send(Wire.bye)
    let line = try receive()
    let json = try parse(line)
    guard let bye = json["bye"] else {
      if json["id"] != nil { _ = try accept(line) }
      throw failure(
        .wrongCount, "it did not answer the bye with one, but with: \(excerpt(line))")
    }
    guard let count = bye["answered"]?.int, count == answered else {
      throw failure(
        .wrongCount,
        "it counts \(bye["answered"]?.description ?? "no") answers, and gave \(answered)")
    }
    conversation.close()
    guard let exit = conversation.exit(before: Date(timeIntervalSinceNow: timeouts.request)) else {
      throw failure(
        .timedOut, "it did not end within \(timeouts.request) s of the end of its input")
    }
    if case .status(0) = exit { return }
    throw failure(.died, "it \(exit) after its bye, and not with status 0")
  }

  // MARK: Lines

  private func send(_ json: JSON) {
    conversation.send(json.description)
  }

  private func receive() throws -> String {
    let seconds = hasReplied ? timeouts.request : timeouts.first
    switch conversation.next(before: Date(timeIntervalSinceNow: seconds)) {
    case .line(let line):
      hasReplied = true
      return line
    case .timedOut:
      throw failure(.timedOut, "no reply within \(seconds) s")
    case .endless:
      throw failure(.badLine, "a line longer than \(Inbox.lineLimit) bytes")
    case .ended(let rest):
      let exit = conversation.exit(before: Date(timeIntervalSinceNow: 2))
      throw failure(
        .died,
        "it " + (exit?.description ?? "closed its standard output")
          + (rest.isEmpty ? "" : " in the middle of a line: \(excerpt(rest))"))
    }
  }

  private func parse(_ line: String) throws -> JSON {
    do {
      return try JSON(parsing: line)
    } catch {
      let hint =
        ["NaN", "Infinity", "nan", "inf"].contains { line.contains($0) }
        ? "; NaN and infinities are strings in JSON, or bits" : ""
      throw failure(
        .badLine,
        "a line that is no JSON (column \(error.column): \(error.what)\(hint)): \(excerpt(line))")
    }
  }

  private func excerpt(_ line: String) -> String {
    line.count <= 120 ? line : line.prefix(117) + "…"
  }

  private func failure(_ kind: ImplementationFailure.Kind, _ what: String) -> ImplementationFailure
  {
    // The last words of one that has died may still be on their way.
    let patience = kind == .died ? 2.0 : 0.1
    return ImplementationFailure(
      kind: kind, what: what,
      diagnostics: conversation.diagnostics(before: Date(timeIntervalSinceNow: patience)),
      request: waiting.first?.id)
  }
}
