public import Exact

/// Anything that answers a call of the catalogue: the reference, a formula run in some arithmetic,
/// a deliberately wrong one.
///
/// What it answers is read as an enclosure: a number, and how far the true one may be from it by
/// what the subject promises (a half unit in the last place, a running error bound). A law holds of
/// a subject unless its enclosures refute it.
public protocol Subject: Sendable {
  /// What reports call it.
  var name: String { get }
  /// How good its answers promise to be.
  var promise: Promise { get }
  /// What it can be asked with: nobody hands 1/3 to a function of float32.
  var numbers: Numbers { get }

  /// The binary digits of its answers, where it computes as narrowly as asked, else 0.
  var precision: Int { get }

  /// The answer to a call, every number as an enclosure that the promise makes good.
  /// - Throws: ``DataError`` for data that it refuses; ``Undecided`` where its arithmetic cannot
  ///   tell.
  func answer(_ call: Call) throws -> Answer<Ball>

  /// The same subject with narrower answers; nil if it has none.
  var sharper: (any Subject)? { get }
}

extension Subject {
  public var precision: Int { 0 }
  public var sharper: (any Subject)? { nil }
}

/// How good a subject's answers promise to be.
public enum Promise: String, Sendable, Hashable, CaseIterable {
  /// Enclosures as narrow as is asked for.
  case certified
  /// The number of a format nearest to the exact value.
  case rounded
  /// What a sound execution of the formulas gives, with a bound on the error of every step.
  case computed
  /// Nothing: every number is taken at its word, to show where an arithmetic fails.
  case literal
}

/// The numbers that a subject can be asked with.
public enum Numbers: Sendable, Hashable {
  /// Any rational number, exactly.
  case rational
  /// The numbers of a binary format.
  case format(Format)
  /// Those of at most 38 decimal digits.
  case decimal

  /// Whether the subject can be asked with a number.
  public func contains(_ value: Rational) -> Bool {
    switch self {
    case .rational: return true
    case .format(let format): return format.contains(value)
    case .decimal: return Decimal38(.finite(value)).value == .finite(value)
    }
  }

  /// Whether every number of a call is one of these.
  public func contain(_ call: Call) -> Bool {
    var values: [Extended] = call.cotangent?.elements ?? []
    for case .real(let tensor) in call.arguments.values { values += tensor.elements }
    for case .real(let value) in call.options.values { values.append(value) }
    return values.allSatisfy { $0.asRational.map(contains) ?? true }
  }
}
