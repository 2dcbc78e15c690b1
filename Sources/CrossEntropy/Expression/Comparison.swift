import Exact

/// A claim that compares two expressions: `entropy([1/2, 1/2]) > entropy([9/10, 1/10])`.
public struct Comparison: Sendable {
  /// How the left side is to stand to the right one.
  public enum Relation: String, Sendable {
    /// Less.
    case less = "<"
    /// Less or equal.
    case atMost = "<="
    /// Equal, which is decided algebraically.
    case equal = "="
    /// Not equal; the one relation that NaN stands in.
    case unequal = "!="
    /// Greater or equal.
    case atLeast = ">="
    /// Greater.
    case greater = ">"

    /// Whether numbers in the order −1, 0 or 1 stand in the relation.
    fileprivate func holds(for order: Int) -> Bool {
      switch self {
      case .less: order < 0
      case .atMost: order <= 0
      case .equal: order == 0
      case .unequal: order != 0
      case .atLeast: order >= 0
      case .greater: order > 0
      }
    }
  }

  /// The expression before the relation, a single number.
  public let left: Calculation
  /// What is claimed of the two.
  public let relation: Relation
  /// The expression behind the relation, a single number.
  public let right: Calculation

  /// Reads two expressions with a relation between them.
  /// - Throws: ``ExpressionError``, naming the column.
  public init(parsing text: String) throws(ExpressionError) {
    let characters = Array(text)
    let (left, relation, right) = try Parser.comparison(characters)
    func side(_ node: SyntaxNode) throws(ExpressionError) -> Calculation {
      let calculation = try Calculation(node, String(characters[node.range]))
      if calculation.shape.isEmpty { return calculation }
      throw .data("a claim compares single numbers", at: node.column)
    }
    (self.left, self.relation, self.right) = (try side(left), relation, try side(right))
  }

  /// Whether the claim is true. NaN is in no order: with it only `!=` holds.
  ///
  /// Equality is decided algebraically; an order by balls, at rising precision.
  /// - Throws: ``Undecided`` where neither does.
  public func holds() throws -> Bool {
    switch try algebraicOrder() {
    case .known(let order): return relation.holds(for: order)
    case .missing: return relation == .unequal
    case .open: break
    }
    var precision = 64
    while precision <= Reference.cap {
      if let order = try order(precision: precision) { return relation.holds(for: order) }
      precision *= 2
    }
    throw Undecided(bits: Reference.cap)
  }

  /// The order, as far as the algebraic forms show it.
  private func algebraicOrder() throws -> Order {
    do {
      return Order(try left.symbols().elements[0], try right.symbols().elements[0])
    } catch is Undecided { return .open }
  }

  /// The order, if enclosures of the two show it.
  private func order(precision: Int) throws -> Int? {
    do {
      return Ball.compare(
        try left.enclosures(precision: precision).elements[0],
        try right.enclosures(precision: precision).elements[0])
    } catch is Undecided { return nil }
  }
}

/// The order of two numbers, as far as their algebraic forms show it.
private enum Order {
  case known(Int)
  /// One of the two is NaN.
  case missing
  case open

  init(_ a: Symbolic, _ b: Symbolic) {
    if a.isNaN || b.isNaN {
      self = .missing
    } else if !a.isInfinite, !b.isInfinite, let difference = (a - b).exactValue?.asRational {
      self = .known(difference.signum)
    } else {
      // Where the form is kept, the difference is enclosed as closely as its size needs.
      self = Symbolic.compare(a, b).map { .known($0) } ?? .open
    }
  }
}

extension Calculation {
  /// Whether every element is proved to be the other's, algebraically; here NaN is what NaN is.
  /// - Precondition: The shapes are the same.
  /// - Throws: `Undecided` if a comparison in a formula cannot be made.
  package func isProved(equalTo other: Calculation) throws -> Bool {
    precondition(shape == other.shape, "only equal shapes have equal elements")
    return zip(try symbols().elements, try other.symbols().elements).allSatisfy { a, b in
      if case .known(0) = Order(a, b) { true } else { a.isNaN && b.isNaN }
    }
  }
}
