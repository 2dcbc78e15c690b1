import CrossEntropy
import Exact

extension Mutant {
  static let likelihood: [Mutant] = []
}
