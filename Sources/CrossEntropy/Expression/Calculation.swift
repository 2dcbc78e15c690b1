public import Exact

/// An expression as a person types it, understood and checked: `entropy([26/30, 4/30], base: 2)`.
///
/// Numbers are exact rationals, lists are tensors, every function of the catalogue may be called,
/// and the whole is run over whichever arithmetic is asked for, so that every digit of the result
/// is certain.
public struct Calculation: Sendable {
  /// The expression as it was typed.
  public let text: String
  /// The shape of the value; [] for a single number.
  public let shape: [Int]
  let term: Term
  let syntax: SyntaxNode

  /// Reads an expression.
  /// - Throws: ``ExpressionError``, naming the column.
  public init(parsing text: String) throws(ExpressionError) {
    try self.init(Parser.expression(Array(text)), text)
  }

  init(_ syntax: SyntaxNode, _ text: String) throws(ExpressionError) {
    let bound = try Binder().bind(syntax)
    (self.text, self.syntax, shape, term) = (text, syntax, bound.shape, bound.term)
  }

  /// Enclosures computed with so many bits.
  /// - Throws: ``Undecided`` if a comparison in a formula was open at this precision.
  public func enclosures(precision: Int) throws -> Tensor<Ball> {
    try term.value(over: Ball.self, precision: precision)
  }

  /// The value in its algebraic form.
  /// - Throws: ``Undecided`` if a comparison in a formula cannot be made.
  public func symbols() throws -> Tensor<Symbolic> {
    try term.value(over: Symbolic.self, precision: 0)
  }

  /// Every element rounded to a target.
  /// - Throws: ``Undecided`` at the cap.
  public func rounded<Target: RoundingTarget>(to target: Target) throws -> Tensor<Target.Result> {
    try Ziv(target: target, isRational: term.asConstant != nil).round(
      { Answer(value: try enclosures(precision: $0)) },
      near: { Answer(value: try term.value(over: NearRational.self, precision: $0)) },
      exact: { Answer(value: try symbols()) }
    ).value
  }

  /// Every element that is proved to be a rational number, an infinity or NaN; nil for the others.
  public func exactValues() -> Tensor<Extended?> {
    Tensor(shape: shape, Binder().exactValues(Bound(term: term, shape: shape)))
  }
}

extension Call {
  /// Reads one call of the catalogue, or of a gradient of one, its numbers exact:
  /// `softmax([1e8, 1e8])`, `gradient(of: relu([0]), by: x, cotangent: [2])`.
  ///
  /// The data are not checked, so that bad ones can be written too.
  /// - Throws: ``ExpressionError``, naming the column.
  public init(parsing text: String) throws(ExpressionError) {
    self = try Binder().uncheckedCall(Parser.expression(Array(text)))
  }
}
