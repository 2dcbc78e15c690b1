extension Calculation {
  /// A call of the catalogue as it was typed, under the names of the signature.
  public struct Outline: Sendable {
    /// The name of the function.
    public let function: String
    /// The arguments given, in the order of the signature.
    public let arguments: [Operand]
    /// The options given, in the order of the signature.
    public let options: [(name: String, text: String)]

    /// The argument of that name, if it was given.
    public func argument(_ name: String) -> Operand? { arguments.first { $0.name == name } }
    /// The text of the option of that name, if it was given.
    public func option(_ name: String) -> String? { options.first { $0.name == name }?.text }
  }

  /// A tensor as it was typed.
  public struct Operand: Sendable {
    /// The name of the argument.
    public let name: String
    /// The whole tensor as it was typed.
    public let text: String
    /// The sides of the tensor; [] for a single number.
    public let shape: [Int]
    /// Each element as an expression of its own, row-major.
    public let elements: [String]
  }

  /// The call, if the whole expression is one call of the catalogue.
  public var outline: Outline? {
    guard case .call(let call) = syntax.kind,
      let signature = Function.all.first(where: { $0.name == call.name })?.signature
    else { return nil }
    let binder = Binder()
    let matched = CallBinder(signature, call, column: 1, binder: binder)
    guard let nodes = try? matched.namedNodes() else { return nil }
    let characters = Array(text)
    let operands = signature.arguments.compactMap { argument -> Operand? in
      guard let node = nodes[argument.name], let bound = try? binder.bind(node) else { return nil }
      return Operand(
        name: argument.name, text: String(characters[node.range]), shape: bound.shape,
        elements: Calculation.elements(node, bound.shape, characters))
    }
    let options = signature.options.compactMap { option in
      nodes[option.name].map { (name: option.name, text: String(characters[$0.range])) }
    }
    return Outline(function: call.name, arguments: operands, options: options)
  }

  /// The texts of a list's elements, or the whole with an index behind it.
  private static func elements(
    _ node: SyntaxNode, _ shape: [Int], _ text: [Character]
  ) -> [String] {
    if shape.isEmpty { return [String(text[node.range])] }
    if case .list(let nodes) = node.kind {
      return nodes.flatMap { elements($0, Array(shape.dropFirst()), text) }
    }
    return Tensor(shape: shape, Array(repeating: 0, count: shape.reduce(1, *))).elements.indices
      .map { offset in
        let index = Tensor(shape: shape, Array(repeating: 0, count: shape.reduce(1, *)))
          .indices(at: offset)
        return String(text[node.range]) + index.map { "[\($0)]" }.joined()
      }
  }
}
