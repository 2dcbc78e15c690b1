/// Long lists for the calls of the corpus, the same for ever.
enum Lists {
  /// `[x, x, …]`
  static func copies(_ number: String, _ count: Int) -> String {
    list(Array(repeating: number, count: count))
  }

  /// Multiples of an eighth from −8 to 8, without order.
  static func logits(_ count: Int, seed: Int = 1) -> String {
    list(scattered(count, below: 129, seed).map { "\(Double($0 - 64) / 8)" })
  }

  /// Rows of such logits.
  static func logits(rows: Int, classes: Int) -> String {
    list((0..<rows).map { logits(classes, seed: 7 * $0 + 1) })
  }

  /// Positive fractions that add up to 1, without order.
  static func shares(_ count: Int, seed: Int = 1) -> String {
    let parts = scattered(count, below: 100, seed).map { $0 + 1 }
    let total = parts.reduce(0, +)
    return list(parts.map { "\($0)/\(total)" })
  }

  /// Multiples of 1/1024 inside (0, 1), without order.
  static func probabilities(_ count: Int, seed: Int = 1) -> String {
    list(scattered(count, below: 1023, seed).map { "\(Double($0 + 1) / 1024)" })
  }

  /// Whole numbers from 0 below a bound, without order: labels, yes and no.
  static func labels(_ count: Int, below bound: Int, seed: Int = 1) -> String {
    list(scattered(count, below: bound, seed).map { "\($0)" })
  }

  private static func list(_ elements: [String]) -> String {
    "[" + elements.joined(separator: ", ") + "]"
  }

  /// The high digits of the multiples of a number near the golden section of 2³².
  private static func scattered(_ count: Int, below bound: Int, _ seed: Int) -> [Int] {
    (0..<count).map { index in
      let hash = UInt32(truncatingIfNeeded: (index + 1000 * seed) &* 2_654_435_761)
      let mixed = (hash ^ (hash >> 15)) &* 2_246_822_519
      return Int(mixed >> 8) % bound
    }
  }
}
