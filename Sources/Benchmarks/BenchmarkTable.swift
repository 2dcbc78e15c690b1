import Judgement

/// Standings as one table, the ratios first.
package struct BenchmarkTable {
  package let standings: [Standing]
  /// The peers that were to be measured and are not there.
  package let absent: [Peers.Absence]
  /// What they were measured on.
  package let machine: Machine

  package init(_ standings: [Standing], absent: [Peers.Absence] = [], on machine: Machine) {
    (self.standings, self.absent, self.machine) = (standings, absent, machine)
  }

  /// How many goals there are, how many were decided, how many are met.
  package var counts: (goals: Int, decided: Int, met: Int) {
    let verdicts = standings.flatMap(\.verdicts)
    return (
      standings.reduce(0) { $0 + $1.workload.goals.count }, verdicts.count,
      verdicts.count(where: \.isMet)
    )
  }

  package var text: String {
    let head = ["", "ours", "goal", "missing", "an element", "quartiles", "not right", "by"]
    let blocks = standings.map(rows)
    let lines = aligned([head] + blocks.flatMap { $0 }).split(separator: "\n")
    var (text, next) = (lines[0] + "\n", 1)
    for (standing, block) in zip(standings, blocks) {
      text += "\n\(standing.workload.name): \(standing.workload.about)\n"
      text += lines[next..<(next + block.count)].joined(separator: "\n") + "\n"
      text += notes(standing).map { "     \($0)\n" }.joined()
      next += block.count
    }
    let without = absent.map { peer in
      "without \(peer.name): \(peer.reason)\n    to have it: \(peer.install)\n"
    }
    return text + "\n\(summary)\n\(machine)\n" + without.joined()
  }

  private var summary: String {
    let (goals, decided, met) = counts
    let rest = goals - decided
    let open = "\(counted(rest, "goal")) \(rest == 1 ? "needs its peer" : "need their peers")"
    if goals == 0 { return "no goal stands for this" }
    if decided == 0 { return open }
    return "\(met) of \(counted(decided, "goal")) met" + (rest == 0 ? "" : "; " + open)
  }

  private func rows(_ standing: Standing) -> [[String]] {
    let verdicts = standing.verdicts
    return standing.entries.enumerated().map { index, entry in
      let verdict = verdicts.first { $0.goal.peer == (index == 0 ? nil : entry.name) }
      var ratio = verdict?.measured ?? ""
      if verdict == nil, index > 0, let own = standing.ours.spread, let spread = entry.spread {
        ratio = Goal.atMost(1, times: entry.name).measured(
          ours: own.median, theirs: spread.median)
      }
      return [
        verdict.map { $0.isMet ? "✔" : "✘" } ?? "", ratio, verdict?.goal.text ?? "",
        verdict.map { $0.isMet ? "" : "\(shown($0.miss)) ×" } ?? "",
        entry.spread.map { duration($0.median) } ?? "failed",
        entry.spread.map { "\(duration($0.lower)) … \(duration($0.upper))" } ?? "",
        entry.results == 0 ? "" : "\(entry.wrong) of \(entry.results)",
        "\(entry.name) \(entry.version)",
      ]
    }
  }

  private func notes(_ standing: Standing) -> [String] {
    var notes = standing.entries.compactMap { entry in
      entry.complaint.map { "\(entry.name) is not believed: \($0)" }
    }
    if let wrong = standing.ours.firstWrong, !standing.isRight {
      notes.append("ours is wrong: \(wrong)")
    }
    if !standing.workload.isNearest {
      notes.append("the roundings of a formula add up: ours does not promise the nearest number")
    }
    if let remark = standing.ours.remark { notes.append(remark) }
    if standing.verdicts.contains(where: { !$0.isMet }) {
      notes.append("what limits ours: \(standing.workload.limit)")
    }
    return notes
  }
}
