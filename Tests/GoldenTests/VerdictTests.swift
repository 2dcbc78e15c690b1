import Judgement
import Testing

/// Which verdict a printed result deserves.
@Suite struct `Verdicts` {
  /// A file of the cases given.
  static func document(_ cases: String, isComplete: Bool = false) throws -> GoldenDocument {
    try GoldenDocument(
      parsing: """
        {"schema": "documents-1", "document": {"title": "A test"}, "revision": "0.1.0",
         "notes": {},
         "cases": [
        \(cases)
        ]}
        """, file: "test.json", isComplete: isComplete)
  }

  /// A case that prints a number for an expression or a call.
  static func one(_ printed: String, _ body: String, _ more: String = "", id: String = "a")
    -> String
  {
    """
    {"id": "test/\(id)", "clauses": ["ENTROPY-1"], "notes": [],
     "source": {"example": "one", "printed": "\(printed)"}, \(body)\(more)}
    """
  }

  /// The verdict that recording gives to the last case.
  static func verdict(_ cases: String) throws -> String {
    let text = try document(cases).recorded().text
    return text.components(after: "\"verdict\": \"").last ?? ""
  }

  static let errata = #", "errata": [{"printed": "a", "right": "b", "why": "c"}]"#

  @Test(arguments: [
    ("0.25", "1/4", "exact"), ("0.250", "1/4", "exact"), ("0.2", "1/4", "rounds"),
    ("0.3", "1/4", "rounds"), ("0.693", "log(2)", "rounds"), ("0.69314", "log(2)", "truncates"),
    ("-0.69314", "-log(2)", "truncates"), ("0", "log(2) / 2", "rounds"),
    ("0", "log(2)", "truncates"), ("0.7", "2/3", "rounds"), ("0.6", "2/3", "truncates"),
    ("-0.6", "-2/3", "truncates"), ("0.68", "2/3", "erratum"), ("-0.67", "2/3", "erratum"),
    ("0.694", "log(2)", "erratum"), ("1", "1/0", "erratum"), ("about 1", "log(2)", "computed"),
  ])
  func `the first that holds`(printed: String, expression: String, expected: String) throws {
    let next = Self.one(printed, #""expression": "\#(expression)""#, Self.errata)
    #expect(try Self.verdict(next) == expected)
  }

  @Test func `a sum of cut terms truncates`() throws {
    let terms =
      Self.one("0.69", #""expression": "log(2)""#, id: "x") + ",\n"
      + Self.one("unprinted", #""expression": "log(3)""#, id: "y") + ",\n"
    let sum = #""expression": "log(2) + log(3)", "terms": ["test/x", "test/y"]"#
    #expect(try Self.verdict(terms + Self.one("1.78", sum)) == "truncates")
    #expect(try Self.verdict(terms + Self.one("1.77", sum, Self.errata)) == "erratum")
  }

  @Test func `a result that rounded inputs allow is consistent`() throws {
    func call(_ x: String) -> String {
      #""call": {"function": "sigmoid", "arguments": {"x": "\#(x)"}, "options": {}}"#
    }
    #expect(try Self.verdict(Self.one("0.7772", call("1.2491"))) == "consistent")
    // Four more digits leave no room, and neither does a quotient.
    #expect(
      try Self.verdict(Self.one("0.7772", call("1.24910000"), Self.errata)) == "erratum")
    #expect(
      try Self.verdict(Self.one("0.7772", call("12491/10000"), Self.errata)) == "erratum")
  }

  @Test func `an interval ends where its domain does`() throws {
    let call =
      #""call": {"function": "entropy", "arguments": {"p": ["1.0", "0.0"]}, "options": {}}"#
    #expect(try Self.verdict(Self.one("0.3", call, Self.errata)) != "consistent")
  }

  @Test func `an erratum must say what is right`() throws {
    let document = try Self.document(Self.one("0.5", #""expression": "log(2)""#))
    #expect(throws: GoldenError.self) { try document.recorded() }
  }

  @Test func `a false claim is not recorded`() throws {
    let document = try Self.document(Self.one("so", #""claim": "1 < 0""#))
    #expect(throws: GoldenError.self) { try document.recorded() }
    #expect(document.findings().map(\.member) == ["claim"])
  }

  @Test func `a wrong digit, gradient or verdict is found`() throws {
    let body = #"""
      "call": {"function": "relu", "arguments": {"x": ["1", "-1"]}, "options": {}, "gradient": ["x"]},
      "value": {"shape": [2], "decimal": ["1", "1"]},
      "gradient": {"x": {"shape": [2], "decimal": ["1", "1"]}}, "verdict": "exact"
      """#
    let findings = try Self.document(Self.one("words", body), isComplete: true).findings()
    #expect(findings.map(\.member) == ["value", "gradient by x", "verdict"])
    #expect(findings.map(\.expected) == ["[2] 1, 0", "[2] 1, 0", "computed"])
    #expect(findings.map(\.line) == [4, 4, 4])
  }
}

extension String {
  /// What follows each occurrence of a mark, up to the next quotation mark.
  fileprivate func components(after mark: String) -> [String] {
    ranges(of: mark).map { String(self[$0.upperBound...].prefix { $0 != "\"" }) }
  }
}
