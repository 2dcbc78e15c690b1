import Property
import Support
import Testing

@testable import Exact

/// Rows in pairs of doubles against balls: the bounds of the terms and of their sum, and results.
@Suite struct `Softmax rows` {
  static let precision = 192

  /// Logits at which the reduction is at its edges, or its sum at the end of its range.
  static func hostile(_ random: inout SplitMix, count: Int) -> [Double] {
    let kind = random.int(0...7)
    let shift = random.int(0...3) == 0 ? Double(random.int(-500...500)) * 1.37 : 0
    return (0..<count).map { _ in
      let x: Double =
        switch kind {
        case 0: Double.random(in: -3...3, using: &random)
        case 1: Double.random(in: -700...0, using: &random)
        case 2: Double(random.int(-4...4))
        case 3: 1 + Double(random.int(-3...3)) * 0x1p-52
        // Next to the halves between multiples of log 2/1024, where the next one is taken.
        case 4:
          -(Double(random.int(0...100_000)) + 0.5) * 0.00067690154351557159
            * (1 + Double(random.int(-2...2)) * 0x1p-52)
        case 5: Double.random(in: -1...1, using: &random) * 0x1p-30
        case 6: random.int(0...9) == 0 ? 0 : -Double.random(in: 30...800, using: &random)
        default:
          Double(bitPattern: random.next() & ~(0x7FF << 52) | UInt64(random.int(900...1040)) << 52)
        }
      return x + shift
    }
  }

  /// The row of some logits, where there is one.
  private static func row<Result>(_ x: [Double], _ body: (SoftmaxRow?) -> Result) -> Result {
    unsafe x.withUnsafeBufferPointer { unsafe body(SoftmaxRow($0)) }
  }

  @Test func `a term errs by less than its bound`() {
    var random = SplitMix(seed: 1)
    let bound = Ball(.powerOfTwo(Pair<DoubleVector>.exponentialError), precision: Self.precision)
    for _ in 0..<400 {
      let x = Self.hostile(&random, count: 8).map { -abs($0) }
      let largest = Bool.random(using: &random) ? 0 : Double.random(in: 0...100, using: &random)
      let lowest = largest + RowSum.lowestDifference
      let terms = RowSum.exponential(
        DoubleVector(x), less: DoubleVector(repeating: largest),
        lowest: DoubleVector(repeating: lowest), .shared)
      for lane in 0..<8 {
        let difference = Rational(max(x[lane], lowest)) - Rational(largest)
        let exact = Ball.exp(Ball(difference, precision: Self.precision))
        let sum = Rational(terms.head[lane]) + Rational(terms.rest[lane])
        let error = (Ball(sum, precision: Self.precision) - exact) / exact
        #expect(Ball.larger(error, -error).upper < bound.lower, "exp(\(difference))")
        #expect(abs(terms.rest[lane]) <= abs(terms.head[lane]) * 0x1p-22)
      }
    }
  }

  @Test func `a rough term errs by less than its bound`() {
    var random = SplitMix(seed: 6)
    let bound = Ball(.powerOfTwo(Pair<Double>.roughExponentialError), precision: Self.precision)
    for _ in 0..<3000 {
      let x = Self.hostile(&random, count: 1)[0]
      guard x.magnitude <= 600 else { continue }
      let term = Pair.roughExponential(x, .shared)
      let exact = Ball.exp(Ball(Rational(x), precision: Self.precision))
      let sum = Rational(term.head) + Rational(term.rest)
      let error = (Ball(sum, precision: Self.precision) - exact) / exact
      #expect(Ball.larger(error, -error).upper < bound.lower, "exp(\(x))")
      #expect(abs(term.rest) < abs(term.head) * 0x1p-11)
    }
  }

