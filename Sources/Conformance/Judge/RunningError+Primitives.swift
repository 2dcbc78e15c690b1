public import CrossEntropy
import Exact

// The accepted forms of the primitives. Which of them is taken, the context says.

extension RunningError: StableScalar {
  private static func form(_ x: [RunningError]) -> RoundingContext.Form {
    x.lazy.compactMap(\.context).first?.form ?? .apart
  }

  public static func sigmoid(_ x: RunningError) -> RunningError {
    if form([x]) == .apart { return (try? stableSigmoid(x)) ?? .nan }
    return RunningError(1) / (RunningError(1) + .exp(-x))
  }

  public static func softplus(_ x: RunningError) -> RunningError { stableSoftplus(x) }
  public static func logSigmoid(_ x: RunningError) -> RunningError { -stableSoftplus(-x) }

  public static func log(complementOf p: RunningError) -> RunningError {
    form([p]) == .apart ? .log(onePlus: -p) : .log(RunningError(1) - p)
  }

  /// The differences from the largest, that one, and the logarithm of the sum of all exponentials.
  private static func together(
    _ x: [RunningError]
  ) -> (differences: [RunningError], powers: [RunningError], sum: RunningError) {
    let largest = x.largest
    let differences = x.map { $0 - largest }
    let powers = differences.map { exp($0) }
    return (differences, powers, powers.sum)
  }

  public static func logSumExp(_ x: [RunningError]) -> RunningError {
    if form(x) == .apart || x.isEmpty || x.largest.isInfinite || x.largest.isNaN {
      return (try? stableLogSumExp(x)) ?? .nan
    }
    return x.largest + .log(together(x).sum)
  }

  public static func softmax(_ x: [RunningError]) -> [RunningError] {
    switch form(x) {
    case .apart: return (try? stableSoftmax(x)) ?? x.map { _ in .nan }
    case .together:
      let parts = together(x)
      return parts.powers.map { $0 / parts.sum }
    case .logarithmic: return logSoftmax(x).map { .exp($0) }
    }
  }

  public static func logSoftmax(_ x: [RunningError]) -> [RunningError] {
    if form(x) == .apart { return (try? stableLogSoftmax(x)) ?? x.map { _ in .nan } }
    let parts = together(x)
    let logarithm = log(parts.sum)
    return parts.differences.map { $0 - logarithm }
  }
}
