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

  /// For normal positive x = 2^E·m with m in [0.7, 1.42): E, m cut in two of which the first has 40
  /// digits, and the table's entry for m.
  static func stretch(
    _ x: Self, _ table: PairTable
  ) -> (power: Self, m: Pair<Self>, entry: PairTable.Logarithm<Self>)

  /// A number, but zero where this is zero.
  func unlessZero(_ value: Double) -> Self

  /// The number without its sign.
  var magnitudes: Self { get }

  /// The number cut to 26 digits.
  var leadingDigits: Self { get }
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

  @inline(__always)
  static func stretch(
    _ x: Double, _ table: PairTable
  ) -> (power: Double, m: Pair<Double>, entry: PairTable.Logarithm<Double>) {
    let place = x.bitPattern &- PairTable.firstStretch
    let power = Double(Int64(bitPattern: place) &>> 52)
    let m = x.bitPattern &- (place & 0xFFF0_0000_0000_0000)
    let upper = Double(bitPattern: m & ~0x1FFF)
    let entry = table.logarithm(Int(truncatingIfNeeded: place &>> 44) & 255)
    return (power, Pair(head: upper, rest: Double(bitPattern: m) - upper), entry)
  }

  @inline(__always)
  func unlessZero(_ value: Double) -> Double { self == 0 ? 0 : value }

  @inline(__always)
  var magnitudes: Double { magnitude }

  @inline(__always)
  var leadingDigits: Double { Double(bitPattern: bitPattern & UInt64.max &<< 27) }
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

  @inline(__always)
  static func stretch(
    _ x: DoubleVector, _ table: PairTable
  ) -> (power: DoubleVector, m: Pair<DoubleVector>, entry: PairTable.Logarithm<DoubleVector>) {
    let bits = unsafe unsafeBitCast(x, to: SIMD8<UInt64>.self)
    let place = bits &- PairTable.firstStretch
    // E + 1024, put into the last digits of 2⁵².
    let raised = (place &+ 1024 &<< 52) &>> 52 | 0x4330_0000_0000_0000
    let power =
      unsafe unsafeBitCast(raised, to: DoubleVector.self)
      - DoubleVector(repeating: 0x1p52 + 1024)
    let m = bits &- (place & 0xFFF0_0000_0000_0000)
    let upper = unsafe unsafeBitCast(m & ~0x1FFF, to: DoubleVector.self)
    let lower = unsafe unsafeBitCast(m, to: DoubleVector.self) - upper
    let index = (place &>> 44) & 255
    var (factor, head, rest) = (DoubleVector(), DoubleVector(), DoubleVector())
    for lane in 0..<8 {
      let entry = table.logarithm(Int(truncatingIfNeeded: index[lane]))
      (factor[lane], head[lane], rest[lane]) = (entry.factor, entry.head, entry.rest)
    }
    return (
      power, Pair(head: upper, rest: lower),
      PairTable.Logarithm(factor: factor, head: head, rest: rest)
    )
  }

  @inline(__always)
  func unlessZero(_ value: Double) -> DoubleVector {
    DoubleVector(repeating: value).replacing(with: 0, where: self .== 0)
  }

  @inline(__always)
  var magnitudes: DoubleVector { masked(.max &>> 1) }

  @inline(__always)
  var leadingDigits: DoubleVector { masked(.max &<< 27) }

  @inline(__always)
  private func masked(_ mask: UInt64) -> DoubleVector {
    let bits = unsafe unsafeBitCast(self, to: SIMD8<UInt64>.self) & mask
    return unsafe unsafeBitCast(bits, to: DoubleVector.self)
  }
}
