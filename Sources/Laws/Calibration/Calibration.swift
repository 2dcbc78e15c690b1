import CrossEntropy
import Exact
import Property

extension Law {
  static let calibration: [Law] =
    brierValues + brierComparisons + brierSlopes + calibrationErrors + calibrationErrorComparisons
    + isotonicForms + isotonicProjections + isotonicInvariances + temperatures
    + temperatureInvariances + temperatureRefusals + calibrationSpecialValues
}
