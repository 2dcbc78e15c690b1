import CrossEntropy
public import Judgement

/// Judges answers that were given elsewhere: lines of requests, and lines of replies in any order.
///
/// Lines are taken as they are needed. While the replies keep the order of the requests, memory does
/// not grow with their number; a request is remembered until its reply has come.
public struct OfflineVerification {
  /// The level that answers are held to.
  public var accuracy = Accuracy.standard
  /// What the answers are said to come from, where no hello among them says it.
  public var name = "answers"

  /// The failures that are expected.
  public var known: KnownFailures?

  /// A verification at the level `standard`, with no failure expected.
  public init() {}

  /// Judges all the answers.
  ///
  /// - Parameters:
  ///   - cases: lines of requests; a hello and a bye among them are passed over.
  ///   - answers: lines of replies; a hello among them names the implementation.
  ///   - take: told what became of each question.
  /// - Throws: `WireError`, naming the line.
  public func run(
    cases: some Sequence<String>, answers: some Sequence<String>,
    take: (Record) -> Void = { _ in }
  ) throws -> Summary {
    var questions = Questions(cases.makeIterator())
    var judge = Judge(accuracy)
    var summary = Summary(hello: Hello(name: name, version: ""), accuracy: accuracy)
    summary.known = known
    func add(_ request: Request, _ reply: Reply) {
      // A live verification does not ask what is not declared; here all was asked.
      if case .unsupported = reply, let missing = summary.hello.lacksAnything(for: request) {
        summary.notDeclared[missing, default: 0] += 1
        return
      }
      let verdict = judge.verdict(on: reply, to: request)
      take(
        summary.take(
          Record(Question(request), reply, verdict, isDeclared: summary.hello.functions != nil)))
    }
    var line = 0
    for text in answers {
      line += 1
      if text.isEmpty { continue }
      func wrong(_ what: String) -> WireError { WireError("line \(line) of the answers: \(what)") }
      let json: JSON
      do {
        json = try JSON(parsing: text)
      } catch {
        throw wrong("no JSON (column \(error.column): \(error.what))")
      }
      if let hello = json["hello"] {
        if summary.asked == 0 && summary.notDeclared.isEmpty {
          summary = try Summary(hello: Hello(hello), accuracy: accuracy)
          summary.known = known
          judge.profile = try Profile(summary.hello.profile)
          summary.profile = AdoptedProfile(declared: judge.profile).entries
        }
        continue
      }
      if json["bye"] != nil { continue }
      guard let id = json["id"]?.string else { throw wrong("a reply without an id") }
      guard let request = try questions.take(id) else {
        throw wrong("a reply to \(id), which is not asked, or a second one")
      }
      let reply: Reply
      do {
        reply = try Reply(json, format: request.format)
      } catch {
        reply = .error("the reply cannot be read: \(error)")
      }
      add(request, reply)
    }
    for request in try questions.rest() { add(request, .error("there is no reply")) }
    return summary
  }
}

extension Hello {
  /// What a request needs that is not declared, the gradient included.
  fileprivate func lacksAnything(for request: Request) -> String? {
    lacks(request)
      ?? (differentiates(request) ? nil : "gradient of \(request.call.function)")
  }
}

/// Requests by id, read as far as they are asked for.
private struct Questions<Lines: IteratorProtocol> where Lines.Element == String {
  private var lines: Lines
  private var line = 0
  private var waiting: [String: Request] = [:]
  /// The ids in waiting, in the order of their lines.
  private var order: [String] = []

  init(_ lines: Lines) { self.lines = lines }

  mutating func take(_ id: String) throws -> Request? {
    if let request = waiting.removeValue(forKey: id) { return request }
    while let request = try next() {
      if request.id == id { return request }
      try wait(request)
    }
    return nil
  }

  mutating func rest() throws -> [Request] {
    while let request = try next() { try wait(request) }
    return order.compactMap { waiting[$0] }
  }

  private mutating func wait(_ request: Request) throws {
    guard waiting.updateValue(request, forKey: request.id) == nil else {
      throw WireError("line \(line) of the cases: the id \(request.id) is there twice")
    }
    order.append(request.id)
  }

  private mutating func next() throws -> Request? {
    while let text = lines.next() {
      line += 1
      if text.isEmpty { continue }
      do {
        let json = try JSON(parsing: text)
        if json["hello"] == nil && json["bye"] == nil { return try Request(json) }
      } catch {
        throw WireError("line \(line) of the cases: \(error)")
      }
    }
    return nil
  }
}
