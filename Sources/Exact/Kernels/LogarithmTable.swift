import Synchronization

/// log(1 + j/2^(8s)) for each step s ≥ 1 and each j that a step can ask for: what the kernels for
/// the exponential and the logarithm subtract and add.
///
/// A row is made when it is first asked for, and made again, longer, when more limbs of it are; rows
/// are never freed, so that reading one costs two loads and no lock. The lengths are few, so what
/// outgrown rows keep is less than what the table holds.
@safe struct LogarithmTable {
  /// The most steps, and the most limbs that a row is made with.
  static let mostSteps = 32, mostLimbs = 84

  /// The most units of 2^(−64·count) by which a row of `count` limbs falls short; it never exceeds
  /// the true value. The cut costs less than one; the value before it falls short by less than
  /// 2⁻⁵⁰ more.
  static let maxError = 2

  /// A step asks for j ≤ 516.
  private static let width = 520

  // Rows of the first steps in up to nine limbs, all that 500 bits ask for, lie side by side, each after its
  // count, which is zero until the row is made; longer ones are pointed to.
  private typealias Count = Atomic<UInt64>
  private typealias Slot = Atomic<UnsafeMutablePointer<UInt64>?>
  private static let shortSteps = 8, shortLimbs = 9
  private static let lengths = [20, 36, 56, mostLimbs]

  private let start: UnsafeMutableRawPointer

  private var shortRows: UnsafeMutablePointer<UInt64> {
    unsafe start.assumingMemoryBound(to: UInt64.self)
  }
  private var slots: UnsafeMutablePointer<Slot> {
    unsafe (shortRows + Self.shortSteps * Self.width * (Self.shortLimbs + 1)).raw
      .assumingMemoryBound(to: Slot.self)
  }

  /// The one table of the process.
  @inline(__always)
  static var shared: LogarithmTable {
    if let start = unsafe sharedTable.load(ordering: .acquiring) {
      return unsafe LogarithmTable(start: start)
    }
    return makeShared()
  }

  @inline(never)
  private static func makeShared() -> LogarithmTable {
    let words = shortSteps * width * (shortLimbs + 1) + mostSteps * width
    let row = UnsafeMutablePointer<UInt64>.allocate(capacity: words)
    // Counts of zero and pointers to nothing.
    unsafe row.initialize(repeating: 0, count: words)
    let (isOurs, earlier) = unsafe sharedTable.compareExchange(
      expected: nil, desired: UnsafeMutableRawPointer(row), ordering: .acquiringAndReleasing)
    if isOurs { return unsafe LogarithmTable(start: UnsafeMutableRawPointer(row)) }
    unsafe row.deallocate()
    return unsafe LogarithmTable(start: earlier!)
  }

  /// log(1 + `index`/2^(8·`step`)) in `count` limbs; of step 1 and index 256, log 2.
  @inline(__always)
  func row(_ step: Int, _ index: Int, count: Int) -> Limbs.Source {
    let place = (step &- 1) &* Self.width &+ index
    if count <= Self.shortLimbs && step <= Self.shortSteps {
      let row = unsafe shortRows + place &* (Self.shortLimbs &+ 1)
      if unsafe row.raw.assumingMemoryBound(to: Count.self).pointee.load(ordering: .acquiring) == 0
      {
        unsafe makeShort(row, step, index)
      }
      return unsafe Limbs.Source(row + (1 &+ Self.shortLimbs &- count))
    }
    if let row = unsafe slots[place].load(ordering: .acquiring) {
      let excess = unsafe Int(row[0]) - count
      if excess >= 0 { return unsafe Limbs.Source(row + 1 + excess) }
    }
    return unsafe makeLong(step, index, count: count)
  }

  @inline(never)
  private func makeShort(_ row: UnsafeMutablePointer<UInt64>, _ step: Int, _ index: Int) {
    precondition(step <= Self.shortSteps, "no such logarithm is tabulated")
    let limbs = Self.limbs(step, index, count: Self.shortLimbs)
    let count = unsafe row.raw.assumingMemoryBound(to: Count.self)
    shortRowsBeingMade.withLock { _ in
      if unsafe count.pointee.load(ordering: .relaxed) != 0 { return }
      for (place, limb) in limbs.enumerated() { unsafe row[place + 1] = limb }
      unsafe count.pointee.store(UInt64(Self.shortLimbs), ordering: .releasing)
    }
  }

  /// Fills a slot. Two threads may do so at once: either row serves, and both are kept.
  @inline(never)
  private func makeLong(_ step: Int, _ index: Int, count: Int) -> Limbs.Source {
    precondition(
      step <= Self.mostSteps && count <= Self.mostLimbs, "no such logarithm is tabulated")
    let length = Self.lengths.first { $0 >= count }!
    let row = UnsafeMutablePointer<UInt64>.allocate(capacity: length + 1)
    unsafe row.initialize(repeating: 0, count: length + 1)
    for (place, limb) in Self.limbs(step, index, count: length).enumerated() {
      unsafe row[place + 1] = limb
    }
    unsafe row[0] = UInt64(length)
    unsafe slots[(step - 1) * Self.width + index].store(row, ordering: .releasing)
    return unsafe Limbs.Source(row + 1 + (length - count))
  }

  private static func limbs(_ step: Int, _ index: Int, count: Int) -> [UInt64] {
    precondition(step >= 1 && 0..<width ~= index, "no such logarithm is tabulated")
    return (logarithm(step, index, bits: 64 * (count + 1)) >> 64).limbs
  }

  /// log(1 + `index`/2^(8·`step`)) in units of 2^−`bits`, short by less than 2¹³.
  ///
  /// The first step by the kernel without tables, which errs by `FixedPoint.logMaxError` either way.
  /// From the second on the series z − z²/2 + z³/3 − …, z = `index`/2^(8·`step`) < 2⁻⁶: each power
  /// falls short by less than 1/(1 − z) < 1.02, its quotient by less than 2.02, and the first that is
  /// cut to zero is below 1.02 with all that follow; there are at most bits/6 < 1000 powers, so the
  /// sum errs by less than 2100 either way, and 2¹² is taken off it.
  static func logarithm(_ step: Int, _ index: Int, bits: Int) -> Natural {
    if index == 0 { return .zero }
    if step == 1 {
      if index == 256 { return Constants.log2(bits: bits) }
      let value = FixedPoint.log(Natural(UInt64(256 + index)) << (bits - 8), bits: bits)
      return value - Natural(UInt64(FixedPoint.logMaxError))
    }
    let factor = Natural(UInt64(index))
    var power = factor << (bits - 8 * step)
    var (plus, minus, divisor) = (power, Natural.powerOfTwo(12), UInt64(1))
    while true {
      power = (power * factor) >> (8 * step)
      if power.isZero { return plus - minus }
      divisor += 1
      let term = power.quotientAndRemainder(dividingBy: divisor).0
      if divisor & 1 == 1 { plus = plus + term } else { minus = minus + term }
    }
  }
}

nonisolated(unsafe) private let sharedTable = unsafe Atomic<UnsafeMutableRawPointer?>(nil)
private let shortRowsBeingMade = Mutex<Void>(())

extension UnsafeMutablePointer {
  @inline(__always)
  fileprivate var raw: UnsafeMutableRawPointer { UnsafeMutableRawPointer(self) }
}
