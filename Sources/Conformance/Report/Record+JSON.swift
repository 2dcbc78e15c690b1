import CrossEntropy
import Exact
public import Judgement

// A record as a line of a file.

extension Record {
  /// The record as a line of a file, from which it can be read again.
  public var json: JSON {
    .members([
      ("id", .string(id)), ("function", .string(function)), ("format", .string(format.rawValue)),
      ("clauses", .array(clauses.map { .string($0) })), ("outcome", .string(outcome.rawValue)),
      ("why", why.map { .string($0) }), ("multiple", .number(multiple)), ("ulps", .number(ulps)),
      ("exhibit", exhibit.map(Record.json)),
    ])
  }

  private static func json(_ exhibit: Exhibit) -> JSON {
    .members([
      ("note", .string(exhibit.note)), ("call", .string(exhibit.call)),
      ("expected", exhibit.expected.map { .string($0) }), ("got", .string(exhibit.got)),
      ("place", .array(exhibit.place.map { .number($0) })), ("request", exhibit.request),
      ("reply", exhibit.reply),
    ])
  }

  /// Reads a record.
  /// - Throws: `WireError`, naming the member.
  public init(_ json: JSON) throws(WireError) {
    func text(_ json: JSON, _ name: String) throws(WireError) -> String {
      guard let text = json[name]?.string else { throw WireError("a record needs \(name), a text") }
      return text
    }
    guard let format = Format(rawValue: try text(json, "format")),
      let outcome = Outcome(rawValue: try text(json, "outcome"))
    else { throw WireError("a record needs a format and an outcome") }
    guard let multiple = json["multiple"]?.double, let ulps = json["ulps"]?.double else {
      throw WireError("a record needs a multiple and ulps")
    }
    self.init(
      id: try text(json, "id"), function: try text(json, "function"), format: format,
      clauses: json["clauses"]?.array?.compactMap(\.string) ?? [], outcome: outcome,
      why: json["why"]?.string, multiple: multiple, ulps: ulps)
    guard let shown = json["exhibit"] else { return }
    exhibit = Exhibit(
      note: try text(shown, "note"), call: try text(shown, "call"),
      expected: shown["expected"]?.string, got: try text(shown, "got"),
      place: shown["place"]?.array?.compactMap(\.int) ?? [], request: shown["request"] ?? .null,
      reply: shown["reply"] ?? .null)
  }
}
