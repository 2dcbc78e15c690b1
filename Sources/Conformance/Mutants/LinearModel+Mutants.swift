import CrossEntropy
import Exact

extension Mutant {
  static let linearModel: [Mutant] = []
}
