import CrossEntropy
import Exact

/// The numbers of a format that its own cases are about, by the names that stand for them in braces.
enum FormatNumbers {
  /// The text with every name in braces replaced by the number, as a fraction.
  static func filling(_ text: String, _ format: Format) -> String {
    if !text.contains("{") { return text }
    var (result, rest) = ("", text[...])
    while let start = rest.firstIndex(of: "{"), let end = rest.firstIndex(of: "}") {
      let name = String(rest[rest.index(after: start)..<end])
      guard let number = number(name, format) else { preconditionFailure("no number {\(name)}") }
      result += rest[..<start] + "(\(number))"
      rest = rest[rest.index(after: end)...]
    }
    return result + rest
  }

  private static func number(_ name: String, _ format: Format) -> Rational? {
    switch name {
    // The greatest finite number, the least normal one, the least of all.
    case "max": format.greatest
    case "normal": .powerOfTwo(format.leastExponent)
    case "least": .powerOfTwo(format.leastExponent - format.precision + 1)
    // u, half the distance from 1 to the next number; the numbers on both sides of 1.
    case "u": .powerOfTwo(-format.precision)
    case "above1": 1 + .powerOfTwo(1 - format.precision)
    case "below1": 1 - .powerOfTwo(-format.precision)
    // The last logit whose exponential is finite, and the first whose exponential overflows; the
    // same where it falls below the normal numbers, and below all.
    case "exp-max": logarithm(format.greatest, format, up: false)
    case "exp-over": logarithm(format.greatest, format, up: true)
    case "exp-normal": logarithm(.powerOfTwo(format.leastExponent), format, up: true)
    case "exp-under":
      logarithm(.powerOfTwo(format.leastExponent - format.precision), format, up: false)
    default: nil
    }
  }

  /// The number of a format next to the logarithm of a number, on one side.
  private static func logarithm(_ value: Rational, _ format: Format, up: Bool) -> Rational {
    let exact = Ball.log(Ball(value, precision: 128))
    var near = Floating(rounding: exact, to: format)!
    // In the order of the bit patterns, which is that of the sizes.
    func isAbove(_ number: Floating) -> Bool { Ball(number.value, precision: 128).isAbove(exact) }
    while isAbove(near) != up {
      near = near.next(up: up)
    }
    return near.value.asRational!
  }
}

extension Ball {
  fileprivate func isAbove(_ other: Ball) -> Bool { (self - other).sign == 1 }
}
