public import CrossEntropy
public import Exact
import Synchronization

/// What a sound execution may do to every operation: where it rounds to, how it adds, how good its
/// elementary functions are.
///
/// For a format the numbers stand for *every* library: `budget` is how many units of roundoff an
/// elementary function may err by, not how many this platform's functions do. For decimals they
/// stand for the one arithmetic there is, `Decimal38`, every operation of which is correctly
/// rounded.
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
    /// Stable only against the size of the input: x_i − log Σ e^x, the logarithm of 1 + e^−|x| and
    /// not log1p, 1 − σ(−x).
    case unshifted
  }

  /// The numbers that results are rounded to.
  public let numbers: Numbers
  /// The error of elementary functions, in units of roundoff.
  public let budget: Int
  /// The form that the primitives take.
  public let form: Form
  /// The forms that the primitives have told apart from this one so far, a bit each.
  private let others = Atomic<UInt8>(0)
  private let corner = Atomic<Bool>(false)
  /// Binary digits of the exact values that are carried along: enough that their own radius is far
  /// below one rounding.
  public let precision: Int

  /// The digits that suffice for every format.
  public static let precision = 96

  /// u, half the distance from 1 to the next number.
  let unit: Magnitude
  let accumulationUnit: Magnitude
  /// The binary digits in which sums are accumulated; nil if they are not binary.
  let accumulationDigits: Int?
  /// Whether sums are rounded once more, from the format of accumulation to that of the numbers.
  let isSumRoundedAgain: Bool
  /// c·u
  let elementary: Magnitude
  /// By what part of itself an exponential may perturb its argument: u, or nothing.
  let argument: Magnitude
  /// λ, what an underflow may cost: the least normal number where results may be flushed to zero,
  /// else the least number.
  let floor: Magnitude
  /// What an underflow of a sum may cost: nothing where subnormal numbers make small sums exact; λ
  /// where there are none, or where they are flushed to zero.
  let floorOfSum: Magnitude
  /// What is above this may be an infinity.
  let overflow: Dyadic

  /// What libraries may do that compute in a format.
  ///
  /// - Parameters:
  ///   - format: the format of the numbers.
  ///   - accumulation: the format of sums; by default float32 for the formats of 16 bits, else the
  ///     format.
  ///   - accuracy: the level, which sets the budget.
  ///   - form: which form the primitives take.
  public init(
    _ format: Format, accumulation: Format? = nil, accuracy: Accuracy = .standard,
    form: Form = .apart
  ) {
    let accumulation = accumulation ?? (format.bitWidth == 16 ? .float32 : format)
    (numbers, self.form) = (.format(format), form)
    budget = accuracy.budget
    precision = RoundingContext.precision
    unit = .powerOfTwo(Integer(-format.precision))
    accumulationUnit = .powerOfTwo(Integer(-accumulation.precision))
    accumulationDigits = accumulation.precision
    isSumRoundedAgain = accumulation != format
    elementary = Magnitude(above: Dyadic(budget)) * unit
    argument = accuracy.perturbsArguments ? unit : .zero
    floor = .powerOfTwo(
      Integer(format.leastExponent) - (accuracy.flushes ? 0 : Integer(format.precision - 1)))
    floorOfSum = accuracy.flushes ? floor : .zero
    overflow = format.overflowThreshold
  }

  /// The arithmetic of `Decimal38`: u = 5·10⁻³⁸, the budget 1, for every function is correctly
  /// rounded and so perturbs no argument.
  ///
  /// Numbers are those whose 38th digit stands in the places 10^±1,000,000. So what is below
  /// λ = 10^(−1,000,000 + 37) may become 0, what is above 10^(1,000,000 + 37) infinite; the powers of
  /// two stand outside and inside of these: 2^−3,321,805 > λ, 2^3,322,051 < 10^1,000,037.
  public static let decimal = RoundingContext()

  private init() {
    (numbers, budget, form) = (.decimal, 1, .apart)
    // 126 bits make 38 digits; 98 more keep the radius as far below a rounding as that of a format.
    precision = 224
    unit = Ball(Rational("5e-38")!, precision: 64).size
    (accumulationUnit, accumulationDigits, isSumRoundedAgain) = (unit, nil, false)
    (elementary, argument) = (unit, .zero)
    floor = .powerOfTwo(-3_321_805)
    floorOfSum = floor
    overflow = .powerOfTwo(3_322_051)
  }

  /// Whether the form is one of some, for a primitive that computes in another way if it is not.
  func takes(_ forms: [Form]) -> Bool {
    let isTaken = forms.contains(form)
    for other in Form.allCases where forms.contains(other) != isTaken {
      others.bitwiseOr(other.bit, ordering: .relaxed)
    }
    return isTaken
  }

  /// Notes that a slope is a set, since the function has a corner there.
  func meetCorner() { corner.store(true, ordering: .relaxed) }

  /// Whether a run under this context has met a corner.
  var meetsCorner: Bool { corner.load(ordering: .relaxed) }

  /// Whether a run under this context could have gone another way by another form.
  func distinguishes(_ other: Form) -> Bool { others.load(ordering: .relaxed) & other.bit != 0 }

  /// Whether a number of that size may be an infinity; the exponents tell that nearly all are not.
  func overflows(_ size: Magnitude) -> Bool {
    size.top >= overflow.top && size.asDyadic >= overflow
  }

  /// Whether a result needs no rounding and cannot be flushed. What is denied is only charged.
  func keeps(_ value: Dyadic) -> Bool {
    represents(value)
      && (value.isZero || floorOfSum.isZero || Magnitude(above: value) >= floor)
  }

  /// Whether a number needs no rounding. What is denied is only charged with one.
  func represents(_ value: Dyadic) -> Bool {
    if value.isZero { return true }
    switch numbers {
    case .rational: return true
    case .format(let format): return format.contains(value)
    case .decimal:
      // A whole number below 10³⁸ times 2^−k has more than 38 digits for k > 54.
      let isNear = value.exponent >= -54 && value.top <= 256
      return isNear && numbers.contains(value.asRational)
    }
  }

  /// Whether a number of the input needs no rounding.
  func represents(_ value: Rational) -> Bool {
    if case .decimal = numbers { return numbers.contains(value) }
    return Dyadic(exactly: value).map { represents($0) } ?? false
  }
}

extension RoundingContext.Form {
  fileprivate var bit: UInt8 { 1 << UInt8(Self.allCases.firstIndex(of: self)!) }
}

extension Format {
  /// From here on numbers round to infinity: half a unit beyond the greatest.
  var overflowThreshold: Dyadic {
    .powerOfTwo(Integer(greatestExponent + 1))
      - .powerOfTwo(Integer(greatestExponent - precision))
  }
}
