import CrossEntropy
import Exact
import Property

extension Law {
  static let margin: [Law] = []
}
