public import CrossEntropy
public import Exact

/// A number of `Double` taken at its word: what laws about the failures of naive forms are about.
public struct LiteralSubject: Subject {
  /// `literal-naive` or `literal-correct`.
  public let name: String
  private let arithmetic: @Sendable (Call) throws -> Answer<Extended>

  /// The formulas as the textbook prints them, in `Double`.
  public static let naive = LiteralSubject(name: "literal-naive") { call in
    try call.checked().answer(over: Double.self).map { Floating($0).value }
  }

  /// The correctly rounded answers: a subject without the failures.
  public static let correct = LiteralSubject(name: "literal-correct") { call in
    try Reference(call).floating(.float64).map(\.value)
  }

  /// Nothing: numbers are taken at their word.
  public var promise: Promise { .literal }
  /// The doubles.
  public var numbers: Numbers { .format(.float64) }

  /// The number as an enclosure without width.
  ///
  /// - Throws: `DataError` for data that are refused.
  public func answer(_ call: Call) throws -> Answer<Ball> {
    try arithmetic(call).map { Ball($0, precision: ReferenceSubject.precision) }
  }
}
