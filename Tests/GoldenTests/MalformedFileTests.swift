import Judgement
import Support
import Testing

/// A golden file that cannot be used says why, and where.
@Suite struct `Malformed golden files` {
  static let valid = """
    {"schema": "documents-1", "document": {"title": "A test"}, "revision": "0.1.0", "notes": {},
     "cases": [
      {"id": "test/a", "clauses": ["ENTROPY-1"], "notes": [], "source": {"example": "one"},
       "expression": "1/2", "value": {"decimal": "0.5"}, "verdict": "computed"},
      {"id": "test/b", "clauses": ["ENTROPY-1"], "notes": [], "source": {"example": "two"},
       "call": {"function": "entropy", "arguments": {"p": ["0.5", "0.5"]}, "options": {"base": "2"}},
       "value": {"decimal": "1"}, "verdict": "computed"}
     ]}
    """

  @Test func `the valid one is valid`() throws {
    #expect(try GoldenDocument(parsing: Self.valid, file: "test.json").findings() == [])
  }

  @Test(arguments: [
    (#""documents-1""#, #""documents-2""#, 1, "the schema is not documents-1"),
    (#""notes": {},"#, "", 1, "the file has no notes"),
    (#""id": "test/b""#, #""id": "test/a""#, 5, "the id test/a is there twice"),
    (#""id": "test/b", "#, "", 5, "a case has no id"),
    (#""verdict": "computed"}\#n ]"#, "}\n ]", 5, "no JSON"),
    ("1/2", "1/", 3, "test/a: the expression ends where a value should be at column 3"),
    (#""expression": "1/2","#, "", 3, "test/a needs one of call, expression and claim"),
    (#""value": {"decimal": "1"}, "#, "", 5, "test/b has no value"),
    (
      #""value": {"decimal": "1"}"#, #""valu": {"decimal": "1"}"#, 5,
      "test/b has an unknown member valu; is value meant?"
    ),
    (#""0.5", "0.5""#, #""0.5", "1.5""#, 5, "test/b: p[1] is 1.5, outside [0, 1]"),
    (#"["0.5", "0.5"]"#, #"["0.5", ["0.5"]]"#, 5, "test/b: rows of different lengths"),
    (#""entropy""#, #""entrpy""#, 5, "test/b: there is no function entrpy; did you mean entropy?"),
    (
      #""verdict": "computed"},"#, #""verdict": "right"},"#, 3,
      #"test/a: no verdict is called "right""#
    ),
    (
      #"["ENTROPY-1"], "notes": [], "source": {"example": "two"}"#,
      #"["ENTROPY-999"], "notes": [], "source": {"example": "two"}"#, 5,
      "test/b: no clause ENTROPY-999"
    ),
    (
      #""notes": [], "source": {"example": "one"}"#,
      #""notes": ["gone"], "source": {"example": "one"}"#, 3, "test/a: no note gone"
    ),
  ])
  func `the line and the reason`(part: String, other: String, line: Int, expected: String) {
    let text = Self.valid.replacing(part, with: other)
    let error = #expect(throws: GoldenError.self) {
      try GoldenDocument(parsing: text, file: "test.json")
    }
    if expected != "no JSON" { #expect(error?.line == line) }
    #expect(error?.message.hasPrefix(expected) == true, "\(error?.description ?? "")")
  }

  @Test func `a truncated file is refused wherever it ends`() {
    let text = Array(Self.valid.utf8)
    let accepted = (1..<(text.count - 1)).filter { length in
      let part = String(decoding: text[..<length], as: UTF8.self)
      return (try? GoldenDocument(parsing: part, file: "test.json")) != nil
    }
    #expect(accepted == [])
  }
}
