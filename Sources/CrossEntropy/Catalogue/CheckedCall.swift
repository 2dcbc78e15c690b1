import Exact

/// A call that fits its function: everything named exists, shapes fit, numbers lie in their domains,
/// options left out have their defaults.
public struct CheckedCall: Sendable, Hashable {
  /// The call as it was asked.
  public let call: Call
  let reals: [String: Tensor<Extended>]
  let integers: [String: Tensor<Int>]
  let realOptions: [String: Extended]
  let integerOptions: [String: Int]
  let words: [String: String]
  let flags: [String: Bool]
  /// Which rows take part; all, unless the labels say otherwise.
  let isIgnored: [Bool]

  /// Checks a call against a signature.
  /// - Throws: `DataError`, naming the element.
  init(_ call: Call, _ signature: Signature) throws {
    self.call = call
    let names = signature.arguments.map(\.name)
    if let name = call.arguments.keys.sorted().first(where: { !names.contains($0) }) {
      throw DataError.unknownArgument(
        name, function: signature.name, nearest: nearestName(to: name, among: names))
    }
    let optionNames = signature.options.map(\.name)
    if let name = call.options.keys.sorted().first(where: { !optionNames.contains($0) }) {
      throw DataError.unknownOption(
        name, function: signature.name, nearest: nearestName(to: name, among: optionNames))
    }
    let options = try CheckedOptions(call, signature)
    (realOptions, integerOptions) = (options.reals, options.integers)
    (words, flags) = (options.words, options.flags)

    var (reals, integers) = ([String: Tensor<Extended>](), [String: Tensor<Int>]())
    var shapes = Shapes()
    for argument in signature.arguments {
      guard let given = call.arguments[argument.name] else {
        if argument.isOptional { continue }
        throw DataError.missing(argument.name, function: signature.name)
      }
      try shapes.match(argument, given.shape)
      switch (argument.kind, given) {
      case (.real, .real(let tensor)): reals[argument.name] = tensor
      case (.label, .integer(let tensor)): integers[argument.name] = tensor
      case (.real, _): throw DataError.wrongKind(argument.name, expected: "real")
      case (.label, _): throw DataError.wrongKind(argument.name, expected: "whole numbers")
      }
    }
    (self.reals, self.integers) = (reals, integers)
    isIgnored = CheckedCall.ignoredRows(integers, options.integers)
    try checkDomains(signature, classes: shapes.sizes["C"])
    try checkGradient(signature)
  }

  private static func ignoredRows(
    _ integers: [String: Tensor<Int>], _ options: [String: Int]
  ) -> [Bool] {
    guard let labels = integers["labels"] else { return [] }
    return labels.elements.map { $0 == options["ignore_index"] }
  }

  private func checkDomains(_ signature: Signature, classes: Int?) throws {
    for argument in signature.arguments {
      switch argument.kind {
      case .real(let domain):
        guard domain != .real, let tensor = reals[argument.name] else { continue }
        for (offset, value) in tensor.elements.enumerated() where !domain.contains(value) {
          if isExamined(argument, tensor, offset) {
            throw DataError.outside(
              argument.name, index: tensor.indices(at: offset), value: value, domain: domain)
          }
        }
      case .label:
        guard let classes, let tensor = integers[argument.name] else { continue }
        for (offset, label) in tensor.elements.enumerated()
        where !isIgnored[offset] && !(0..<classes).contains(label) {
          throw DataError.labelOutside(
            argument.name, index: tensor.indices(at: offset), label: label, classes: classes)
        }
      }
    }
  }

  /// Whether an element belongs to a row that takes part. An ignored row may hold anything.
  private func isExamined(
    _ argument: Signature.Argument, _ tensor: Tensor<Extended>, _ offset: Int
  ) -> Bool {
    guard argument.shape.hasPrefix("[N,C"), !isIgnored.isEmpty else { return true }
    var index = tensor.indices(at: offset)
    index.remove(at: 1)
    let row = zip(index, tensor.shape(without: 1)).reduce(0) { $0 * $1.1 + $1.0 }
    return !isIgnored[row]
  }

