import Synchronization

/// The constants of `PairVector.exponential`, made from `Ball` on first use and kept for the life of
/// the process.
@safe struct RowTable {
  private let row: UnsafePointer<Double>

  /// log 2/2¹⁰ to 33 digits, and the rest of it.
  let step: Double
  let stepRest: Double
  /// 2¹⁰/log 2
  let inverseStep: Double

  private init(row: UnsafePointer<Double>) {
    unsafe self.row = row
    step = unsafe row[2048]
    stepRest = unsafe row[2049]
    inverseStep = unsafe row[2050]
  }

  /// 2^(k/2¹⁰) for the whole numbers k in the last digits of 1.5·2⁵² + k: H·2^K and λ, where k =
  /// 2¹⁰·K + j and 2^(j/2¹⁰) = H(1 + λ).
  @inline(__always)
  func power(_ shifted: SIMD8<UInt64>) -> PairVector {
    let j = shifted & 1023
    var (head, rest) = (DoubleVector(), DoubleVector())
    for lane in 0..<8 {
      let entry = unsafe row + 2 * Int(truncatingIfNeeded: j[lane])
      unsafe head[lane] = entry[0]
      unsafe rest[lane] = entry[1]
    }
    // k − j, moved into the place of the exponent.
    let exponent = (shifted &- j) &<< 42
    let bits = unsafe unsafeBitCast(head, to: SIMD8<UInt64>.self) &+ exponent
    return PairVector(head: unsafe unsafeBitCast(bits, to: DoubleVector.self), rest: rest)
  }

  static var shared: RowTable {
    if let row = unsafe sharedRow.load(ordering: .acquiring) { return unsafe RowTable(row: row) }
    return makeShared()
  }

  @inline(never)
  private static func makeShared() -> RowTable {
    unsafe sharedRow.store(madeRow, ordering: .releasing)
    return unsafe RowTable(row: madeRow)
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
    let head = nearest(step).cut(to: 33)
    numbers += [head, nearest { step($0) - Ball(Rational(head), precision: $0) }]
    numbers.append(nearest { Ball(1) / step($0) })

    let row = UnsafeMutablePointer<Double>.allocate(capacity: numbers.count)
    for (index, number) in numbers.enumerated() { unsafe (row + index).initialize(to: number) }
    return unsafe row
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
nonisolated(unsafe) private let madeRow = unsafe RowTable.make()
