package import Judgement

extension BenchmarkTable {
  /// The same as JSON; times in nanoseconds an element.
  package var json: JSON {
    .members([
      ("cores", .number(machine.cores)), ("load", machine.load.map { .number("\($0)") }),
      ("workloads", .array(standings.map(\.json))),
      (
        "absent",
        .array(
          absent.map { peer in
            .members([
              ("name", .string(peer.name)), ("reason", .string(peer.reason)),
              ("install", .string(peer.install)),
            ])
          })
      ),
    ])
  }
}

extension Standing {
  fileprivate var json: JSON {
    .members([
      ("workload", .string(workload.name)), ("about", .string(workload.about)),
      (
        "goals",
        .array(
          verdicts.map { verdict in
            .members([
              ("peer", verdict.goal.peer.map { .string($0) }),
              ("goal", .string(verdict.goal.text)), ("measured", .string(verdict.measured)),
              ("met", .bool(verdict.isMet)), ("missing", .number("\(verdict.miss)")),
            ])
          })
      ),
      ("competitors", .array(entries.map(\.json))),
      ("limit", .string(workload.limit)),
    ])
  }
}

extension Standing.Entry {
  fileprivate var json: JSON {
    .members([
      ("name", .string(name)), ("version", .string(version)),
      ("median", spread.map { .number("\($0.median)") }),
      ("lower_quartile", spread.map { .number("\($0.lower)") }),
      ("upper_quartile", spread.map { .number("\($0.upper)") }),
      ("results", .number(results)), ("wrong", .number(wrong)),
      ("first_wrong", firstWrong.map { .string($0) }),
      ("remark", remark.map { .string($0) }),
      ("complaint", complaint.map { .string($0.description) }),
    ])
  }
}
