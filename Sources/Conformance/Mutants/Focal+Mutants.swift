import CrossEntropy
import Exact

extension Mutant {
  static let focal: [Mutant] = []
}
