import CrossEntropy
public import Exact

/// What an implementation says of itself when it is greeted.
public struct Hello: Sendable {
  /// What the implementation is called.
  public var name: String
  /// Its version, as it writes it; empty if it says none.
  public var version: String
  /// What it is written in, if it says so.
  public var language: String?
  /// What it has, by function; nil if it says nothing, and then everything is asked.
  public var functions: [String: Declaration]?
  /// The policies that it declares, as it wrote them.
  public var profile: [JSON.Member]
  /// How many requests it wants in flight.
  public var batch: Int

  /// What is declared of one function; nil stands for all there is.
  public struct Declaration: Sendable {
    /// The formats that the function is computed in.
    public var formats: [Format]?
    /// The arguments that it takes.
    public var arguments: [String]?
    /// The options that it takes.
    public var options: [String]?
    /// What it differentiates by; empty for nothing.
    public var gradient: [String]?

    /// A declaration; what is left out is all there is.
    public init(
      formats: [Format]? = nil, arguments: [String]? = nil, options: [String]? = nil,
      gradient: [String]? = nil
    ) {
      (self.formats, self.arguments) = (formats, arguments)
      (self.options, self.gradient) = (options, gradient)
    }
  }

  /// A hello that declares nothing but a name: everything is asked, one request at a time.
  public init(name: String, version: String, language: String? = nil) {
    (self.name, self.version, self.language) = (name, version, language)
    (functions, profile, batch) = (nil, [], 1)
  }

  /// Reads the object after `"hello"`.
  /// - Throws: ``WireError``, naming the member.
  public init(_ json: JSON) throws {
    guard let version = json["protocol"]?.int else {
      throw WireError("the hello names no protocol")
    }
    guard version == 1 else {
      throw WireError("it speaks protocol \(version), and this suite speaks 1")
    }
    guard let name = json["name"]?.string else { throw WireError("the hello has no name") }
    self.init(
      name: name, version: json["version"]?.string ?? "", language: json["language"]?.string)
    batch = min(max(json["batch"]?.int ?? 1, 1), 1024)
    profile = json["profile"]?.members ?? []
    guard let declared = json["functions"] else { return }
    guard let members = declared.members else {
      throw WireError("functions must be an object by function name")
    }
    functions = [:]
    for member in members {
      functions?[member.key] = Declaration(
        formats: member.value["formats"]?.array?.compactMap {
          $0.string.flatMap(Format.init(rawValue:))
        },
        arguments: member.value["arguments"]?.array?.compactMap(\.string),
        options: member.value["options"]?.array?.compactMap(\.string),
        gradient: member.value["gradient"].flatMap { gradient in
          gradient.bool == false ? [] : gradient.array?.compactMap(\.string)
        })
    }
  }

  /// The profile that it declares.
  /// - Throws: ``ImplementationFailure`` for an axis that does not exist, or a value that it cannot
  ///   have.
  public func declaredProfile() throws(ImplementationFailure) -> Profile {
    do {
      return try Profile(profile)
    } catch {
      throw ImplementationFailure(
        kind: .badHello, what: "its hello declares what cannot be: \(error)", diagnostics: "",
        request: nil)
    }
  }

  /// Whether everything that a request is to be differentiated by is declared.
  package func differentiates(_ request: Request) -> Bool {
    guard let gradient = functions?[request.call.function]?.gradient else { return true }
    return request.call.gradient.allSatisfy(gradient.contains)
  }

  /// What a request needs that is not declared; nil if it may be asked.
  public func lacks(_ request: Request) -> String? {
    guard let functions else { return nil }
    let name = request.call.function
    guard let function = functions[name] else { return name }
    if let formats = function.formats, !formats.contains(request.format) {
      return "\(name) in \(request.format.rawValue)"
    }
    let given = [
      (function.arguments, Array(request.call.arguments.keys)),
      (function.options, Array(request.call.options.keys)),
    ]
    for (declared, names) in given {
      if let declared, let missing = names.sorted().first(where: { !declared.contains($0) }) {
        return "\(name)(\(missing))"
      }
    }
    return nil
  }
}
