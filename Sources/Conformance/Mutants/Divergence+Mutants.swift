import CrossEntropy
import Exact

extension Mutant {
  static let divergence: [Mutant] = []
}
