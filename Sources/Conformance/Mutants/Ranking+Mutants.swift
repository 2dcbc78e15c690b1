import CrossEntropy
import Exact

extension Mutant {
  static let ranking: [Mutant] = []
}
