import Exact

/// A term and the shape of its value.
struct Bound {
  var term: Term
  var shape: [Int]
}

/// Resolves names, checks shapes and data, and calculates at once what is exact.
struct Binder {
  /// The names that stand for numbers.
  private static let constants: [String: Term] = {
    let infinity = Term.constant(Tensor(.infinity(isNegative: false)))
    let one = Term.constant(Tensor(.finite(.one)))
    return [
      "pi": .pi, "π": .pi, "e": .elementary(.exp, one), "infinity": infinity,
      "Infinity": infinity, "inf": infinity, "∞": infinity, "nan": .constant(Tensor(.nan)),
      "NaN": .constant(Tensor(.nan)),
    ]
  }()

  func bind(_ node: SyntaxNode) throws(ExpressionError) -> Bound {
    switch node.kind {
    case .number(let value): return Bound(term: .constant(Tensor(.finite(value))), shape: [])
    case .word(let name): return Bound(term: try constant(name, node.column), shape: [])
    case .list(let nodes): return try list(nodes)
    case .negated(let operand):
      let bound = try bind(operand)
      return folded(.negated(bound.term), bound.shape, of: [bound.term])
    case .binary(let sign, let left, let right): return try binary(sign, left, right)
    case .element(let base, let index): return try element(base, index)
    case .call(let call): return try self.call(call, column: node.column)
    }
  }

  private func constant(_ name: String, _ column: Int) throws(ExpressionError) -> Term {
    if let term = Binder.constants[name] { return term }
    let functions = Binder.functionNames
    if functions.contains(name) { throw .syntax("\(name) needs its arguments in ( )", at: column) }
    // A letter or two is like any other.
    let nearest = name.count < 3 ? nil : nearestName(to: name, among: functions)
    throw .syntax(
      "\(name) is no number" + (nearest.map { "; did you mean \($0)?" } ?? ""), at: column)
  }

  /// Everything that can be called.
  static var functionNames: [String] {
    Function.all.map(\.name) + Elementary.allCases.map(\.rawValue) + ["gradient"]
  }

  /// A term whose parts are exact is calculated at once, and kept if its value is exact too.
  func folded(_ term: Term, _ shape: [Int], of parts: [Term]) -> Bound {
    if parts.allSatisfy({ $0.asConstant != nil }),
      let symbols = try? term.value(over: Symbolic.self, precision: 0)
    {
      let values = symbols.elements.compactMap(\.plainValue)
      if values.count == symbols.elements.count {
        return Bound(term: .constant(Tensor(shape: shape, values)), shape: shape)
      }
    }
    return Bound(term: term, shape: shape)
  }

  private func list(_ nodes: [SyntaxNode]) throws(ExpressionError) -> Bound {
    var terms: [Term] = []
    var shape: [Int]?
    for node in nodes {
      let bound = try bind(node)
      if let shape, shape != bound.shape {
        throw .data(
          "a list holds elements of one shape: \(bound.shape) follows \(shape)", at: node.column)
      }
      shape = bound.shape
      terms.append(bound.term)
    }
    let whole = [terms.count] + (shape ?? [])
    let constants = terms.compactMap(\.asConstant)
    let isConstant = constants.count == terms.count
    return Bound(
      term: isConstant
        ? .constant(Tensor(shape: whole, constants.flatMap(\.elements)))
        : .list(terms, shape: whole),
      shape: whole)
  }

  private func binary(
    _ sign: SyntaxNode.Operator, _ left: SyntaxNode, _ right: SyntaxNode
  ) throws(ExpressionError) -> Bound {
    let (a, b) = (try bind(left), try bind(right))
    guard a.shape == b.shape || a.shape.isEmpty || b.shape.isEmpty else {
      throw .data(
        "\(sign.rawValue) between shapes \(a.shape) and \(b.shape)", at: right.column)
    }
    let shape = a.shape.isEmpty ? b.shape : a.shape
    if sign == .power, b.shape.isEmpty, let exponent = b.term.asConstant?.elements[0].asRational,
      let count = exponent.asInt
    {
      return wholePower(a, count)
    }
    return folded(.binary(sign, a.term, b.term), shape, of: [a.term, b.term])
  }

  /// The length in bits to which powers of exact numbers are written out.
  private static let longestPower = 4_000_000

  private func wholePower(_ base: Bound, _ exponent: Int) -> Bound {
    let numbers = base.term.asConstant?.elements.map(\.asRational) ?? [nil]
    let powers = numbers.map { number -> Extended? in
      guard let number, exponent.magnitude <= UInt(Binder.longestPower),
        !number.isZero || exponent >= 0
      else { return nil }
      let length = max(number.numerator.magnitude.bitWidth, number.denominator.bitWidth)
      let (total, overflow) = length.multipliedReportingOverflow(by: abs(exponent))
      return overflow || total > Binder.longestPower ? nil : .finite(number.power(exponent))
    }
    let values = powers.compactMap { $0 }
    if values.count == powers.count {
      return Bound(term: .constant(Tensor(shape: base.shape, values)), shape: base.shape)
    }
    return Bound(term: .wholePower(base.term, exponent), shape: base.shape)
  }

