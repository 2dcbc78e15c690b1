public import CrossEntropy
import Exact

/// A golden file: the examples of one document, as Golden/README.md explains it.
public struct GoldenDocument: Sendable {
  /// The file's name, for messages.
  public let file: String
  /// The document's title.
  public let title: String
  /// The examples in the order of the file.
  public let cases: [GoldenCase]
  /// The file as it was read.
  let json: JSON
}

/// One example or claim of a document.
public struct GoldenCase: Sendable {
  /// What a case is about.
  public enum Body: Sendable {
    /// A call of the catalogue.
    case call(GoldenCall)
    /// An expression with a value.
    case expression(Calculation)
    /// A comparison that the document states.
    case claim(Comparison)
  }

  /// The name of the case, unlike that of any other in any golden file.
  public let id: String
  /// Where the case begins in its file.
  public let line: Int
  /// The clauses that the example illustrates.
  public let clauses: [String]
  /// The example in words, or as the document prints it.
  public let example: String
  /// What the document prints, if it prints a result or a statement.
  public let printed: String?
  /// What is computed.
  public let body: Body
  /// What the file says; nil where it says nothing yet.
  public let value: GoldenValue?
  /// The gradients that the file says, by the names that they are by.
  public let gradient: [String: GoldenValue]
  /// How the file says that the printed result stands to the value; nil where it says nothing yet.
  public let verdict: GoldenVerdict?
  /// The cases whose results are added up to this one.
  public let terms: [String]
  let hasErrata: Bool
}

/// A call whose inputs are given as a document prints them.
public struct GoldenCall: Sendable {
  /// The call at exactly the numbers printed.
  public let call: Call
  /// The numbers that each printed input stands for: itself give or take half a unit of its last
  /// place, as far as its domain goes. Whole numbers and quotients stand for themselves.
  let intervals: [String: Tensor<DecimalInterval>]
}

/// Numbers in decimal notation, in their shape.
public struct GoldenValue: Sendable, Hashable {
  /// The sides; [] for a single number.
  public let shape: [Int]
  /// The numbers as texts, in row-major order; `NaN`, `Infinity` and `-Infinity` among them.
  public let decimals: [String]

  /// Numbers in their shape.
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
  /// What is printed is the value.
  case exact
  /// It is the value rounded to the digits shown.
  case rounds
  /// It is the value cut, toward zero, to the digits shown; or the sum of the terms as printed.
  case truncates
  /// It lies among the values that the inputs allow, each give or take half a unit of its last
  /// place.
  case consistent
  /// It is wrong.
  case erratum
  /// No result is printed that the value could be compared with.
  case computed
  /// A statement, and true.
  case claim
}

/// Why a golden file cannot be used: the file, the line, the reason.
public struct GoldenError: Error, Hashable, CustomStringConvertible {
  /// The file's name.
  public let file: String
  /// The line, counted from 1.
  public let line: Int
  /// The reason, as a sentence without its end.
  public let message: String

  /// A reason and the place that it is about.
  public init(file: String, line: Int, _ message: String) {
    (self.file, self.line, self.message) = (file, line, message)
  }

  /// The place and the reason.
  public var description: String { "\(file): line \(line): \(message)" }
}
