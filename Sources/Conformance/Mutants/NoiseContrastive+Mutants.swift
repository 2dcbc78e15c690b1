import CrossEntropy
import Exact

extension Mutant {
  static let noiseContrastive: [Mutant] = []
}
