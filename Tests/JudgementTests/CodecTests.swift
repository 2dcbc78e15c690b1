import CrossEntropy
import Exact
import Judgement
import Property
import Support
import Testing

@Suite struct `Lines of the protocol` {
  @Test func `requests survive the wire`() throws {
    for one in Corpus.all {
      for format in one.formats {
        let request = one.request(in: format)
        let read = try Request(JSON(parsing: request.json.description))
        #expect(read == request, "\(request.id)")
      }
    }
  }

  @Test(arguments: [
    "[9223372036854775807, 0]", "[0, 9223372036854775807, 9223372036854775807]",
    "[1000000000000, 0]", "[4611686018427387904, 4]",
  ])
  func `a shape that no memory holds is refused, elements or not`(shape: String) throws {
    let line = """
      {"id": "a", "function": "softmax", "format": "float32",
       "arguments": {"x": {"shape": \(shape), "bits": ""}}}
      """
    let error = try #require(
      #expect(throws: WireError.self) { try Request(JSON(parsing: line)) })
    #expect(error.description == "x has a shape too large")
  }

  @Test func `a real option is a tensor, not a word`() throws {
    let line = """
      {"id": "a", "function": "softmax", "format": "float32", "options": {"temperature": "2"},
       "arguments": {"x": {"shape": [0], "bits": ""}}}
      """
    #expect(throws: WireError.self) { try Request(JSON(parsing: line)) }
  }

  @Test func `gradients and cotangents survive the wire`() throws {
    let call = Call(
      "softmax", ["x": .matrix([[1, -2], [0, 3]])],
      options: ["temperature": .real(.finite(Rational(3, 2)))], gradient: ["x"],
      cotangent: Tensor(
        shape: [2, 2], [.finite(1), .nan, .infinity(isNegative: true), .finite(0)]))
    let request = Request(id: "a \"quoted\" id\n", format: .float16, call: call)
    #expect(try Request(JSON(parsing: request.json.description)) == request)
  }

  @Test func `replies survive the wire, bit by bit`() throws {
    var random = SplitMix(seed: 1)
    for format in Format.allCases {
      for _ in 0..<100 {
        let mask = UInt64.max >> UInt64(64 - format.bitWidth)
        let elements = (0..<3).map { _ in Floating(bits: random.next() & mask, format: format) }
        let reply = Reply.answer(
          Answer(value: Tensor(elements), gradient: ["x": Tensor(elements[0])]))
        let line = reply.json(id: "q").description
        #expect(try Reply(JSON(parsing: line), format: format) == reply)
      }
    }
    for reply in [Reply.reject("a"), .unsupported("b\\c"), .error("é\u{1}")] {
      #expect(
        try Reply(JSON(parsing: reply.json(id: "q").description), format: .float32) == reply)
    }
  }

  @Test func `a reply may use values, and a format of its own`() throws {
    let line =
      #"{"id":"q","value":{"shape":[3],"values":[0.1,"NaN","-Infinity"],"format":"float32"}}"#
    guard case .answer(let answer) = try Reply(JSON(parsing: line), format: .bfloat16) else {
      Issue.record("no answer")
      return
    }
    #expect(answer.value.elements[0] == Floating(Float(0.1)))
    #expect(answer.value.elements[1].isNaN)
    #expect(answer.value.elements[2] == .infinity(isNegative: true, .float32))
  }

  @Test(arguments: [
    (#"{"id":"q"}"#, "needs a value"),
    (#"{"id":"q","value":{"bits":"00"}}"#, "needs a shape"),
    (#"{"id":"q","value":{"shape":[2],"bits":"3f800000"}}"#, "1 elements, its shape [2] has 2"),
    (#"{"id":"q","value":{"shape":[],"bits":"3f8"}}"#, "no multiple of 8"),
    (#"{"id":"q","value":{"shape":[],"bits":"3f80000g"}}"#, "not hexadecimal"),
    (#"{"id":"q","value":{"shape":[],"bits":"","format":"float8"}}"#, "float8"),
    (#"{"id":"q","reject":7}"#, "must be a string"),
  ])
  func `a reply that cannot be read says why`(line: String, words: String) throws {
    let error = try #require(
      #expect(throws: WireError.self) { try Reply(JSON(parsing: line), format: .float32) })
    #expect(error.description.contains(words), "\(error)")
  }

  @Test(arguments: [
    ("", 1, 1, "the text ends"), ("{\"a\": 1,\n \"b\": }", 2, 7, "no value"),
    ("[1, 2", 1, 6, "within a list"), ("[NaN]", 1, 2, "needs quotes"),
    ("{\"a\" 1}", 1, 6, "expected :"), ("[01]", 1, 4, "leading zero"),
    ("\"\\x\"", 1, 4, "no escape"), ("true\nfalse", 2, 1, "something follows"),
    ("[1,\n\n  1.]", 3, 5, "digit after the point"),
  ])
  func `a text that is no JSON says where`(
    text: String, line: Int, column: Int, words: String
  ) throws {
    let error = try #require(#expect(throws: JSON.SyntaxError.self) { try JSON(parsing: text) })
    #expect((error.line, error.column) == (line, column), "\(error)")
    #expect(error.what.contains(words), "\(error)")
  }
}
