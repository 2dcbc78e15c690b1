// Functions of numbers of float32, worked out in doubles: one of them, or eight side by side.

/// What doubles in lanes need beside sums and products to become numbers of float32.
protocol SingleLanes: DoubleLanes {
  /// As many numbers of float32.
  associatedtype Singles: Equatable

  static func / (a: Self, b: Self) -> Self
  /// The nearest number from −`bound` to `bound`; NaN stays what it is.
  func clamped(to bound: Double) -> Self
  /// The nearest numbers of float32.
  var singles: Singles { get }
}

extension Double: SingleLanes {
  @inline(__always)
  func clamped(to bound: Double) -> Double { self > bound ? bound : self < -bound ? -bound : self }

  @inline(__always)
  var singles: Float { Float(self) }
}

extension SIMD8: SingleLanes where Scalar == Double {
  @inline(__always)
  func clamped(to bound: Double) -> DoubleVector {
    replacing(with: bound, where: self .> bound).replacing(with: -bound, where: self .< -bound)
  }

  @inline(__always)
  var singles: SIMD8<Float> { SIMD8<Float>(self) }
}

extension SingleLanes {
  /// The numbers of float32 nearest to all numbers within 2^−49 of these; nil if they do not agree
  /// on them all, and where one is NaN.
  ///
  /// Moved either way by 2^−48 of itself, which is more than that and the two roundings: what is
  /// enclosed lies strictly between two doubles, and where these round alike it does too.
  @inline(__always)
  var decidedSingles: Singles? {
    let margin = self * Self(all: 0x1p-48)
    let (low, high) = ((self - margin).singles, (self + margin).singles)
    return low == high ? low : nil
  }
}

extension ElementaryFunction {
  /// The numbers of float32 nearest to the values; nil if one of them is left open, and for the
  /// functions that are not offered here.
  ///
  /// The exponential E is that of −62.2, rounded to a double: with u = 2^−53 it errs by less than
  /// 1.01u. 1/(1 + E) with E = e^−x adds a rounding of the sum and one of the quotient, and E counts
  /// at most once in it: 3.1u, below 2^−51. Beyond ±600 all are zero, one or infinite to float32 as
  /// they are there.
  @inline(__always)
  func singles<Lanes: SingleLanes>(_ x: Lanes) -> Lanes.Singles? {
    let (x, one) = (x.clamped(to: 600), Lanes(all: 1))
    switch self {
    case .exp: return Pair.exponentialForSingles(x).decidedSingles
    case .sigmoid:
      return (one / (one + Pair.exponentialForSingles(Lanes(all: 0) - x))).decidedSingles
    default: return nil
    }
  }

  /// The numbers of float32 nearest to the values at such numbers, ties to even: those of
  /// `CorrectlyRounded`, eight at a time where that is offered.
  public func rounded(_ x: [Float]) -> [Float] {
    unsafe Array(unsafeUninitializedCapacity: x.count) { results, count in
      count = x.count
      unsafe x.withUnsafeBufferPointer { x in
        var start = 0
        while start < x.count {
          let end = min(start &+ 8, x.count)
          if end &- start == 8,
            let nearest = singles(
              DoubleVector(
                unsafe UnsafeRawPointer(x.baseAddress! + start)
                  .loadUnaligned(as: SIMD8<Float>.self)))
          {
            unsafe UnsafeMutableRawPointer(results.baseAddress! + start)
              .storeBytes(of: nearest, as: SIMD8<Float>.self)
          } else {
            for place in start..<end {
              let bits = unsafe rounded(Double(x[place]), to: .float32)
              unsafe results[place] = Float(bitPattern: UInt32(truncatingIfNeeded: bits))
            }
          }
          start = end
        }
      }
    }
  }
}

extension Pair where Lanes: SingleLanes {
  /// e^x within 1.01·2^−53 of itself, for |x| < 601.
  @inline(__always)
  fileprivate static func exponentialForSingles(_ x: Lanes) -> Lanes {
    let power = roughExponential(x, .shared)
    return power.head + power.rest
  }
}