  private func element(
    _ base: SyntaxNode, _ index: SyntaxNode
  ) throws(ExpressionError) -> Bound {
    let bound = try bind(base)
    let position = try wholeNumber(index, "an index")
    guard let count = bound.shape.first else {
      throw .data("a single number has no elements", at: index.column)
    }
    guard (0..<count).contains(position) else {
      throw .data("index \(position) is outside 0..<\(count)", at: index.column)
    }
    let shape = Array(bound.shape.dropFirst())
    if let tensor = bound.term.asConstant {
      return Bound(term: .constant(tensor.element(position)), shape: shape)
    }
    return Bound(term: .element(bound.term, position), shape: shape)
  }

  /// The value of a node that must be one whole number.
  func wholeNumber(_ node: SyntaxNode, _ name: String) throws(ExpressionError) -> Int {
    let bound = try bind(node)
    guard bound.shape.isEmpty, let value = exactValues(bound)[0]?.asRational?.asInt else {
      throw .data("\(name) must be a whole number", at: node.column)
    }
    return value
  }

  /// The elements whose value is exact; nil for the others.
  func exactValues(_ bound: Bound) -> [Extended?] {
    if let tensor = bound.term.asConstant { return tensor.elements }
    if let symbols = try? bound.term.value(over: Symbolic.self, precision: 0) {
      return symbols.elements.map(\.exactValue)
    }
    return Array(repeating: nil, count: bound.shape.reduce(1, *))
  }

  private func call(_ call: SyntaxNode.Call, column: Int) throws(ExpressionError) -> Bound {
    if let function = Function.all.first(where: { $0.name == call.name }) {
      return try CallBinder(function.signature, call, column: column, binder: self).bound()
    }
    if let function = Elementary(rawValue: call.name) {
      return try elementary(function, call, column)
    }
    if call.name == "gradient" { return try gradient(call, column) }
    throw ExpressionError(
      .unknownFunction(call.name, nearest: nearestName(to: call.name, among: Binder.functionNames)),
      column: column)
  }

  private func elementary(
    _ function: Elementary, _ call: SyntaxNode.Call, _ column: Int
  ) throws(ExpressionError) -> Bound {
    var (arguments, base) = ([Bound](), Bound?.none)
    for argument in call.arguments {
      guard let label = argument.label else {
        arguments.append(try bind(argument.value))
        continue
      }
      guard function == .log, label == "base", base == nil else {
        throw .syntax("\(function.rawValue) has no argument \(label)", at: argument.column)
      }
      base = try bind(argument.value)
      if base?.shape != [] { throw .data("base must be a number", at: argument.value.column) }
    }
    if function.isReduction {
      if arguments.isEmpty { throw .syntax("\(function.rawValue) needs numbers", at: column) }
      let terms = arguments.map(\.term)
      return folded(.reduction(function, terms), [], of: terms)
    }
    guard arguments.count == 1, let x = arguments.first else {
      throw .syntax("\(function.rawValue) takes one argument", at: column)
    }
    if let base {
      return folded(.logarithm(x.term, base: base.term), x.shape, of: [x.term, base.term])
    }
    return folded(.elementary(function, x.term), x.shape, of: [x.term])
  }

  /// `gradient(of: CALL, by: NAME, cotangent: LIST)`
  private func gradient(
    _ call: SyntaxNode.Call, _ column: Int
  ) throws(ExpressionError) -> Bound {
    try gradientBinder(call, column).bound()
  }

  /// A call of the catalogue, or of its gradient, as it is written.
  func uncheckedCall(_ node: SyntaxNode) throws(ExpressionError) -> Call {
    guard case .call(let call) = node.kind else {
      throw .syntax("a call of the catalogue is expected", at: node.column)
    }
    if call.name == "gradient" { return try gradientBinder(call, node.column).unchecked() }
    guard let function = Function.all.first(where: { $0.name == call.name }) else {
      let names = Function.all.map(\.name)
      throw ExpressionError(
        .unknownFunction(call.name, nearest: nearestName(to: call.name, among: names)),
        column: node.column)
    }
    return try CallBinder(function.signature, call, column: node.column, binder: self).unchecked()
  }

  private func gradientBinder(
    _ call: SyntaxNode.Call, _ column: Int
  ) throws(ExpressionError) -> CallBinder {
    var parts: [String: SyntaxNode] = [:]
    for argument in call.arguments {
      guard let label = argument.label, ["of", "by", "cotangent"].contains(label) else {
        throw .syntax(
          "gradient takes of: CALL, by: NAME and perhaps cotangent: LIST", at: argument.column)
      }
      if parts[label] != nil { throw .syntax("\(label) is given twice", at: argument.column) }
      parts[label] = argument.value
    }
    guard let of = parts["of"], let by = parts["by"] else {
      throw .syntax("gradient needs \(parts["of"] == nil ? "of: CALL" : "by: NAME")", at: column)
    }
    guard let name = by.asWord else {
      throw .syntax("by takes the name of an argument or option", at: by.column)
    }
    guard case .call(let inner) = of.kind,
      let function = Function.all.first(where: { $0.name == inner.name })
    else { throw .syntax("of takes a call of the catalogue", at: of.column) }
    var binder = CallBinder(function.signature, inner, column: of.column, binder: self)
    binder.gradient = (name, by.column, parts["cotangent"])
    return binder
  }
}
