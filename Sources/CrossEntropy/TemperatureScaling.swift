import Exact

/// The temperature T > 0 that minimises the mean negative log-likelihood of softmax(z/T).
///
/// With β = 1/T the loss is convex, and its derivative, the mean over rows of
/// Σ p_c·z_c − z_t with p = softmax(βz), rises strictly unless every row's logits are equal. T is
/// one over its root.
///
/// The root is never rational: at a rational β the derivative, cleared of denominators, is an
/// exponential polynomial that vanishes at an algebraic point only if it vanishes identically
/// (Lindemann–Weierstrass), and then every β is a root. So Ziv's loop ends.
enum TemperatureScaling: Formula {
  static let signature = Signature(
    "temperature_scaling", [.real("logits", "[N,C]", exact: true), .labels("labels", "[N]")],
    formula: "the T > 0 that minimises the mean of −log softmax(z/T)_t",
    notDifferentiable: "it is the solution of an equation")

  static func value<S: Scalar>(_ x: Inputs<S>) throws -> Tensor<S> {
    guard let rows = try rows(x) else { return Tensor(S.nan) }
    return Tensor(x.constant(1).enclosing(temperature(rows, x)))
  }

  /// The root as a solver finds it whose derivative errs: one step of Newton's method from the
  /// root itself, where what is computed for 0 is an error, divided by the true slope.
  static func otherForms<S: StableScalar>(_ x: Inputs<S>) throws -> [Tensor<S>] {
    guard let rows = try rows(x) else { return [] }
    let exact = temperature(rows, x)
    let temperature = x.constant(1).enclosing(exact)
    let derivative = zip(x.tensor("logits").rows(axis: 1), x.labels("labels").elements).flatMap {
      row, label in
      let shares = SoftmaxFamily.softmax(row.map { $0 / temperature })
      return zip(shares, row).map { weighted($0, $1 - row[label]) }
    }.sum
    // dT = −T²·dβ, and dβ is the error of the derivative by β over its slope.
    let slope = derivatives(Ball(1) / exact, rows).slope
    let factor = x.constant(1).enclosing(exact * exact / slope)
    return [Tensor(temperature + factor * derivative)]
  }

  /// The rows; nil if a logit is NaN.
  private static func rows<S: Scalar>(_ x: Inputs<S>) throws -> [Row]? {
    let logits = x.call.reals["logits"]!
    if logits.elements.contains(where: \.isNaN) { return nil }
    let rows = try zip(logits.rows(axis: 1), x.labels("labels").elements).map { try row($0, $1) }
    try checkMinimum(rows)
    return rows
  }

  private static func temperature<S: Scalar>(_ rows: [Row], _ x: Inputs<S>) -> Ball {
    let precision = max(x.precision, 192)
    let root = inverseTemperature(rows, precision: precision + 16)
    return (Ball(1) / root).withPrecision(precision)
  }

  /// A row's finite logits less that of its label; an excluded class is left out.
  typealias Row = [Rational]

  private static func row(_ logits: [Extended], _ label: Int) throws -> Row {
    if logits.contains(.infinity(isNegative: false)) {
      throw DataError.noMinimum(
        "a logit of +infinity takes all the probability at every temperature")
    }
    guard let own = logits[label].asRational else {
      throw DataError.noMinimum("a label has probability 0 at every temperature")
    }
    return logits.compactMap { $0.asRational.map { $0 - own } }
  }

  /// The derivative must be negative at β = 0 and positive for large β.
  private static func checkMinimum(_ rows: [Row]) throws {
    if rows.allSatisfy({ row in row.allSatisfy { $0 == row[0] } }) {
      throw DataError.noMinimum("the loss is the same at every temperature")
    }
    if rows.allSatisfy({ row in row.allSatisfy { $0.signum <= 0 } }) {
      throw DataError.noMinimum(
        "every label has the largest logit, so the loss falls as T falls to 0")
    }
    let atZero = rows.map { $0.reduce(.zero, +) / Rational($0.count) }.reduce(.zero, +)
    if atZero.signum >= 0 {
      throw DataError.noMinimum("the loss falls as T rises without end")
    }
  }
}

