/// How fast a workload is to be: beside a peer in the same run, or by the clock.
package enum Goal: Sendable, Hashable {
  /// Our time is so many times that of a peer, or less.
  case atMost(Double, times: String)
  /// A peer's time is so many times ours, or more.
  case atLeast(Double, timesFasterThan: String)
  /// So many elements take so many seconds, or less.
  case seconds(Double, elements: Double)

  /// The peer that it is about; nil for a goal by the clock.
  var peer: String? {
    switch self {
    case .atMost(_, let peer), .atLeast(_, let peer): peer
    case .seconds: nil
    }
  }

  /// How far times are from the goal: their quotient, 1 or less where it is met.
  ///
  /// - Parameters:
  ///   - ours: nanoseconds an element.
  ///   - theirs: the same of the peer; not looked at for a goal by the clock.
  func miss(ours: Double, theirs: Double) -> Double {
    switch self {
    case .atMost(let factor, _): ours / theirs / factor
    case .atLeast(let factor, _): factor * ours / theirs
    case .seconds(let seconds, let elements): ours * elements / (seconds * 1e9)
    }
  }

  /// What was measured, in the words of the goal.
  func measured(ours: Double, theirs: Double) -> String {
    switch self {
    case .atMost: "\(shown(ours / theirs)) × its time"
    case .atLeast: "\(shown(theirs / ours)) × as fast"
    case .seconds(_, let elements): duration(ours * elements)
    }
  }

  var text: String {
    switch self {
    case .atMost(let factor, _): "≤ \(shown(factor))"
    case .atLeast(let factor, _): "≥ \(shown(factor))"
    case .seconds(let seconds, _): "≤ " + duration(seconds * 1e9)
    }
  }
}
