public import Exact

/// Bad data: what was refused, where, and why.
public enum DataError: Error, Hashable, Sendable {
  /// The catalogue has no function of that name.
  case unknownFunction(String, nearest: String?)
  /// The function has no argument of that name.
  case unknownArgument(String, function: String, nearest: String?)
  /// The function has no option of that name.
  case unknownOption(String, function: String, nearest: String?)
  /// An argument or an option without default was not given.
  case missing(String, function: String)
  /// Whole numbers where real ones belong, a word where a number does, and the like.
  case wrongKind(String, expected: String)
  /// A tensor of a shape that the signature, or the shapes of the others, rule out.
  case wrongShape(String, shape: [Int], expected: String)
  /// An element that does not lie in the domain of its argument.
  case outside(String, index: [Int], value: Extended, domain: Domain)
  /// A label that is no class number.
  case labelOutside(String, index: [Int], label: Int, classes: Int)
  /// An option with a value that it cannot have.
  case optionOutside(String, value: String, expected: String)
  /// A gradient by a name that has none.
  case notDifferentiable(String, function: String, why: String)
  /// The minimum asked for is not attained.
  case noMinimum(String)
  /// A list of pairs by a relevance that is NaN.
  case undefinedPairs
}

extension DataError: CustomStringConvertible {
  /// The reason with its place, such as `labels[3] is 7, outside 0..<5`.
  public var description: String {
    switch self {
    case .unknownFunction(let name, let nearest):
      "there is no function \(name)" + DataError.hint(nearest)
    case .unknownArgument(let name, let function, let nearest):
      "\(function) has no argument \(name)" + DataError.hint(nearest)
    case .unknownOption(let name, let function, let nearest):
      "\(function) has no option \(name)" + DataError.hint(nearest)
    case .missing(let name, let function): "\(function) needs \(name)"
    case .wrongKind(let name, let expected): "\(name) must be \(expected)"
    case .wrongShape(let name, let shape, let expected):
      "\(name) has shape \(shape), where \(expected) is expected"
    case .outside(let name, let index, let value, let domain):
      "\(name)\(DataError.subscripts(index)) is \(DataError.short(value)), outside \(domain.rawValue)"
    case .labelOutside(let name, let index, let label, let classes):
      "\(name)\(DataError.subscripts(index)) is \(label), outside 0..<\(classes)"
    case .optionOutside(let name, let value, let expected):
      "\(name) is \(value), where \(expected) is expected"
    case .notDifferentiable(let name, let function, let why):
      "\(function) has no gradient by \(name): \(why)"
    case .undefinedPairs: "relevance has a NaN, so there is no list of its pairs"
    case .noMinimum(let why): "no temperature minimises the loss: \(why)"
    }
  }

  private static func hint(_ nearest: String?) -> String {
    nearest.map { "; did you mean \($0)?" } ?? ""
  }

  private static func subscripts(_ index: [Int]) -> String {
    index.isEmpty ? "" : "[" + index.map(String.init).joined(separator: ", ") + "]"
  }

  /// A number as short as a person would write it.
  private static func short(_ value: Extended) -> String {
    guard let number = value.asRational else { return value.description }
    let text = number.description
    return text.count <= 40 ? text : DecimalDigits(rounding: number, count: 17).description
  }
}

/// The candidate most like a name, if any is like enough to be meant.
public func nearestName(to name: String, among candidates: some Sequence<String>) -> String? {
  let limit = max(2, name.count / 3)
  let ranked = candidates.map { (distance: editDistance(name, $0), name: $0) }
    .filter {
      $0.distance <= limit || $0.name.hasPrefix(name) || (name.count > 3 && $0.name.contains(name))
    }
  return ranked.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
}

/// The least number of letters to insert, delete, replace or swap with their neighbour.
private func editDistance(_ a: String, _ b: String) -> Int {
  let (a, b) = (Array(a), Array(b))
  var rows = [Array(0...b.count)]
  for i in a.indices {
    var row = [i + 1]
    for j in b.indices {
      var best = min(rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
        best = min(best, rows[i - 1][j - 1] + 1)
      }
      row.append(best)
    }
    rows.append(row)
  }
  return rows[a.count][b.count]
}
