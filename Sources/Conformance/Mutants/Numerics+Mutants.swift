import CrossEntropy
import Exact

extension Mutant {
  static let numerics: [Mutant] = []
}
