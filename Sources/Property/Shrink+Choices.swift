// The passes that delete choices, and those that simplify them whatever they stand for.

extension Search {
  /// Deletes neighbouring choices: an element of an array, or many at once.
  mutating func deleteBlocks() {
    var size = best.count / 2
    while size > 0 {
      let stride = size > 8 ? size / 2 : 1
      var start = best.count - size
      while start >= 0 {
        if attempt(deleting: start..<start + size) {
          start = min(start, best.count - size)
        } else {
          start -= stride
        }
      }
      size = size > 16 ? size / 2 : min(size - 1, 8)
    }
  }

  /// Deletes choices and lowers an index before them, which may count what was deleted.
  mutating func deleteCounted() {
    var counter = 0
    while counter < best.count {
      for size in 1...4 {
        var start = counter + 1
        while start + size <= best.count, let index = index(at: counter), index > 0 {
          var tape = best.map(\.choice)
          tape[counter] = .index(index - 1)
          tape.removeSubrange(start..<start + size)
          if !attempt(tape) { start += 1 }
        }
      }
      counter += 1
    }
  }

  /// Replaces neighbouring choices by the simplest ones, all of them first.
  mutating func setBlocksToSimplest() {
    var size = best.count
    while size > 0 {
      var start = 0
      while start < best.count {
        let places = start..<min(start + size, best.count)
        if !best[places].allSatisfy(\.isSimplest) {
          _ = attempt(places.map { ($0, best[$0].simplest) })
        }
        start += size
      }
      size /= 2
    }
  }

  /// Bisects each index towards 0, in steps of two as well: whole numbers alternate in sign.
  mutating func lowerIndices() {
    var place = 0
    while place < best.count {
      for step in [1, 2] as [UInt64] {
        guard let start = index(at: place) else { break }
        bisect(below: start / step) { search, count in
          search.attempt([(place, .index(start % step + count * step))])
        }
      }
      place += 1
    }
  }

  /// Lowers a choice and raises a later one of its kind by as much.
  mutating func moveWeight() {
    for (place, other) in pairs() {
      guard place < best.count, other < best.count else { continue }
      switch (best[place].choice, best[other].choice) {
      case (.index(let low), .index(let high)):
        let room = min(low, best[other].bound - 1 - high)
        bisect(below: room) { search, rest in
          let moved = room - rest
          return search.attempt([(place, .index(low - moved)), (other, .index(high + moved))])
        }
      case (.real(let value), .real(let next)):
        var moved = value - best[place].origin
        for _ in 0..<12 where moved != 0 {
          if attempt([(place, .real(value - moved)), (other, .real(next + moved))]) { break }
          moved = (moved / 2).rounded(.towardZero)
        }
      default: continue
      }
    }
  }

  /// Exchanges choices, and neighbouring blocks of choices, so that the simpler one comes first.
  mutating func sort() {
    for (place, other) in pairs() where other < best.count {
      if best[other].isSimpler(than: best[place]) {
        _ = attempt([(place, best[other].choice), (other, best[place].choice)])
      }
    }
    for size in 2..<9 {
      var start = 0
      while start + 2 * size <= best.count {
        let (a, b) = (best[start..<start + size], best[(start + size)..<(start + 2 * size)])
        if [Drawn](b).isSimpler(than: [Drawn](a)) {
          _ = attempt(
            Array((best[..<start] + b + a + best[(start + 2 * size)...]).map(\.choice)))
        }
        start += 1
      }
    }
  }

  /// The index at a place; nil past the end and where a real number stands.
  private func index(at place: Int) -> UInt64? {
    guard place < best.count, case .index(let index) = best[place].choice else { return nil }
    return index
  }

  /// Each place with the next few of the same kind.
  private func pairs() -> [(Int, Int)] {
    best.indices.flatMap { place in
      best.indices[(place + 1)...].filter { best[$0].bound == best[place].bound }.prefix(3)
        .map { (place, $0) }
    }
  }
}
