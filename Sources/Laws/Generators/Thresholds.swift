import Exact
import Property

extension Gen<Rational> {
  /// A number from 0 to a limit on either side of a threshold: whole numbers, the next doubles, and
  /// anything between.
  static func near(_ threshold: Double, upTo limit: Int) -> Gen {
    Gen { source in
      switch try source.index(below: 4) {
      case 0, 1: return Rational(try source.index(below: limit + 1))
      case 2:
        let steps = try Gen<Int>.int(-4...4).draw(&source)
        return Rational(threshold + Double(steps) * threshold.ulp)
      default: return Rational(try source.real(in: 0...Double(limit)))
      }
    }
  }
}
