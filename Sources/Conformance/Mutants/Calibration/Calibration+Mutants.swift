import CrossEntropy
import Exact

extension Mutant {
  static let calibration: [Mutant] =
    brierMutants + brierConventionMutants + calibrationErrorMutants + isotonicMutants
    + isotonicConventionMutants + temperatureScalingMutants
}
