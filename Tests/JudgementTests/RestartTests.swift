import CrossEntropy
import Exact
import Foundation
import Judgement
import Support
import Testing

/// Implementations that die, hang or babble, started again.
@Suite struct `Implementations started again` {
  private static let requests = (0..<8).map { index in
    Request(
      id: "q\(index)", format: .float64,
      call: Call("entropy", ["p": .vector([Rational(1, 2), Rational(1, 2)])]))
  }

  private struct Conversation {
    var halves: [Int] = []
    var errors: [Int: String] = [:]
    var starts = 1
  }

  private static func converse(_ program: String, request: Double = 10) throws -> Conversation {
    let path = try #require(product("misbehaving"), "misbehaving is not built").path()
    let subject = try RestartedImplementation(
      [path, program], timeouts: .init(first: 30, request: request))
    var conversation = Conversation()
    try subject.ask(requests) { index, reply in
      switch reply {
      case .answer(let answer) where answer.value.elements == [Floating(0.5)]:
        conversation.halves.append(index)
      case .error(let what): conversation.errors[index] = what
      default: Issue.record("\(reply)")
      }
      return true
    }
    try subject.finish()
    conversation.starts += subject.restarts.count
    return conversation
  }

  @Test(arguments: [
    ("crasher", 10, "status 3"), ("truncator", 10, "in the middle of a line: {\"id\""),
    ("giant", 10, "a line longer than"), ("forgetful", 0.5, "no reply within 0.5 s"),
    ("unquoted", 10, "NaN and infinities are strings"),
  ])
  func `only the request that it cannot bear fails`(
    program: String, timeout: Double, words: String
  ) throws {
    let conversation = try Self.converse(program, request: timeout)
    #expect(conversation.halves.sorted() == [0, 1, 3, 4, 5, 6, 7])
    #expect(conversation.errors[2]?.contains(words) == true, "\(conversation.errors)")
    #expect(conversation.starts == 3)
  }

  @Test func `what it bears alone is no failure`() throws {
    let conversation = try Self.converse("tired")
    #expect(conversation.halves.sorted() == Array(0..<8) && conversation.errors.isEmpty)
    #expect(conversation.starts == 2)
  }

  @Test func `each request that kills it fails for itself`() throws {
    let conversation = try Self.converse("killed")
    #expect(conversation.halves.isEmpty && conversation.errors.count == 8)
    #expect(conversation.errors.values.allSatisfy { $0.contains("signal 9") })
  }

  @Test func `a slow start is none of a request's business`() throws {
    #expect(try Self.converse("slow", request: 0.5).halves == Array(0..<8))
  }

  @Test func `whatever a command started ends with it`() throws {
    let path = try #require(product("misbehaving"), "misbehaving is not built").path()
    // The shell waits for a child, which hangs.
    let subject = try RestartedImplementation(
      ["/bin/sh", "-c", "'\(path)' hanger; true"], timeouts: .init(first: 30, request: 0.5))
    try subject.ask(Array(Self.requests.prefix(2))) { _, _ in true }
    let numbers = subject.restarts.compactMap {
      pid_t($0.diagnostics.split(separator: " ").last?.dropLast() ?? "")
    }
    #expect(numbers.count == 2)
    for number in numbers {
      let end = Date(timeIntervalSinceNow: 10)
      while kill(number, 0) == 0 && Date() < end { usleep(10_000) }
      #expect(kill(number, 0) == -1, "process \(number) goes on")
    }
  }

  @Test(arguments: ["wrongID", "duplicateID", "otherProtocol"])
  func `a breach of the protocol is no request's fault`(program: String) throws {
    #expect(throws: ImplementationFailure.self) { try Self.converse(program) }
  }
}
