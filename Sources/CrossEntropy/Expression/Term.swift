import Exact

/// An expression whose names are resolved and whose shapes fit: what is run over an arithmetic.
indirect enum Term: Sendable {
  /// Numbers that are known exactly.
  case constant(Tensor<Extended>)
  case pi
  /// Tensors of one shape, stacked along a new first axis.
  case list([Term], shape: [Int])
  case negated(Term)
  /// Element by element; a single number goes with every element of the other side.
  case binary(SyntaxNode.Operator, Term, Term)
  case wholePower(Term, Int)
  /// What stands at an index of the first axis.
  case element(Term, Int)
  case elementary(Elementary, Term)
  case reduction(Elementary, [Term])
  case logarithm(Term, base: Term)
  case call(CallTerm)

  /// The numbers, where they are known exactly without a calculation.
  var asConstant: Tensor<Extended>? {
    if case .constant(let tensor) = self { tensor } else { nil }
  }

  /// The value in one arithmetic at one precision.
  /// - Throws: `Undecided`; `DataError` for data without an answer.
  func value<S: Scalar>(over arithmetic: S.Type, precision: Int) throws -> Tensor<S> {
    func value(_ term: Term) throws -> Tensor<S> {
      try term.value(over: arithmetic, precision: precision)
    }
    switch self {
    case .constant(let tensor): return tensor.map { S($0, precision: precision) }
    case .pi:
      return Tensor(
        S(.finite(.one), precision: precision).enclosing(.pi(precision: max(precision, 192))))
    case .list(let terms, let shape):
      return Tensor(shape: shape, try terms.flatMap { try value($0).elements })
    case .negated(let term): return try value(term).map { -$0 }
    case .binary(let sign, let left, let right):
      return try value(left).combined(with: value(right)) { Term.apply(sign, $0, $1) }
    case .wholePower(let term, let exponent):
      return try value(term).map { .wholePower($0, exponent) }
    case .element(let term, let index): return try value(term).element(index)
    case .elementary(let function, let term):
      return try value(term).map { function.apply($0, precision: precision) }
    case .reduction(let function, let terms):
      return Tensor(function.reduce(try terms.flatMap { try value($0).elements }))
    case .logarithm(let term, let base):
      return try value(term).combined(with: value(base)) { S.log($0) / S.log($1) }
    case .call(let call): return try call.value(over: arithmetic, precision: precision)
    }
  }

  private static func apply<S: Scalar>(_ sign: SyntaxNode.Operator, _ a: S, _ b: S) -> S {
    switch sign {
    case .plus: a + b
    case .minus: a - b
    case .times: a * b
    case .divided: a / b
    case .power: .power(a, b)
    }
  }
}

/// A call of the catalogue, some of whose numbers are themselves to be calculated.
struct CallTerm: Sendable {
  /// The call, with a number of the domain standing in wherever one is still to be calculated.
  let call: CheckedCall
  /// The arguments and options with such numbers.
  let calculated: [Calculated]
  /// The argument or option to differentiate by.
  let gradient: String?

  struct Calculated: Sendable {
    let name: String
    let term: Term
    /// The elements that are known exactly: a zero that is only enclosed would hide no infinity.
    let exact: [Extended?]
  }

  func value<S: Scalar>(over: S.Type, precision: Int) throws -> Tensor<S> {
    var inputs = Inputs<S>(call, precision: precision)
    for part in calculated {
      let tensor = try part.term.value(over: S.self, precision: precision)
      let elements = zip(tensor.elements, part.exact).map { calculated, exact in
        exact.map { S($0, precision: precision) } ?? calculated
      }
      inputs = inputs.replacing(part.name, with: tensor.shaped(elements))
    }
    let answer = try call.answer(inputs)
    return gradient.map { answer.gradient[$0]! } ?? answer.value
  }
}

extension Tensor {
  /// What stands at an index of the first axis.
  func element(_ index: Int) -> Tensor {
    let rest = Array(shape.dropFirst())
    let count = rest.reduce(1, *)
    return Tensor(shape: rest, Array(elements[(index * count)..<((index + 1) * count)]))
  }

  /// Two tensors element by element.
  /// - Precondition: the shapes are equal, or one is a single number.
  func combined(with other: Tensor, _ operation: (Element, Element) -> Element) -> Tensor {
    if shape == other.shape { return shaped(zip(elements, other.elements).map(operation)) }
    if shape.isEmpty { return other.map { operation(elements[0], $0) } }
    precondition(other.shape.isEmpty, "shapes \(shape) and \(other.shape) do not fit")
    return map { operation($0, other.elements[0]) }
  }
}
