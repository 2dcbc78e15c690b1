/// A point on which implementations legitimately differ.
///
/// The judge honours every value but these, which are declared or inferred and listed, no more:
///
/// - `log_clip` is about the losses with an option `clip`, where none is asked for. The gradient of a
///   clipped call is not judged; of a cap on the loss only a loss that is nothing but the cap is.
/// - `unnormalised: normalised` is judged where dividing by the sum is exact in every format, and
///   for values only; `reject` where a sum is off 1 by more than an eighth.
/// - `label_out_of_range: zero` is judged where the row counts for nothing without question: in sums,
///   row by row, and in a mean of nothing else.
/// - `smoothing_with_weights: per_sample` is judged where the weight of the row cancels, for
///   implementations differ in what that weight is.
/// - `summation` is what a sum may do in any order; `blocked` allows no less.
public enum Axis: String, Sendable, CaseIterable {
  /// The mean of a batch of which every row is ignored.
  case allIgnoredMean = "all_ignored_mean"
  /// The mean of a batch without rows.
  case emptyMean = "empty_mean"
  /// A label that is no class number.
  case labelOutOfRange = "label_out_of_range"
  /// A number outside of the domain of its argument.
  case outOfDomain = "out_of_domain"
  /// A weight of zero on an infinite term.
  case zeroTimesInfinity = "zero_times_infinity"
  /// A logit that is infinite.
  case infiniteLogit = "infinite_logit"
  /// A bound that logarithms or probabilities are held to unasked.
  case logClip = "log_clip"
  /// Probabilities that do not add up to one.
  case unnormalised
  /// What a weighted mean over labels divides by.
  case weightedMeanSparse = "weighted_mean_sparse"
  /// What a weighted mean over dense targets divides by.
  case weightedMeanDense = "weighted_mean_dense"
  /// Whether smoothing gives a share to the true class too.
  case labelSmoothing = "label_smoothing"
  /// Which weight a smoothed target is weighted by.
  case smoothingWithWeights = "smoothing_with_weights"
  /// Whether subnormal numbers are kept or become zero.
  case subnormal
  /// The format that sums are accumulated in.
  case accumulation
  /// The order of the terms of a sum.
  case summation
  /// The level of accuracy that answers are held to.
  case accuracy

  /// What it can be, the specification's own answer first.
  public var values: [String] {
    switch self {
    case .allIgnoredMean, .emptyMean: ["nan", "zero", "reject"]
    case .labelOutOfRange: ["reject", "nan", "zero", "wrap_negative", "unspecified"]
    case .outOfDomain: ["reject", "nan", "accepts"]
    case .zeroTimesInfinity: ["zero", "nan"]
    case .infiniteLogit: ["limit", "nan"]
    case .logClip: ["none"]
    case .unnormalised: ["as_written", "normalised", "reject"]
    case .weightedMeanSparse: ["weight_sum", "count"]
    case .weightedMeanDense: ["count", "weight_sum"]
    case .labelSmoothing: ["over_classes", "over_others"]
    case .smoothingWithWeights: ["per_class", "per_sample"]
    case .subnormal: ["kept", "flushed"]
    case .accumulation: ["float32", "float64", "format"]
    case .summation: ["any", "blocked"]
    case .accuracy: Accuracy.allCases.map(\.rawValue)
    }
  }

  /// The clause that gives the specification's answer.
  public var clause: String { "POLICY-\(Axis.allCases.firstIndex(of: self)! + 1)" }

  /// Whether an implementation is held to what the probe infers. The level of accuracy is asked for,
  /// not inferred from a few answers; the order of a sum shows in none.
  public var isInferred: Bool { self != .accuracy && self != .summation }

  /// Whether each value allows what those before it do, so that an answer fits several of them.
  var isNested: Bool {
    switch self {
    case .zeroTimesInfinity, .infiniteLogit, .subnormal, .accumulation, .accuracy: true
    default: false
    }
  }

  /// Whether a function may have a value of its own.
  public var isByFunction: Bool {
    switch self {
    case .accumulation, .summation, .accuracy: true
    default: false
    }
  }
}
