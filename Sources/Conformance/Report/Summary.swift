import CrossEntropy
public import Exact
public import Judgement

/// What a verification found, in a size that does not grow with the number of questions.
///
/// Summaries of parts of a corpus add up to that of the whole, in whatever order they are merged.
public struct Summary: Sendable {
  /// The results of one function in one format.
  public struct Group: Sendable {
    /// How many questions came to what.
    public var counts: [Record.Outcome: Int] = [:]
    /// The answer farthest from the exact value, as a multiple of its bound.
    public var worst: Worst?
    /// How many answers erred by how much: by the exponent of the multiple of the bound, in halves.
    public var histogram: [Int: Int] = [:]
    /// How many failures break which clause first.
    public var failuresByClause: [String: Int] = [:]
    /// The first failures by id, so many of them as are kept.
    public var failures: [Record] = []

    /// How many questions were asked.
    public var asked: Int { counts.values.reduce(0, +) }
    /// How many questions came to an outcome.
    public subscript(_ outcome: Record.Outcome) -> Int { counts[outcome] ?? 0 }
  }

  /// An answer that is far from the exact value.
  public struct Worst: Sendable, Hashable {
    /// The id of the request.
    public var id: String
    /// The error as a multiple of its bound; 2 is allowed.
    public var multiple: Double
    /// The error in units of the last place of the exact value.
    public var ulps: Double
  }

  /// A function in a format.
  public struct Key: Sendable, Hashable, Comparable {
    /// The name of the function.
    public var function: String
    /// The format.
    public var format: Format

    /// A function in a format.
    public init(function: String, format: Format) {
      (self.function, self.format) = (function, format)
    }

    /// In the order of the catalogue, then of the formats.
    public static func < (a: Key, b: Key) -> Bool {
      let (x, y) = (Key.place[a.function] ?? .max, Key.place[b.function] ?? .max)
      if x != y { return x < y }
      if a.function != b.function { return a.function < b.function }
      let formats = Format.allCases
      return formats.firstIndex(of: a.format)! < formats.firstIndex(of: b.format)!
    }

    private static let place = Dictionary(
      uniqueKeysWithValues: Function.all.enumerated().map { ($1.name, $0) })
  }

  /// How many failures of a function in a format are kept; the others are counted.
  public static let kept = 100

  /// Whose answers they are.
  public let hello: Hello
  /// The level that they were held to.
  public let accuracy: Accuracy
  /// What the implementation was held to on every axis; empty if that was never settled.
  public internal(set) var profile: [AdoptedProfile.Entry] = []
  /// The results, function by function and format by format.
  public internal(set) var groups: [Key: Group] = [:]
  /// What the implementation does not declare, and how many questions that left out.
  public internal(set) var notDeclared: [String: Int] = [:]
  /// The times that the implementation had to be started again, and why.
  public internal(set) var restarts: [String] = []
  /// Why the implementation could not be asked to the end, or ended badly.
  public internal(set) var breakdown: ImplementationFailure?
  /// The list of known failures that was read, and what came of its entries.
  public internal(set) var known: KnownFailures?
  /// Whether every question was judged; not after a limit on failures, or a breakdown.
  public internal(set) var isComplete = true

  /// The summary of nothing yet.
  public init(hello: Hello, accuracy: Accuracy) {
    (self.hello, self.accuracy) = (hello, accuracy)
  }

  /// Adds what became of a question.
  ///
  /// - Returns: the same, a failure marked as known if it is.
  mutating func take(_ record: Record) -> Record {
    var record = record
    // A record that was saved is judged against the list of today.
    if record.outcome == .known { record.outcome = .fails }
    known?.take(&record)
    add(record)
    return record
  }

  /// Counts what became of a question.
  public mutating func add(_ record: Record) {
    groups[Key(function: record.function, format: record.format), default: Group()].add(record)
  }

  /// The functions and formats asked, in the order of the catalogue.
  public var keys: [Key] { groups.keys.sorted() }
  /// How many questions came to an outcome, in all.
  public subscript(_ outcome: Record.Outcome) -> Int {
    groups.values.reduce(0) { $0 + $1[outcome] }
  }
  /// How many questions were asked, in all.
  public var asked: Int { groups.values.reduce(0) { $0 + $1.asked } }
  /// How many answers were held to a number, a rejection or a policy.
  public var judged: Int { self[.conforms] + self[.fails] + self[.known] }
  /// The failures that were kept, in the order of the catalogue.
  public var failures: [Record] { keys.flatMap { groups[$0]!.failures } }