  private func checkGradient(_ signature: Signature) throws {
    for name in call.gradient {
      guard signature.argument(name) != nil || signature.option(name) != nil else {
        let names = signature.differentiableNames
        throw DataError.unknownArgument(
          name, function: signature.name, nearest: nearestName(to: name, among: names))
      }
      let why: String? =
        if let reason = signature.notDifferentiable {
          reason
        } else if let reason = signature.argument(name)?.isDiscrete {
          reason
        } else if signature.argument(name) != nil {
          reals[name] == nil ? "it was not given" : nil
        } else if case .real = signature.option(name)!.kind {
          realOptions[name] == nil && name != "base" ? "it has no value here" : nil
        } else { "it is no real number" }
      if let why { throw DataError.notDifferentiable(name, function: signature.name, why: why) }
    }
  }
}

/// The options of a call, checked, with defaults filled in.
private struct CheckedOptions {
  var reals: [String: Extended] = [:]
  var integers: [String: Int] = [:]
  var words: [String: String] = [:]
  var flags: [String: Bool] = [:]

  init(_ call: Call, _ signature: Signature) throws {
    for option in signature.options {
      guard let given = call.options[option.name] ?? CheckedOptions.standard(option) else {
        if option.standard == nil { throw DataError.missing(option.name, function: signature.name) }
        continue
      }
      // "e" for a base and "none" for whatever can be off are words that any option may carry.
      if case .word(let word) = given, word == option.standard, ["none", "e"].contains(word),
        !option.kind.isWord
      {
        continue
      }
      try take(given, option)
    }
  }

  private mutating func take(_ given: Call.Option, _ option: Signature.Option) throws {
    let name = option.name
    switch (option.kind, given) {
    case (.real(let domain), .real(let value)):
      guard domain.contains(value) else {
        throw DataError.outside(name, index: [], value: value, domain: domain)
      }
      reals[name] = value
    case (.real, .integer(let value)): try take(.real(.finite(Rational(value))), option)
    case (.real, .word(let word)):
      guard let value = Rational(word) else {
        throw DataError.optionOutside(name, value: word, expected: "a number")
      }
      try take(.real(.finite(value)), option)
    case (.integer(let least), .integer(let value)):
      if let least, value < least {
        throw DataError.optionOutside(
          name, value: "\(value)", expected: "a whole number from \(least)")
      }
      integers[name] = value
    case (.integer, .real(.finite(let value))) where value.asInt != nil:
      try take(.integer(value.asInt!), option)
    case (.word(let words), .word(let word)):
      guard words.contains(word) else {
        throw DataError.optionOutside(name, value: word, expected: words.joined(separator: " or "))
      }
      self.words[name] = word
    case (.flag, .flag(let value)): flags[name] = value
    case (.flag, .word(let word)) where ["true", "false"].contains(word):
      flags[name] = word == "true"
    default: throw DataError.wrongKind(name, expected: option.kind.description)
    }
  }

  private static func standard(_ option: Signature.Option) -> Call.Option? {
    guard let text = option.standard, text != "none" || option.kind.isWord else { return nil }
    switch option.kind {
    case .real: return text == "e" ? nil : .real(.finite(Rational(text)!))
    case .integer: return .integer(Int(text)!)
    case .word: return .word(text)
    case .flag: return .flag(text == "true")
    }
  }
}

extension Signature.Option.Kind: CustomStringConvertible {
  fileprivate var isWord: Bool { if case .word = self { true } else { false } }

  /// What an error says is expected, such as `a whole number`.
  public var description: String {
    switch self {
    case .real: "a real number"
    case .integer: "a whole number"
    case .word(let words): words.joined(separator: " or ")
    case .flag: "true or false"
    }
  }
}
