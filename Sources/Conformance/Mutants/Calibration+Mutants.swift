import CrossEntropy
import Exact

extension Mutant {
  static let calibration: [Mutant] = []
}
