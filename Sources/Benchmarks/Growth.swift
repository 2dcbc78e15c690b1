import CrossEntropy
import Exact

/// How our time grows with the size of the work.
package struct Growth: Sendable {
  /// What a size counts, and what a time is of.
  package enum Axis: String, Sendable, CaseIterable {
    case logits, digits, rows, threads
  }

  /// A size, and nanoseconds.
  package struct Point: Sendable {
    package let size: Int
    package let time: Double
  }

  package let name: String
  package let axis: Axis
  package let about: String
  /// The sizes that were measured.
  package private(set) var points: [Point] = []
  /// The first size that was not, and about how long one pass would take, in nanoseconds.
  package private(set) var omitted: (size: Int, pass: Double)?

  /// Measures one size after another, until a pass would take longer than patience lasts.
  ///
  /// - Parameters:
  ///   - power: the power of the size with which a pass is thought to grow, in deciding so.
  ///   - elements: what the time of a pass is divided by.
  ///   - pass: given a size, what is timed.
  init(
    _ name: String, _ axis: Axis, _ about: String, sizes: [Int], power: Int, seconds: Double,
    patience: Double, elements: (Int) -> Int, pass: (Int) throws -> Workload.Pass
  ) throws {
    (self.name, self.axis, self.about) = (name, axis, about)
    var last: (size: Int, pass: Double)?
    for size in sizes {
      if let last {
        var expected = last.pass
        for _ in 0..<power { expected *= Double(size) / Double(last.size) }
        if expected > patience * 1e9 {
          omitted = (size, expected)
          return
        }
      }
      let work = try pass(size)
      var times = [try Stopwatch.nanoseconds(seconds: 0, work).time]
      // What is long enough needs no repetition.
      if times[0] < 1e9 {
        times = try (0..<3).map { _ in try Stopwatch.nanoseconds(seconds: seconds, work).time }
      }
      let time = Spread(times).median
      points.append(Point(size: size, time: time / Double(elements(size))))
      last = (size, time)
    }
  }
}

extension Growth {
  /// Every curve.
  ///
  /// - Parameters:
  ///   - seconds: of a measurement, at least.
  ///   - patience: seconds that one pass may take.
  ///   - progress: told the name of each curve before it is measured.
  package static func all(
    seconds: Double, patience: Double, progress: (String) -> Void = { _ in }
  ) throws -> [Growth] {
    var curves: [Growth] = []
    func add(
      _ name: String, _ axis: Axis, _ about: String, _ sizes: [Int], power: Int = 1,
      elements: (Int) -> Int, pass: (Int) throws -> Workload.Pass
    ) throws {
      progress(name)
      curves.append(
        try Growth(
          name, axis, about, sizes: sizes, power: power, seconds: seconds, patience: patience,
          elements: elements, pass: pass))
    }
    try add(
      "row", .logits, "the loss of one row, correctly rounded to float64: time a logit",
      (1...7).map { power in (0..<power).reduce(1) { size, _ in size * 10 } }, elements: { $0 },
      pass: { size in batch(rows: 1, classes: size) })
    let digits = [20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000]
    try add(
      "exp", .digits, "exp of one number to so many digits: time a number", digits, power: 2,
      elements: { _ in 1 }, pass: { ball(digits: $0) { .exp($0) } })
    try add(
      "log", .digits, "log of one number to so many digits: time a number", digits, power: 2,
      elements: { _ in 1 }, pass: { ball(digits: $0) { .log($0) } })
    try add(
      "batch", .rows, "the losses of rows of 100 logits in one call: time a logit",
      [1, 10, 100, 1000, 10_000], elements: { 100 * $0 },
      pass: { size in batch(rows: size, classes: 100) })
    try add(
      "threads", .threads, "10,000 rows of 100 logits on as many threads: time a logit", [1, 2],
      power: 0, elements: { _ in 1_000_000 },
      pass: { size in batch(rows: 10_000, classes: 100, threads: size) })
    return curves
  }

  /// A pass over the losses of a batch, on so many threads.
  private static func batch(rows: Int, classes: Int, threads: Int = 1) -> Workload.Pass {
    // One row's worth of normal numbers is drawn, and met again by every row and in long rows.
    var draw = Draw("growth")
    let some = (0..<min(classes, 1000)).map { _ in draw.normal(3) }
    let row = (0..<classes).map { some[$0 % some.count] }
    let logits = (0..<rows).flatMap { _ in row }
    let labels = [Int](repeating: 0, count: rows)
    return {
      .bits(try Rows.crossEntropy(logits, labels: labels, threads: threads).map(\.bitPattern))
    }
  }

  private static func ball(digits: Int, _ function: @escaping (Ball) -> Ball) -> Workload.Pass {
    let bits = digits * 3322 / 1000 + 8
    var draw = Draw("growth")
    let x = Ball(
      midpoint: Dyadic(draw.wide(bits: bits), exponent: Integer(3 - bits)), precision: bits)
    return { .balls([function(x)], precision: bits) }
  }
}
