import CrossEntropy
import Exact
import Judgement

/// What is known about the value of an expression, ready to be printed.
struct EvalReport {
  /// One element.
  struct Element {
    let index: [Int]
    let decimal: DecimalValue
    /// The value as a decimal or a quotient, where it is rational and short.
    let exact: String?
    /// An upper bound on the distance from the enclosure's midpoint.
    let radius: String?
    let formats: [Floating]

    /// Whether the exact value is the decimal number, whose digits need no second line.
    var isTerminating: Bool {
      guard case .finite(let digits) = decimal, let exact, !exact.contains("/") else {
        return false
      }
      return digits.trimmed.description == exact
    }
  }

  let calculation: Calculation
  let format: Format?
  let elements: [Element]

  /// - Throws: `Undecided`.
  init(_ calculation: Calculation, digits: Int, format: Format?) throws {
    (self.calculation, self.format) = (calculation, format)
    let decimals = try calculation.rounded(to: DecimalTarget(count: digits))
    let formats = try (format.map { [$0] } ?? Format.allCases).map {
      try calculation.rounded(to: $0).elements
    }
    let exact = calculation.exactValues().elements
    let radii = EvalReport.radii(calculation, digits: digits)
    elements = decimals.elements.indices.map { offset in
      let isExact = exact[offset]?.asRational != nil
      return Element(
        index: decimals.indices(at: offset), decimal: decimals.elements[offset],
        exact: exact[offset]?.asRational.flatMap { EvalReport.short($0, digits: digits) },
        radius: isExact ? "0" : radii?[offset], formats: formats.map { $0[offset] })
    }
  }

  /// A rational number in full, if it ends within the digits or is a short quotient.
  private static func short(_ value: Rational, digits: Int) -> String? {
    let rounded = DecimalDigits(rounding: value, count: digits)
    if rounded.asRational == value { return rounded.trimmed.description }
    if value.numerator.magnitude.bitWidth + value.denominator.bitWidth > 320 { return nil }
    return value.description
  }

  /// The radii of enclosures narrow enough for the digits, rounded up to two digits.
  private static func radii(_ calculation: Calculation, digits: Int) -> [String?]? {
    var precision = DecimalTarget(count: digits).startingPrecision
    let cap = max(Reference.cap, 4 * precision)
    while true {
      let balls = try? calculation.enclosures(precision: precision).elements
      let isNarrow = balls?.allSatisfy {
        !$0.isUnknown && (!$0.isFinite || DecimalDigits(rounding: $0, count: digits) != nil)
      }
      if isNarrow == true { return balls?.map(radius) }
      // A value that only its algebraic form decides has no enclosure worth showing.
      if 2 * precision > cap {
        return balls?.map { DecimalDigits(rounding: $0, count: digits) == nil ? nil : radius($0) }
      }
      precision *= 2
    }
  }

  private static func radius(_ ball: Ball) -> String? {
    guard ball.isFinite else { return nil }
    if ball.isExact { return "0" }
    // A tenth more makes up for the rounding to two digits.
    let size = Ball(midpoint: ball.radius.asDyadic, precision: 64)
    return DecimalDigits(rounding: size * Ball(11) / size.constant(10), count: 2)?.description
  }

  // MARK: Text

  var text: String {
    calculation.shape.isEmpty ? scalarText(elements[0]) : tensorText
  }

  private func scalarText(_ element: Element) -> String {
    var rows: [[String]] = []
    if format == nil {
      if let exact = element.exact { rows.append(["exactly", exact]) }
      if !element.isTerminating { rows.append(["digits", element.decimal.description]) }
      if let radius = element.radius { rows.append(["radius", radius]) }
    }
    rows += EvalReport.rows(element.formats)
    return Table.text(rows)
  }

  /// The rows of the formats, their numbers aligned.
  private static func rows(_ formats: [Floating]) -> [[String]] {
    let numbers = formats.map(\.shortestDecimal)
    let width = numbers.map(\.count).max() ?? 0
    return zip(formats, numbers).map { number, text in
      [
        number.format.rawValue,
        text + String(repeating: " ", count: width - text.count) + "  " + number.hexadecimal,
      ]
    }
  }

  private var tensorText: String {
    Table.text(
      elements.map { element in
        let index = element.index.map { "[\($0)]" }.joined()
        if format != nil {
          return [index, element.formats[0].shortestDecimal, element.formats[0].hexadecimal]
        }
        if element.isTerminating { return [index, element.exact!, "exactly"] }
        let note = element.exact.map { ["exactly \($0)"] } ?? []
        return [index, element.decimal.description] + note
      })
  }

  // MARK: JSON

  func json(_ judgements: [EvalJudgement]?) -> JSON {
    .members([
      ("expression", .string(calculation.text)),
      ("shape", .array(calculation.shape.map { .number($0) })),
      ("elements", .array(elements.map(EvalReport.json))),
      (
        "got",
        judgements.map {
          .array(
            $0.map { .members([("right", .bool($0.isRight)), ("says", .string($0.sentence))]) })
        }
      ),
    ])
  }

  private static func json(_ element: Element) -> JSON {
    .members(
      [
        ("decimal", .string(element.decimal.description)),
        ("exact", element.exact.map { .string($0) }),
        ("radius", element.radius.map { .string($0) }),
      ]
        + element.formats.map { number in
          (
            number.format.rawValue,
            .members([
              ("value", .string(number.shortestDecimal)), ("bits", .string(number.hexadecimal)),
            ])
          )
        })
  }
}

/// Rows of words in aligned columns.
enum Table {
  static func text(_ rows: [[String]], indent: Int = 0) -> String {
    var widths: [Int] = []
    for row in rows {
      for (column, word) in row.enumerated() where column < row.count - 1 {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], word.count)
      }
    }
    return rows.map { row in
      let words = row.enumerated().map { column, word in
        column == row.count - 1
          ? word : word + String(repeating: " ", count: widths[column] - word.count)
      }
      return String(repeating: " ", count: indent) + words.joined(separator: "  ") + "\n"
    }.joined()
  }
}
