import Conformance
import CrossEntropy
import Judgement
import Laws
import Specification
import Testing

/// Every clause is checked by something, and violated by something; and the ledger would tell.
@Suite struct `Ledger of clauses` {
  @Test func `no clause, law, vector or mutant is an orphan`() {
    let orphans = Ledger.whole.rows.filter { !$0.lacks.isEmpty }
    #expect(orphans.map { "\($0.clause.id) lacks \($0.lacks)" } == [])
    #expect(Ledger.whole.strangers == [])
    #expect(Ledger.whole.isComplete)
  }

  @Test func `a clause that nothing checks is found`() {
    let ledger = Ledger(clauses: Clause.all, laws: [], cases: [], mutants: Mutant.all)
    #expect(ledger.rows.allSatisfy { $0.lacks == ["a law or a vector that checks it"] })
    #expect(!ledger.isComplete)
  }

  @Test func `a clause that nothing violates is found`() {
    let ledger = Ledger(clauses: Clause.all, laws: Law.all, cases: Corpus.all, mutants: [])
    #expect(ledger.rows.allSatisfy { $0.lacks == ["a mutant that violates it"] })
  }

  @Test func `what names no clause that exists is found`() {
    let some = Clause.all.filter { $0.id != "SOFTMAX-1" }
    let ledger = Ledger(clauses: some, laws: Law.all, cases: Corpus.all, mutants: Mutant.all)
    let strangers = ledger.strangers.map(\.description)
    for kind in ["law", "vector", "mutant"] {
      #expect(strangers.contains { $0.hasPrefix(kind) && $0.contains("SOFTMAX-1, which") })
    }
  }
}
