import CrossEntropy
import Exact

/// What a golden file says wrongly: the case, the member, what it should be and what it is.
public struct GoldenFinding: Sendable, Hashable {
  /// The file's name.
  public let file: String
  /// Where the case begins in the file.
  public let line: Int
  /// The id of the case.
  public let id: String
  /// `value`, `gradient by x`, `verdict`, `claim`.
  public let member: String
  /// What is certain.
  public let expected: String
  /// What the file says.
  public let found: String
}

extension GoldenDocument {
  /// Compares everything that the file says with what is certain.
  public func findings() -> [GoldenFinding] { cases.flatMap { findings($0) } }

  /// The same, of one case.
  public func findings(_ next: GoldenCase) -> [GoldenFinding] {
    func finding(_ member: String, expected: String, found: String) -> GoldenFinding {
      GoldenFinding(
        file: file, line: next.line, id: next.id, member: member, expected: expected, found: found)
    }
    do {
      let (answer, verdict) = try certified(next)
      var findings: [GoldenFinding] = []
      if let answer {
        if let value = next.value, value != answer.value {
          findings.append(
            finding("value", expected: answer.value.description, found: value.description))
        }
        for (name, value) in answer.gradient.sorted(by: { $0.key < $1.key })
        where next.gradient[name] != value {
          findings.append(
            finding(
              "gradient by \(name)", expected: value.description,
              found: next.gradient[name]?.description ?? "nothing"))
        }
      }
      if verdict == nil {
        findings.append(finding("claim", expected: "true", found: "false"))
      } else if next.verdict != verdict {
        findings.append(
          finding(
            "verdict", expected: verdict!.rawValue, found: next.verdict?.rawValue ?? "nothing"))
      }
      return findings
    } catch {
      return [finding("case", expected: "a value", found: "\(error)")]
    }
  }

  /// The certified result of a case, none for a claim, and its verdict, none for a false claim.
  /// - Throws: `Undecided`; `DataError`.
  func certified(_ next: GoldenCase) throws -> (GoldenAnswer?, GoldenVerdict?) {
    switch next.body {
    case .call(let call):
      let answer = try GoldenAnswer(call.call)
      return (answer, try .judge(next, answer, among: cases))
    case .expression(let calculation):
      let answer = try GoldenAnswer(calculation)
      return (answer, try .judge(next, answer, among: cases))
    case .claim(let comparison): return (nil, try comparison.holds() ? .claim : nil)
    }
  }

  /// Ids that another file has as well.
  public static func duplicates(in documents: [GoldenDocument]) -> [GoldenError] {
    var known: [String: String] = [:]
    var errors: [GoldenError] = []
    for document in documents {
      for next in document.cases {
        if let other = known[next.id] {
          errors.append(
            GoldenError(
              file: document.file, line: next.line, "the id \(next.id) is also in \(other)"))
        }
        known[next.id] = document.file
      }
    }
    return errors
  }
}

extension GoldenValue: CustomStringConvertible {
  /// The numbers, after their shape unless it is a single one.
  public var description: String {
    shape.isEmpty ? decimals[0] : "\(shape) " + decimals.joined(separator: ", ")
  }
}
