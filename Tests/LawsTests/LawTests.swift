import Conformance
import CrossEntropy
import Exact
import Laws
import Support
import Testing

/// Every law on every subject that it is claimed of, by family.
@Suite struct `Laws` {
  static let subjects: [any Subject] = [
    ReferenceSubject(), DualSubject(), RoundedSubject(.float64), RoundedSubject(.bfloat16),
    RoundedDecimalSubject(), LiteralSubject.naive,
  ]

  @Test(arguments: Law.families.map(\.name)) func `hold`(family: String) throws {
    for law in Law.families.first(where: { $0.name == family })!.laws {
      for subject in Self.subjects where law.isClaimed(of: subject) {
        switch law.run(on: subject, lawSettings) {
        case .holds(let cases): #expect(cases > 0)
        case .fails(let finding): Issue.record("\(finding)")
        case .inconclusive(let why): Issue.record("\(law.name) on \(subject.name): \(why)")
        }
      }
    }
  }

  /// A law that nothing can break says nothing.
  @Test(arguments: Law.all.map(\.name)) func `can be broken`(law: String) throws {
    let law = Law.named(law)!
    let breakers: [any Subject] =
      law.promises == [.literal]
      ? [LiteralSubject.correct]
      : Mutant.all.filter { $0.breaks.contains(law.name) }.map { MutantSubject($0) }
    #expect(!breakers.isEmpty, "nothing is known to break \(law.name)")
    for breaker in breakers {
      guard case .fails(let finding) = law.run(on: breaker, LawSettings()) else {
        Issue.record("\(breaker.name) does not break \(law.name)")
        continue
      }
      if let least = Least.all.first(where: { $0.law == law.name && $0.mutant == breaker.name }) {
        #expect(finding.leastText == least.text)
      }
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
