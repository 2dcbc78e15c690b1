/// Measures workloads, ourselves and peers in turn, so that what disturbs the machine disturbs all.
package struct Contest {
  /// Seconds that a measurement takes at least.
  package var seconds = 0.2
  /// How many measurements each competitor has.
  package var rounds = 5
  /// Seconds after which no other round of a workload begins.
  package var patience = 60.0
  package let competitors: [any Competitor]

  /// - Parameter competitors: ourselves first.
  package init(_ competitors: [any Competitor]) { self.competitors = competitors }

  /// Lets everyone that has a workload do it, round after round.
  /// - Throws: what our own side throws; what a peer does wrong stands in the result.
  package func run(_ workload: Workload) throws -> Standing {
    let work = try Work(workload)
    let clock = ContinuousClock()
    let start = clock.now
    var entries: [Standing.Entry] = []
    var times = [[Double]](repeating: [], count: competitors.count)
    var isOut = [Bool](repeating: false, count: competitors.count)
    for competitor in competitors {
      entries.append(Standing.Entry(competitor.name, competitor.version))
    }
    // The first round warms up, and counts where a pass is so long that it need not be.
    for round in 0...rounds {
      for (index, competitor) in competitors.enumerated() where !isOut[index] {
        do {
          let least = round == 0 ? 0 : seconds
          guard let result = try competitor.measure(workload.name, work, seconds: least) else {
            isOut[index] = true
            continue
          }
          entries[index].check(result.outputs, beside: work.exact)
          if round > 0 || result.time * Double(work.elements) > 1e9 {
            times[index].append(result.time)
          }
        } catch let complaint as Complaint {
          entries[index].complaint = complaint
          isOut[index] = true
        }
      }
      let isLate = (clock.now - start) / .seconds(1) > patience
      if isLate && times.indices.allSatisfy({ isOut[$0] || !times[$0].isEmpty }) { break }
    }
    for index in entries.indices where !times[index].isEmpty {
      entries[index].spread = Spread(times[index])
    }
    return Standing(
      workload: workload, entries: entries.filter { $0.spread != nil || $0.complaint != nil })
  }
}
