import Synchronization

/// The constants of `Pair.exponential` and `Pair.logarithm`, made from `Ball` on first use and kept for the life of
/// the process.
@safe struct PairTable {
  private let row: UnsafePointer<Double>

  @inline(__always)
  private init(row: UnsafePointer<Double>) { unsafe self.row = row }

  /// Where each table begins in the row.
  private enum Place {
    static let powers = 0
    static let logarithms = powers + 2 * 1024
    static let constants = logarithms + 3 * 256
    static let end = constants + 7
  }

  /// log 2/2¹⁰ to 33 digits, and the rest of it.
  @inline(__always)
  var step: (head: Double, rest: Double) {
    unsafe (row[Place.constants], row[Place.constants + 1])
  }
  /// 2¹⁰/log 2
  @inline(__always)
  var inverseStep: Double { unsafe row[Place.constants + 2] }
  /// log 2 in whole units of 2^−42, and the rest of it.
  @inline(__always)
  var logOfTwo: (head: Double, rest: Double) {
    unsafe (row[Place.constants + 3], row[Place.constants + 4])
  }
  @inline(__always)
  var inverseLogOfTwo: Double { unsafe row[Place.constants + 5] }
  @inline(__always)
  var inverseLogOfTen: Double { unsafe row[Place.constants + 6] }

  /// 2^(j/2¹⁰) = H(1 + λ) for j < 2¹⁰: H of 27 digits, and λ.
  @inline(__always)
  func power(_ j: Int) -> (Double, Double) { unsafe (row[2 &* j], row[2 &* j &+ 1]) }

  /// For the stretch i < 2⁸ of [0.7, 1.42): a number a of 12 digits near the inverse of its middle,
  /// 1 for the one with 1 in its middle; −log a in whole units of 2^−42, and the rest of it.
  @inline(__always)
  func logarithm(_ i: Int) -> Logarithm<Double> {
    let place = Place.logarithms &+ 3 &* i
    return unsafe Logarithm(factor: row[place], head: row[place &+ 1], rest: row[place &+ 2])
  }

  /// A factor a, and −log a in two parts.
  struct Logarithm<Lanes: DoubleLanes> {
    let factor, head, rest: Lanes
  }

  /// Where the first stretch begins: the bits of 1 less 150 stretches and a half.
  static let firstStretch: UInt64 = 0x3FE6_9800_0000_0000

  @inline(__always)
  static var shared: PairTable {
    if let row = unsafe sharedRow.load(ordering: .acquiring) { return unsafe PairTable(row: row) }
    return makeShared()
  }

  @inline(never)
  private static func makeShared() -> PairTable {
    unsafe sharedRow.store(madeRow, ordering: .releasing)
    return unsafe PairTable(row: madeRow)
  }

  /// The row, in memory that is never freed.
  fileprivate static func make() -> UnsafeMutablePointer<Double> {
    let step = { (precision: Int) in
      Ball.logOfTwo(precision: precision) * Ball(.powerOfTwo(-10), precision: precision)
    }
    var numbers: [Double] = []
    for j in 0..<1024 {
      let power = { (precision: Int) in Ball.exp(Ball(j) * step(precision)) }
      let head = nearest(power).cut(to: 27)
      numbers += [head, nearest { power($0) / Ball(Rational(head), precision: $0) - Ball(1) }]
    }
    for i in 0..<256 {
      let start = firstStretch + UInt64(i) << 44
      let ends = [start, start + 1 << 44].map { Double(bitPattern: $0) }
      let factor = ends[0] < 1 && ends[1] > 1 ? 1 : (2 / (ends[0] + ends[1])).cut(to: 12)
      numbers += [factor] + split(unit: -42) { -.log(Ball(Rational(factor), precision: $0)) }
    }
    let head = nearest(step).cut(to: 33)
    numbers += [head, nearest { step($0) - Ball(Rational(head), precision: $0) }]
    numbers.append(nearest { Ball(1) / step($0) })
    numbers += split(unit: -42) { .logOfTwo(precision: $0) }
    numbers.append(nearest { Ball(1) / .logOfTwo(precision: $0) })
    numbers.append(nearest { Ball(1) / .logOfTen(precision: $0) })
    precondition(numbers.count == Place.end, "a table has too many entries or too few")

    let row = UnsafeMutablePointer<Double>.allocate(capacity: numbers.count)
    for (index, number) in numbers.enumerated() { unsafe (row + index).initialize(to: number) }
    return unsafe row
  }

  /// The whole units of 2^`unit` in a number below 1, and the rest of it.
  private static func split(unit: Int, _ value: (Int) -> Ball) -> [Double] {
    let scale = Double(sign: .plus, exponent: unit, significand: 1)
    let head = (nearest(value) / scale).rounded() * scale
    return [head, nearest { value($0) - Ball(Rational(head), precision: $0) }]
  }

  private static func nearest(_ value: (Int) -> Ball) -> Double {
    var precision = 192
    while true {
      let ball = value(precision)
      if ball.isZero { return 0 }
      if let number = Floating(rounding: ball, to: .float64) {
        return Double(bitPattern: number.bits)
      }
      precision *= 2
    }
  }
}

extension Double {
  /// The nearest number of so many binary digits, for a number that is far from overflow.
  fileprivate func cut(to digits: Int) -> Double {
    let unit: UInt64 = 1 << UInt64(53 - digits)
    return Double(bitPattern: (bitPattern + unit / 2) & ~(unit - 1))
  }
}

nonisolated(unsafe) private let sharedRow = unsafe Atomic<UnsafeMutablePointer<Double>?>(nil)
nonisolated(unsafe) private let madeRow = unsafe PairTable.make()