  /// Whether the implementation conforms on what was asked: something was, and nothing failed but
  /// what is known to.
  public var conforms: Bool { self[.conforms] > 0 && self[.fails] == 0 && breakdown == nil }

  /// The known failures that are none any more: all were to be judged before this can be said.
  public var stale: [String] { isComplete ? known?.stale() ?? [] : [] }
}

extension Summary.Group {
  mutating func add(_ record: Record) {
    counts[record.outcome, default: 0] += 1
    if [.conforms, .fails, .known].contains(record.outcome) {
      histogram[Summary.Group.bin(record.multiple), default: 0] += 1
      let candidate = Summary.Worst(
        id: record.id, multiple: record.multiple, ulps: record.ulps)
      worst = Summary.Group.worse(worst, candidate)
    }
    if record.outcome == .fails {
      failuresByClause[record.clauses.first ?? "", default: 0] += 1
      keep([record])
    }
  }

  mutating func merge(_ other: Summary.Group) {
    counts.merge(other.counts, uniquingKeysWith: +)
    histogram.merge(other.histogram, uniquingKeysWith: +)
    failuresByClause.merge(other.failuresByClause, uniquingKeysWith: +)
    if let candidate = other.worst { worst = Summary.Group.worse(worst, candidate) }
    keep(other.failures)
  }

  /// The smallest ids stay, whatever order they came in.
  private mutating func keep(_ records: [Record]) {
    failures = Array((failures + records).sorted { $0.id < $1.id }.prefix(Summary.kept))
  }

  /// Of two the worse, of equals the one of the smaller id.
  private static func worse(_ a: Summary.Worst?, _ b: Summary.Worst) -> Summary.Worst {
    guard let a else { return b }
    if a.multiple != b.multiple { return a.multiple > b.multiple ? a : b }
    return a.id < b.id ? a : b
  }

  /// 2·log₂ of the multiple, rounded down, between the ends that a plot shows.
  static func bin(_ multiple: Double) -> Int {
    if multiple.isInfinite { return lastBin }
    if multiple == 0 { return firstBin }
    let exponent = Int(multiple.exponent)
    let half = multiple.significand >= 2.0.squareRoot() ? 1 : 0
    return min(max(2 * exponent + half, firstBin), lastBin)
  }

  static let firstBin = -16
  static let lastBin = 40
}

extension Summary {
  /// Adds the summary of another part of the same verification.
  /// - Throws: `WireError` where it is of another implementation, or judged at another level or under
  ///   another profile.
  public mutating func merge(_ other: Summary) throws(WireError) {
    guard hello.name == other.hello.name, hello.version == other.hello.version else {
      throw WireError(
        "one is of \(hello.name) \(hello.version), another of \(other.hello.name) \(other.hello.version)"
      )
    }
    guard accuracy == other.accuracy else {
      throw WireError(
        "one was judged at \(accuracy.rawValue), another at \(other.accuracy.rawValue)")
    }
    profile = try Summary.merged(profile, other.profile)
    for (key, group) in other.groups { groups[key, default: Group()].merge(group) }
    notDeclared.merge(other.notDeclared, uniquingKeysWith: +)
    known = KnownFailures.merged(known, other.known)
    restarts = (restarts + other.restarts).sorted()
    breakdown = breakdown ?? other.breakdown
    isComplete = isComplete && other.isComplete
  }

  /// The same values, with the evidence of either.
  private static func merged(
    _ a: [AdoptedProfile.Entry], _ b: [AdoptedProfile.Entry]
  ) throws(WireError) -> [AdoptedProfile.Entry] {
    if a.isEmpty || b.isEmpty { return a + b }
    for (a, b) in zip(a, b) where a.value != b.value {
      throw WireError(
        """
        one was judged with \(a.axis.rawValue) \(a.value), another with \(b.value); judge both with \
        one profile
        """)
    }
    // The wording may differ from run to run; which is kept must not depend on the order.
    return zip(a, b).map { a, b in a.json.description <= b.json.description ? a : b }
  }
}
