import Conformance
import CrossEntropy
import Exact
import Judgement
import Laws

extension Explanation {
  /// A clause: what it defines, what checks it, what violates it.
  init(_ clause: Clause, _ results: RealResults?) {
    let row = Ledger.whole[clause.id]!
    let function = Function.all.first {
      clause.id.dropLast(clause.id.reversed().prefix { $0 != "-" }.count + 1)
        == $0.signature.clausePrefix
    }
    let axis = Axis.allCases.first { $0.clause == clause.id }
    self.init(
      title: clause.id, lead: [clause.sentence],
      sections: [
        Section(
          heading: "formula",
          lines: function.map { ["\($0.name): \($0.signature.formula)"] } ?? []),
        Section(
          heading: "policy",
          lines: axis.map { ["\($0.rawValue): \($0.values.joined(separator: ", "))"] } ?? []),
        Explanation.laws(row.laws, heading: "laws that check it"),
        Section(
          heading: "vectors that check it",
          lines: Explanation.table(row.cases.map { [$0.id, $0.note] })),
        Explanation.mutants(row.mutants, heading: "mutants that violate it"),
        Section(
          heading: RealResults.heading,
          lines: RealResults.lines(results) { $0.failures(of: clause.id) }),
      ])
  }

  /// A function: its signature, and its clauses.
  init(_ function: Function, _ results: RealResults?) {
    let signature = function.signature
    self.init(
      title: function.name, lead: [signature.formula],
      sections: [
        Section(
          heading: "arguments",
          lines: Explanation.table(
            signature.arguments.map {
              ["\($0.name)\($0.shape)", $0.isOptional ? "may be left out" : ""]
            })),
        Section(heading: "options", lines: Explanation.table(signature.options.map { [$0.name] })),
        Explanation.clauses(
          Clause.all.map(\.id).filter {
            $0.hasPrefix(signature.clausePrefix + "-")
              && $0.dropFirst(signature.clausePrefix.count + 1).allSatisfy(\.isNumber)
          }),
        Section(
          heading: RealResults.heading,
          lines: RealResults.lines(results) { $0.failures(function: function.name) }),
      ])
  }

  /// A law: what it claims and of whom, and who breaks it.
  init(_ law: Law) {
    let subjects = LawSubjects.right.filter { law.isClaimed(of: $0) }.map { $0.name }
    self.init(
      title: law.name, lead: [law.statement],
      sections: [
        Section(heading: "source", lines: [law.source]),
        Explanation.clauses(law.clauses, heading: "clauses that it checks"),
        Section(heading: "tried on", lines: [subjects.joined(separator: ", ")]),
        Explanation.mutants(
          Mutant.all.filter { $0.breaks.contains(law.name) }, heading: "mutants that break it"),
        Section(heading: "try it", lines: ["xent laws \(law.name) --check"]),
      ])
  }

  /// A mutant: what it does wrong, and what catches it.
  init(_ mutant: Mutant) {
    let cases = Corpus.all.filter {
      mutant.functions.contains($0.function) && $0.tier < .full && $0.formats.contains(.float64)
    }
    let questions = cases.map { Question($0, request: $0.request(in: .float64)) }
    let row = KillMatrix([mutant], questions).rows[0]
    let killers = row.killers.map { [$0.caseID ?? $0.request.id, $0.note] }
    self.init(
      title: mutant.name, lead: [mutant.mistake],
      sections: [
        Explanation.clauses(mutant.clauses, heading: "clauses that it violates"),
        Section(heading: "functions that it gets wrong", lines: mutant.functions),
        Explanation.laws(
          mutant.breaks.compactMap { Law.named($0) }, heading: "laws that it breaks"),
        Section(
          heading:
            "\(row.killers.count) of \(row.asked) vectors catch it, at \(row.accuracy.rawValue)",
          lines: Explanation.table(killers)),
      ])
  }

  /// A policy axis: its values, and who has which.
  init(_ axis: Axis, _ results: RealResults?) {
    let clause = Clause.all.first { $0.id == axis.clause }
    self.init(
      title: axis.rawValue, lead: ["a point on which sound implementations differ"],
      sections: [
        Section(
          heading: "values",
          lines: axis.values.enumerated().map {
            $0.offset == 0 ? "\($0.element)  (the specification's own)" : $0.element
          }),
        Section(
          heading: "clause of the specification's own",
          lines: clause.map { ["\($0.id)  \($0.sentence)"] } ?? []),
        Section(
          heading: RealResults.heading,
          lines: RealResults.lines(results) { $0.values(of: axis) }),
      ])
  }
}
