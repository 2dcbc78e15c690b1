import Conformance
import Judgement

extension Workload {
  static let verification = Workload(
    "verify", "xent verify, the core tier, of the built-in subject",
    goals: [.seconds(3, elements: 1)],
    limit:
      "running errors are a half, the reading of the corpus a quarter",
    draw: { _ in Inputs([Double]()) },
    ours: { _ in
      let questions = Selection(tier: .core).questions()
      return {
        PeakMemory.reset()
        var verification = Verification(BuiltInImplementation(.stable), questions)
        verification.probes = true
        let summary = try verification.run()
        let verdict = summary.conforms ? "" : "it does not conform; "
        return .remark("\(verdict)\(questions.count) questions, \(PeakMemory.text)")
      }
    },
    exact: { _ in .remark("") })
}
