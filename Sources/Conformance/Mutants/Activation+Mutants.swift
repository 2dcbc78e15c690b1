import CrossEntropy
import Exact

extension Mutant {
  static let activation: [Mutant] = []
}
