/// A point on which implementations legitimately differ.
public enum Axis: String, Sendable, CaseIterable {
  case allIgnoredMean = "all_ignored_mean"
  case emptyMean = "empty_mean"
  case labelOutOfRange = "label_out_of_range"
  case outOfDomain = "out_of_domain"
  case zeroTimesInfinity = "zero_times_infinity"
  case infiniteLogit = "infinite_logit"
  case logClip = "log_clip"
  case unnormalised
  case weightedMeanSparse = "weighted_mean_sparse"
  case weightedMeanDense = "weighted_mean_dense"
  case labelSmoothing = "label_smoothing"
  case smoothingWithWeights = "smoothing_with_weights"
  case subnormal
  case accumulation
  case summation
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

  /// Whether a function may have a value of its own.
  public var isByFunction: Bool {
    switch self {
    case .accumulation, .summation, .accuracy: true
    default: false
    }
  }
}
