import Exact
import Property

extension Gen<Rational> {
  /// A number from 0 to a limit on either side of a threshold: whole numbers, the next doubles, and
  /// anything between. The limit is to be more than twice the threshold.
  static func near(_ threshold: Double, upTo limit: Int) -> Gen {
    Gen { source in
      // One choice, so that what was found elsewhere shrinks to a whole number: half of any index
      // beyond these is one beyond the threshold.
      let index = try source.index(below: 2 * limit)
      if index <= limit { return Rational(index) }
      if index % 2 == 0 { return Rational(try source.real(in: 0...Double(limit))) }
      return Rational(threshold + Double(index / 2 % 9 - 4) * threshold.ulp)
    }
  }
}