extension TemperatureScaling {
  /// The root β of the derivative, between two numbers at which balls show its sign.
  fileprivate static func inverseTemperature(_ rows: [Row], precision: Int) -> Ball {
    var (low, high) = (Dyadic.zero, Dyadic.one)
    while isBelowRoot(high, rows) { (low, high) = (high, high.scaled(by: 1)) }
    while low.isZero {
      let half = high.scaled(by: -1)
      if isBelowRoot(half, rows) { low = half } else { high = half }
    }
    if let (left, right) = neighbourhood(of: rows, in: low, high), isBelowRoot(left, rows),
      !isBelowRoot(right, rows)
    {
      (low, high) = (left, right)
    }
    // The width of the bracket, in bits below its end, at first and as wanted.
    while true {
      let width = high - low
      let bits = (high.top - width.top).asInt!
      if bits >= precision { return .between(low: low, high: high, precision: precision) }
      narrow(&low, &high, rows, bits: bits)
    }
  }

  /// Two numbers close round what hardware arithmetic takes for the root: a guess, which nothing
  /// depends on, as the signs at both have yet to show the root between them.
  private static func neighbourhood(
    of rows: [Row], in low: Dyadic, _ high: Dyadic
  ) -> (Dyadic, Dyadic)? {
    func double(_ value: Rational) -> Double { Double(.finite(value), precision: 0) }
    let rows = rows.map { row in (row: row.map(double), largest: double(row.max()!)) }
    var (below, above) = (double(low.asRational), double(high.asRational))
    var guess = (below + above) / 2
    for _ in 0..<100 where above - below > guess * 0x1p-48 {
      var (value, slope) = (0.0, 0.0)
      for (row, largest) in rows {
        let powers = row.map { Double.exp(guess * ($0 - largest)) }
        let total = powers.sum
        let mean = zip(row, powers).map { $0 * $1 }.sum / total
        value += mean
        slope += zip(row, powers).map { $0 * $0 * $1 }.sum / total - mean * mean
      }
      if value < 0 { below = guess } else { above = guess }
      let step = guess - value / slope
      if (guess - step).magnitude < guess * 0x1p-45 { break }
      guess = step > below && step < above ? step : (below + above) / 2
    }
    guard guess.isFinite, guess > 0 else { return nil }
    let middle = Ball(Rational(guess), precision: 64).midpoint
    let reach = Dyadic.powerOfTwo(middle.top - 37)
    let (left, right) = (middle - reach, middle + reach)
    return low < left && right < high ? (left, right) : nil
  }

  /// Narrows a bracket of the root: to the neighbourhood where Newton's step lands, if the signs at
  /// both its ends show the root there; by half, if not.
  private static func narrow(_ low: inout Dyadic, _ high: inout Dyadic, _ rows: [Row], bits: Int) {
    let middle = (low + high).scaled(by: -1)
    if bits >= 16 {
      let at = Ball(midpoint: middle, precision: 3 * bits + 64)
      let (value, slope) = derivatives(at, rows)
      let guess = at - value / slope
      // A step from within 2^−bits of the root errs by about its square.
      let reach = Dyadic.powerOfTwo(high.top - Integer(2 * bits - 8))
      if guess.isFinite {
        let (below, above) = (guess.midpoint - reach, guess.midpoint + reach)
        if low < below && above < high && isBelowRoot(below, rows) && !isBelowRoot(above, rows) {
          (low, high) = (below, above)
          return
        }
      }
    }
    if isBelowRoot(middle, rows) { low = middle } else { high = middle }
  }

  /// Whether the derivative is negative. It never vanishes at a dyadic number, so precision decides.
  private static func isBelowRoot(_ beta: Dyadic, _ rows: [Row]) -> Bool {
    var precision = 64 + beta.significand.bitWidth
    while true {
      if let sign = derivatives(Ball(midpoint: beta, precision: precision), rows).value.sign {
        return sign < 0
      }
      precision *= 2
    }
  }

  /// Σ over rows of the mean difference d under weights e^(βd), and of its variance.
  private static func derivatives(_ beta: Ball, _ rows: [Row]) -> (value: Ball, slope: Ball) {
    var (value, slope) = (beta.constant(0), beta.constant(0))
    for row in rows {
      let differences = row.map { Ball($0, precision: beta.precision) }
      let largest = Ball(row.max()!, precision: beta.precision)
      let powers = differences.map { Ball.exp(beta * ($0 - largest)) }
      let total = powers.sum
      let mean = zip(differences, powers).map { $0 * $1 }.sum / total
      let square = zip(differences, powers).map { $0 * $0 * $1 }.sum / total
      value = value + mean
      slope = slope + (square - mean * mean)
    }
    return (value, slope)
  }
}
