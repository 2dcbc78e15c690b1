import CrossEntropy
import Exact
public import Judgement

// A summary as a file: what a program reads, and what parts of a run are merged from.

extension Summary {
  /// The summary as a file, from which it can be read and merged with others.
  public var json: JSON {
    .members([
      ("schema", .string(Summary.schema)),
      (
        "subject",
        .members([
          ("name", .string(hello.name)), ("version", .string(hello.version)),
          ("language", hello.language.map { .string($0) }), ("profile", .object(hello.profile)),
        ])
      ),
      ("suite", .string(suiteVersion)), ("level", .string(accuracy.rawValue)),
      ("profile", .array(profile.map(\.json))), ("conforms", .bool(conforms)),
      ("complete", .bool(isComplete)),
      ("breakdown", breakdown.map { .string($0.description) }),
      ("restarts", .array(restarts.map { .string($0) })), ("counts", Summary.json(totals)),
      ("not_declared", Summary.json(notDeclared)),
      ("known_failures", known?.json),
      ("groups", .array(keys.map { Summary.json($0, groups[$0]!) })),
    ])
  }

  static let schema = "summary/1"

  private var totals: [String: Int] {
    Dictionary(uniqueKeysWithValues: Record.Outcome.allCases.map { ($0.rawValue, self[$0]) })
  }

  private static func json(_ counts: [String: Int]) -> JSON {
    .object(counts.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .number($0.value)) })
  }

  private static func json(_ key: Key, _ group: Group) -> JSON {
    .members([
      ("function", .string(key.function)), ("format", .string(key.format.rawValue)),
      (
        "counts",
        json(
          Dictionary(
            uniqueKeysWithValues: Record.Outcome.allCases.map { ($0.rawValue, group[$0]) }))
      ),
      (
        "worst",
        group.worst.map {
          .members([
            ("id", .string($0.id)), ("multiple", .number($0.multiple)), ("ulps", .number($0.ulps)),
          ])
        }
      ),
      (
        "histogram",
        .array(
          group.histogram.sorted { $0.key < $1.key }.map {
            .array([.number($0.key), .number($0.value)])
          })
      ),
      ("failures_by_clause", json(group.failuresByClause)),
      ("failures", .array(group.failures.map(\.json))),
    ])
  }

  /// Reads a summary.
  /// - Throws: `WireError`, naming the member.
  public init(_ json: JSON) throws(WireError) {
    guard json["schema"]?.string == Summary.schema else {
      throw WireError("this is no summary, or one of another version")
    }
    guard let subject = json["subject"], let name = subject["name"]?.string,
      let accuracy = json["level"]?.string.flatMap(Accuracy.init(rawValue:))
    else { throw WireError("a summary needs a subject and a level") }
    var hello = Hello(
      name: name, version: subject["version"]?.string ?? "",
      language: subject["language"]?.string)
    hello.profile = subject["profile"]?.members ?? []
    self.init(hello: hello, accuracy: accuracy)
    for entry in json["profile"]?.array ?? [] { profile.append(try AdoptedProfile.Entry(entry)) }
    isComplete = json["complete"]?.bool ?? false
    restarts = json["restarts"]?.array?.compactMap(\.string) ?? []
    if let what = json["breakdown"]?.string {
      breakdown = ImplementationFailure(kind: .died, what: what, diagnostics: "", request: nil)
    }
    notDeclared = try Summary.counts(json["not_declared"], "not_declared")
    known = try json["known_failures"].map { json throws(WireError) in try KnownFailures(json) }
    for entry in json["groups"]?.array ?? [] {
      guard let function = entry["function"]?.string,
        let format = entry["format"]?.string.flatMap(Format.init(rawValue:))
      else { throw WireError("a group needs a function and a format") }
      groups[Key(function: function, format: format)] = try Summary.group(entry)
    }
  }

  private static func counts(_ json: JSON?, _ name: String) throws(WireError) -> [String: Int] {
    var result: [String: Int] = [:]
    for member in json?.members ?? [] {
      guard let count = member.value.int, count >= 0 else {
        throw WireError("\(name).\(member.key) must be a count")
      }
      result[member.key] = count
    }
    return result
  }

  private static func group(_ json: JSON) throws(WireError) -> Group {
    var group = Group()
    for (name, count) in try counts(json["counts"], "counts") {
      guard let outcome = Record.Outcome(rawValue: name) else {
        throw WireError("there is no outcome \(name)")
      }
      group.counts[outcome] = count
    }
    if let worst = json["worst"] {
      guard let id = worst["id"]?.string, let multiple = worst["multiple"]?.double,
        let ulps = worst["ulps"]?.double
      else { throw WireError("worst needs an id, a multiple and ulps") }
      group.worst = Worst(id: id, multiple: multiple, ulps: ulps)
    }
    for pair in json["histogram"]?.array ?? [] {
      guard let bin = pair.array?.first?.int, let count = pair.array?.last?.int else {
        throw WireError("a histogram is a list of pairs")
      }
      group.histogram[bin] = count
    }
    group.failuresByClause = try counts(json["failures_by_clause"], "failures_by_clause")
    for failure in json["failures"]?.array ?? [] { group.failures.append(try Record(failure)) }
    return group
  }
}

extension JSON {
  /// JSON has no infinity: it is written as the protocol writes it.
  static func number(_ value: Double) -> JSON { value.isFinite ? .number("\(value)") : "Infinity" }

  var double: Double? {
    switch self {
    case .number(let text): Double(text)
    case "Infinity": .infinity
    default: nil
    }
  }
}
