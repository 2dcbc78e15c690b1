import Foundation
import Support
import Testing

@testable import Property

@Suite struct `Numbers of a format` {
  static let formats: [BinaryFormat] = [.binary64, .binary32, .binary16, .bfloat16]
  static let all = -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude
  static let ranges = [
    all, -1000...1000, 0...1, -1...0, 0...0, 700...800, 1e-300...2e-300, 0...0x1p-1074, -3...1e5,
    0.1...0.3, 1e30...1e300, -.infinity ... .infinity, -1e-10...1e-10, 0.999...1.001,
  ]

  /// Whether a number is one of the format, told by its binary digits.
  static func isNumber(_ value: Double, of format: BinaryFormat) -> Bool {
    if value == 0 { return true }
    let last = max(Int(value.exponent), format.exponents.lowerBound) + 1 - format.precision
    return value.isFinite && Int(value.exponent) <= format.exponents.upperBound
      && value.exponentOfLastDigit >= last
  }

  @Test(arguments: formats) func `what is drawn is a number of the format in the range`(
    format: BinaryFormat
  ) async {
    for range in Self.ranges {
      guard format.numbers(in: range) != nil else {
        #expect(Gen.real(range).values(1, format: format).isEmpty)
        continue
      }
      await check("A real is of its format and range", cases: 2000, format: format) { source in
        let value = try source.real(in: range, simplest: 0.3)
        source.note("\(value) of \(range)")
        #expect(range.contains(value) && Self.isNumber(value, of: format))
        guard case .real(let recorded) = source.tape[0] else {
          Issue.record("a real number is a real choice")
          return
        }
        #expect(recorded.bitPattern == value.bitPattern)
      }
    }
  }

  @Test func `a range without numbers of the format is refused`() {
    for (range, format) in [
      (1e39...1e40, BinaryFormat.binary32), (70_000...80_000, .binary16),
      (1.001...1.002, .bfloat16),
      (1e-50...1e-49, .binary32),
    ] {
      #expect(format.numbers(in: range) == nil)
      var source = Source(seed: 1)
      source.format = format
      #expect(throws: Rejection()) { try source.real(in: range) }
    }
  }

  @Test func `rounding agrees with that of the machine`() async {
    await check("A double rounds to Float as Float(x)", cases: 20_000) { source in
      let value = try Gen.oneOf([
        .real(Self.all), .real(-1e39...1e39), .real(-1e-37...1e-37),
        Gen { source in
          // Halfway between two numbers, and beside.
          source.format = .binary32
          let value = try source.real(in: -1e38...1e38)
          source.format = nil
          let half = Double(Float(value).ulp) / 2
          return value + [half, half.nextUp, half.nextDown][try source.index(below: 3)]
        },
      ]).draw(&source)
      source.note("\(value)")
      let expected = Double(Float(value))
      let limited = min(
        max(expected, -BinaryFormat.binary32.greatest), BinaryFormat.binary32.greatest)
      #expect(BinaryFormat.binary32.round(value).bitPattern == limited.bitPattern)
      #expect(BinaryFormat.binary64.round(value).bitPattern == value.bitPattern)
    }
  }

  @Test(arguments: formats) func `the nearest number is nearer than its neighbours`(
    format: BinaryFormat
  ) async {
    await check("No neighbour is nearer", .real(-70_000...70_000), cases: 5000) { value in
      let nearest = format.round(value)
      guard abs(value) < format.greatest else {
        #expect(abs(nearest) == format.greatest)
        return
      }
      let (below, above) = (format.next(before: nearest), format.next(after: nearest))
      #expect(below < nearest && nearest < above)
      #expect(abs(value - nearest) <= abs(value - below))
      #expect(abs(value - nearest) <= abs(value - above))
      #expect(Self.isNumber(below, of: format) && Self.isNumber(above, of: format))
      #expect(format.next(after: below) == nearest && format.next(before: above) == nearest)
      let (floor, ceiling) = (format.round(value, .down), format.round(value, .up))
      #expect(floor <= value && value <= ceiling)
      #expect(nearest == floor || nearest == ceiling)
    }
  }

