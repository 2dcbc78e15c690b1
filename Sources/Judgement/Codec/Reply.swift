public import CrossEntropy
public import Exact

/// What an implementation replied to a request.
public enum Reply: Sendable, Equatable {
  /// The numbers.
  case answer(Answer<Floating>)
  /// The data are refused, and why.
  case reject(String)
  /// The implementation does not have what is asked for, and what that is.
  case unsupported(String)
  /// Something went wrong, and what.
  case error(String)

  /// Reads a reply to a request in `format`; a tensor may name another for itself.
  /// - Throws: ``WireError``, naming the member.
  public init(_ json: JSON, format: Format) throws {
    func word(_ name: String) throws -> String? {
      guard let value = json[name] else { return nil }
      guard let text = value.string else { throw WireError("\(name) must be a string") }
      return text
    }
    func tensor(_ json: JSON, _ name: String) throws -> Tensor<Floating> {
      guard let own = json["format"] else { return try Wire.floating(json, name, format) }
      guard let format = own.string.flatMap(Format.init(rawValue:)) else {
        throw WireError("\(name) has the format \(own)")
      }
      return try Wire.floating(json, name, format)
    }
    if let value = json["value"] {
      var answer = Answer(value: try tensor(value, "value"))
      for member in json["gradient"]?.members ?? [] {
        answer.gradient[member.key] = try tensor(member.value, "gradient \(member.key)")
      }
      self = .answer(answer)
    } else if let why = try word("reject") {
      self = .reject(why)
    } else if let what = try word("unsupported") {
      self = .unsupported(what)
    } else if let what = try word("error") {
      self = .error(what)
    } else {
      throw WireError("a reply needs a value, reject, unsupported or error")
    }
  }

  /// The reply as the wire has it; `id` is that of the request, nil where the line had none.
  public func json(id: String?) -> JSON {
    let head: (String, JSON?) = ("id", id.map { .string($0) } ?? .null)
    switch self {
    case .answer(let answer):
      return .members([
        head, ("value", Wire.json(answer.value)),
        (
          "gradient",
          answer.gradient.isEmpty
            ? nil
            : .object(
              answer.gradient.sorted { $0.key < $1.key }
                .map { JSON.Member($0.key, Wire.json($0.value)) })
        ),
      ])
    case .reject(let why): return .members([head, ("reject", .string(why))])
    case .unsupported(let what): return .members([head, ("unsupported", .string(what))])
    case .error(let what): return .members([head, ("error", .string(what))])
    }
  }
}
