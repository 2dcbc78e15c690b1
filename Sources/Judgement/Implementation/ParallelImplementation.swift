import CrossEntropy
import Foundation

/// Several processes of one implementation, asked side by side.
///
/// The requests are dealt out in turn: of two processes one has the first, the third, the fifth. The
/// replies are handed on in the order of the requests, so what is made of them depends neither on the
/// number of processes nor on which of them is the faster. Each process is restarted by itself, and
/// given up by itself after as many starts as a single one would be.
public final class ParallelImplementation: Implementation {
  public let hello: Hello
  private let members: [Member]
  /// The places of the requests whose replies were waited for, counted over all questions.
  private var places: [String: Int] = [:]

  /// Starts all the processes.
  ///
  /// - Parameters:
  ///   - jobs: how many there are, at least one.
  ///   - start: starts one process; all are started at once, since loading a framework takes its
  ///     time.
  /// - Throws: what the first one that does not start throws.
  public init(jobs: Int, start: @Sendable () throws -> any Implementation) throws {
    precondition(jobs > 0, "an implementation needs a process")
    members = try Array(0..<jobs).concurrentMap { _ in Member(try start()) }
    hello = members[0].implementation.hello
  }

  public func ask(_ requests: [Request], _ take: (Int, Reply) -> Bool) throws {
    let desk = Desk(jobs: members.count)
    for (job, member) in members.enumerated() {
      let share = Array(stride(from: job, to: requests.count, by: members.count))
      Thread.detachNewThread {
        let end = Result {
          try member.implementation.ask(share.map { requests[$0] }) { desk.put($1, at: share[$0]) }
        }
        desk.end(job, with: end)
      }
    }
    defer { desk.close() }
    for index in requests.indices {
      places[requests[index].id] = places.count
      guard take(index, try desk.reply(at: index)) else { return }
    }
  }

  public func finish() throws {
    for member in members { try member.implementation.finish() }
  }

  /// In the order of the requests; those are left out that a single process would not have come to.
  public var restarts: [ImplementationFailure] {
    members.flatMap(\.implementation.restarts)
      .compactMap { failure in failure.request.flatMap { places[$0] }.map { ($0, failure) } }
      .sorted { $0.0 < $1.0 }.map(\.1)
  }
}

/// One process of several. While it is asked it belongs to the thread that asks it, otherwise to the
/// one that all of them belong to: never to two at once.
private final class Member: @unchecked Sendable {
  let implementation: any Implementation
  init(_ implementation: any Implementation) { self.implementation = implementation }
}

/// Where processes put their replies, and where they are taken from in order.
private final class Desk: @unchecked Sendable {
  // Everything below is touched only while the condition is locked.
  private let condition = NSCondition()
  private var replies: [Int: Reply] = [:]
  /// How each job ended; nil while it goes on.
  private var ends: [Result<Void, any Error>?]
  private var isClosing = false

  init(jobs: Int) { ends = Array(repeating: nil, count: jobs) }

  /// - Returns: whether more is wanted.
  func put(_ reply: Reply, at index: Int) -> Bool {
    condition.withLock {
      replies[index] = reply
      condition.broadcast()
      return !isClosing
    }
  }

  func end(_ job: Int, with result: Result<Void, any Error>) {
    condition.withLock {
      ends[job] = result
      condition.broadcast()
    }
  }

  /// The reply to a request, once it is there.
  /// - Throws: why the process that has the request ended without a reply.
  func reply(at index: Int) throws -> Reply {
    try condition.withLock {
      while true {
        if let reply = replies.removeValue(forKey: index) { return reply }
        if let end = ends[index % ends.count] {
          try end.get()
          preconditionFailure("a request was left without a reply")
        }
        condition.wait()
      }
    }
  }

  /// Asks for no more, and waits until every process has come to rest.
  func close() {
    condition.withLock {
      isClosing = true
      while ends.contains(where: { $0 == nil }) { condition.wait() }
    }
  }
}
