import Exact

/// One side of a panel: its title, what it reaches over, and the numbers written along it.
struct Scale {
  /// A number written along the side, with a grid line.
  struct Tick {
    let value: Rational
    let text: String
  }

  let title: String
  let domain: ClosedRange<Rational>
  let isLogarithmic: Bool
  let ticks: [Tick]

  /// A side with a tick at every multiple of a step.
  static func linear(
    _ title: String, _ domain: ClosedRange<Rational>, every step: Rational
  ) -> Scale {
    let first = -(-domain.lowerBound / step).floor.asInt!
    let last = (domain.upperBound / step).floor.asInt!
    let values = (first...last).map { Rational($0) * step }
    return Scale(
      title: title, domain: domain, isLogarithmic: false,
      ticks: values.map { Tick(value: $0, text: printed($0)) })
  }

  /// A logarithmic side with ticks where they are asked for.
  static func logarithmic(
    _ title: String, _ domain: ClosedRange<Rational>, ticks: [Rational]
  ) -> Scale {
    Scale(
      title: title, domain: domain, isLogarithmic: true,
      ticks: ticks.map { Tick(value: $0, text: printed($0)) })
  }

  /// A logarithmic side from one power of ten to another.
  static func powers(_ title: String, _ exponents: ClosedRange<Int>, every step: Int) -> Scale {
    let ten = Rational(10)
    let marked = exponents.filter { $0 % step == 0 }
    return Scale(
      title: title,
      domain: ten.power(exponents.lowerBound)...ten.power(exponents.upperBound),
      isLogarithmic: true,
      ticks: marked.map { exponent in
        let text = [0: "1", 1: "10"][exponent] ?? "10^{\(printed(Rational(exponent)))}"
        return Tick(value: ten.power(exponent), text: text)
      })
  }

  /// A number as a person writes it, with the minus sign of mathematics.
  static func printed(_ value: Rational) -> String {
    value.description.replacing("-", with: "−")
  }

  /// How far along the side a number lies, from 0 to 1 within the domain; nil for a number whose
  /// logarithm is none.
  func fraction(_ value: Rational) -> Rational? {
    guard isLogarithmic else {
      return (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
    }
    if value <= .zero { return nil }
    let (low, high) = (Scale.logarithm(domain.lowerBound), Scale.logarithm(domain.upperBound))
    return (Scale.logarithm(value) - low) / (high - low)
  }

  /// log₁₀ of a positive number, rounded to twelve digits.
  private static func logarithm(_ value: Rational) -> Rational {
    var precision = 96
    while true {
      let ball = Ball.log10(Ball(value, precision: precision))
      if let digits = DecimalDigits(rounding: ball, count: 12) { return digits.asRational }
      precision *= 2
    }
  }
}
