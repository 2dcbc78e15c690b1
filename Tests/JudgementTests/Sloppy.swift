import CrossEntropy
import Exact
import Judgement
import Property
import Support
import Synchronization

/// A simulated library: every operation rounded to a format, elementary functions off by as much as
/// a budget allows, sums in random order, results below the normal numbers flushed or not.
final class Library: Sendable {
  let format: Format
  let form: RoundingContext.Form
  /// The error of elementary functions in units of roundoff, final rounding included.
  let budget: Double
  let flushes: Bool
  private let random: Mutex<SplitMix>

  init(
    _ format: Format, form: RoundingContext.Form, budget: Double, flushes: Bool, seed: UInt64
  ) {
    (self.format, self.form, self.budget, self.flushes) = (format, form, budget, flushes)
    random = Mutex(SplitMix(seed: seed))
  }

  var unit: Double { Double(sign: .plus, exponent: -format.precision, significand: 1) }

  /// −1, 1 or something between: the extremes are where bounds are attained.
  func noise() -> Double {
    random.withLock {
      Bool.random(using: &$0)
        ? (Bool.random(using: &$0) ? 1 : -1) : Double.random(in: -1...1, using: &$0)
    }
  }

  func pick(_ count: Int) -> Int { random.withLock { Int.random(in: 0..<count, using: &$0) } }

  /// Double has more than twice the digits of float32 and fewer, so rounding its results once more is
  /// rounding the exact ones.
  func round(_ value: Double, to format: Format) -> Double {
    let rounded =
      format == .float32
      ? Double(Float(value)) : Floating(rounding: Floating(value).value, to: format).asDouble
    let least = Double(sign: .plus, exponent: format.leastExponent, significand: 1)
    return flushes && rounded.magnitude < least ? 0 : rounded
  }

  /// An elementary function's result, with an error that the budget allows.
  func elementary(_ value: Double) -> Double {
    round(value * (1 + (budget - 1) * unit * noise()), to: format)
  }
}

/// A number of a simulated library.
struct Sloppy: FormedScalar {
  let value: Double
  /// Nil for constants.
  let library: Library?

  init(_ value: Double, _ library: Library?) { (self.value, self.library) = (value, library) }
  init(_ value: Int) { self.init(Double(value), nil) }
  init(_ value: Extended, precision: Int) { preconditionFailure("a number needs a library") }

  func takes(_ forms: [RoundingContext.Form]) -> Bool? { library.map { forms.contains($0.form) } }
  static var nan: Sloppy { Sloppy(.nan, nil) }
  static var infinity: Sloppy { Sloppy(.infinity, nil) }
  var isNaN: Bool { value.isNaN }
  var isZero: Bool { value.isZero }
  var isInfinite: Bool { value.isInfinite }
  func constant(_ value: Int) -> Sloppy { Sloppy(Double(value), library) }
  func enclosing(_ ball: Ball) -> Sloppy { Sloppy(value.enclosing(ball), library) }

  private static func rounded(_ value: Double, _ a: Sloppy, _ b: Sloppy) -> Sloppy {
    let library = a.library ?? b.library
    return Sloppy(library?.round(value, to: library!.format) ?? value, library)
  }

  static prefix func - (a: Sloppy) -> Sloppy { Sloppy(-a.value, a.library) }
  static func + (a: Sloppy, b: Sloppy) -> Sloppy { rounded(a.value + b.value, a, b) }
  static func - (a: Sloppy, b: Sloppy) -> Sloppy { rounded(a.value - b.value, a, b) }
  static func * (a: Sloppy, b: Sloppy) -> Sloppy { rounded(a.value * b.value, a, b) }
  static func / (a: Sloppy, b: Sloppy) -> Sloppy { rounded(a.value / b.value, a, b) }

  /// Perturbs its argument too, as 2^(x·log₂e) does; e⁰ is 1 in every library.
  static func exp(_ x: Sloppy) -> Sloppy {
    guard let library = x.library, x.value != 0 else { return Sloppy(.exp(x.value), x.library) }
    let argument = x.value * (1 + library.unit * library.noise())
    return Sloppy(library.elementary(.exp(argument)), library)
  }

  static func log(_ x: Sloppy) -> Sloppy {
    Sloppy(x.library?.elementary(.log(x.value)) ?? .log(x.value), x.library)
  }

  static func log(onePlus x: Sloppy) -> Sloppy {
    let value = Stable.log(onePlus: Stable(x.value)).value
    return Sloppy(x.library?.elementary(value) ?? value, x.library)
  }

  static func power(_ x: Sloppy, _ y: Sloppy) -> Sloppy {
    let value = Double.power(x.value, y.value)
    // 1^y, x⁰ and x¹ are exact in every library.
    guard let library = x.library, x.value != 1, y.value != 1, y.value != 0 else {
      return Sloppy(value, x.library)
    }
    return Sloppy(library.elementary(value), library)
  }

  static func larger(_ a: Sloppy, _ b: Sloppy) -> Sloppy {
    Sloppy(.larger(a.value, b.value), a.library ?? b.library)
  }
  static func smaller(_ a: Sloppy, _ b: Sloppy) -> Sloppy { -larger(-a, -b) }
  static func isLess(_ a: Sloppy, _ b: Sloppy) throws -> Bool { a.value < b.value }

  /// By a random tree, in the format of accumulation.
  static func sum(_ terms: [Sloppy]) -> Sloppy {
    guard let library = terms.lazy.compactMap(\.library).first else {
      return Sloppy(terms.map(\.value).reduce(0, +), nil)
    }
    let wide: Format = library.format.bitWidth == 16 ? .float32 : library.format
    var rest = terms.map(\.value)
    while rest.count > 1 {
      let a = rest.remove(at: library.pick(rest.count))
      let place = library.pick(rest.count)
      rest[place] = library.round(a + rest[place], to: wide)
    }
    return Sloppy(library.round(rest.first ?? 0, to: library.format), library)
  }
}

/// A simulated library as an implementation under test.
struct SloppyImplementation: LocalImplementation {
  let form: RoundingContext.Form
  let budget: Double
  let flushes: Bool
  let seed: UInt64
  var hello: Hello { Hello(name: "simulated", version: "1") }

  func reply(to request: Request) -> Reply {
    do {
      let library = Library(
        request.format, form: form, budget: budget, flushes: flushes, seed: seed)
      let inputs = Inputs<Sloppy>(try request.call.checked(), precision: 0) { value in
        Sloppy(Floating(rounding: value, to: .float64).asDouble, library)
      }
      return .answer(
        try request.call.checked().answer(inputs).map {
          Floating(rounding: Floating($0.value).value, to: request.format)
        })
    } catch {
      return .reject("\(error)")
    }
  }
}
