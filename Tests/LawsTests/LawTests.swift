import Conformance
import CrossEntropy
import Exact
import Laws
import Property
import Support
import Testing

/// Every law on every subject that it is claimed of, by family.
@Suite struct `Laws` {
  /// Named by the family first, so that a failure is found by it.
  @Test(
    arguments: Law.families.flatMap { family in family.laws.map { "\(family.name): \($0.name)" } })
  func `hold`(law: String) throws {
    check(Law.named(String(law.split(separator: " ")[1]))!, on: LawSubjects.right)
  }

  /// A law that nothing can break says nothing.
  @Test(arguments: Law.all.map(\.name)) func `can be broken`(law: String) throws {
    let law = Law.named(law)!
    let breakers = LawSubjects.breaking(law)
    #expect(!breakers.isEmpty, "nothing is known to break \(law.name)")
    // Some mistakes show in one case of a hundred.
    var search = Settings()
    search.factor = 4
    for breaker in breakers {
      let least = Least.all.first { $0.law == law.name && $0.mutant == breaker.name }
      // To be simplified it need be only where a person would have written the least case.
      guard
        case .fails(let finding) = law.run(on: breaker, search, budget: least == nil ? 0 : 4000)
      else {
        Issue.record("\(breaker.name) does not break \(law.name)")
        continue
      }
      if let least { #expect(finding.leastText == least.text) }
    }
  }

  @Test func `are named once, and so are mutants`() {
    #expect(Set(Law.all.map(\.name)).count == Law.all.count)
    #expect(Set(Mutant.all.map(\.name)).count == Mutant.all.count)
  }

  @Test func `and mutants name clauses, functions and laws that exist`() {
    let clauses = Set(Clause.all.map(\.id))
    let functions = Set(Function.all.map(\.name))
    for law in Law.all {
      #expect(!law.clauses.isEmpty && law.clauses.allSatisfy(clauses.contains), "\(law.name)")
    }
    for mutant in Mutant.all {
      #expect(mutant.clauses.allSatisfy(clauses.contains), "\(mutant.name)")
      #expect(mutant.functions.allSatisfy(functions.contains), "\(mutant.name)")
      #expect(mutant.breaks.allSatisfy { Law.named($0) != nil }, "\(mutant.name)")
    }
    for least in Least.all {
      #expect(
        Mutant.named(least.mutant)?.breaks.contains(least.law)
          ?? (least.mutant == "literal-correct"),
        "\(least)")
    }
  }
}
