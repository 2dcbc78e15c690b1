public import CrossEntropy
public import Exact
public import Property

/// One case of a law: draws its numbers, asks the subject, and states what must hold.
public final class Trial {
  var source: Source
  /// Who is asked.
  public let subject: any Subject
  let example: Law.Example?

  init(_ source: Source, _ subject: any Subject, example: Law.Example? = nil) {
    (self.source, self.subject, self.example) = (source, subject, example)
  }

  /// The same case from its beginning, for another subject.
  func again(for subject: any Subject) -> Trial { Trial(source.rewound, subject, example: example) }

  /// Takes over what another run of the same case drew and said.
  func adopt(_ other: Trial) { source = other.source }

  /// Draws a value and remembers it for the report.
  @inline(never)
  public func draw<Value>(_ name: String, _ gen: Gen<Value>) throws -> Value {
    let value: Value
    if let given = example?[name] {
      guard let typed = given as? Value else {
        preconditionFailure("the example gives \(type(of: given)) for \(name), not \(Value.self)")
      }
      value = typed
    } else {
      precondition(example == nil, "the example has no value for \(name)")
      value = try gen.draw(&source)
    }
    source.note("\(name) = \(Shown.text(value))")
    return value
  }

  /// Remembers something about the case, for `cover`.
  public func label(_ text: String) { source.label(text) }

  /// Discards the case unless a condition holds.
  public func assume(_ condition: Bool) throws { if !condition { throw Rejection() } }

  /// The binary digits with which exact numbers enter a claim.
  var precision: Int { max(ReferenceSubject.precision, subject.precision) }

  /// An exact number, to be compared with answers.
  public func exact(_ value: Rational) -> Ball { Ball(value, precision: precision) }

  /// An exact number, an infinity or NaN.
  public func exact(_ value: Extended) -> Ball { Ball(value, precision: precision) }
}

/// Drawn values as a person would write them.
enum Shown {
  static func text(_ value: Any) -> String {
    switch value {
    case let number as Rational: text(number)
    case let number as Extended: number.asRational.map { text($0) } ?? number.description
    case let list as [Any]: "[" + list.map { text($0) }.joined(separator: ", ") + "]"
    case Optional<Any>.none: "none"
    case Optional<Any>.some(let wrapped): "\(wrapped)"
    default: "\(value)"
    }
  }

  /// As it is if that is short, else the shortest decimal that stands for the same double, else 17
  /// digits.
  private static func text(_ number: Rational) -> String {
    let whole = number.description
    if whole.count <= 12 { return whole }
    let rounded = Floating(rounding: .finite(number), to: .float64)
    if rounded.value == .finite(number) { return "\(rounded.asDouble)" }
    return "≈" + DecimalDigits(rounding: number, count: 17).description
  }
}
