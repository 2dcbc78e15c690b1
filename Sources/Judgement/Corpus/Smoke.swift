extension Corpus {
  /// The cases of the tier `smoke`, by function.
  ///
  /// They were picked one by one, each to catch the most mutants that those before it let pass in
  /// float64, until nine of ten were caught (`xent mutants --tier smoke`); one for each function that
  /// had none; and five where the plain formulas break. The first 30 catch two mutants of three: there
  /// are 45 functions to be wrong in.
  private static let smokeByFunction: [String: [String]] = [
    "binary_cross_entropy": [
      "clip-0", "clip-weighted", "clipped-upper", "nan-weight", "weight-at-infinity", "weighted",
    ],
    "binary_cross_entropy_with_logits": ["infinite-soft", "pos-weight-0", "right-50"],
    "binary_focal_with_logits": ["alpha-above-1", "alpha-no", "flipped", "gamma-3", "greatest"],
    "brier_score": ["half", "nan"],
    "categorical_cross_entropy": ["clip", "clip-hides-nothing", "impossible", "more-targets"],
    "categorical_cross_entropy_with_logits": ["mean"],
    "cross_entropy": ["impossible"],
    "differential_entropy": ["exponential", "knife-edge-normal", "uniform-least"],
    "entropy": ["all-next-to-one", "slope-at-0"],
    "expected_calibration_error": ["beside-edges-left", "nan-correct"],
    "focal_with_logits": ["mean"],
    "hinge": ["127"],
    "huber": ["delta-2", "infinite-both"],
    "information_content": ["nan"],
    "isotonic_regression": ["ties-weighted"],
    "js_divergence": ["bans"],
    "kl_divergence": ["negative"],
    "l1_penalty": ["ordinary"],
    "l2_penalty": ["matrix", "tensorflow"],
    "likelihood": ["129"],
    "linear": ["bias-number", "columns"],
    "list_net": ["129"],
    "log_likelihood": ["slope-overflows"],
    "log_sigmoid": ["matrix"],
    "log_softmax": ["129", "temperature-0"],
    "log_sum_exp": ["competing-slope", "dominated-800", "masked-low", "nan"],
    "logistic_loss": ["symmetric"],
    "logistic_regression_epoch": ["soft"],
    "mean_absolute_error": ["balanced"],
    "mean_squared_error": ["scalar"],
    "multiclass_hinge": ["margin-3"],
    "nce": ["noise-impossible", "reversed"],
    "negative_log_likelihood": ["1000"],
    "nll_loss": ["images-weighted", "nan"],
    "pairwise_hinge": ["margin-3", "nan-grade"],
    "perplexity": ["zero-and-zero"],
    "relu": ["129", "infinite", "negative-zero"],
    "sigmoid": ["nan", "overflow"],
    "softmax": ["offset-1e4", "saturated-800", "temperature-half"],
    "softplus": ["knife-edges-slope"],
    "sparse_categorical_cross_entropy": ["ignored-other"],
    "sparse_categorical_cross_entropy_with_logits": [
      "masked-smoothed-by-0", "masked-weight-0", "smoothed-ignored-weights-mean",
      "smoothed-ignored-weights-sum", "wrong-800",
    ],
    "squared_hinge": ["nan-target"],
    "temperature_scaling": ["all-right"],
    "zero_one_error": ["129-rows", "ties-first"],
  ]

  /// The ids of the cases of the tier `smoke`.
  static let smoke = Set(
    smokeByFunction.flatMap { function, names in names.map { "\(function)/\($0)" } })
}
