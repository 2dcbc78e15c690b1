import CrossEntropy
public import Exact

/// What a sound execution may do to every operation: where it rounds to, how it adds, how good its
/// elementary functions are.
///
/// The numbers stand for *every* library: `budget` is how many units of roundoff an elementary
/// function may err by, not how many this platform's functions do.
public final class RoundingContext: Sendable {
  /// Which of several accepted forms the primitives take.
  ///
  /// A judge that accepted one of them alone would fail correct libraries that chose another; the
  /// allowance of a call is the largest over the forms.
  public enum Form: Sendable, CaseIterable {
    /// The largest term of a log-sum-exp kept apart, log1p of the others; log1p(−p); the sigmoid by
    /// the sign of its argument.
    case apart
    /// All exponentials in one sum, the logarithm of it; log(1 − p); 1/(1 + e^−x).
    case together
    /// As `together`, but the softmax is the exponential of the log-softmax.
    case logarithmic
  }

  public let format: Format
  /// The format in which sums are accumulated, before they are rounded to `format`.
  public let accumulation: Format
  /// The error of elementary functions, in units of roundoff.
  public let budget: Int
  public let form: Form

  /// Binary digits of the exact values that are carried along: enough that their own radius is far
  /// below one rounding of any format.
  public static let precision = 96

  /// u = 2^−p
  let unit: Magnitude
  let accumulationUnit: Magnitude
  /// c·u
  let elementary: Magnitude
  /// λ, the least normal number: what a flush to zero may cost.
  let floor: Magnitude
  /// What is above this may be an infinity in the format.
  let overflow: Dyadic

  /// - Parameter accumulation: by default float32 for the formats of 16 bits, else the format.
  public init(
    _ format: Format, accumulation: Format? = nil, budget: Int = 4, form: Form = .apart
  ) {
    let accumulation = accumulation ?? (format.bitWidth == 16 ? .float32 : format)
    (self.format, self.accumulation) = (format, accumulation)
    (self.budget, self.form) = (budget, form)
    unit = .powerOfTwo(Integer(-format.precision))
    accumulationUnit = .powerOfTwo(Integer(-accumulation.precision))
    elementary = Magnitude(above: Dyadic(budget)) * unit
    floor = .powerOfTwo(Integer(format.leastExponent))
    overflow = format.overflowThreshold
  }

  /// Whether a number is one of the format's.
  func represents(_ value: Dyadic) -> Bool {
    if value.isZero { return true }
    return value.significand.bitWidth <= format.precision
      && value.top <= Integer(format.greatestExponent + 1)
      && value.exponent >= Integer(format.leastExponent - format.precision + 1)
  }
}

extension Format {
  /// From here on numbers round to infinity: half a unit beyond the greatest.
  var overflowThreshold: Dyadic {
    .powerOfTwo(Integer(greatestExponent + 1))
      - .powerOfTwo(Integer(greatestExponent - precision))
  }
}
