public import CrossEntropy
import Exact
import Property

/// A claim about the family that is true of every correct implementation: a value that knows no
/// test framework, so that the same list runs against the reference and against anybody's kernel.
public struct Law: Sendable {
  /// Its name, in lower case with hyphens; stable, since seeds and tokens derive from it.
  public let name: String
  /// What it says, as a sentence.
  public let statement: String
  /// The clauses that it checks.
  public let clauses: [String]
  /// Where the claim comes from.
  public let source: String
  /// Of which subjects it holds.
  public let promises: Set<Promise>
  /// Whether it holds as well where derivatives are made by dual numbers, which know no corners and
  /// no edges of a domain.
  public let isSmooth: Bool
  /// Shares of the cases that must carry a label.
  public let cover: [String: Double]
  /// Cases that are tried first: values by the names of the draws.
  public let examples: [Example]
  /// How many cases of the small world are tried, in its order; 0 for a law without one.
  public let worldLimit: Int
  /// Where it stands in the source, for reports.
  public let location: Location
  let claim: @Sendable (Trial) throws -> Void

  /// A place in a source file.
  public struct Location: Sendable {
    /// The module and the file.
    public let fileID: String
    /// The whole path of the file, as it was compiled.
    public let filePath: String
    /// The line, counted from 1.
    public let line: Int
    /// The column, counted from 1.
    public let column: Int
  }

  /// The values that stand for the draws of a case.
  public typealias Example = [String: any Sendable]

  /// The number of cases of any small world of one vector: every logit vector of 1 to 4 classes
  /// over five values.
  public static let wholeWorld = 5 + 25 + 125 + 625

  /// A law, and where it stands.
  ///
  /// - Parameters:
  ///   - name: in lower case with hyphens; seeds and tokens derive from it.
  ///   - statement: what it says, as a sentence.
  ///   - clauses: the ids of the clauses that it checks.
  ///   - source: where the claim comes from.
  ///   - promises: of which subjects it holds.
  ///   - isSmooth: whether it holds as well of derivatives by dual numbers.
  ///   - cover: shares of the cases that must carry a label, such as `["tie": 0.05]`.
  ///   - examples: cases that are tried first, values by the names of the draws.
  ///   - world: how many cases of the small world are tried; 0 for a law without one.
  ///   - fileID: the module and the file of the law.
  ///   - filePath: the whole path of the file.
  ///   - line: the line of the law.
  ///   - column: the column of the law.
  ///   - claim: draws a case, asks the subject and states what must hold; it throws ``Violation``
  ///     where that is refuted.
  // There are hundreds of laws: written out in each place this would double the time of a build.
  @inline(never)
  public init(
    _ name: String, _ statement: String, clauses: [String], source: String,
    promises: Set<Promise> = [.certified, .rounded, .computed], isSmooth: Bool = false,
    cover: [String: Double] = [:], examples: [Example] = [], world: Int = 0,
    fileID: String = #fileID, filePath: String = #filePath, line: Int = #line,
    column: Int = #column, claim: @escaping @Sendable (Trial) throws -> Void
  ) {
    (self.name, self.statement, self.clauses, self.source) = (name, statement, clauses, source)
    (self.promises, self.isSmooth, self.cover) = (promises, isSmooth, cover)
    (self.examples, self.worldLimit, self.claim) = (examples, world, claim)
    location = Location(fileID: fileID, filePath: filePath, line: line, column: column)
  }

  /// Whether the law is claimed of a subject.
  public func isClaimed(of subject: some Subject) -> Bool {
    if subject.name == DualSubject.name { return isSmooth }
    return promises.contains(subject.promise)
  }
}

/// A law does not hold of a case, and why.
public struct Violation: Error, Hashable, CustomStringConvertible {
  /// The reason, as a sentence without its end.
  public let description: String
  /// A violation, with the reason as reports print it.
  public init(_ description: String) { self.description = description }
}
