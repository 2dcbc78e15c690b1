import CrossEntropy
import Exact
import Judgement
import Support
import Testing

/// The frozen vectors: that the files hold the corpus, and say what the judge says.
@Suite struct `Frozen vectors` {
  static let folder = try? GoldenFolder(root: packageRoot)

  /// The vectors of a function's file, as they stand there.
  static func vectors(of function: String) throws -> [JSON] {
    let text = try #require(try folder?.text(vectors: function + ".json"))
    let file = try JSON(parsing: text)
    #expect(file["function"]?.string == function)
    return try #require(file["cases"]?.array)
  }

  /// Every so many vectors, of all functions.
  static func sample(every step: Int) throws -> [JSON] {
    let all = try Function.all.flatMap { try vectors(of: $0.name) }
    return stride(from: 0, to: all.count, by: step).map { all[$0] }
  }

  @Test func `the files are those of the functions`() throws {
    let names = try #require(try Self.folder?.vectorFiles())
    #expect(names == Function.all.map { $0.name + ".json" }.sorted())
  }

  @Test(arguments: Function.all.map(\.name))
  func `a file holds the corpus's questions`(function: String) throws {
    let vectors = try Self.vectors(of: function)
    let questions = Selection(functions: [function], tier: .core).questions()
    #expect(vectors.map { $0["request"] } == questions.map { $0.request.json })
    #expect(vectors.map { $0["id"]?.string } == questions.map { $0.request.id })
    #expect(vectors.map { $0["note"]?.string } == questions.map(\.note))
    #expect(
      vectors.map { $0["clauses"]?.array?.compactMap(\.string) } == questions.map(\.clauses))
  }

  @Test(arguments: ["relu", "hinge", "information_content"])
  func `a file is computed anew, bit for bit`(function: String) throws {
    let text = try #require(try Self.folder?.text(vectors: function + ".json"))
    let file = try VectorFile(of: function)
    #expect(file.text == text)
    // A wrong digit, and a vector that is not there.
    let wrong = text.replacing("\"bits\":\"3f800000", with: "\"bits\":\"3f800001")
    #expect(!file.differences(from: wrong).isEmpty)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let shorter = (lines[..<1] + lines[2...]).joined(separator: "\n")
    #expect(file.differences(from: shorter).count == 1)
    #expect(file.differences(from: text + " ") == [function + ".json"])
  }

  /// The ends are accepted by the judge, and the next numbers are not.
  @Test func `the judge agrees with the ends`() throws {
    var ends = 0
    for vector in try Self.sample(every: 67) {
      let request = try Request(try #require(vector["request"]))
      guard let value = vector["expected"]?["value"] else {
        #expect(vector["expected"]?["reject"]?.string != nil)
        continue
      }
      for level in [Accuracy.strict, .standard, .backwardStable] {
        let judge = Judge(level)
        func answer(_ pick: (JSON) -> JSON?) throws -> Answer<Floating> {
          let numbers = try Self.tensor(value, pick(value), request.format)
          let gradient = vector["expected"]?["gradient"]?.members ?? []
          return Answer(
            value: numbers,
            gradient: try gradient.reduce(into: [:]) {
              $0[$1.key] = try Self.tensor($1.value, pick($1.value), request.format)
            })
        }
        for end in ["low", "high"] {
          // A row of a hinge's slopes must also sum to zero, which its ends need not.
          let isRow = ["multiclass_hinge", "pairwise_hinge"].contains(request.call.function)
          var numbers = try answer {
            $0[level.rawValue]?[end] ?? $0["standard"]?[end]
          }
          if isRow { numbers.gradient = try answer { $0["bits"] }.gradient }
          let verdict = judge.verdict(on: .answer(numbers), to: request)
          #expect(!verdict.fails, "\(request.id) at \(level.rawValue): \(end)")
          guard let beyond = Self.beyond(numbers.value.elements, up: end == "high") else {
            continue
          }
          numbers.value.elements = beyond
          let other = judge.verdict(on: .answer(numbers), to: request)
          #expect(!other.conforms, "\(request.id) at \(level.rawValue): beyond \(end)")
          ends += 1
        }
      }
    }
    #expect(ends > 300)
  }

  private static func tensor(
    _ json: JSON, _ bits: JSON?, _ format: Format
  ) throws -> Tensor<Floating> {
    let shape = try #require(json["shape"]?.array).compactMap(\.int)
    let text = Array(try #require(bits?.string).utf8)
    let digits = format.bitWidth / 4
    return Tensor(
      shape: shape,
      stride(from: 0, to: text.count, by: digits).map {
        let word = String(decoding: text[$0..<$0 + digits], as: UTF8.self)
        return Floating(bits: UInt64(word, radix: 16)!, format: format)
      })
  }

  /// The numbers with the first that has a neighbour outside replaced by it; nil if none has.
  private static func beyond(_ numbers: [Floating], up: Bool) -> [Floating]? {
    guard let index = numbers.firstIndex(where: { !$0.isNaN && !$0.isInfinite && !$0.isZero })
    else { return nil }
    var result = numbers
    let number = numbers[index]
    let bits = up == number.isNegative ? number.bits - 1 : number.bits + 1
    result[index] = Floating(bits: bits, format: number.format)
    return result
  }
}
