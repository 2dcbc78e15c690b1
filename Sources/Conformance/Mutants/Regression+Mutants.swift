import CrossEntropy
import Exact

extension Mutant {
  static let regression: [Mutant] = []
}
