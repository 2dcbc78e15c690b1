/// Makes a failing tape simpler: shorter first, then smaller choices.
struct Shrinker {
  /// How many simpler tapes may be tried.
  let budget: Int

  /// - Parameter fails: tries a tape; the choices as they were made if the claim still fails.
  func shrink(
    _ tape: [Drawn], fails: ([Choice]) -> [Drawn]?
  ) -> (tape: [Drawn], steps: Int, tries: Int) {
    (tape, 0, 0)
  }
}
