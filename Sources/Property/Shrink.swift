/// Makes a failing tape simpler: shorter first, then smaller choices.
///
/// Each pass tries one kind of simplification at every place and goes on from where one succeeded;
/// the passes are repeated until none finds anything. Nothing is left to chance, so the same failure
/// always ends as the same case.
struct Shrinker {
  /// How many simpler tapes may be tried.
  let budget: Int

  /// - Parameter fails: tries a tape; the choices as they were made if the claim still fails.
  func shrink(
    _ tape: [Drawn], fails: ([Choice]) -> [Drawn]?
  ) -> (tape: [Drawn], steps: Int, tries: Int) {
    withoutActuallyEscaping(fails) { fails in
      var search = Search(tape, budget: budget, fails: fails)
      repeat {
        search.isDone = true
        search.deleteBlocks()
        search.setBlocksToSimplest()
        search.simplifyReals()
        search.lowerIndices()
        search.moveWeight()
        search.sort()
        search.deleteCounted()
        search.deleteDoubling()
        search.negateChoosing()
        search.simplifyRealsTogether()
      } while !search.isDone && search.tries < budget
      return (search.best, search.steps, search.tries)
    }
  }
}

/// The simplest failing tape so far, and what was tried to get there.
struct Search {
  private let fails: ([Choice]) -> [Drawn]?
  private let budget: Int
  private var seen: Set<[Choice]> = []

  private(set) var best: [Drawn]
  private(set) var steps = 0
  private(set) var tries = 0
  /// Whether nothing simpler was found since this was last set.
  var isDone = false

  init(_ tape: [Drawn], budget: Int, fails: @escaping ([Choice]) -> [Drawn]?) {
    (best, self.budget, self.fails) = (tape, budget, fails)
  }

  /// Takes the tape if the claim fails on it and what was drawn from it is simpler.
  mutating func attempt(_ tape: [Choice]) -> Bool {
    guard tries < budget, seen.insert(tape).inserted else { return false }
    tries += 1
    guard let drawn = fails(tape), drawn.isSimpler(than: best) else { return false }
    (best, steps, isDone) = (drawn, steps + 1, false)
    return true
  }

  /// Tries the best tape with some choices replaced by others of their kind, if that is simpler;
  /// places past its end are left out.
  mutating func attempt(_ replacements: [(place: Int, choice: Choice)]) -> Bool {
    var tape = best
    for (place, choice) in replacements where tape.indices.contains(place) {
      tape[place] = Drawn(choice: choice, bound: tape[place].bound, origin: tape[place].origin)
    }
    return tape.isSimpler(than: best) && attempt(tape.map(\.choice))
  }

  /// Tries the best tape without some choices.
  mutating func attempt(deleting places: Range<Int>) -> Bool {
    attempt(best[..<places.lowerBound].map(\.choice) + best[places.upperBound...].map(\.choice))
  }

  /// Looks for the least number below one that succeeds, as if all above the least succeeded too.
  mutating func bisect(below high: UInt64, _ attempt: (inout Search, UInt64) -> Bool) {
    if high == 0 || attempt(&self, 0) { return }
    var (low, high) = (UInt64(0), high)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if attempt(&self, middle) { high = middle } else { low = middle }
    }
  }
}
