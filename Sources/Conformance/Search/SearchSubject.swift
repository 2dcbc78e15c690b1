public import CrossEntropy
public import Exact
public import Judgement
import Laws
import Property
import Synchronization

/// An implementation as a subject of the laws, for the sake of the numbers that they draw: each
/// answer is judged, and a wrong one is a violation, whatever the law claims.
///
/// To the law it answers what is right, rounded, so that nothing but a wrong answer fails; and a
/// failing case is made simpler by asking the implementation itself.
public final class SearchSubject: Subject {
  /// The format that is asked in.
  public let format: Format
  /// The common beginning of these names and the format, such as `search-float32`.
  public var name: String { SearchSubject.prefix + format.rawValue }
  /// The nearest numbers of the format.
  public var promise: Promise { .rounded }
  /// The numbers of the format.
  public var numbers: Numbers { .format(format) }

  /// How names of these subjects begin, in tokens too.
  public static let prefix = "search-"

  // A search asks from one thread.
  nonisolated(unsafe) private let implementation: any Implementation
  private let judge: Judge
  private let right: RoundedSubject
  private let state = Mutex(State())

  private struct State {
    var failure: Request?
    var passedOver: Set<String> = []
  }

  /// An implementation, asked in a format and held to a judge.
  public init(_ implementation: any Implementation, _ judge: Judge, _ format: Format) {
    unsafe self.implementation = implementation
    (self.judge, self.format) = (judge, format)
    right = RoundedSubject(format)
  }

  /// The subject of that name, such as `search-float32`; nil if it is none.
  public convenience init?(named name: String, _ implementation: any Implementation) {
    guard name.hasPrefix(SearchSubject.prefix),
      let format = Format(rawValue: String(name.dropFirst(SearchSubject.prefix.count))),
      let profile = try? implementation.hello.declaredProfile()
    else { return nil }
    self.init(implementation, Judge(profile: profile), format)
  }

  /// The last request that was answered wrongly.
  var failure: Request? { state.withLock { $0.failure } }

  /// Asks nothing more about a function.
  func passOver(_ function: String) { state.withLock { _ = $0.passedOver.insert(function) } }

  /// Asks the implementation, and answers what is right.
  ///
  /// - Throws: `Violation` where the implementation is wrong; `Rejection` for what it does not
  ///   declare or says that it cannot.
  public func answer(_ call: Call) throws -> Answer<Ball> {
    let request = Request(id: "search", format: format, call: call)
    let hello = unsafe implementation.hello
    guard hello.lacks(request) == nil, hello.differentiates(request),
      !state.withLock({ $0.passedOver.contains(call.function) })
    else { throw Rejection() }
    var reply = Reply.error("there is no reply")
    try unsafe implementation.ask([request]) { _, given in
      reply = given
      return true
    }
    switch judge.verdict(on: reply, to: request).outcome {
    case .fails(let why):
      state.withLock { $0.failure = request }
      throw Violation("\(request.text): \(why)")
    case .unsupported: throw Rejection()
    case .conforms, .notJudged: return try right.answer(call)
    }
  }
}
