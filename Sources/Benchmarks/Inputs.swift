package import Exact
import Property

/// What a workload computes with: hexadecimal words, so that every competitor reads the same bits.
///
/// The words are drawn from a seed, with arithmetic that is the same on every machine.
package struct Inputs: Sendable, Hashable {
  package let words: [String]

  /// Words of so many digits at least.
  init(_ values: [Natural], digits: Int = 0) {
    words = values.map { value in
      let text = value.hexadecimal
      return String(repeating: "0", count: max(0, digits - text.count)) + text
    }
  }

  /// The bit patterns of numbers.
  init(_ values: [Double]) { self.init(values.map { Natural($0.bitPattern) }, digits: 16) }

  /// The numbers of float64 that the words are the bits of.
  package var doubles: [Double] { words.map { Double(bitPattern: UInt64($0, radix: 16)!) } }

  /// The numbers of float64 in rows of so many.
  package func rows(of count: Int) -> [[Double]] {
    let values = doubles
    return stride(from: 0, to: values.count, by: count).map { Array(values[$0..<($0 + count)]) }
  }

  /// Words of so many bits as that many eighths of a number below 8.
  package func eighths(bits: Int) -> [Dyadic] {
    words.map { Dyadic(Natural(hexadecimal: $0)!, exponent: Integer(3 - bits)) }
  }
}

extension Natural {
  fileprivate var hexadecimal: String {
    var (rest, limbs) = (self, [String]())
    repeat {
      let text = String((rest - ((rest >> 64) << 64)).asUInt64!, radix: 16)
      rest = rest >> 64
      limbs.append(rest.isZero ? text : String(repeating: "0", count: 16 - text.count) + text)
    } while !rest.isZero
    return limbs.reversed().joined()
  }
}

/// Numbers at random, the same for a name on every machine.
struct Draw {
  private var random: SplitMix

  init(_ name: String) { random = SplitMix(seed: SplitMix.seed(for: name)) }

  /// A number of [0, 1).
  mutating func unit() -> Double { Double(random.next() >> 11) * 0x1p-53 }

  mutating func uniform(_ range: Range<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * unit()
  }

  /// A positive number whose exponent is uniform as well.
  mutating func logUniform(_ exponents: Range<Int>) -> Double {
    let exponent = Int.random(in: exponents, using: &random)
    return Double(sign: .plus, exponent: exponent, significand: 1 + unit())
  }

  /// A normal number of a standard deviation (G. Marsaglia's polar method). The logarithm is the
  /// reference's: that of a C library has other bits elsewhere.
  mutating func normal(_ deviation: Double) -> Double {
    while true {
      let (u, v) = (uniform(-1..<1), uniform(-1..<1))
      let square = u * u + v * v
      if square > 0 && square < 1 {
        return deviation * u * (-2 * nearest(square) { .log($0) } / square).squareRoot()
      }
    }
  }

  /// A whole number of so many bits, of which the first five are not all 0.
  mutating func wide(bits: Int) -> Natural {
    while true {
      let limbs = (0..<(bits + 63) / 64).map { _ in Natural(random.next()) }
      let value = limbs.reduce(Natural.zero) { ($0 << 64) + $1 }
      let cut = value >> (limbs.count * 64 - bits)
      if cut.bitWidth > bits - 5 { return cut }
    }
  }

  /// Positive numbers that add up to 1, whole multiples of 2⁻¹⁶.
  mutating func distribution(_ count: Int) -> [Double] {
    var cuts: Set<Int> = [0, 1 << 16]
    while cuts.count <= count { cuts.insert(Int.random(in: 0..<1 << 16, using: &random)) }
    let sorted = cuts.sorted()
    return zip(sorted, sorted.dropFirst()).map { Double($1 - $0) * 0x1p-16 }
  }
}