  @Test func `the neighbours of a float are those that the machine has`() {
    let sizes: [Float] = [
      0, .leastNonzeroMagnitude, .leastNormalMagnitude, .leastNormalMagnitude.nextDown, 1,
      1 - Float.ulpOfOne / 2, 0.1, 12345, Float.greatestFiniteMagnitude.nextDown,
    ]
    for value in sizes + sizes.map(-) {
      let format = BinaryFormat.binary32
      #expect(format.next(after: Double(value)) == Double(value.nextUp))
      #expect(format.next(before: Double(value)) == Double(value.nextDown))
    }
    for value in [0, 0x1p-1074, 1, 0x1p-1022, -1, -0x1p-1022, 1e300, 0.1] {
      #expect(BinaryFormat.binary64.next(after: value) == value.nextUp)
      #expect(BinaryFormat.binary64.next(before: value) == value.nextDown)
    }
    #expect(BinaryFormat.binary64.next(after: .greatestFiniteMagnitude) == .greatestFiniteMagnitude)
  }

  @Test func `the limits of the formats`() {
    #expect(BinaryFormat.binary64.greatest == .greatestFiniteMagnitude)
    #expect(BinaryFormat.binary64.leastNonzero == .leastNonzeroMagnitude)
    #expect(BinaryFormat.binary32.greatest == Double(Float.greatestFiniteMagnitude))
    #expect(BinaryFormat.binary32.leastNonzero == Double(Float.leastNonzeroMagnitude))
    #expect(BinaryFormat.binary32.leastNormal == Double(Float.leastNormalMagnitude))
    #expect(
      BinaryFormat.binary16.greatest == 65504 && BinaryFormat.binary16.leastNonzero == 0x1p-24)
    #expect(
      BinaryFormat.bfloat16.greatest == 0x1.fep127 && BinaryFormat.bfloat16.ulpOfOne == 0x1p-7)
  }

  /// Every edge that a claim may break at is met often enough to be found by a thousand cases or so.
  @Test(arguments: formats) func `edges are drawn`(format: BinaryFormat) {
    let values = Gen.real(Self.all).values(50_000, format: format)
    let log2 = 0.6931471805599453
    let overflow = format.round(Double(format.exponents.upperBound + 1) * log2, .down)
    let underflow = Double(format.exponents.lowerBound + 1 - format.precision) * log2
    let edges: [Double] = [
      0, -0.0, 1, -1, format.leastNonzero, -format.leastNonzero, format.leastNormal,
      format.next(before: format.leastNormal), format.greatest, -format.greatest,
      1 + format.ulpOfOne, 1 - format.ulpOfOne / 2, format.ulpOfOne, overflow,
      format.next(after: overflow), format.round(underflow, .down), format.round(underflow, .up),
    ]
    for edge in edges {
      let count = values.count { $0.bitPattern == edge.bitPattern }
      #expect(count >= 20, "\(edge)")
    }
    #expect(values.count { $0 != 0 && abs($0) < format.leastNormal } > 500)
    #expect(values.count { abs($0) > 1000 } > 2000)
    #expect(values.count { abs($0) <= 20 && $0 == $0.rounded() } > 10_000)
    #expect(values.count { 0.01...20 ~= abs($0) && $0 != $0.rounded() } > 5000)
    // Every binade about 1, and most of all.
    let binades = Set(values.filter { $0 != 0 }.map { Int($0.exponent) })
    #expect(binades.isSuperset(of: format.exponents.clamped(to: -40...40)))
    #expect(binades.count * 10 > format.exponents.count * 9)
  }

  @Test func `the ends of a range and its inside are drawn`() {
    for range in [0...1, 700...800, 0.1...0.3, -3 ... -2] as [ClosedRange<Double>] {
      let values = Gen.real(range).values(2000)
      #expect(values.contains(range.lowerBound) && values.contains(range.upperBound), "\(range)")
      let middle = (range.lowerBound + range.upperBound) / 2
      #expect(values.count { $0 > middle } > 200 && values.count { $0 < middle } > 200, "\(range)")
      #expect(Set(values).count > 500)
    }
  }

  @Test func `exp overflows and underflows just where the edges are`() {
    // The thresholds are those of the machine's own exponential function.
    let overflow = BinaryFormat.binary64.round(1024 * 0.6931471805599453, .down)
    #expect(exp(overflow) < .infinity && exp(overflow.nextUp) == .infinity)
    let vanish = -1075 * 0.6931471805599453
    #expect(exp(vanish.nextDown) == 0 && exp(vanish.nextUp.nextUp) > 0)
    let single = BinaryFormat.binary32.round(128 * 0.6931471805599453, .down)
    #expect(exp(Float(single)) < .infinity && exp(Float(single).nextUp) == .infinity)
  }
}
