import CrossEntropy
import Exact

extension GoldenDocument {
  /// Reads a golden file.
  /// - Parameters:
  ///   - text: what the file holds.
  ///   - file: its name, for messages.
  ///   - isComplete: whether every case must have its value and verdict already.
  /// - Throws: ``GoldenError``, naming the line.
  public init(
    parsing text: String, file: String, isComplete: Bool = true
  ) throws(GoldenError) {
    let json: JSON
    do {
      json = try JSON(parsing: text)
    } catch {
      throw GoldenError(
        file: file, line: error.line, "no JSON: column \(error.column): \(error.what)")
    }
    let reader = GoldenReader(file: file, line: 1, isComplete: isComplete)
    try reader.members(
      json, "the file", required: ["schema", "document", "revision", "notes", "cases"])
    guard json["schema"]?.string == "documents-1" else {
      throw reader.error("the schema is not documents-1")
    }
    guard let title = json["document"]?["title"]?.string else {
      throw reader.error("the document has no title")
    }
    guard let notes = json["notes"]?.members, let values = json["cases"]?.array, !values.isEmpty
    else { throw reader.error("the file has no notes or no cases") }
    let lines = GoldenReader.caseLines(text)
    var cases: [GoldenCase] = []
    for (index, value) in values.enumerated() {
      let reader = GoldenReader(
        file: file, line: index < lines.count ? lines[index] : 1, isComplete: isComplete)
      let next = try reader.goldenCase(value, notes: Set(notes.map(\.key)))
      if cases.contains(where: { $0.id == next.id }) {
        throw reader.error("the id \(next.id) is there twice")
      }
      cases.append(next)
    }
    for next in cases {
      if let term = next.terms.first(where: { term in !cases.contains { $0.id == term } }) {
        throw GoldenError(file: file, line: next.line, "\(next.id): no case is called \(term)")
      }
    }
    (self.file, self.title, self.cases, self.json) = (file, title, cases, json)
  }
}

/// Reads the cases of a file; errors name the line at which the case begins.
private struct GoldenReader {
  let file: String
  let line: Int
  let isComplete: Bool

  func error(_ message: String) -> GoldenError { GoldenError(file: file, line: line, message) }

