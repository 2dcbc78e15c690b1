import Conformance
import CrossEntropy
import Exact
import Judgement

extension Explanation {
  /// A vector: the question, the certified answer, and who gets it wrong.
  init(_ origin: Case, in format: Format, _ results: RealResults?) {
    let request = origin.request(in: format)
    let question = Question(origin, request: request)
    let mutants = Mutant.all.filter { $0.functions.contains(origin.function) }
    let caught = KillMatrix(mutants, [question]).rows.filter { !$0.survives }.map(\.mutant)
    self.init(
      title: request.id, lead: [origin.note],
      sections: [
        Section(heading: "question", lines: [request.text]),
        Section(heading: "answer", lines: Explanation.answer(to: request)),
        Section(
          heading: "asked",
          lines: [
            "in \(origin.formats.map(\.rawValue).joined(separator: ", ")), from the tier "
              + "\(origin.tier.rawValue) on"
          ]),
        Explanation.clauses(origin.clauses, heading: "clauses that a wrong answer breaks"),
        Explanation.mutants(caught, heading: "mutants that it catches in \(format.rawValue)"),
        Section(
          heading: RealResults.heading,
          lines: RealResults.lines(results) { $0.failures(case: origin.id) }),
      ])
  }

  /// The certified answer, correctly rounded, of long tensors the beginning.
  private static func answer(to request: Request) -> [String] {
    guard case .answer(let answer) = ReferenceImplementation().reply(to: request) else {
      return ["to be refused"]
    }
    func text(_ tensor: Tensor<Floating>) -> String {
      let shown = tensor.elements.prefix(8).map(\.text).joined(separator: ", ")
      let numbers = tensor.elements.count > 8 ? shown + ", …" : shown
      return tensor.shape.isEmpty
        ? numbers : "[\(numbers)]" + (tensor.shape.count > 1 ? " of shape \(tensor.shape)" : "")
    }
    let gradients = answer.gradient.sorted { $0.key < $1.key }
    return [text(answer.value)] + gradients.map { "by \($0.key): \(text($0.value))" }
  }
}
