import Conformance
import CrossEntropy
import Judgement
import Specification

/// `xent explain`
enum ExplainCommand: Command {
  static let name = "explain"
  static let abstract = "What is known under a name: a clause, a vector, a mutant, an axis, …"
  static let usage = "<name> … [--root <folder>]"
  static let details = """
    ARGUMENTS:
      <name>                  A clause (SOFTMAX-2), a function (softmax), a vector
                              (softmax/offset-ties, in one format softmax/offset-ties@float32), a
                              mutant (softmax-not-shifted), a law (softmax-sums-to-one) or a policy axis
                              (label_smoothing).

    OPTIONS:
      --root <folder>         Where Golden/results is, for what real implementations do (default:
                              the nearest folder above the current one that holds both Golden and
                              Spec, if there is one).
    """

  static func run(_ words: [String]) throws -> ExitCode {
    let arguments = try Arguments(words, options: ["root"])
    let names = arguments.positional + (arguments.foreign ?? [])
    if names.isEmpty { throw Failure.usage("a name is missing") }
    // Without a checkout nothing is known of real implementations; one that is named must be there.
    let folder =
      arguments["root"] == nil ? try? arguments.goldenFolder() : try arguments.goldenFolder()
    let results = try folder.map { folder in try arguments.reading { try folder.readResults() } }
    let real = results.map { RealResults($0) }
    let texts = try names.map { name in
      guard let explanation = Explanation(of: name, results: real) else {
        let nearest = Explanation.nearest(to: name)
        throw Failure.usage(
          "nothing is called \(name)" + (nearest.map { "; did you mean \($0)?" } ?? ""))
      }
      return explanation.text
    }
    Console.write(texts.joined(separator: "\n\n"))
    return .success
  }
}
