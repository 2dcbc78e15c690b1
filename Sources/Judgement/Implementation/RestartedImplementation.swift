import CrossEntropy

/// An implementation behind a command, started again when it dies, hangs or prints what is no
/// reply.
///
/// What happened is charged to the oldest request without a reply. That one is asked again alone,
/// of a fresh process: only if it fails again does it fail. Everything else that was not answered
/// yet is asked of the next process, and no answer already given is lost.
public final class RestartedImplementation: Implementation {
  public let hello: Hello
  public private(set) var restarts: [ImplementationFailure] = []
  private let start: () throws -> ForeignImplementation
  private var current: ForeignImplementation?

  /// After so many starts the implementation is given up.
  private static let limit = 50

  /// Starts the command and greets it.
  /// - Throws: ``ImplementationFailure`` if the command does not start and greet.
  public init(
    _ command: [String], timeouts: ForeignImplementation.Timeouts = .init()
  ) throws {
    start = { try ForeignImplementation(command, timeouts: timeouts) }
    let first = try start()
    (hello, current) = (first.hello, first)
  }

  public func ask(_ requests: [Request], _ take: (Int, Reply) -> Bool) throws {
    var open = Array(requests.indices)
    var wantsMore = true
    while !open.isEmpty && wantsMore {
      var answered: Set<Int> = []
      do {
        try running().ask(open.map { requests[$0] }) { place, reply in
          answered.insert(open[place])
          wantsMore = take(open[place], reply)
          return wantsMore
        }
        return
      } catch let failure as ImplementationFailure where failure.isCharged {
        open.removeAll(where: answered.contains)
        guard let suspect = open.first(where: { requests[$0].id == failure.request }) else {
          throw failure
        }
        try restart(after: failure)
        wantsMore = try wantsMore && take(suspect, askAlone(requests[suspect]))
        open.removeAll { $0 == suspect }
      }
    }
  }

  /// The reply of a process that has nothing else to do, or what came of it.
  private func askAlone(_ request: Request) throws -> Reply {
    do {
      var reply: Reply?
      try running().ask([request]) { _, answer in
        reply = answer
        return true
      }
      return reply!
    } catch let failure as ImplementationFailure where failure.isCharged {
      try restart(after: failure)
      return .error("\(failure.what), asked alone")
    }
  }

  private func running() throws -> ForeignImplementation {
    if let current { return current }
    let next = try start()
    current = next
    return next
  }

  /// The next request starts a fresh process; the one that failed ends here.
  private func restart(after failure: ImplementationFailure) throws {
    current = nil
    restarts.append(failure)
    if restarts.count >= RestartedImplementation.limit {
      throw failure.remarked("given up after \(restarts.count) starts: ")
    }
  }

  public func finish() throws { try current?.finish() }
}
