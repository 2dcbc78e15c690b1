import CrossEntropy
import Exact
import Foundation
import Judgement
import Support
import Testing

/// Implementations in other processes, most of them badly behaved.
@Suite struct `Implementations in other processes` {
  private static let requests = (0..<8).map { index in
    Request(
      id: "q\(index)", format: .float64,
      call: Call("entropy", ["p": .vector([Rational(1, 2), Rational(1, 2)])]))
  }

  /// Asks a program eight questions; the places in the order of the replies.
  private static func converse(
    _ program: String, timeouts: ForeignImplementation.Timeouts = .init(first: 30, request: 10),
    requests: [Request] = requests
  ) throws -> [Int] {
    let path = try #require(product("misbehaving"), "misbehaving is not built").path()
    let subject = try ForeignImplementation([path, program], timeouts: timeouts)
    var order: [Int] = []
    try subject.ask(requests) { index, reply in
      guard case .answer(let answer) = reply else { return false }
      #expect(answer.value.elements == [Floating(0.5)])
      order.append(index)
      return true
    }
    try subject.finish()
    return order
  }

  private static func failure(
    _ program: String, timeouts: ForeignImplementation.Timeouts = .init(first: 30, request: 10)
  ) throws -> ImplementationFailure {
    try #require(
      #expect(throws: ImplementationFailure.self) { try converse(program, timeouts: timeouts) })
  }

  @Test func `a good one is asked everything`() throws {
    #expect(try Self.converse("halves") == Array(0..<8))
  }

  @Test func `replies may come in any order, whatever stands on standard error`() throws {
    #expect(try Self.converse("reversed") == [3, 2, 1, 0, 7, 6, 5, 4])
  }

  @Test func `neither side waits on a full pipe`() throws {
    let long = (0..<8).map { index in
      Request(
        id: "q\(index)", format: .float64,
        call: Call(
          "entropy",
          ["p": .real(Tensor(Array(repeating: .finite(Rational(1, 2)), count: 20_000)))]))
    }
    #expect(try Self.converse("verbose", requests: long) == Array(0..<8))
  }

  @Test func `a death is told with its status and the oldest request`() throws {
    let failure = try Self.failure("crasher")
    #expect(failure.kind == .died)
    #expect(failure.description.contains("status 3"))
    #expect(failure.request == "q2")
    #expect(failure.diagnostics.contains("cannot go on"))
  }

  @Test func `a signal is told by its number`() throws {
    let failure = try Self.failure("killed")
    #expect(failure.kind == .died)
    #expect(failure.description.contains("signal 9"))
    #expect(failure.request == "q0")
  }

  @Test func `a silence ends by the clock`() throws {
    let failure = try Self.failure("hanger", timeouts: .init(first: 30, request: 0.5))
    #expect(failure.kind == .timedOut)
    #expect(failure.request == "q1")
  }

  @Test(arguments: [
    ("garbage", ImplementationFailure.Kind.badLine, "loading the model"),
    ("wrongID", .wrongID, "xq0, never asked"),
    ("duplicateID", .wrongID, "a second reply to q0"),
    ("wrongCount", .wrongCount, "counts 7 answers, and gave 8"),
    ("otherProtocol", .badHello, "protocol 2"),
    ("badExit", .died, "status 5"),
  ])
  func `a breach of the protocol is named`(
    program: String, kind: ImplementationFailure.Kind, words: String
  ) throws {
    let failure = try Self.failure(program)
    #expect(failure.kind == kind)
    #expect(failure.description.contains(words), "\(failure)")
  }

  @Test func `a command that is not there cannot start`() throws {
    let failure = try #require(
      #expect(throws: ImplementationFailure.self) {
        try ForeignImplementation(["no-such-command-here"])
      })
    #expect(failure.kind == .cannotStart)
  }
}
