import CrossEntropy
import Exact
import Judgement
import Support
import Testing

/// A line of Fixtures/catalogue.jsonl: a call as a person writes it, and 60 digits of its answer.
struct Fixture {
  let id: String
  let call: Call
  let value: Expected
  let gradient: [String: Expected]

  /// A tensor of decimal numbers.
  struct Expected {
    let shape: [Int]
    let digits: [String]

    init(_ json: JSON) throws {
      shape = try (json["shape"]?.array ?? []).map { try #require($0.int) }
      let decimal = try #require(json["decimal"])
      digits = try (decimal.array ?? [decimal]).map { try #require($0.string) }
    }
  }

  static func all() throws -> [Fixture] {
    try rows("CrossEntropyTests/Fixtures/catalogue.jsonl").map { try JSON(parsing: $0[0]) }
      .filter { $0["call"] != nil }.map { try Fixture($0) }
  }

  init(_ json: JSON) throws {
    id = try #require(json["id"]?.string)
    let text = try #require(json["call"])
    let function = try #require(text["function"]?.string)
    let signature = try Function.named(function).signature
    var call = Call(function)
    for member in text["arguments"]?.members ?? [] {
      let isLabel = signature.argument(member.key)?.kind == .label
      call.arguments[member.key] = try Fixture.argument(member.value, isLabel: isLabel)
    }
    for member in text["options"]?.members ?? [] {
      call.options[member.key] = try Fixture.option(member.value)
    }
    call.gradient = try (text["gradient"]?.array ?? []).map { try #require($0.string) }
    call.cotangent = try text["cotangent"].map { try Fixture.reals($0) }
    self.call = call
    value = try Expected(try #require(json["value"]))
    gradient = try (json["gradient"]?.members ?? []).reduce(into: [:]) {
      $0[$1.key] = try Expected($1.value)
    }
  }

  /// The shape and the leaves of nested lists, or of a shape beside values.
  private static func leaves(_ json: JSON) throws -> (shape: [Int], leaves: [JSON]) {
    if let sides = json["shape"]?.array {
      return (try sides.map { try #require($0.int) }, try #require(json["values"]?.array))
    }
    guard let list = json.array else { return ([], [json]) }
    let parts = try list.map(leaves)
    return ([list.count] + (parts.first?.shape ?? []), parts.flatMap(\.leaves))
  }

  private static func reals(_ json: JSON) throws -> Tensor<Extended> {
    let (shape, leaves) = try leaves(json)
    return Tensor(shape: shape, try leaves.map { try number(try #require($0.string)) })
  }

  private static func argument(_ json: JSON, isLabel: Bool) throws -> Call.Argument {
    guard isLabel else { return .real(try reals(json)) }
    let (shape, leaves) = try leaves(json)
    return .integer(Tensor(shape: shape, try leaves.map { try #require($0.int) }))
  }

  private static func option(_ json: JSON) throws -> Call.Option {
    switch json {
    case .bool(let flag): return .flag(flag)
    case .number(let text): return .integer(try #require(Int(text)))
    default:
      let word = try #require(json.string)
      return Rational(word).map { .real(.finite($0)) } ?? .word(word)
    }
  }

  private static func number(_ text: String) throws -> Extended {
    switch text {
    case "Infinity": .infinity(isNegative: false)
    case "-Infinity": .infinity(isNegative: true)
    case "NaN": .nan
    default: .finite(try #require(Rational(text)))
    }
  }
}
