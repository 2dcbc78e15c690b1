/// What became of a workload: who did it, how fast, how right.
package struct Standing: Sendable {
  /// One competitor.
  package struct Entry: Sendable {
    package let name: String
    package let version: String
    /// Nanoseconds an element; nil if there are none to be believed.
    package internal(set) var spread: Spread?
    /// How many results there were, and how many of them are not what they should be.
    package internal(set) var results = 0
    package internal(set) var wrong = 0
    /// The first result that is not what it should be, beside what it should be.
    package internal(set) var firstWrong: String?
    package internal(set) var remark: String?
    package internal(set) var complaint: Complaint?

    init(_ name: String, _ version: String) { (self.name, self.version) = (name, version) }

    mutating func check(_ outputs: Outputs, beside exact: Outputs) {
      if case .remark(let text) = outputs { remark = text }
      let places = outputs.wrongPlaces(beside: exact)
      (results, wrong) = (outputs.count, max(wrong, places.count))
      if let place = places.first {
        firstWrong = "\(outputs.text(at: place)) at \(place), for \(exact.text(at: place))"
      }
    }
  }

  /// A goal, and how far the times are from it.
  package struct Verdict: Sendable {
    package let goal: Goal
    /// What was measured, in the goal's words.
    package let measured: String
    /// The factor that is missing; 1 or less where the goal is met.
    package let miss: Double

    package var isMet: Bool { miss <= 1 }
  }

  package let workload: Workload
  /// Ourselves first.
  package let entries: [Entry]

  /// Our own entry.
  package var ours: Entry { entries[0] }

  /// Whether all our results are what they promise to be.
  package var isRight: Bool { ours.wrong == 0 || !workload.isNearest }

  /// The goals that this run can decide.
  package var verdicts: [Verdict] {
    workload.goals.compactMap { goal in
      guard let own = ours.spread?.median else { return nil }
      var theirs = 1.0
      if let peer = goal.peer {
        guard let median = entries.dropFirst().first(where: { $0.name == peer })?.spread?.median
        else { return nil }
        theirs = median
      }
      return Verdict(
        goal: goal, measured: goal.measured(ours: own, theirs: theirs),
        miss: goal.miss(ours: own, theirs: theirs))
    }
  }
}
