/// Elementary functions rounded to the nearest number of the argument's format, ties to even.
///
///     CorrectlyRounded.exp(1.0) == 2.718281828459045      // the double nearest to e
///
/// There is no error to bound: what is returned is *the* answer, the same on every platform.
/// Arithmetic in one machine word proves it at first try but for a fraction of a percent of
/// arguments (`WordBall`); then words of two limbs and of three are taken, then balls of any
/// precision.
///
/// **Domain**: every bit pattern. NaN gives NaN; the limits at infinities and poles are taken; what
/// is too large or too small for the format becomes infinite or zero, as rounding to nearest says.
public enum CorrectlyRounded {}

// MARK: float64

extension CorrectlyRounded {
  /// e to the power x.
  public static func exp(_ x: Double) -> Double {
    Double(bitPattern: ElementaryFunction.exp.rounded(x, to: .float64))
  }

  /// exp(x) − 1, also next to zero. A zero keeps its sign.
  public static func expMinusOne(_ x: Double) -> Double {
    Double(bitPattern: ElementaryFunction.expMinusOne.rounded(x, to: .float64))
  }

  /// The natural logarithm: −∞ at zero, NaN below.
  public static func log(_ x: Double) -> Double {
    Double(bitPattern: ElementaryFunction.log.rounded(x, to: .float64))
  }

  /// log(1 + x), also next to zero: −∞ at −1, NaN below. A zero keeps its sign.
  public static func log(onePlus x: Double) -> Double {
    Double(bitPattern: ElementaryFunction.logOnePlus.rounded(x, to: .float64))
  }

  /// The logarithm to base 2: −∞ at zero, NaN below.
  public static func log2(_ x: Double) -> Double {
    Double(bitPattern: ElementaryFunction.log2.rounded(x, to: .float64))
  }

  /// The logarithm to base 10: −∞ at zero, NaN below.
  public static func log10(_ x: Double) -> Double {
    Double(bitPattern: ElementaryFunction.log10.rounded(x, to: .float64))
  }

  /// 1/(1 + exp(−x)).
  public static func sigmoid(_ x: Double) -> Double {
    Double(bitPattern: ElementaryFunction.sigmoid.rounded(x, to: .float64))
  }

  /// log(1/(1 + exp(−x))) = −softplus(−x).
  public static func logSigmoid(_ x: Double) -> Double {
    Double(bitPattern: ElementaryFunction.logSigmoid.rounded(x, to: .float64))
  }

  /// log(1 + exp(x)).
  public static func softplus(_ x: Double) -> Double {
    Double(bitPattern: ElementaryFunction.softplus.rounded(x, to: .float64))
  }
}

// MARK: float32

extension CorrectlyRounded {
  /// e to the power x.
  public static func exp(_ x: Float) -> Float {
    Float(bitPattern: UInt32(ElementaryFunction.exp.rounded(Double(x), to: .float32)))
  }

  /// exp(x) − 1, also next to zero. A zero keeps its sign.
  public static func expMinusOne(_ x: Float) -> Float {
    Float(bitPattern: UInt32(ElementaryFunction.expMinusOne.rounded(Double(x), to: .float32)))
  }

  /// The natural logarithm: −∞ at zero, NaN below.
  public static func log(_ x: Float) -> Float {
    Float(bitPattern: UInt32(ElementaryFunction.log.rounded(Double(x), to: .float32)))
  }

  /// log(1 + x), also next to zero: −∞ at −1, NaN below. A zero keeps its sign.
  public static func log(onePlus x: Float) -> Float {
    Float(bitPattern: UInt32(ElementaryFunction.logOnePlus.rounded(Double(x), to: .float32)))
  }

  /// The logarithm to base 2: −∞ at zero, NaN below.
  public static func log2(_ x: Float) -> Float {
    Float(bitPattern: UInt32(ElementaryFunction.log2.rounded(Double(x), to: .float32)))
  }

  /// The logarithm to base 10: −∞ at zero, NaN below.
  public static func log10(_ x: Float) -> Float {
    Float(bitPattern: UInt32(ElementaryFunction.log10.rounded(Double(x), to: .float32)))
  }

  /// 1/(1 + exp(−x)).
  public static func sigmoid(_ x: Float) -> Float {
    Float(bitPattern: UInt32(ElementaryFunction.sigmoid.rounded(Double(x), to: .float32)))
  }

  /// log(1/(1 + exp(−x))) = −softplus(−x).
  public static func logSigmoid(_ x: Float) -> Float {
    Float(bitPattern: UInt32(ElementaryFunction.logSigmoid.rounded(Double(x), to: .float32)))
  }

  /// log(1 + exp(x)).
  public static func softplus(_ x: Float) -> Float {
    Float(bitPattern: UInt32(ElementaryFunction.softplus.rounded(Double(x), to: .float32)))
  }
}

// MARK: Any format

extension CorrectlyRounded {
  /// e to the power x.
  public static func exp(_ x: Floating) -> Floating {
    rounded(.exp, x)
  }

  /// exp(x) − 1, also next to zero. A zero keeps its sign.
  public static func expMinusOne(_ x: Floating) -> Floating {
    rounded(.expMinusOne, x)
  }

  /// The natural logarithm: −∞ at zero, NaN below.
  public static func log(_ x: Floating) -> Floating {
    rounded(.log, x)
  }

  /// log(1 + x), also next to zero: −∞ at −1, NaN below. A zero keeps its sign.
  public static func log(onePlus x: Floating) -> Floating {
    rounded(.logOnePlus, x)
  }

  /// The logarithm to base 2: −∞ at zero, NaN below.
  public static func log2(_ x: Floating) -> Floating {
    rounded(.log2, x)
  }

  /// The logarithm to base 10: −∞ at zero, NaN below.
  public static func log10(_ x: Floating) -> Floating {
    rounded(.log10, x)
  }

  /// 1/(1 + exp(−x)).
  public static func sigmoid(_ x: Floating) -> Floating {
    rounded(.sigmoid, x)
  }

  /// log(1/(1 + exp(−x))) = −softplus(−x).
  public static func logSigmoid(_ x: Floating) -> Floating {
    rounded(.logSigmoid, x)
  }

  /// log(1 + exp(x)).
  public static func softplus(_ x: Floating) -> Floating {
    rounded(.softplus, x)
  }

  /// A function by name, of a number in any format.
  public static func rounded(_ function: ElementaryFunction, _ x: Floating) -> Floating {
    Floating(bits: function.rounded(x.asDouble, to: x.format), format: x.format)
  }
}