  /// The lines at which the elements of the list `cases` begin: the objects in a list of the file's
  /// object.
  static func caseLines(_ text: String) -> [Int] {
    var (lines, line, open, isString, isEscaped) = ([Int](), 1, [UInt8](), false, false)
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\n") { line += 1 }
      if isString {
        if !isEscaped && byte == UInt8(ascii: "\"") { isString = false }
        isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isString = true
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if byte == UInt8(ascii: "{") && open == [UInt8(ascii: "{"), UInt8(ascii: "[")] {
          lines.append(line)
        }
        open.append(byte)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): open.removeLast()
      default: break
      }
    }
    return lines
  }

  /// Checks that an object has its members and no others.
  func members(
    _ json: JSON, _ name: String, required: [String], optional: [String] = []
  ) throws(GoldenError) {
    guard let keys = json.members?.map(\.key) else { throw error("\(name) is no object") }
    if let missing = required.first(where: { !keys.contains($0) }) {
      throw error("\(name) has no \(missing)")
    }
    if let key = keys.first(where: { !required.contains($0) && !optional.contains($0) }) {
      let nearest = nearestName(to: key, among: required + optional)
      throw error(
        "\(name) has an unknown member \(key)" + (nearest.map { "; is \($0) meant?" } ?? ""))
    }
    if let key = keys.first(where: { key in keys.count { $0 == key } > 1 }) {
      throw error("\(name) has \(key) twice")
    }
  }

  private func strings(_ json: JSON?, _ name: String) throws(GoldenError) -> [String] {
    guard let json else { return [] }
    let texts = json.array?.compactMap(\.string)
    guard let texts, texts.count == json.array?.count else {
      throw error("\(name) must be a list of strings")
    }
    return texts
  }

  func goldenCase(_ json: JSON, notes: Set<String>) throws(GoldenError) -> GoldenCase {
    let id = json["id"]?.string ?? "a case"
    try members(
      json, id, required: ["id", "clauses", "notes", "source"] + (isComplete ? ["verdict"] : []),
      optional: [
        "call", "expression", "claim", "value", "gradient", "terms", "verdict", "errata",
      ])
    guard json["id"]?.string != nil else { throw error("an id must be a string") }
    guard let example = json["source"]?["example"]?.string else {
      throw error("\(id) has no source with an example")
    }
    let clauses = try strings(json["clauses"], "\(id): clauses")
    if clauses.isEmpty { throw error("\(id) names no clause") }
    for clause in clauses where !Clause.all.contains(where: { $0.id == clause }) {
      let nearest = nearestName(to: clause, among: Clause.all.map(\.id))
      throw error("\(id): no clause \(clause)" + (nearest.map { "; is \($0) meant?" } ?? ""))
    }
    if let note = try strings(json["notes"], "\(id): notes").first(where: { !notes.contains($0) }) {
      throw error("\(id): no note \(note)")
    }
    let body = try body(json, id)
    var verdict: GoldenVerdict?
    if let text = json["verdict"] {
      verdict = text.string.flatMap(GoldenVerdict.init(rawValue:))
      if verdict == nil { throw error("\(id): no verdict is called \(text)") }
    }
    var gradient: [String: GoldenValue] = [:]
    for member in json["gradient"]?.members ?? [] {
      gradient[member.key] = try value(member.value, "\(id): gradient")
    }
    let result = GoldenCase(
      id: id, line: line, clauses: clauses, example: example,
      printed: json["source"]?["printed"]?.string, body: body,
      value: try json["value"].map { value throws(GoldenError) in
        try self.value(value, "\(id): value")
      },
      gradient: gradient, verdict: verdict, terms: try strings(json["terms"], "\(id): terms"),
      hasErrata: json["errata"] != nil)
    try checkMembers(result)
    return result
  }

  /// What stands in a case must go together.
  private func checkMembers(_ next: GoldenCase) throws(GoldenError) {
    if case .claim = next.body {
      if next.value != nil || !next.gradient.isEmpty || !next.terms.isEmpty {
        throw error("\(next.id) is a claim, which has no value, gradient or terms")
      }
    } else if isComplete && next.value == nil {
      throw error("\(next.id) has no value")
    }
    if isComplete, case .call(let call) = next.body,
      Set(call.call.gradient) != Set(next.gradient.keys)
    {
      throw error("\(next.id) does not give the gradients that its call asks for")
    }
    if next.verdict == .erratum && !next.hasErrata {
      throw error("\(next.id) is an erratum without errata")
    }
  }

  private func body(_ json: JSON, _ id: String) throws(GoldenError) -> GoldenCase.Body {
    let given = ["call", "expression", "claim"].filter { json[$0] != nil }
    guard given.count == 1 else {
      throw error("\(id) needs one of call, expression and claim")
    }
    if let call = json["call"] { return .call(try self.call(call, id)) }
    guard let text = (json["expression"] ?? json["claim"])?.string else {
      throw error("\(id): \(given[0]) must be a string")
    }
    do {
      return json["claim"] == nil
        ? .expression(try Calculation(parsing: text)) : .claim(try Comparison(parsing: text))
    } catch {
      throw self.error("\(id): \(error)")
    }
  }

  private func value(_ json: JSON, _ name: String) throws(GoldenError) -> GoldenValue {
    try members(json, name, required: ["decimal"], optional: ["shape"])
    guard let sides = json["shape"] else {
      guard let text = json["decimal"]?.string else {
        throw error("\(name): decimal must be a string")
      }
      return GoldenValue(shape: [], [text])
    }
    let shape = (sides.array ?? []).compactMap(\.int)
    let decimals = try strings(json["decimal"], "\(name): decimal")
    guard shape.count == sides.array?.count, shape.allSatisfy({ $0 >= 0 }),
      shape.reduce(1, *) == decimals.count
    else { throw error("\(name) has \(decimals.count) numbers in shape \(sides)") }
    return GoldenValue(shape: shape, decimals)
  }

  // MARK: Calls

  private func call(_ json: JSON, _ id: String) throws(GoldenError) -> GoldenCall {
    try members(
      json, "\(id): call", required: ["function", "arguments", "options"], optional: ["gradient"])
    guard let name = json["function"]?.string else {
      throw error("\(id): function must be a string")
    }
    var call = Call(name)
    let signature = Function.all.first { $0.name == name }?.signature
    var intervals: [String: Tensor<DecimalInterval>] = [:]
    for member in json["arguments"]?.members ?? [] {
      guard case .real(let domain) = signature?.argument(member.key)?.kind ?? .real(.real) else {
        call.arguments[member.key] = .integer(try tensor(member.value, id) { $0.int })
        continue
      }
      let texts = try tensor(member.value, id) { json in
        json.string.flatMap { text in Rational(text).map { (text, $0) } }
      }
      call.arguments[member.key] = .real(texts.map { .finite($0.1) })
      intervals[member.key] = texts.map { GoldenReader.interval($0, $1, domain) }
    }
    for member in json["options"]?.members ?? [] {
      switch member.value {
      case .string(let word): call.options[member.key] = .word(word)
      case .bool(let flag): call.options[member.key] = .flag(flag)
      case .number(let text):
        guard let value = Int(text) else { throw error("\(id): \(member.key) is \(text)") }
        call.options[member.key] = .integer(value)
      default: throw error("\(id): \(member.key) is no option's value")
      }
    }
    call.gradient = try strings(json["gradient"], "\(id): call: gradient")
    do {
      _ = try call.checked()
    } catch {
      throw self.error("\(id): \(error)")
    }
    return GoldenCall(call: call, intervals: intervals)
  }

  /// What a printed input stands for.
  private static func interval(
    _ text: String, _ value: Rational, _ domain: Domain
  ) -> DecimalInterval {
    guard let printed = PrintedNumber(text), printed.places > 0 else {
      return DecimalInterval(value, value)
    }
    let half = printed.unit * Rational(1, 2)
    // The ends of a domain have few digits: an input that half a unit takes outside is such an end.
    let ends = [value - half, value + half].map { domain.contains(.finite($0)) ? $0 : value }
    return DecimalInterval(ends[0], ends[1])
  }

  /// Nested lists as a tensor.
  private func tensor<Element>(
    _ json: JSON, _ id: String, _ read: (JSON) -> Element?
  ) throws(GoldenError) -> Tensor<Element> {
    guard let values = json.array else {
      guard let element = read(json) else { throw error("\(id): \(json) is no such number") }
      return Tensor(element)
    }
    var parts: [Tensor<Element>] = []
    for value in values {
      parts.append(try tensor(value, id, read))
      if parts.last!.shape != parts[0].shape { throw error("\(id): rows of different lengths") }
    }
    return Tensor(
      shape: [values.count] + (parts.first?.shape ?? []), parts.flatMap(\.elements))
  }
}
