import Exact

/// What a function is called, what it takes and what it is: the one place that says so.
public struct Signature: Sendable {
  /// The name of the function, such as `kl_divergence`.
  public let name: String
  /// The tensors that it takes, in the order in which an expression may give them without names.
  public let arguments: [Argument]
  /// The settings that it has, given by name.
  public let options: [Option]
  /// The formula in words and plain symbols.
  public let formula: String
  /// Why there is no gradient at all, for a function that has none.
  public let notDifferentiable: String?
  /// Whether the value is a rational function of the inputs, piecewise: then it is computed exactly.
  public let isRational: Bool

  init(
    _ name: String, _ arguments: [Argument], _ options: [Option] = [], formula: String,
    notDifferentiable: String? = nil, isRational: Bool = false
  ) {
    (self.name, self.arguments, self.options) = (name, arguments, options)
    (self.formula, self.notDifferentiable, self.isRational) = (
      formula, notDifferentiable, isRational
    )
  }

  /// The prefix of the function's clauses: `ENTROPY` for `entropy`.
  public var clausePrefix: String { String(name.uppercased().map { $0 == "_" ? "-" : $0 }) }

  /// A tensor that the function takes.
  public struct Argument: Sendable {
    /// The name of the argument.
    public let name: String
    /// A pattern such as `[N,C,…]`, or several with "or" between them; `k≥1` must not be 0.
    public let shape: String
    /// What the elements are.
    public let kind: Kind
    /// Whether the argument may be left out.
    public let isOptional: Bool
    /// Why there is no derivative by it, for a real argument that has none.
    public let isDiscrete: String?
    /// Whether the formula decides by the exact number, so that no enclosure of it will do.
    let isReadExactly: Bool
    let patterns: [ShapePattern]

    private init(
      _ name: String, _ shape: String, _ kind: Kind, isOptional: Bool, isDiscrete: String?,
      isReadExactly: Bool
    ) {
      (self.name, self.shape, self.kind, self.isOptional) = (name, shape, kind, isOptional)
      (self.isDiscrete, self.isReadExactly) = (isDiscrete, isReadExactly)
      patterns = ShapePattern.patterns(shape)
    }

    /// What the elements of an argument are.
    public enum Kind: Sendable, Hashable {
      /// Real numbers of a domain.
      case real(Domain)
      /// Class numbers, from 0 below the size called C.
      case label
    }

    static func real(
      _ name: String, _ shape: String, _ domain: Domain = .real, optional: Bool = false,
      discrete: String? = nil, exact: Bool = false
    ) -> Argument {
      Argument(
        name, shape, .real(domain), isOptional: optional, isDiscrete: discrete,
        isReadExactly: exact)
    }

    static func labels(_ name: String, _ shape: String) -> Argument {
      Argument(
        name, shape, .label, isOptional: false, isDiscrete: "labels are whole numbers",
        isReadExactly: true)
    }
  }

  /// A setting of the function, with its default.
  public struct Option: Sendable {
    /// The name of the option.
    public let name: String
    /// What the setting is.
    public let kind: Kind
    /// As a person would type it; nil if the option has no default and must be given, "none" for a
    /// setting that is off by default.
    public let standard: String?

    /// What a setting may be.
    public enum Kind: Sendable, Hashable {
      /// A real number of a domain; it can be differentiated by.
      case real(Domain)
      /// A whole number, which may have a least value.
      case integer(atLeast: Int?)
      /// One of these words.
      case word([String])
      /// True or false.
      case flag
    }

    static func real(_ name: String, _ domain: Domain, _ standard: String?) -> Option {
      Option(name: name, kind: .real(domain), standard: standard)
    }

    static func word(_ name: String, _ words: [String], _ standard: String) -> Option {
      Option(name: name, kind: .word(words), standard: standard)
    }

    static let base = Option(name: "base", kind: .real(.aboveOne), standard: "e")
    static let reduction = word("reduction", ["none", "sum", "mean"], "mean")
    static let clip = real("clip", .clip, "none")
    static let temperature = real("temperature", .positive, "1")
    static let labelSmoothing = real("label_smoothing", .probability, "0")
    static let margin = real("margin", .nonnegative, "1")
    static let ignoreIndex = Option(
      name: "ignore_index", kind: .integer(atLeast: nil), standard: "none")
    static let half = Option(name: "half", kind: .flag, standard: "false")
    static func normalization(_ standard: String) -> Option {
      word("normalization", ["count", "weight"], standard)
    }
  }

  /// The argument of that name, if there is one.
  public func argument(_ name: String) -> Argument? { arguments.first { $0.name == name } }
  /// The option of that name, if there is one.
  public func option(_ name: String) -> Option? { options.first { $0.name == name } }

  /// The names that a gradient may be asked by.
  public var differentiableNames: [String] {
    if notDifferentiable != nil { return [] }
    return arguments.filter { $0.isDiscrete == nil }.map(\.name)
      + options.compactMap { if case .real = $0.kind { $0.name } else { nil } }
  }
}
