import Conformance
import CrossEntropy
import Exact
import Testing

@testable import Judgement

@Suite struct `The corpus and its reports` {
  @Test func `every case has its own name and clauses that exist`() {
    let clauses = Set(Clause.all.map(\.id))
    #expect(Set(Corpus.all.map(\.id)).count == Corpus.all.count)
    for one in Corpus.all {
      #expect(one.id.hasPrefix(one.function + "/"))
      #expect(!one.clauses.isEmpty && clauses.isSuperset(of: one.clauses), "\(one.id)")
      #expect(!one.note.isEmpty)
    }
  }

  /// Smoke asks every function, and catches nine mutants of ten.
  @Test func `the smoke tier is small and sees much`() {
    let questions = Selection(formats: [.float64], tier: .smoke).questions()
    #expect(questions.count < 90)
    #expect(Corpus.smoke.isSubset(of: Set(Corpus.all.map(\.id))))
    #expect(Set(questions.map(\.request.call.function)) == Set(Function.all.map(\.name)))
    let survivors = KillMatrix(Mutant.all, questions, levels: [.standard], limit: 1).survivors
    #expect(survivors.count <= Mutant.all.count / 10, "\(survivors.map(\.name))")
  }

  @Test func `the frozen questions alone catch every mutant`() {
    let questions = Selection(formats: [.float64]).questions()
    let matrix = KillMatrix(Mutant.all, questions, limit: 1)
    #expect(matrix.survivors.isEmpty, "\(matrix.survivors.map(\.name))")
    // To flush what underflows is allowed to a library at standard, to cut the last bit at strict.
    #expect(
      matrix.rows.filter { $0.accuracy == .strict }.map(\.mutant.name) == [
        "sigmoid-flushed-to-zero", "softmax-flushed-to-zero",
      ])
    #expect(
      matrix.rows.filter { $0.accuracy == .correctlyRounded }.map(\.mutant.name)
        == ["last-bit-cut"])
  }

  @Test func `the good built-in conforms and the naive one does not`() throws {
    let questions = Selection().questions()
    let good = try Verification(BuiltInImplementation(.stable), questions).run()
    // Where every accepted algorithm leaves the range on the way, only the class can be judged.
    #expect(good.conforms && good[.conforms] + good[.notJudged] == questions.count)
    #expect(good[.notJudged] < questions.count / 200)
    let naive = try Verification(BuiltInImplementation(.naive), questions).run()
    #expect(!naive.conforms)
    let failed = Set(naive.failures.map { String($0.id.split(separator: "@")[0]) })
    for id in [
      "softmax/offset-1e4", "softmax/saturated-800",
      "binary_cross_entropy_with_logits/right-50",
      "sparse_categorical_cross_entropy_with_logits/wrong-800",
    ] {
      #expect(failed.contains(id), "\(id)")
    }
    #expect(naive.text.contains("✘ SOFTMAX-2  Shifting every logit by the same amount"))
  }

  @Test func `a limit on failures stops the asking`() throws {
    var verification = Verification(BuiltInImplementation(.naive), Selection().questions())
    verification.failureLimit = 2
    let report = try verification.run()
    #expect(report[.fails] == 2 && !report.isComplete)
  }

  @Test func `what is not declared is not asked, what is declared must be there`() throws {
    struct Partial: LocalImplementation {
      var hello: Hello {
        var hello = Hello(name: "partial", version: "1")
        hello.functions = ["sigmoid": .init(formats: [.float32], options: [])]
        return hello
      }
      func reply(to request: Request) -> Reply { .unsupported("everything") }
    }
    let report = try Verification(Partial(), Selection().questions()).run()
    #expect(Set(report.keys.map(\.function)) == ["sigmoid"])
    #expect(report.notDeclared["softmax"] != nil && report.notDeclared["sigmoid in float64"] != nil)
    #expect(!report.conforms && report[.fails] == report.asked)
  }

  @Test func `who has no gradients is asked for the values`() throws {
    struct Valued: LocalImplementation {
      var hello: Hello {
        var hello = Hello(name: "valued", version: "1")
        hello.functions = ["softplus": .init(gradient: [])]
        return hello
      }
      func reply(to request: Request) -> Reply {
        #expect(request.call.gradient.isEmpty && request.call.cotangent == nil)
        return BuiltInImplementation(.stable).reply(to: request)
      }
    }
    let questions = Selection(functions: ["softplus"], formats: [.float32]).questions()
    let withGradient = questions.count { !$0.request.call.gradient.isEmpty }
    let summary = try Verification(Valued(), questions).run()
    #expect(summary.conforms && summary.notDeclared == ["gradient of softplus": withGradient])
    #expect(summary.asked > questions.count / 2)
  }

  @Test func `selections go by pattern and format`() {
    let some = Selection(functions: ["*_with_logits"], formats: [.float32]).questions()
    #expect(
      Set(some.map(\.request.call.function)) == [
        "binary_cross_entropy_with_logits", "categorical_cross_entropy_with_logits",
        "sparse_categorical_cross_entropy_with_logits", "binary_focal_with_logits",
        "focal_with_logits",
      ])
    #expect(some.allSatisfy { $0.request.format == .float32 })
    #expect(glob("s?ftmax", matches: "softmax") && glob("*", matches: ""))
    #expect(!glob("soft", matches: "softmax") && !glob("soft*x?", matches: "softmax"))
  }
}
