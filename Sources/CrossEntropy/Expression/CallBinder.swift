import Exact

/// Matches what stands in parentheses with a signature, and checks the call.
struct CallBinder {
  private let signature: Signature
  private let call: SyntaxNode.Call
  private let column: Int
  private let binder: Binder
  /// What to differentiate by, where that stands, and the cotangent.
  var gradient: (name: String, column: Int, cotangent: SyntaxNode?)?

  init(_ signature: Signature, _ call: SyntaxNode.Call, column: Int, binder: Binder) {
    (self.signature, self.call, self.column, self.binder) = (signature, call, column, binder)
  }

  func bound() throws(ExpressionError) -> Bound {
    let nodes = try namedNodes()
    var calculated: [CallTerm.Calculated] = []
    let result = try unchecked(nodes, &calculated)
    return try checked(result, calculated, nodes)
  }

  /// The call as it is written, all numbers exact, however bad its data.
  func unchecked() throws(ExpressionError) -> Call {
    var calculated: [CallTerm.Calculated] = []
    let result = try unchecked(namedNodes(), &calculated)
    if let first = calculated.first {
      throw .data("\(first.name) must be given as exact numbers", at: column)
    }
    return result
  }

  private func unchecked(
    _ nodes: [String: SyntaxNode], _ calculated: inout [CallTerm.Calculated]
  ) throws(ExpressionError) -> Call {
    var result = Call(signature.name)
    for argument in signature.arguments {
      guard let node = nodes[argument.name] else { continue }
      switch argument.kind {
      case .label: result.arguments[argument.name] = .integer(try labels(argument.name, node))
      case .real(let domain):
        let bound = try binder.bind(node)
        let exact = binder.exactValues(bound)
        result.arguments[argument.name] = .real(
          Tensor(shape: bound.shape, exact.map { $0 ?? .finite(domain.example) }))
        let zeros = node.negativeZeros
        if !zeros.isEmpty { result.negativeZeros[argument.name] = zeros }
        if exact.contains(nil) {
          if argument.isReadExactly || domain.isDiscrete {
            throw .data("\(argument.name) must be given as exact numbers", at: node.column)
          }
          try domain.check(bound, exact, argument.name, at: node.column)
          calculated.append(.init(name: argument.name, term: bound.term, exact: exact))
        }
      }
    }
    for option in signature.options {
      guard let node = nodes[option.name] else { continue }
      result.options[option.name] = try self.option(option, node, &calculated)
    }
    try addGradient(to: &result)
    return result
  }

  /// The positional arguments under their names, and the labelled ones.
  ///
  /// An optional argument takes a position only while more are left than the required ones need, so
  /// that `zero_one_error(p, labels)` passes over the optional scores.
  func namedNodes() throws(ExpressionError) -> [String: SyntaxNode] {
    var nodes: [String: SyntaxNode] = [:]
    let names = signature.arguments.map(\.name) + signature.options.map(\.name)
    for argument in call.arguments {
      guard let label = argument.label else { continue }
      guard names.contains(label) else {
        throw ExpressionError(
          .unknownOption(
            label, function: signature.name, nearest: nearestName(to: label, among: names)),
          column: argument.column)
      }
      if nodes[label] != nil { throw .syntax("\(label) is given twice", at: argument.column) }
      nodes[label] = argument.value
    }
    var positional = call.arguments.filter { $0.label == nil }[...]
    var required = signature.arguments.count { !$0.isOptional && nodes[$0.name] == nil }
    for argument in signature.arguments where nodes[argument.name] == nil {
      if argument.isOptional && positional.count <= required { continue }
      guard let next = positional.popFirst() else { continue }
      nodes[argument.name] = next.value
      if !argument.isOptional { required -= 1 }
    }
    if let extra = positional.first {
      throw .syntax(
        "\(signature.name) takes \(signature.arguments.map(\.name).joined(separator: ", "))"
          + " and nothing after it without a name", at: extra.column)
    }
    return nodes
  }

  private func labels(
    _ name: String, _ node: SyntaxNode
  ) throws(ExpressionError) -> Tensor<Int> {
    let bound = try binder.bind(node)
    var labels: [Int] = []
    for (offset, value) in binder.exactValues(bound).enumerated() {
      guard let label = value?.asRational?.asInt else {
        let index = Tensor(shape: bound.shape, binder.exactValues(bound)).indices(at: offset)
        let place = index.isEmpty ? "" : "\(index)"
        throw .data("\(name)\(place) must be a whole number", at: node.column)
      }
      labels.append(label)
    }
    return Tensor(shape: bound.shape, labels)
  }

  private func option(
    _ option: Signature.Option, _ node: SyntaxNode, _ calculated: inout [CallTerm.Calculated]
  ) throws(ExpressionError) -> Call.Option {
    if option.kind == .flag, let flag = node.asWord.flatMap(Bool.init) { return .flag(flag) }
    if let word = node.asWord, word == "none" || word == option.standard { return .word(word) }
    switch option.kind {
    case .word, .flag:
      guard let word = node.asWord else {
        throw .data("\(option.name) must be \(option.kind)", at: node.column)
      }
      return .word(word)
    case .integer: return .integer(try binder.wholeNumber(node, option.name))
    case .real(let domain):
      let bound = try binder.bind(node)
      guard bound.shape.isEmpty else {
        throw .data("\(option.name) must be a number", at: node.column)
      }
      let exact = binder.exactValues(bound)
      if let value = exact[0] { return .real(value) }
      try domain.check(bound, exact, option.name, at: node.column)
      calculated.append(.init(name: option.name, term: bound.term, exact: exact))
      return .real(.finite(domain.example))
    }
  }

  private func addGradient(to result: inout Call) throws(ExpressionError) {
    guard let gradient else { return }
    result.gradient = [gradient.name]
    guard let node = gradient.cotangent else { return }
    let bound = try binder.bind(node)
    let values = binder.exactValues(bound).compactMap { $0 }
    guard values.count == bound.shape.reduce(1, *) else {
      throw .data("cotangent must be given as exact numbers", at: node.column)
    }
    result.cotangent = Tensor(shape: bound.shape, values)
  }

  /// Runs the catalogue's own check, and the call once, to learn the shape and what else is wrong.
  private func checked(
    _ result: Call, _ calculated: [CallTerm.Calculated], _ nodes: [String: SyntaxNode]
  ) throws(ExpressionError) -> Bound {
    do {
      let term = CallTerm(
        call: try result.checked(), calculated: calculated, gradient: gradient?.name)
      let shape = try term.value(over: Double.self, precision: 0).shape
      return binder.folded(.call(term), shape, of: calculated.map(\.term))
    } catch let error as DataError {
      let isGradient = gradient.map { $0.name == error.subject } ?? false
      let place = isGradient ? gradient!.column : nodes[error.subject ?? ""]?.column
      throw ExpressionError(error, column: place ?? column)
    } catch {
      // Numbers in hardware arithmetic are always in some order.
      preconditionFailure("\(error)")
    }
  }
}

extension DataError {
  /// The argument or option that it is about.
  fileprivate var subject: String? {
    switch self {
    case .unknownFunction, .noMinimum, .undefinedPairs: nil
    case .unknownArgument(let name, _, _), .unknownOption(let name, _, _), .missing(let name, _),
      .wrongKind(let name, _), .wrongShape(let name, _, _), .outside(let name, _, _, _),
      .labelOutside(let name, _, _, _), .optionOutside(let name, _, _),
      .notDifferentiable(let name, _, _):
      name
    }
  }
}
