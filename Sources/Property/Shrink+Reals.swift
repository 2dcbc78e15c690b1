// The passes for real numbers: what a person would write down, not what halving leaves.

extension Search {
  mutating func simplifyReals() {
    var place = 0
    while place < best.count {
      simplify(place, followers: [])
      place += 1
    }
  }

  /// Deletes choices and doubles all numbers: what an element contributed, larger ones may make up.
  mutating func deleteDoubling() {
    guard best.contains(where: { $0.bound == 0 && !$0.isSimplest }) else { return }
    for size in 1...4 {
      var start = best.count - size
      while start >= 0 {
        var tape = best.map(\.choice)
        tape.removeSubrange(start..<start + size)
        for place in tape.indices {
          if case .real(let value) = tape[place] { tape[place] = .real(2 * value) }
        }
        start = attempt(tape) ? min(start, best.count - size) : start - 1
      }
    }
  }

  /// Turns a negative number positive and sets an index anew, which may say which number matters.
  mutating func negateChoosing() {
    for place in best.indices {
      for other in best.indices where other < best.count && best[other].bound > 1 {
        for index in 0..<min(best[other].bound, 5) {
          guard let value = real(at: place), value < 0, other < best.count else { break }
          _ = attempt([(place, .real(-value)), (other, .index(index))])
        }
      }
    }
  }

  /// Numbers that are equal, opposite or near to one another often fail only as such, so they are
  /// simplified together.
  mutating func simplifyRealsTogether() {
    let places = best.indices.filter { best[$0].bound == 0 }
    for (rank, place) in places.enumerated() {
      let others = places[(rank + 1)...]
      guard let value = real(at: place) else { continue }
      let equals = others.filter { real(at: $0).map(abs) == abs(value) }
      if !equals.isEmpty {
        simplify(
          place,
          followers: equals.map { other in
            let factor = real(at: other) == value ? 1.0 : -1
            return Follower(place: other) { $0 * factor }
          })
      }
      for other in others.prefix(8) {
        simplifyPair(place, other)
        simplifyPair(other, place)
      }
    }
  }

  /// A number and another that keeps its distance from it, in itself or as a share.
  private mutating func simplifyPair(_ place: Int, _ other: Int) {
    guard let value = real(at: place), let next = real(at: other), value != next else { return }
    let distance = next - value
    simplify(place, followers: [Follower(place: other) { $0 + distance }])
    guard let value = real(at: place), let next = real(at: other), value != 0 else { return }
    if abs(next - value) < abs(value) / 64 {
      let share = (next - value) / Double.power(Int(value.exponent))
      simplify(
        place,
        followers: [
          Follower(place: other) { $0 == 0 ? $0 : $0 + share * Double.power(Int($0.exponent)) }
        ])
    }
  }

  /// A number that changes with another one.
  private struct Follower {
    let place: Int
    let value: (Double) -> Double
  }

  private mutating func attempt(
    _ value: Double, at place: Int, _ followers: [Follower]
  ) -> Bool {
    attempt([(place, .real(value))] + followers.map { ($0.place, .real($0.value(value))) })
  }

  /// Whole numbers first, then fewer binary digits, then nearer to where the number shrinks towards.
  private mutating func simplify(_ place: Int, followers: [Follower]) {
    guard let start = real(at: place), !best[place].isSimplest else { return }
    let origin = best[place].origin
    let before = Simplicity(of: start, origin: origin)
    for value in Self.plainest(around: origin)
    where Simplicity(of: value, origin: origin) < before {
      if attempt(value, at: place, followers) { return }
    }
    _ = attempt(2 * origin - start, at: place, followers)
    if let value = real(at: place) {
      for rounded in Self.roundings(of: value)
      where Simplicity(of: rounded, origin: origin) < Simplicity(of: value, origin: origin) {
        if attempt(rounded, at: place, followers) { break }
      }
    }
    lowerExponent(place, followers)
    for unit in [nil, 1.0] { approach(origin, place, unit: unit, followers) }
  }

  /// Goes towards a number by multiples of a unit, the last binary digit if none is given.
  private mutating func approach(
    _ origin: Double, _ place: Int, unit: Double?, _ followers: [Follower]
  ) {
    guard let value = real(at: place), value != 0 else { return }
    let lastDigit = Double.power(value.exponentOfLastDigit)
    let unit = unit ?? (abs(value) <= Simplicity.countingLimit ? min(lastDigit, 1) : lastDigit)
    let count = (abs(value - origin) / unit).rounded(.down)
    guard count >= 1, count <= Simplicity.countingLimit else { return }
    let step = value < origin ? -unit : unit
    bisect(below: UInt64(count)) { search, rest in
      search.attempt(value - step * (count - Double(rest)), at: place, followers)
    }
  }

  /// Brings a very large or very small number nearer to 1 without changing its digits.
  private mutating func lowerExponent(_ place: Int, _ followers: [Follower]) {
    guard let value = real(at: place), value != 0, value.isFinite else { return }
    let exponent = Int(value.exponent)
    bisect(below: UInt64(abs(exponent))) { search, rest in
      let power = Double.power(exponent < 0 ? -Int(rest) : Int(rest))
      let scaled = value.significand * power
      return search.attempt(value < 0 ? -scaled : scaled, at: place, followers)
    }
  }

  private func real(at place: Int) -> Double? {
    guard place < best.count, case .real(let value) = best[place].choice else { return nil }
    return value
  }

  /// Where a number shrinks towards, and the whole numbers about it.
  private static func plainest(around origin: Double) -> [Double] {
    let center = origin.rounded()
    return [origin, center, -center]
      + (1...10).flatMap { [center + Double($0), center - Double($0)] }
  }

  /// A number cut to fewer binary digits, downwards and upwards: few after the point, then few at all.
  private static func roundings(of value: Double) -> [Double] {
    // Zero has no digits to cut, and no exponent.
    if value == 0 { return [] }
    let places = Array(-8...0).reversed() + (0...52).map { Int(value.exponent) - $0 }
    return places.flatMap { exponent in
      let unit = Double.power(exponent)
      return [FloatingPointRoundingRule.down, .up].map { (value / unit).rounded($0) * unit }
    }.filter(\.isFinite)
  }
}
