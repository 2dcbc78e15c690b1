public import CrossEntropy
import Exact

/// A golden file: the examples of one document, as Golden/README.md explains it.
public struct GoldenDocument: Sendable {
  /// The file's name, for messages.
  public let file: String
  public let title: String
  public let cases: [GoldenCase]
  /// The file as it was read.
  let json: JSON
}

/// One example or claim of a document.
public struct GoldenCase: Sendable {
  public enum Body: Sendable {
    case call(GoldenCall)
    case expression(Calculation)
    case claim(Comparison)
  }

  public let id: String
  /// Where the case begins in its file.
  public let line: Int
  public let clauses: [String]
  public let example: String
  /// What the document prints, if it prints a result or a statement.
  public let printed: String?
  public let body: Body
  /// What the file says; nil where it says nothing yet.
  public let value: GoldenValue?
  public let gradient: [String: GoldenValue]
  public let verdict: GoldenVerdict?
  /// The cases whose results are added up to this one.
  public let terms: [String]
  let hasErrata: Bool
}

/// A call whose inputs are given as a document prints them.
public struct GoldenCall: Sendable {
  public let call: Call
  /// The numbers that each printed input stands for: itself give or take half a unit of its last
  /// place, as far as its domain goes. Whole numbers and quotients stand for themselves.
  let intervals: [String: Tensor<DecimalInterval>]
}

/// Numbers in decimal notation, in their shape.
public struct GoldenValue: Sendable, Hashable {
  public let shape: [Int]
  public let decimals: [String]

  public init(shape: [Int], _ decimals: [String]) {
    (self.shape, self.decimals) = (shape, decimals)
  }

  var json: JSON {
    if shape.isEmpty { return .members([("decimal", .string(decimals[0]))]) }
    return .members([
      ("shape", .array(shape.map { .number($0) })),
      ("decimal", .array(decimals.map { .string($0) })),
    ])
  }
}

/// How a printed result stands to the value.
public enum GoldenVerdict: String, Sendable, CaseIterable {
  case exact, rounds, truncates, consistent, erratum, computed, claim
}

/// Why a golden file cannot be used: the file, the line, the reason.
public struct GoldenError: Error, Hashable, CustomStringConvertible {
  public let file: String
  public let line: Int
  public let message: String

  public init(file: String, line: Int, _ message: String) {
    (self.file, self.line, self.message) = (file, line, message)
  }

  public var description: String { "\(file): line \(line): \(message)" }
}
