public import Exact

/// A checked call, its numbers in one arithmetic: what a formula reads its arguments from.
public struct Inputs<S: Scalar>: Sendable {
  /// The call that the inputs are of.
  public let call: CheckedCall
  /// Binary digits at which inputs enter the arithmetic, where it has a choice.
  public let precision: Int
  /// How a number becomes one of an arithmetic whose numbers carry more than a value.
  private let entering: (@Sendable (Extended) -> S)?
  private var overrides: [String: Tensor<S>] = [:]

  /// The inputs in an arithmetic, entered at a precision; one of fixed precision ignores it.
  public init(_ call: CheckedCall, precision: Int) {
    (self.call, self.precision, entering) = (call, precision, nil)
  }

  /// Inputs of an arithmetic whose numbers carry more than a value, such as the format that they
  /// are rounded to.
  public init(
    _ call: CheckedCall, precision: Int, entering: @escaping @Sendable (Extended) -> S
  ) {
    (self.call, self.precision, self.entering) = (call, precision, entering)
  }

  /// A number of the input as one of the arithmetic.
  func enter(_ value: Extended) -> S { entering?(value) ?? S(value, precision: precision) }

  /// The same inputs with one argument or option replaced, for derivatives and differences.
  public func replacing(_ name: String, with tensor: Tensor<S>) -> Inputs {
    var copy = self
    copy.overrides[name] = tensor
    return copy
  }

  /// A real argument.
  func tensor(_ name: String) -> Tensor<S> {
    if let value = overrides[name] { return value }
    return call.reals[name]!.map(enter)
  }

  /// A real argument that may be absent.
  func optionalTensor(_ name: String) -> Tensor<S>? {
    call.reals[name] == nil ? nil : tensor(name)
  }

  /// The shape of a real argument, without bringing its numbers into the arithmetic.
  func shape(_ name: String) -> [Int] { call.reals[name]!.shape }

  /// Elements in the shape of a real argument.
  func shaped(_ name: String, _ elements: [S]) -> Tensor<S> { Tensor(shape: shape(name), elements) }

  /// The elements of a real argument.
  func vector(_ name: String) -> [S] { tensor(name).elements }

  /// Labels, in row-major order.
  func labels(_ name: String) -> Tensor<Int> { call.integers[name]! }

  /// A real option; nil where it is "none".
  func optional(_ name: String) -> S? {
    if let value = overrides[name] { return value.elements[0] }
    return call.realOptions[name].map(enter)
  }

  /// A real option that always has a value.
  func option(_ name: String) -> S { optional(name)! }

  func integerOption(_ name: String) -> Int? { call.integerOptions[name] }
  func word(_ name: String) -> String { call.words[name]! }
  func flag(_ name: String) -> Bool { call.flags[name]! }

  /// A whole number at the precision of the inputs.
  func constant(_ value: Int) -> S { enter(.finite(Rational(value))) }

  /// The logarithm of the option `base`, 1 for base e.
  var logarithmOfBase: S { optional("base").map { S.log($0) } ?? constant(1) }
}
