import Exact

// Results as words: how a peer writes them, and how a first wrong one is shown.

extension Outputs {
  /// Reads a peer's words as results of the same kind as these; nil if one of them is none.
  func reading(_ words: some Sequence<Substring>) -> Outputs? {
    switch self {
    case .bits: all(words) { $0.count == 16 ? UInt64($0, radix: 16) : nil }.map { .bits($0) }
    case .balls(_, let precision):
      all(words) { Ball(word: $0, precision: precision) }.map { .balls($0, precision: precision) }
    case .decimals: all(words) { Rational($0).map { Decimal38($0) } }.map { .decimals($0) }
    case .remark: nil
    }
  }

  private func all<Value>(
    _ words: some Sequence<Substring>, _ read: (Substring) -> Value?
  ) -> [Value]? {
    var values: [Value] = []
    for word in words {
      guard let value = read(word) else { return nil }
      values.append(value)
    }
    return values
  }

  /// One result, for a person.
  func text(at place: Int) -> String {
    switch self {
    case .bits(let values): "\(Double(bitPattern: values[place]))"
    case .balls(let values, _):
      if let digits = DecimalDigits(rounding: values[place], count: 15) {
        "\(digits)"
      } else {
        "\(values[place])"
      }
    case .decimals(let values): "\(values[place])"
    case .remark(let text): text
    }
  }
}

extension Ball {
  /// Reads `1f@-3~1@-9`, the midpoint 0x1f·2⁻³ and the radius 2⁻⁹.
  init?(word: Substring, precision: Int) {
    let parts = word.split(separator: "~", omittingEmptySubsequences: false)
    guard parts.count == 2, let midpoint = Dyadic(word: parts[0]),
      let radius = Dyadic(word: parts[1]), !radius.isNegative
    else { return nil }
    self.init(midpoint: midpoint, radius: Magnitude(above: radius), precision: precision)
  }
}

extension Dyadic {
  fileprivate init?(word: Substring) {
    let parts = word.split(separator: "@", omittingEmptySubsequences: false)
    let isNegative = parts[0].hasPrefix("-")
    guard parts.count == 2, let exponent = Int(parts[1]),
      let digits = Natural(hexadecimal: isNegative ? parts[0].dropFirst() : parts[0])
    else { return nil }
    self.init(isNegative: isNegative, digits, exponent: Integer(exponent))
  }
}
