import CrossEntropy
import Exact

extension Mutant {
  static let margin: [Mutant] = []
}
