import Exact

/// Reads an expression by recursive descent:
///
///     comparison  sum [(< | <= | = | != | >= | >) sum]
///     sum         product {(+ | -) product}
///     product     factor {(* | /) factor}
///     factor      - factor | + factor | power
///     power       postfix [^ factor]
///     postfix     primary {[ sum {, sum} ]}
///     primary     number | name | name ( arguments ) | [ sums ] | ( sum )
///     arguments   [name :] sum {, [name :] sum}
///
/// So −2^2 is −4, 2^3^2 is 2^9, and 26/30 is a division.
struct Parser {
  private let tokens: [Token]
  private var position = 0
  private var depth = 0
  /// Deeper nesting is refused, not recursed into.
  private static let greatestDepth = 300

  private init(_ text: [Character]) throws(ExpressionError) {
    tokens = try Lexer.tokens(text)
  }

  /// Reads one expression and nothing after it.
  static func expression(_ text: [Character]) throws(ExpressionError) -> SyntaxNode {
    var parser = try Parser(text)
    let node = try parser.sum()
    try parser.expectEnd()
    return node
  }

  /// Reads two expressions and the relation claimed between them.
  static func comparison(
    _ text: [Character]
  ) throws(ExpressionError) -> (SyntaxNode, Comparison.Relation, SyntaxNode) {
    var parser = try Parser(text)
    let left = try parser.sum()
    guard case .symbol(let symbol) = parser.current.kind,
      let relation = Comparison.Relation(rawValue: symbol)
    else { throw parser.unexpected("a comparison") }
    parser.position += 1
    let right = try parser.sum()
    try parser.expectEnd()
    return (left, relation, right)
  }

  private var current: Token { tokens[position] }

  private func unexpected(_ wanted: String) -> ExpressionError {
    .syntax("expected \(wanted)", at: current.column)
  }

  private func expectEnd() throws(ExpressionError) {
    switch current.kind {
    case .end: return
    case .symbol(let symbol) where [")", "]"].contains(symbol):
      throw .syntax("\(symbol) without an opening bracket", at: current.column)
    case .symbol(let symbol) where Comparison.Relation(rawValue: symbol) != nil:
      throw .syntax("a comparison is a claim, not a value", at: current.column)
    default: throw unexpected("an operator")
    }
  }

  private mutating func take(_ symbol: String) -> Bool {
    guard current.kind == .symbol(symbol) else { return false }
    position += 1
    return true
  }

  private mutating func takeOperator(_ symbols: [String]) -> SyntaxNode.Operator? {
    guard case .symbol(let symbol) = current.kind, symbols.contains(symbol) else { return nil }
    position += 1
    return SyntaxNode.Operator(rawValue: symbol)
  }

  private mutating func sum() throws(ExpressionError) -> SyntaxNode {
    depth += 1
    defer { depth -= 1 }
    if depth > Parser.greatestDepth { throw .syntax("nested too deeply", at: current.column) }
    var node = try product()
    while let sign = takeOperator(["+", "-"]) { node = binary(sign, node, try product()) }
    return node
  }

  private mutating func product() throws(ExpressionError) -> SyntaxNode {
    var node = try factor()
    while let sign = takeOperator(["*", "/"]) { node = binary(sign, node, try factor()) }
    return node
  }

  private func binary(
    _ sign: SyntaxNode.Operator, _ left: SyntaxNode, _ right: SyntaxNode
  ) -> SyntaxNode {
    SyntaxNode(.binary(sign, left, right), left.range.lowerBound..<right.range.upperBound)
  }

  private mutating func factor() throws(ExpressionError) -> SyntaxNode {
    depth += 1
    defer { depth -= 1 }
    if depth > Parser.greatestDepth { throw .syntax("nested too deeply", at: current.column) }
    let start = current.range.lowerBound
    if take("-") {
      let operand = try factor()
      return SyntaxNode(.negated(operand), start..<operand.range.upperBound)
    }
    if take("+") { return try factor() }
    let base = try postfix()
    return take("^") ? binary(.power, base, try factor()) : base
  }

  private mutating func postfix() throws(ExpressionError) -> SyntaxNode {
    var node = try primary()
    while take("[") {
      repeat {
        let index = try sum()
        node = SyntaxNode(
          .element(node, index: index), node.range.lowerBound..<current.range.upperBound)
      } while take(",")
      _ = try closing("]")
    }
    return node
  }

  private mutating func primary() throws(ExpressionError) -> SyntaxNode {
    let token = current
    switch token.kind {
    case .number(let text):
      guard let value = Rational(text) else {
        throw .syntax("\(text) is no number", at: token.column)
      }
      position += 1
      return SyntaxNode(.number(value), token.range)
    case .name(let name):
      position += 1
      if !take("(") { return SyntaxNode(.word(name), token.range) }
      let arguments = try arguments()
      let end = try closing(")")
      return SyntaxNode(
        .call(.init(name: name, arguments: arguments)), token.range.lowerBound..<end)
    case .symbol("("):
      position += 1
      var node = try sum()
      node.range = token.range.lowerBound..<(try closing(")"))
      return node
    case .symbol("["):
      position += 1
      var elements: [SyntaxNode] = []
      if current.kind != .symbol("]") {
        repeat { elements.append(try sum()) } while take(",")
      }
      return SyntaxNode(.list(elements), token.range.lowerBound..<(try closing("]")))
    case .end: throw .syntax("the expression ends where a value should be", at: token.column)
    case .symbol: throw unexpected("a value")
    }
  }

  /// Passes a closing bracket and tells where it ends.
  private mutating func closing(_ bracket: String) throws(ExpressionError) -> Int {
    let end = current.range.upperBound
    guard take(bracket) else { throw unexpected(bracket) }
    return end
  }

  private mutating func arguments() throws(ExpressionError) -> [SyntaxNode.Argument] {
    var arguments: [SyntaxNode.Argument] = []
    if current.kind == .symbol(")") { return arguments }
    repeat {
      let start = current
      if case .name(let label) = start.kind, tokens[position + 1].kind == .symbol(":") {
        position += 2
        arguments.append(.init(label: label, column: start.column, value: try sum()))
      } else if arguments.last?.label != nil {
        throw .syntax("an argument without a name follows one with a name", at: start.column)
      } else {
        arguments.append(.init(label: nil, column: start.column, value: try sum()))
      }
    } while take(",")
    return arguments
  }
}
