public import Conformance
public import CrossEntropy
public import Judgement
public import Laws

/// What checks each clause, and which wrong implementation shows that the check can fail.
public struct Ledger: Sendable {
  /// A clause and what names it.
  public struct Row: Sendable {
    /// The clause.
    public let clause: Clause
    /// The laws that check it.
    public let laws: [Law]
    /// The frozen cases, which are the vectors in their formats.
    public let cases: [Case]
    /// The mutants that violate it.
    public let mutants: [Mutant]

    /// What the clause lacks; empty if a law or a case checks it and a mutant violates it.
    public var lacks: [String] {
      (laws.isEmpty && cases.isEmpty ? ["a law or a vector that checks it"] : [])
        + (mutants.isEmpty ? ["a mutant that violates it"] : [])
    }
  }

  /// A law, vector or mutant that names a clause which does not exist, or none.
  public struct Stranger: Sendable, Hashable, CustomStringConvertible {
    /// What it is called, and what it names.
    public let description: String
  }

  /// One row a clause, in the order of Spec/.
  public let rows: [Row]
  /// Those that stand in no row.
  public let strangers: [Stranger]

  /// Whether each clause has what it needs, and everything names clauses that exist.
  public var isComplete: Bool { strangers.isEmpty && rows.allSatisfy(\.lacks.isEmpty) }

  /// The ledger of the package itself.
  public static let whole = Ledger(
    clauses: Clause.all, laws: Law.all, cases: Corpus.all, mutants: Mutant.all)

  /// The row of a clause; nil if there is no such clause.
  public subscript(_ id: String) -> Row? { rows.first { $0.clause.id == id } }

  /// Enters laws, cases and mutants under the clauses that they name.
  public init(clauses: [Clause], laws: [Law], cases: [Case], mutants: [Mutant]) {
    func byClause<Entry>(_ entries: [Entry], _ names: (Entry) -> [String]) -> [String: [Entry]] {
      entries.reduce(into: [:]) { table, entry in
        for name in Set(names(entry)) { table[name, default: []].append(entry) }
      }
    }
    let laws = (all: laws, byClause: byClause(laws, \.clauses))
    let cases = (all: cases, byClause: byClause(cases, \.clauses))
    let mutants = (all: mutants, byClause: byClause(mutants, \.clauses))
    rows = clauses.map { clause in
      Row(
        clause: clause, laws: laws.byClause[clause.id] ?? [],
        cases: cases.byClause[clause.id] ?? [], mutants: mutants.byClause[clause.id] ?? [])
    }
    let known = Set(clauses.map(\.id))
    func strangers(_ kind: String, _ entries: [(name: String, clauses: [String])]) -> [Stranger] {
      entries.flatMap { entry in
        entry.clauses.isEmpty
          ? [Stranger(description: "\(kind) \(entry.name) names no clause")]
          : entry.clauses.filter { !known.contains($0) }.map {
            Stranger(description: "\(kind) \(entry.name) names \($0), which does not exist")
          }
      }
    }
    self.strangers =
      strangers("law", laws.all.map { ($0.name, $0.clauses) })
      + strangers("vector", cases.all.map { ($0.id, $0.clauses) })
      + strangers("mutant", mutants.all.map { ($0.name, $0.clauses) })
  }
}
