/// How accurate an answer must be. Each level accepts what those before it accept.
public enum Accuracy: String, Sendable, CaseIterable, Comparable {
  /// The number of the format that is nearest to the exact value.
  case correctlyRounded = "correctly_rounded"
  /// Within what the forms without cancellation may do in an arithmetic with subnormal numbers,
  /// exponentials and logarithms of 2 ulp.
  case strict
  /// Within what sound implementations do: any of the stable forms, functions of 4 ulp, subnormal
  /// numbers flushed to zero.
  case standard
  /// Within that, and what forms do that are stable only against the size of the input, such as
  /// log-sum-exp less the logit.
  case backwardStable = "backward_stable"

  /// The forms of the primitives that are accepted.
  var forms: [RoundingContext.Form] {
    switch self {
    case .correctlyRounded, .strict: [.apart]
    case .standard: [.apart, .together, .logarithmic]
    case .backwardStable: RoundingContext.Form.allCases
    }
  }

  /// c, the error of elementary functions in units of roundoff. The judge allows twice what they
  /// make of a call.
  var budget: Int { self <= .strict ? 2 : 4 }

  /// Whether an exponential may err by one u of its argument, as 2^(x·log₂e) does.
  var perturbsArguments: Bool { self >= .standard }

  /// Whether results below the least normal number may be flushed to zero.
  var flushes: Bool { self >= .standard }

  /// What it asks of an answer, in a line.
  public var rule: String {
    self == .correctlyRounded
      ? "the nearest number of the format" : "|answer − exact| ≤ 2 × the bound"
  }

  /// A level that accepts less lies below one that accepts more.
  public static func < (a: Accuracy, b: Accuracy) -> Bool {
    allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
  }
}
