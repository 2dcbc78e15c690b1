import Exact
import Judgement

// A sweep as a person reads it: whether every answer is right, how wrong the others are, where, and
// of what kind.

extension SweepReport {
  /// The report for a terminal.
  public var text: String {
    ([heading, coverage, comparison].compactMap { $0 }.joined(separator: "\n")
      + "\n\n" + [histogram, places, reasons].compactMap { $0 }.joined(separator: "\n\n")
      + "\n\n" + verdict + "\n")
  }

  private var heading: String {
    let version = subject.version.isEmpty ? "" : " \(subject.version)"
    return "\(function), \(inputs.format.rawValue)   \(subject.name)\(version)"
  }

  private var coverage: String {
    let total =
      inputs.format.bitWidth == 64 ? "2^64" : grouped(1 << inputs.format.bitWidth)
    let which =
      inputs.isWhole
      ? "every one"
      : "one in \(grouped(Int(inputs.stride))), and both neighbours of every power of two"
    let outside =
      tally.outside == 0
      ? "" : "; \(grouped(tally.outside)) of them lie outside of the domain and were not asked"
    return "\(grouped(inputs.count)) of \(total) numbers: \(which)\(outside)"
  }

  private var comparison: String? {
    ballStride.map { stride in
      "decided in the fastest way; held to two machine words, and to balls "
        + (stride == 1 ? "throughout" : "at one in \(grouped(stride)) of these")
    }
  }

  // MARK: How wrong

  private var histogram: String {
    var rows = [("the nearest number", tally.nearest)]
    if let last = tally.histogram.keys.max() {
      // What lies between is shown, unless it is a desert.
      for bin in 0...last where tally.histogram[bin] != nil || last <= 12 {
        rows.append((SweepReport.name(ofBin: bin), tally.histogram[bin] ?? 0))
      }
    }
    for mistake in SweptResult.Mistake.allCases {
      if let count = tally.mistakes[mistake] { rows.append((mistake.rawValue, count)) }
    }
    let counts = rows.map { grouped($0.1) }
    let (names, digits) = (rows.map(\.0.count).max()!, counts.map(\.count).max()!)
    return zip(rows, counts).map { row, count in
      let name = row.0 + String(repeating: " ", count: names - row.0.count)
      let right = String(repeating: " ", count: digits - count.count) + count
      return "  \(name)  \(right)  \(percent(row.1))"
    }.joined(separator: "\n")
  }

  /// "≤ 4 ulp": by more than 2 of them.
  static func name(ofBin bin: Int) -> String {
    bin <= 20 ? "off by ≤ \(grouped(1 << bin)) ulp" : "off by ≤ 2^\(bin) ulp"
  }

  private func percent(_ count: Int) -> String {
    if tally.asked == 0 { return "" }
    let share = Double(count) / Double(tally.asked)
    if count == tally.asked { return "100%" }
    if count == 0 { return "" }
    let hundredths = (share * 10_000).rounded(.down)
    if hundredths < 1 { return "< 0.01%" }
    let (whole, rest) = (Int(hundredths) / 100, Int(hundredths) % 100)
    return "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
  }

  // MARK: Where

  private var places: String? {
    var parts: [String] = []
    if !tally.worst.isEmpty {
      parts.append("the worst\n" + SweepReport.table(tally.worst))
    }
    for mistake in SweptResult.Mistake.allCases {
      guard let examples = tally.examples[mistake] else { continue }
      parts.append("\(mistake.rawValue)\n" + SweepReport.table(examples))
    }
    return parts.isEmpty ? nil : parts.joined(separator: "\n\n")
  }

  private static func table(_ results: [SweptResult]) -> String {
    aligned(
      results.map { result in
        [
          "  x = \(result.argument.text)", result.argument.hexadecimal,
          "expected \(result.expected.text)", result.expected.hexadecimal,
          "got \(result.answer.text)", result.answer.hexadecimal,
          result.error.map { "\($0 < 0 ? "−" : "+")\(short($0.magnitude)) ulp" } ?? "",
        ]
      })
  }

  private var reasons: String? {
    if unanswered.isEmpty && restarts == 0 { return nil }
    let most = unanswered.sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
    var rows = most.prefix(SweepTally.kept).map { reason, count in
      "  \(counted(count, "request")): \(reason)"
    }
    if most.count > rows.count { rows.append("  and \(most.count - rows.count) other reasons") }
    let again = restarts == 0 ? [] : ["  it was started again \(counted(restarts, "time"))"]
    return (["not answered"] + rows + again).joined(separator: "\n")
  }

  // MARK: The end

  private var verdict: String {
    var lines: [String] = []
    if tally.zeroSigns > 0 {
      lines.append(
        "\(grouped(tally.zeroSigns)) \(tally.zeroSigns == 1 ? "zero" : "zeros") of the other sign, which is not scored"
      )
    }
    lines.append("checksum \(checksum)")
    if conforms && wrong == 0 {
      lines.append("Every answer is the nearest number.")
    } else {
      let greatest = tally.greatestError.map { "; the greatest error is \(short($0)) ulp" } ?? ""
      let within =
        limit == nil ? "" : conforms ? ", within what is allowed" : ", beyond what is allowed"
      lines.append(
        "\(grouped(wrong)) of \(grouped(tally.asked)) answers are not the nearest number\(greatest)\(within)."
      )
    }
    return lines.joined(separator: "\n")
  }
}

/// A whole number with a comma before every three digits: 65,536.
func grouped(_ number: Int) -> String {
  let digits = String(number)
  return digits.enumerated().map { index, digit in
    index > 0 && (digits.count - index) % 3 == 0 ? ",\(digit)" : "\(digit)"
  }.joined()
}
