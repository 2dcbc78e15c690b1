import Property
import Support

@testable import Exact

// Random numbers with the patterns at which arithmetic breaks: long runs of zeros and of ones.

extension SplitMix {
  mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func limb() -> UInt64 {
    switch int(0...7) {
    case 0: 0
    case 1: .max
    case 2: 1 << UInt64(int(0...63))
    case 3: .max << UInt64(int(0...63))
    case 4: .max >> UInt64(int(0...63))
    default: next()
    }
  }

  /// A word with such limbs.
  mutating func word<Word: MachineWord>() -> Word {
    Word(exactly: natural(limbs: Word.bitWidth / 64))!
  }

  mutating func natural(limbs count: Int) -> Natural {
    Natural(limbs: (0..<count).map { _ in limb() })
  }

  /// At most so many bits, evenly.
  mutating func natural(bits count: Int) -> Natural {
    let limbs = (0..<(count / 64 + 1)).map { _ in next() }
    return Natural(limbs: limbs) >> ((count / 64 + 1) * 64 - count)
  }

  mutating func integer(limbs count: Int) -> Integer {
    Integer(isNegative: Bool.random(using: &self), magnitude: natural(limbs: count))
  }

  mutating func rational(limbs count: Int) -> Rational {
    Rational(integer(limbs: count), natural(limbs: count) + .one)
  }

  /// A dyadic number of so many bits, its magnitude in [2^(top−1), 2^top) for a random top.
  mutating func dyadic(bits: Int, top: ClosedRange<Int>) -> Dyadic {
    let significand = natural(bits: bits - 1) + .powerOfTwo(bits - 1)
    return Dyadic(
      isNegative: Bool.random(using: &self), significand, exponent: Integer(int(top) - bits))
  }
}
