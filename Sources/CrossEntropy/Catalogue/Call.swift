public import Exact

/// One question to an implementation: a function of the catalogue at exact arguments.
public struct Call: Sendable, Hashable {
  /// The name of the function in the catalogue, such as `softmax`.
  public var function: String
  /// The tensors by the names of the signature.
  public var arguments: [String: Argument]
  /// The settings given, by the names of the signature; those left out have their defaults.
  public var options: [String: Option]
  /// The arguments and real options to differentiate by.
  public var gradient: [String]
  /// What the gradient is contracted with; all ones if absent.
  public var cotangent: Tensor<Extended>?
  /// The places in real arguments where a zero is written −0: the same number, in other bits.
  public var negativeZeros: [String: Set<Int>] = [:]

  /// A question that is not checked yet: bad data can be asked with too.
  public init(
    _ function: String, _ arguments: [String: Argument] = [:], options: [String: Option] = [:],
    gradient: [String] = [], cotangent: Tensor<Extended>? = nil
  ) {
    (self.function, self.arguments, self.options) = (function, arguments, options)
    (self.gradient, self.cotangent) = (gradient, cotangent)
  }

  /// A tensor given to a function.
  public enum Argument: Sendable, Hashable {
    /// Real numbers, infinities and NaN among them.
    case real(Tensor<Extended>)
    /// Class numbers.
    case integer(Tensor<Int>)

    /// The sides of the tensor; [] for a single number.
    public var shape: [Int] {
      switch self {
      case .real(let tensor): tensor.shape
      case .integer(let tensor): tensor.shape
      }
    }
  }

  /// A setting of a function.
  public enum Option: Sendable, Hashable {
    /// A number, such as a base or a temperature.
    case real(Extended)
    /// A whole number, such as an index to ignore.
    case integer(Int)
    /// One of a few words, such as a reduction.
    case word(String)
    /// Yes or no.
    case flag(Bool)
  }
}

extension Call {
  /// The elements of a real argument; none if there is no such argument.
  public func numbers(_ name: String) -> [Extended] {
    guard case .real(let tensor) = arguments[name] else { return [] }
    return tensor.elements
  }

  /// Changes the numbers of a real argument.
  package mutating func change(_ name: String, _ transform: (Extended) -> Extended) {
    guard case .real(let tensor) = arguments[name] else { return }
    arguments[name] = .real(tensor.map(transform))
  }

  /// The index to ignore, if there is one.
  public var ignoreIndex: Int? {
    if case .integer(let index) = options["ignore_index"] { return index }
    return nil
  }
}

extension Call.Argument {
  /// A vector of rational numbers.
  public static func vector(_ values: [Rational]) -> Self {
    .real(Tensor(values.map { .finite($0) }))
  }

  /// A matrix of rational numbers, by rows.
  public static func matrix(_ rows: [[Rational]]) -> Self {
    .real(
      Tensor(shape: [rows.count, rows.first?.count ?? 0], rows.joined().map { .finite($0) }))
  }

  /// A vector that may hold infinities and NaN.
  public static func vector(_ values: [Extended]) -> Self { .real(Tensor(values)) }

  /// A matrix that may hold infinities and NaN, by rows.
  public static func matrix(_ rows: [[Extended]]) -> Self {
    .real(Tensor(shape: [rows.count, rows.first?.count ?? 0], Array(rows.joined())))
  }

  /// A single rational number, of shape [].
  public static func scalar(_ value: Rational) -> Self { .real(Tensor(.finite(value))) }
  /// A vector of class numbers.
  public static func labels(_ values: [Int]) -> Self { .integer(Tensor(values)) }
}

extension Call.Option {
  /// A rational number, exactly.
  public static func number(_ value: Rational) -> Self { .real(.finite(value)) }
}

extension Call.Option: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral
{
  /// A word as it is written.
  public init(stringLiteral value: String) { self = .word(value) }
  /// `true` or `false`.
  public init(booleanLiteral value: Bool) { self = .flag(value) }
  /// A whole number as it is written; a real option takes it too.
  public init(integerLiteral value: Int) { self = .integer(value) }
}

/// What a function answers: its value, and the gradients asked for.
public struct Answer<Element: Sendable>: Sendable {
  /// The value of the function.
  public var value: Tensor<Element>
  /// The vector-Jacobian products by the names asked for, each of the shape of what it is by.
  public var gradient: [String: Tensor<Element>]

  /// An answer, without gradients unless they are given.
  public init(value: Tensor<Element>, gradient: [String: Tensor<Element>] = [:]) {
    (self.value, self.gradient) = (value, gradient)
  }

  /// The answer with every number transformed, the gradients' too.
  public func map<Result: Sendable>(_ transform: (Element) throws -> Result) rethrows -> Answer<
    Result
  > {
    Answer<Result>(
      value: try value.map(transform), gradient: try gradient.mapValues { try $0.map(transform) })
  }
}

extension Answer: Equatable where Element: Equatable {}
