public import CrossEntropy
public import Exact

/// The reference: the formulas over balls, as narrow as is asked for.
public struct ReferenceSubject: Subject {
  /// The digits with which laws begin: 60 decimal ones and room for what a formula loses.
  public static let precision = 256

  /// The binary digits of the answers.
  public let precision: Int
  /// `reference`.
  public var name: String { "reference" }
  /// Enclosures as narrow as is asked for.
  public var promise: Promise { .certified }
  /// Any rational number.
  public var numbers: Numbers { .rational }

  /// The reference with answers of so many binary digits.
  public init(precision: Int = ReferenceSubject.precision) { self.precision = precision }

  /// The enclosures; exact numbers where a rational function could not order two that tie.
  ///
  /// - Throws: `DataError` for data that are refused; `Undecided` where no enclosure can tell.
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

  /// The reference with twice the digits, up to `Reference.cap`.
  public var sharper: (any Subject)? {
    precision >= Reference.cap ? nil : ReferenceSubject(precision: 2 * precision)
  }
}

/// The reference with derivatives made by dual numbers: the formula differentiates itself.
public struct DualSubject: Subject {
  /// The one name that a subject of this kind has.
  public static let name = "dual-numbers"

  /// The binary digits of the answers.
  public let precision: Int
  /// `dual-numbers`.
  public var name: String { DualSubject.name }
  /// Enclosures as narrow as is asked for.
  public var promise: Promise { .certified }
  /// Any rational number.
  public var numbers: Numbers { .rational }

  /// Quotients of the formula lose digits that the closed form keeps: it begins with twice as many.
  public init(precision: Int = 2 * ReferenceSubject.precision) { self.precision = precision }

  /// The enclosures, gradients by the chain rule.
  ///
  /// - Throws: `DataError` for data that are refused; `Undecided` where no enclosure can tell.
  public func answer(_ call: Call) throws -> Answer<Ball> {
    try call.checked().answerByDualNumbers(precision: precision)
  }

  /// The same with twice the digits, up to `Reference.cap`.
  public var sharper: (any Subject)? {
    precision >= Reference.cap ? nil : DualSubject(precision: 2 * precision)
  }
}
