import Exact
public import Judgement

extension SweepReport {
  static let schema = "sweep/1"

  /// The report as a file.
  public var json: JSON {
    .members([
      ("schema", .string(SweepReport.schema)), ("function", .string(function)),
      ("format", .string(inputs.format.rawValue)),
      (
        "subject",
        .members([("name", .string(subject.name)), ("version", .string(subject.version))])
      ),
      ("suite", .string(suiteVersion)), ("stride", .number("\(inputs.stride)")),
      ("inputs", .number(inputs.count)), ("asked", .number(tally.asked)),
      ("outside", tally.outside == 0 ? nil : .number(tally.outside)),
      (
        "compared",
        ballStride.map {
          .members([
            ("answers", "fastest"), ("with", .array(["two words", "balls"])),
            ("ball_stride", .number($0)),
          ])
        }
      ),
      ("nearest", .number(tally.nearest)), ("zero_signs", .number(tally.zeroSigns)),
      (
        "histogram",
        .array(
          tally.histogram.sorted { $0.key < $1.key }.map {
            .array([.number($0.key), .number($0.value)])
          })
      ),
      ("greatest_error", tally.greatestError.map { .number("\($0)") }),
      ("worst", .array(tally.worst.map(SweepReport.json))),
      (
        "mistakes",
        .object(
          SweptResult.Mistake.allCases.compactMap { mistake in
            tally.mistakes[mistake].map { count in
              JSON.Member(
                mistake.rawValue,
                .members([
                  ("count", .number(count)),
                  ("examples", .array((tally.examples[mistake] ?? []).map(SweepReport.json))),
                ]))
            }
          })
      ),
      (
        "unanswered",
        unanswered.isEmpty
          ? nil
          : .object(
            unanswered.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .number($0.value)) })
      ),
      ("restarts", restarts == 0 ? nil : .number(restarts)),
      ("checksum", .string(checksum)), ("limit", limit.map { .number("\($0)") }),
      ("conforms", .bool(conforms)),
    ])
  }

  private static func json(_ result: SweptResult) -> JSON {
    .members([
      ("x", .string(result.argument.text)), ("bits", .string(result.argument.hexadecimal)),
      ("expected", .string(result.expected.hexadecimal)),
      ("got", .string(result.answer.hexadecimal)),
      (
        "format",
        result.answer.format == result.argument.format
          ? nil : .string(result.answer.format.rawValue)
      ),
      ("ulps", result.error.map { .number("\($0)") }),
    ])
  }
}
