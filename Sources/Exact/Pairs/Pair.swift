/// One double, or eight of them side by side.
///
/// The arithmetic is IEEE 754's, rounded to nearest, one operation at a time: the same on every
/// platform.
protocol DoubleLanes: Sendable {
  /// The same number in every lane.
  init(all value: Double)

  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self

  /// 2^(k/2¹⁰) for the whole numbers k in the last digits of 1.5·2⁵² + k: H·2^K and λ, where
  /// k = 2¹⁰·K + j and 2^(j/2¹⁰) = H(1 + λ).
  static func power(_ shifted: Self, _ table: PairTable) -> Pair<Self>
}

/// Numbers, each as the unevaluated sum of two doubles: `rest` is what `head` leaves out.
///
/// u stands for 2^−53, the most by which a rounding errs relative to its result.
struct Pair<Lanes: DoubleLanes> {
  var head: Lanes
  var rest: Lanes

  @inline(__always)
  init(head: Lanes, rest: Lanes) { (self.head, self.rest) = (head, rest) }

  /// a + b exactly, whatever their sizes: the rounded sum, and what rounding left out.
  ///
  /// Source: D. E. Knuth, *The Art of Computer Programming* 2, 4.2.2, theorem B.
  @inline(__always)
  static func exactSum(_ a: Lanes, _ b: Lanes) -> Pair {
    let sum = a + b
    let moved = sum - a
    return Pair(head: sum, rest: (a - (sum - moved)) + (b - moved))
  }

  /// The same where no a is smaller than its b, or a is zero.
  @inline(__always)
  static func exactSum(large a: Lanes, small b: Lanes) -> Pair {
    let sum = a + b
    return Pair(head: sum, rest: b - (sum - a))
  }
}

extension Double: DoubleLanes {
  @inline(__always)
  init(all value: Double) { self = value }

  @inline(__always)
  static func power(_ shifted: Double, _ table: PairTable) -> Pair<Double> {
    let j = shifted.bitPattern & 1023
    let (head, rest) = table.power(Int(truncatingIfNeeded: j))
    // k − j, moved into the place of the exponent.
    let exponent = (shifted.bitPattern &- j) &<< 42
    return Pair(head: Double(bitPattern: head.bitPattern &+ exponent), rest: rest)
  }
}

/// Eight doubles at once: what a row of numbers is worked through in.
typealias DoubleVector = SIMD8<Double>

extension SIMD8: DoubleLanes where Scalar == Double {
  @inline(__always)
  init(all value: Double) { self.init(repeating: value) }

  @inline(__always)
  static func power(_ shifted: DoubleVector, _ table: PairTable) -> Pair<DoubleVector> {
    let bits = unsafe unsafeBitCast(shifted, to: SIMD8<UInt64>.self)
    let j = bits & 1023
    var (head, rest) = (DoubleVector(), DoubleVector())
    for lane in 0..<8 {
      (head[lane], rest[lane]) = table.power(Int(truncatingIfNeeded: j[lane]))
    }
    let scaled = unsafe unsafeBitCast(head, to: SIMD8<UInt64>.self) &+ (bits &- j) &<< 42
    return Pair(head: unsafe unsafeBitCast(scaled, to: DoubleVector.self), rest: rest)
  }
}
