import Exact

/// An expression as it is written, before anything is looked up.
struct SyntaxNode: Sendable {
  indirect enum Kind: Sendable {
    case number(Rational)
    /// A name by itself: a constant, or the value of an option.
    case word(String)
    case list([SyntaxNode])
    case negated(SyntaxNode)
    case binary(Operator, SyntaxNode, SyntaxNode)
    case element(SyntaxNode, index: SyntaxNode)
    case call(Call)
  }

  enum Operator: String, Sendable {
    case plus = "+"
    case minus = "-"
    case times = "*"
    case divided = "/"
    case power = "^"
  }

  /// A name with arguments in parentheses.
  struct Call: Sendable {
    let name: String
    let arguments: [Argument]
  }

  struct Argument: Sendable {
    let label: String?
    /// The column of the label, or of the value where there is none.
    let column: Int
    let value: SyntaxNode
  }

  let kind: Kind
  /// Where the node stands in the text, in characters, with the brackets round it.
  var range: Range<Int>
  var column: Int { range.lowerBound + 1 }

  init(_ kind: Kind, _ range: Range<Int>) { (self.kind, self.range) = (kind, range) }

  /// The places of the elements that are written −0, row by row.
  var negativeZeros: Set<Int> {
    var (places, count) = (Set<Int>(), 0)
    func visit(_ node: SyntaxNode) {
      if case .list(let nodes) = node.kind { return nodes.forEach(visit) }
      if case .negated(let inner) = node.kind, case .number(let value) = inner.kind, value.isZero {
        places.insert(count)
      }
      count += 1
    }
    visit(self)
    return places
  }

  /// The name, if that is all there is.
  var asWord: String? { if case .word(let name) = kind { name } else { nil } }
}
