import CrossEntropy
import Exact
import Judgement

extension Arguments {
  /// The options that say which part of the corpus is asked, and their help.
  static let selectionOptions = ["tier", "function", "format"]
  static let selectionHelp = """
      --tier TIER             smoke, core (default) or full.
      --function GLOB         Only functions whose name matches, such as 'softmax' or '*_with_logits'.
      --format FORMAT         Only this format: float64, float32, float16, bfloat16.
    """

  /// The questions that the options select.
  /// - Throws: `Failure` for an unknown name, or if nothing is selected.
  func questions(formats standard: [Format] = []) throws -> [Question] {
    let names = Function.all.map(\.name)
    for pattern in all("function")
    where !names.contains(where: { glob(pattern, matches: $0) }) {
      let nearest = nearestName(to: pattern, among: names).map { "; did you mean \($0)?" } ?? ""
      throw Failure.usage("there is no function \(pattern)" + nearest)
    }
    let formats = try all("format").map { try Arguments.choice($0, "format") as Format }
    let selection = Selection(
      functions: all("function"), formats: formats.isEmpty ? standard : formats,
      tier: try self["tier"].map { try Arguments.choice($0, "tier") } ?? .core)
    let questions = selection.questions()
    if questions.isEmpty {
      throw Failure.usage("nothing is selected: the corpus has no such function in such a format")
    }
    return questions
  }

  /// The one format of the option `format`, which has to be given.
  func format() throws -> Format {
    guard let name = self["format"] else {
      throw Failure.usage(
        "--format is missing: one of \(Format.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return try Arguments.choice(name, "format")
  }

  /// The level of the option `accuracy`.
  func accuracy() throws -> Accuracy {
    try self["accuracy"].map { try Arguments.choice($0, "level") } ?? .standard
  }

  /// One of the values of a type, by its name.
  private static func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, _ what: String
  ) throws -> Choice where Choice.RawValue == String {
    guard let choice = Choice(rawValue: name) else {
      let known = Choice.allCases.map(\.rawValue)
      let nearest = nearestName(to: name, among: known).map { "; did you mean \($0)?" }
      throw Failure.usage(
        "there is no \(what) \(name)"
          + (nearest ?? "; there are \(known.joined(separator: ", "))"))
    }
    return choice
  }
}
