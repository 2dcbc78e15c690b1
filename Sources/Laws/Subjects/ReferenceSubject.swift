public import CrossEntropy
public import Exact

/// The reference: the formulas over balls, as narrow as is asked for.
public struct ReferenceSubject: Subject {
  /// The digits with which laws begin: 60 decimal ones and room for what a formula loses.
  public static let precision = 256

  public let precision: Int
  /// `reference`.
  public var name: String { "reference" }
  public var promise: Promise { .certified }
  public var numbers: Numbers { .rational }

  /// The reference with answers of so many binary digits.
  public init(precision: Int = ReferenceSubject.precision) { self.precision = precision }

  public func answer(_ call: Call) throws -> Answer<Ball> {
    let call = try call.checked()
    do {
      return try call.answer(over: Ball.self, precision: precision)
    } catch let open as Undecided where call.function.signature.isRational {
      // Numbers such as 1/3 that tie are told apart by no precision, but exactly.
      return try call.answer(over: Symbolic.self).map {
        guard case .rational(let value) = $0.decision else { throw open }
        return Ball(value, precision: precision)
      }
    }
  }

  public var sharper: (any Subject)? {
    precision >= Reference.cap ? nil : ReferenceSubject(precision: 2 * precision)
  }
}

/// The reference with derivatives made by dual numbers: the formula differentiates itself.
public struct DualSubject: Subject {
  /// The one name that a subject of this kind has.
  public static let name = "dual-numbers"

  public let precision: Int
  /// `dual-numbers`.
  public var name: String { DualSubject.name }
  public var promise: Promise { .certified }
  public var numbers: Numbers { .rational }

  /// Quotients of the formula lose digits that the closed form keeps: it begins with twice as many.
  public init(precision: Int = 2 * ReferenceSubject.precision) { self.precision = precision }

  public func answer(_ call: Call) throws -> Answer<Ball> {
    try call.checked().answerByDualNumbers(precision: precision)
  }

  public var sharper: (any Subject)? {
    precision >= Reference.cap ? nil : DualSubject(precision: 2 * precision)
  }
}
