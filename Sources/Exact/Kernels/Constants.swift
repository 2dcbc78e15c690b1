import Synchronization

/// log 2, log 10 and π in fixed point, remembered at the highest precision asked for so far.
enum Constants {
  /// The ulps by which a constant falls short at most; it never exceeds the true value.
  static let maxError = 1

  /// log 2 = 18·artanh(1/26) − 2·artanh(1/4801) + 8·artanh(1/8749), cut to units of 2^−bits.
  static func log2(bits: Int) -> Natural { lookUp(.log2, bits) }

  /// log 10 = 46·artanh(1/31) + 34·artanh(1/49) + 20·artanh(1/161).
  static func log10(bits: Int) -> Natural { lookUp(.log10, bits) }

  /// π = 16·arctan(1/5) − 4·arctan(1/239) (J. Machin, 1706).
  static func pi(bits: Int) -> Natural { lookUp(.pi, bits) }

  private enum Name: Hashable { case log2, log10, pi }

  /// Under a lock: the longest value computed so far.
  private static let remembered = Mutex<[Name: (bits: Int, value: Natural)]>([:])

  private static func lookUp(_ name: Name, _ bits: Int) -> Natural {
    if let known = remembered.withLock({ $0[name] }), known.bits >= bits {
      return known.value >> (known.bits - bits)
    }
    let length = bits + bits / 2 + 64
    let value = compute(name, bits: length)
    remembered.withLock { table in
      if (table[name]?.bits ?? 0) < length { table[name] = (length, value) }
    }
    return value >> (length - bits)
  }

  /// The sum of multiples of inverse tangents, in 64 bits more than asked for.
  ///
  /// Each power of 1/x² falls short by less than 1 + 1/24 units (its own cut, and what its
  /// predecessor brings), each term by less than 2, and the tail is below 2. There are fewer than
  /// bits/4 terms, since every x² is above 2⁴, and the multiples sum to at most 100, so up to 2⁴² bits
  /// the error is below 100·2·(2⁴⁰ + 1) < 2⁴⁸ working units. A value within 2⁴⁸ of a multiple of 2⁶⁴
  /// is computed again, longer, so the cut is right and the result falls short by less than one unit.
  private static func compute(_ name: Name, bits: Int) -> Natural {
    var extra = 64
    while true {
      let working = bits + extra
      let series: [(Int, UInt64)] =
        switch name {
        case .log2: [(18, 26), (-2, 4801), (8, 8749)]
        case .log10: [(46, 31), (34, 49), (20, 161)]
        case .pi: [(16, 5), (-4, 239)]
        }
      var total = Integer.zero
      for (factor, x) in series {
        let value = inverseTangent(x, bits: working, isHyperbolic: name != .pi)
        total += Integer(factor) * Integer(magnitude: value)
      }
      let tail = total.magnitude - (total.magnitude >> extra) << extra
      let margin = Natural.powerOfTwo(48)
      if tail > margin && tail + margin < .powerOfTwo(extra) { return total.magnitude >> extra }
      extra += 64
    }
  }

  /// artanh(1/x) = Σ x^−(2j+1)/(2j+1), or arctan(1/x) with alternating signs, each term cut.
  private static func inverseTangent(_ x: UInt64, bits: Int, isHyperbolic: Bool) -> Natural {
    var power = Natural.powerOfTwo(bits).quotientAndRemainder(dividingBy: x).0
    var (plus, minus, index) = (power, Natural.zero, UInt64(1))
    while true {
      power = power.quotientAndRemainder(dividingBy: x * x).0
      index += 2
      let term = power.quotientAndRemainder(dividingBy: index).0
      if term.isZero { return plus - minus }
      if isHyperbolic || index % 4 == 1 { plus = plus + term } else { minus = minus + term }
    }
  }
}

extension Ball {
  /// log 2 to `precision` bits.
  public static func logOfTwo(precision: Int) -> Ball {
    constant(Constants.log2(bits: precision + 4), bits: precision + 4, precision: precision)
  }

  /// π to `precision` bits.
  public static func pi(precision: Int) -> Ball {
    constant(Constants.pi(bits: precision + 4), bits: precision + 4, precision: precision)
  }

  /// log 10 to `precision` bits.
  public static func logOfTen(precision: Int) -> Ball {
    constant(Constants.log10(bits: precision + 4), bits: precision + 4, precision: precision)
  }

  private static func constant(_ value: Natural, bits: Int, precision: Int) -> Ball {
    Ball(
      midpoint: Dyadic(value, exponent: Integer(-bits)), radius: .powerOfTwo(Integer(-bits)),
      precision: precision)
  }
}
