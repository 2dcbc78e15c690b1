import Foundation
public import Property
import Synchronization
public import Testing

/// What `SEED` and `CASES` ask for; a value that they cannot have ends the run.
public let settings: Settings = {
  let environment = ProcessInfo.processInfo.environment
  do {
    return try Settings { environment[$0] }
  } catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(64)
  }
}()

/// Tries expectations on many cases, which the body draws from its source. If any fails, they are
/// evaluated once more on the simplest failing case, and that alone is reported.
///
/// - Parameters:
///   - name: what is claimed; it decides what is drawn.
///   - replay: a tape from a report: only this case is tried. That is an issue too, lest it stays.
///   - body: `#expect` and `#require`, or any error, tell that the claim fails; `Rejection` that
///     there is nothing to claim.
public func check(
  _ name: String, cases: Int = 100, cover: [String: Double] = [:], format: BinaryFormat? = nil,
  replay: String? = nil, sourceLocation: SourceLocation = #_sourceLocation,
  _ body: @escaping @Sendable (inout Source) throws -> Void
) async {
  let check = settings.check(name, cases: cases, cover: cover, format: format)
  if let replay { return again(name, check, replay, sourceLocation, body) }
  await expect(name, check, sourceLocation, body) { check.run($0) }
}

/// Tries expectations on many values of a generator.
public func check<Value>(
  _ name: String, _ gen: Gen<Value>, cases: Int = 100, cover: [String: Double] = [:],
  format: BinaryFormat? = nil, replay: String? = nil,
  sourceLocation: SourceLocation = #_sourceLocation,
  _ body: @escaping @Sendable (Value) throws -> Void
) async {
  await check(
    name, cases: cases, cover: cover, format: format, replay: replay,
    sourceLocation: sourceLocation
  ) { source in
    let value = try gen.draw(&source)
    source.note("\(value)")
    try body(value)
  }
}

/// Tries expectations on every case of the small world, up to a limit.
public func exhaust(
  _ name: String, limit: Int = 100_000, format: BinaryFormat? = nil,
  sourceLocation: SourceLocation = #_sourceLocation,
  _ body: @escaping @Sendable (inout Source) throws -> Void
) async {
  let check = settings.check(name, cases: 0, format: format)
  await expect(name, check, sourceLocation, body) { check.exhaust(limit: limit, $0) }
}

/// Tries a claim without expectations: it throws where it fails. Its failure is one issue.
public func checkClaim(
  _ name: String, cases: Int = 100, cover: [String: Double] = [:], format: BinaryFormat? = nil,
  sourceLocation: SourceLocation = #_sourceLocation, _ claim: (inout Source) throws -> Void
) {
  let check = settings.check(name, cases: cases, cover: cover, format: format)
  if let report = check.run(claim).report(name) {
    Issue.record(Comment(rawValue: report), sourceLocation: sourceLocation)
  }
}

/// One case, with all its issues.
private func again(
  _ name: String, _ check: Check, _ token: String, _ sourceLocation: SourceLocation,
  _ body: (inout Source) throws -> Void
) {
  guard let tape = Tape(token) else {
    Issue.record("'\(token)' is no tape", sourceLocation: sourceLocation)
    return
  }
  do {
    try check.replay(tape.choices, body)
  } catch is ExpectationFailedError {
  } catch {
    Issue.record(error, sourceLocation: sourceLocation)
  }
  Issue.record(
    "\(name) was tried on \(tape) alone: remove the replay", sourceLocation: sourceLocation)
}

/// Searches in silence, then lets the least case speak.
private func expect(
  _ name: String, _ check: Check, _ sourceLocation: SourceLocation,
  _ body: @escaping @Sendable (inout Source) throws -> Void,
  search: @escaping @Sendable ((inout Source) throws -> Void) -> Outcome
) async {
  guard let test = Test.current else { preconditionFailure("a check outside of a test") }
  let listener = Listener()
  do {
    try await listener.trait.provideScope(for: test, testCase: Test.Case.current) {
      let outcome = search { source in try listener.listen { try body(&source) } }
      guard case .fails(let failure) = outcome else {
        listener.speak(note: nil)
        if let report = outcome.report(name) {
          Issue.record(Comment(rawValue: report), sourceLocation: sourceLocation)
        }
        return
      }
      listener.speak(note: failure.report(name, because: nil))
      do {
        let (tape, isSmallWorld) = (failure.least.choices, failure.isSmallWorld)
        try listener.listen { try check.replay(tape, isSmallWorld: isSmallWorld, body) }
        Issue.record("It fails now and then.", sourceLocation: sourceLocation)
      } catch is ExpectationsFailed {
      } catch {
        Issue.record(error, sourceLocation: sourceLocation)
      }
    }
  } catch {
    Issue.record(error, sourceLocation: sourceLocation)
  }
}

/// What tells a search that an expectation failed.
private struct ExpectationsFailed: Error {}

/// Hears the issues of a body: counts them, and keeps them to itself until it is to speak.
private final class Listener: Sendable {
  private struct State {
    var failures = 0
    var isSilent = true
    var note: String?
  }

  private let state = Mutex(State())

  var trait: IssueHandlingTrait {
    .compactMapIssues { issue in
      self.state.withLock { state in
        if issue.severity >= .error { state.failures += 1 }
        if state.isSilent { return nil }
        var issue = issue
        if let note = state.note { issue.comments.append(Comment(rawValue: note)) }
        state.note = nil
        return issue
      }
    }
  }

  /// From now on issues are reported, the first of them with a note.
  func speak(note: String?) {
    state.withLock { state in (state.isSilent, state.note) = (false, note) }
  }

  /// - Throws: `ExpectationsFailed` if an expectation failed, else what the body throws.
  func listen(_ body: () throws -> Void) throws {
    let before = state.withLock { $0.failures }
    let result = Result { try body() }
    if state.withLock({ $0.failures }) > before { throw ExpectationsFailed() }
    try result.get()
  }
}