  @Test func `the rough sum encloses the exact one, or is none`() {
    var random = SplitMix(seed: 9)
    var count = 0
    for _ in 0..<300 {
      let x = Self.hostile(&random, count: random.int(1...70))
      guard
        let (sum, largest) = unsafe x.withUnsafeBufferPointer({
          unsafe RowSum.roughSum($0.baseAddress!, count: $0.count)
        })
      else { continue }
      count += 1
      var exact = Ball(0)
      for x in x { exact = exact + .exp(Ball(Rational(x), precision: Self.precision)) }
      let ball = sum.asBall
      #expect(largest == x.max()!)
      #expect(ball.lower <= exact.lower && exact.upper <= ball.upper, "\(x)")
      #expect(sum.radius <= 1 << 5)
    }
    #expect(count > 100)
    let outside: [[Double]] = [[601, 0], [-301, -400], [.nan, 0], [0, .infinity]]
    for x in outside {
      let sum = unsafe x.withUnsafeBufferPointer {
        unsafe RowSum.roughSum($0.baseAddress!, count: 2)
      }
      #expect(sum == nil, "\(x)")
    }
  }

  @Test func `the sum encloses the exact one in both tiers`() {
    var random = SplitMix(seed: 2)
    for round in 0..<300 {
      let x = Self.hostile(&random, count: round == 0 ? 3000 : random.int(2...70))
      Self.row(x) { row in
        guard let row else {
          Issue.record("no row of \(x)")
          return
        }
        let largest = Rational(x.max()!)
        #expect(x[row.winner] == x.max()!)
        var sum = Ball(0)
        for index in x.indices where index != row.winner {
          sum = sum + .exp(Ball(Rational(x[index]) - largest, precision: Self.precision))
        }
        let isVanishing = sum.upper < .powerOfTwo(-690)
        for tier in [row, row.refined] {
          let rest = tier.rest.asBall
          if rest.isUnknown && isVanishing { continue }
          #expect(rest.lower <= sum.lower && sum.upper <= rest.upper, "\(tier.isRefined) \(x)")
        }
        #expect(isVanishing || row.rest.radius < 1 << 58)
        #expect(isVanishing || row.refined.rest.radius < 1 << 20)
      }
    }
  }

  @Test func `what is not a row of numbers is not answered`() {
    let rows: [[Double]] = [
      [], [1], [1, .nan], [.nan, 1], [.infinity, 1], [-.infinity, -.infinity], [0x1p41, 0],
      [1, 2, 3, 4, 5, 6, 7, 8, 9, .nan],
    ]
    for x in rows { #expect(Self.row(x) { $0 == nil }, "\(x)") }
    Self.row([1, -.infinity, 2]) { row in
      guard let row else {
        Issue.record("no row")
        return
      }
      #expect(row.softmax(at: 1, to: .float64) == 0)
      #expect(row.logSoftmax(at: 1, to: .float64) == (-Double.infinity).bitPattern)
      #expect(row.softmax(at: 1, isLabel: true, to: .float64) == (-1.0).bitPattern)
    }
  }

  @Test func `memory for terms may begin at any double`() {
    var random = SplitMix(seed: 10)
    let x = (0..<19).map { _ in Double.random(in: -9...9, using: &random) }
    let memory = UnsafeMutablePointer<Double>.allocate(capacity: 2 * (19 + 7) + 8)
    defer { unsafe memory.deallocate() }
    var results: [[Double]] = []
    for offset in 0..<8 {
      var result = [Double](repeating: 0, count: 19)
      let open = unsafe x.withUnsafeBufferPointer { logits in
        unsafe result.withUnsafeMutableBufferPointer {
          unsafe SoftmaxRow(logits, terms: memory + offset)!.softmax(into: $0)
        }
      }
      #expect(open.isEmpty)
      results.append(result)
    }
    #expect(results.allSatisfy { $0 == results[0] })
    #expect(abs(results[0].reduce(0, +) - 1) < 0x1p-50)
  }

  @Test func `long sums keep their bound`() {
    // A million equal terms whose rests are all of one sign: the worst for sums of rests.
    let x = [0.0] + [Double](repeating: -0.3, count: 1 << 20)
    Self.row(x) { row in
      let term = Ball.exp(Ball(Rational(-0.3), precision: Self.precision))
      let sum = term * Ball(1 << 20)
      let rest = row?.rest.asBall ?? .unknown(precision: 1)
      #expect(rest.lower <= sum.lower && sum.upper <= rest.upper)
    }
  }
}
