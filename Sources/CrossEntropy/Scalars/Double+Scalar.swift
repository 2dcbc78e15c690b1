public import Exact

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Android)
  import Android
#endif

// Double and Float: the textbook's formulas in hardware arithmetic, the naive implementation on
// purpose. They overflow, cancel and saturate where the laws of numerics say they do.

extension Double: Scalar {
  public init(_ value: Extended, precision: Int) {
    self = Floating(rounding: value, to: .float64).asDouble
  }

  public var isInfinite: Bool { magnitude == .infinity }
  public static func exp(_ x: Double) -> Double { unqualifiedExp(x) }
  public static func log(_ x: Double) -> Double { unqualifiedLog(x) }
  public static func power(_ x: Double, _ y: Double) -> Double { unqualifiedPower(x, y) }
}

extension Float: Scalar {
  public init(_ value: Extended, precision: Int) {
    self = Float(bitPattern: UInt32(Floating(rounding: value, to: .float32).bits))
  }

  public var isInfinite: Bool { magnitude == .infinity }
  public static func exp(_ x: Float) -> Float { unqualifiedExp(x) }
  public static func log(_ x: Float) -> Float { unqualifiedLog(x) }
  public static func power(_ x: Float, _ y: Float) -> Float { unqualifiedPower(x, y) }
}

extension Scalar where Self: BinaryFloatingPoint {
  public static func larger(_ a: Self, _ b: Self) -> Self {
    a.isNaN || b.isNaN ? .nan : a < b ? b : a
  }

  public static func smaller(_ a: Self, _ b: Self) -> Self { -larger(-a, -b) }
  public static func isLess(_ a: Self, _ b: Self) throws -> Bool { a < b }
  public func constant(_ value: Int) -> Self { Self(value) }
  public func enclosing(_ ball: Ball) -> Self { Self(ball.nearest, precision: 0) }
}

// The platform's functions, under names that the static ones above do not hide.

private func unqualifiedExp(_ x: Double) -> Double { exp(x) }
private func unqualifiedExp(_ x: Float) -> Float { expf(x) }
private func unqualifiedLog(_ x: Double) -> Double { log(x) }
private func unqualifiedLog(_ x: Float) -> Float { logf(x) }
private func unqualifiedPower(_ x: Double, _ y: Double) -> Double { pow(x, y) }
private func unqualifiedPower(_ x: Float, _ y: Float) -> Float { powf(x, y) }
func platformLogOnePlus(_ x: Double) -> Double { log1p(x) }
