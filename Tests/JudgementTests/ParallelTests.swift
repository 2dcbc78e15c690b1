import CrossEntropy
import Exact
import Foundation
import Judgement
import Support
import Testing

/// Processes of one implementation, side by side.
@Suite struct `Implementations side by side` {
  private static let requests = (0..<9).map { index in
    Request(
      id: "q\(index)", format: .float64,
      call: Call("entropy", ["p": .vector([Rational(1, 2), Rational(1, 2)])]))
  }

  /// Everything that becomes of the requests, in the order in which it does.
  private struct Conversation: Equatable {
    var places: [Int] = []
    var replies: [Reply] = []
    var failure: String?
    var restarts: [String] = []
  }

  private static func converse(
    _ subject: any Implementation, until limit: Int = .max
  ) -> Conversation {
    var conversation = Conversation()
    do {
      try subject.ask(requests) { index, reply in
        conversation.places.append(index)
        conversation.replies.append(reply)
        return conversation.places.count < limit
      }
      try subject.finish()
    } catch {
      conversation.failure = "\(error)"
    }
    conversation.restarts = subject.restarts.map(\.description)
    return conversation
  }

  private static func misbehaving(
    _ program: String
  ) throws -> @Sendable () throws -> any Implementation {
    let path = try #require(product("misbehaving"), "misbehaving is not built").path()
    return { try RestartedImplementation([path, program]) }
  }

  @Test(arguments: ["halves", "verbose", "crasher", "killed", "unquoted", "badExit"])
  func `whatever they do, several do it as one does`(program: String) throws {
    let start = try Self.misbehaving(program)
    let one = Self.converse(try start())
    for jobs in [1, 2, 3, 12] {
      let several = Self.converse(try ParallelImplementation(jobs: jobs, start: start))
      #expect(several == one, "\(jobs) jobs")
    }
  }

  @Test func `a breach of the protocol ends all, at the same request`() throws {
    let start = try Self.misbehaving("wrongID")
    let conversation = Self.converse(try ParallelImplementation(jobs: 3, start: start))
    #expect(conversation.places.isEmpty)
    #expect(conversation.failure?.contains("xq0, never asked") == true)
  }

  @Test func `no more is handed on than is wanted`() throws {
    let start = try Self.misbehaving("crasher")
    let subject = try ParallelImplementation(jobs: 2, start: start)
    let conversation = Self.converse(subject, until: 2)
    // The second process may have died of a request that is not wanted any more.
    #expect(conversation.places == [0, 1] && conversation.restarts.isEmpty)
    #expect(conversation.failure == nil)
  }

  @Test func `each has its share, and the replies come in order`() throws {
    let log = Log()
    let subject = try ParallelImplementation(jobs: 2) { Recorder(log) }
    let conversation = Self.converse(subject)
    #expect(conversation.places == Array(0..<9))
    #expect(conversation.replies == (0..<9).map { .error("q\($0)") })
    #expect(Set(log.shares) == [["q0", "q2", "q4", "q6", "q8"], ["q1", "q3", "q5", "q7"]])
  }

  @Test func `one that does not start is none at all`() {
    #expect(throws: ImplementationFailure.self) {
      try ParallelImplementation(jobs: 2) {
        try RestartedImplementation(["/no/such/command"])
      }
    }
  }
}

/// What was asked of whom.
private final class Log: @unchecked Sendable {
  private let lock = NSLock()
  private var all: [[String]] = []
  var shares: [[String]] { lock.withLock { all } }
  func add(_ share: [String]) { lock.withLock { all.append(share) } }
}

/// Writes down what it is asked, and replies to the last request first.
private struct Recorder: Implementation {
  let log: Log
  let hello = Hello(name: "recorder", version: "1")

  init(_ log: Log) { self.log = log }

  func ask(_ requests: [Request], _ take: (Int, Reply) -> Bool) throws {
    log.add(requests.map(\.id))
    for (index, request) in requests.enumerated().reversed()
    where !take(index, .error(request.id)) { return }
  }

  func finish() throws {}
}
