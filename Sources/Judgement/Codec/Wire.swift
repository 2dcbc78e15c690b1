public import CrossEntropy
public import Exact

/// A line that is no request or reply of the protocol, and why.
public struct WireError: Error, Hashable, CustomStringConvertible {
  /// The reason, which names the member.
  public let description: String
  /// An error with its reason, as messages print it.
  public init(_ description: String) { self.description = description }
}

/// A request of the wire protocol: a call whose reals are bit patterns of a format.
public struct Request: Sendable, Hashable {
  /// What the reply will be known by; it means nothing else.
  public var id: String
  /// The format of every real in the request and in its answer.
  public var format: Format
  /// What is asked.
  public var call: Call

  /// A request; the numbers of the call are rounded to the format when it is written.
  public init(id: String, format: Format, call: Call) {
    (self.id, self.format, self.call) = (id, format, call)
  }
}

extension Request {
  /// Reads a request.
  /// - Throws: ``WireError`` that names the member.
  public init(_ json: JSON) throws {
    guard let id = json["id"]?.string else { throw WireError("a request needs an id, a string") }
    guard let function = json["function"]?.string else {
      throw WireError("a request needs a function")
    }
    guard let name = json["format"]?.string, let format = Format(rawValue: name) else {
      throw WireError(
        "format must be one of \(Format.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    var call = Call(function)
    for member in try Request.object(json, "arguments") {
      try call.take(member, format)
    }
    for member in try Request.object(json, "options") {
      call.options[member.key] = try Request.option(member, format)
    }
    if let names = json["gradient"] {
      call.gradient = try (names.array ?? []).map { name in
        guard let name = name.string else { throw WireError("gradient must list names") }
        return name
      }
      if names.array == nil { throw WireError("gradient must be a list") }
    }
    if let cotangent = json["cotangent"] {
      call.cotangent = try Wire.reals(cotangent, "cotangent", format)
    }
    self.init(id: id, format: format, call: call)
  }

  private static func object(_ json: JSON, _ name: String) throws -> [JSON.Member] {
    guard let value = json[name] else { return [] }
    guard let members = value.members else { throw WireError("\(name) must be an object") }
    return members
  }

  private static func option(_ member: JSON.Member, _ format: Format) throws -> Call.Option {
    switch member.value {
    case .string(let word):
      if member.key != "base" && Rational(word) != nil {
        throw WireError("\(member.key) is a number, and must be a tensor")
      }
      return .word(word)
    case .bool(let flag): return .flag(flag)
    case .number(let text):
      guard let value = Int(text) else {
        throw WireError("\(member.key) must be a tensor or a whole number")
      }
      return .integer(value)
    case .object:
      let tensor = try Wire.reals(member.value, member.key, format)
      guard tensor.shape.isEmpty else { throw WireError("\(member.key) must have shape []") }
      return .real(tensor.elements[0])
    default: throw WireError("\(member.key) is no option's value")
    }
  }

  /// The numbers of an argument in the format, each zero with its sign.
  func floating(_ tensor: Tensor<Extended>, _ name: String) -> Tensor<Floating> {
    var numbers = tensor.map { Floating(rounding: $0, to: format) }
    for place in call.negativeZeros[name] ?? [] where numbers.elements[place].isZero {
      numbers.elements[place] = .zero(isNegative: true, format)
    }
    return numbers
  }

  /// The request as the wire has it, members in the order of the protocol.
  public var json: JSON {
    .members([
      ("id", .string(id)), ("function", .string(call.function)),
      ("format", .string(format.rawValue)),
      (
        "arguments",
        .object(
          call.arguments.sorted { $0.key < $1.key }.map { name, argument in
            switch argument {
            case .real(let tensor): JSON.Member(name, Wire.json(floating(tensor, name)))
            case .integer(let tensor): JSON.Member(name, Wire.json(tensor))
            }
          })
      ),
      (
        "options",
        call.options.isEmpty
          ? nil
          : .object(
            call.options.sorted { $0.key < $1.key }.map { name, option in
              switch option {
              case .real(let value): JSON.Member(name, Wire.json(Tensor(value), format))
              case .integer(let value): JSON.Member(name, .number(value))
              case .word(let word): JSON.Member(name, .string(word))
              case .flag(let flag): JSON.Member(name, .bool(flag))
              }
            })
      ),
      ("gradient", call.gradient.isEmpty ? nil : .array(call.gradient.map { .string($0) })),
      ("cotangent", call.cotangent.map { Wire.json($0, format) }),
    ])
  }
}

extension Call {
  /// Takes an argument as the protocol writes it.
  fileprivate mutating func take(_ member: JSON.Member, _ format: Format) throws {
    if member.value["integers"] != nil {
      arguments[member.key] = .integer(try Wire.integers(member.value, member.key))
      return
    }
    let numbers = try Wire.floating(member.value, member.key, format)
    arguments[member.key] = .real(numbers.map(\.value))
    let zeros = numbers.elements.indices.filter {
      numbers.elements[$0].isZero && numbers.elements[$0].isNegative
    }
    if !zeros.isEmpty { negativeZeros[member.key] = Set(zeros) }
  }
}

/// Tensors as the protocol writes them.
public enum Wire {
  /// The line that greets an implementation, and the one that asks for its count.
  public static let hello = JSON.members([
    ("hello", .members([("protocol", .number(1)), ("suite", .string(suiteVersion))]))
  ])
  /// The line that asks for the count of answers and ends the conversation.
  public static let bye = JSON.members([("bye", .members([]))])

  private static func shape(_ json: JSON, _ name: String) throws -> [Int] {
    guard let sides = json["shape"]?.array else { throw WireError("\(name) needs a shape") }
    return try sides.map { side in
      guard let side = side.int, side >= 0 else { throw WireError("\(name) has no valid shape") }
      return side
    }
  }

  /// The most rows that a tensor without elements may have: they cost nothing to write down, but
  /// each would be answered.
  private static let mostEmptyRows = 1 << 16

  /// Checks that a shape has as many places as there are elements.
  private static func check(_ count: Int, _ shape: [Int], _ name: String) throws {
    var size = 1
    for side in shape where side > 0 {
      let (next, overflow) = size.multipliedReportingOverflow(by: side)
      if overflow { throw WireError("\(name) has a shape too large") }
      size = next
    }
    let isEmpty = shape.contains(0)
    if isEmpty && size > mostEmptyRows { throw WireError("\(name) has a shape too large") }
    if (isEmpty ? 0 : size) != count {
      throw WireError(
        "\(name) has \(count) elements, its shape \(shape) has \(isEmpty ? 0 : size)")
    }
  }

  static func floating(_ json: JSON, _ name: String, _ format: Format) throws -> Tensor<Floating> {
    let shape = try shape(json, name)
    let digits = format.bitWidth / 4
    if let bits = json["bits"]?.string {
      let text = Array(bits.utf8)
      guard text.count % digits == 0 else {
        throw WireError("\(name) has bits that are no multiple of \(digits) digits")
      }
      try check(text.count / digits, shape, name)
      let elements = try stride(from: 0, to: text.count, by: digits).map { start in
        guard
          let word = UInt64(
            String(decoding: text[start..<(start + digits)], as: UTF8.self), radix: 16)
        else { throw WireError("\(name) has bits that are not hexadecimal") }
        return Floating(bits: word, format: format)
      }
      return Tensor(shape: shape, elements)
    }
    guard let values = json["values"]?.array else {
      throw WireError("\(name) needs bits or values")
    }
    try check(values.count, shape, name)
    return Tensor(
      shape: shape,
      try values.map { value in
        switch value {
        case .number(let text):
          guard let number = Rational(text) else {
            throw WireError("\(name) has the number \(text)")
          }
          return Floating(rounding: number, to: format)
        case .string("NaN"): return .nan(format)
        case .string("Infinity"): return .infinity(format)
        case .string("-Infinity"): return .infinity(isNegative: true, format)
        default: throw WireError("\(name) has a value that is no number")
        }
      })
  }

  static func reals(_ json: JSON, _ name: String, _ format: Format) throws -> Tensor<Extended> {
    try floating(json, name, format).map(\.value)
  }

  static func integers(_ json: JSON, _ name: String) throws -> Tensor<Int> {
    let shape = try shape(json, name)
    guard let values = json["integers"]?.array else { throw WireError("\(name) needs integers") }
    try check(values.count, shape, name)
    return Tensor(
      shape: shape,
      try values.map { value in
        guard let value = value.int else {
          throw WireError("\(name) has something that is no integer")
        }
        return value
      })
  }

  static func json(_ tensor: Tensor<Floating>) -> JSON {
    .members([
      ("shape", .array(tensor.shape.map { .number($0) })),
      ("bits", .string(tensor.elements.map(\.hexadecimal).joined())),
    ])
  }

  static func json(_ tensor: Tensor<Extended>, _ format: Format) -> JSON {
    json(tensor.map { Floating(rounding: $0, to: format) })
  }

  static func json(_ tensor: Tensor<Int>) -> JSON {
    .members([
      ("shape", .array(tensor.shape.map { .number($0) })),
      ("integers", .array(tensor.elements.map { .number($0) })),
    ])
  }
}
