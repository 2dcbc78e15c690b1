import Foundation

/// How far a long run is, on one line of a terminal; nothing where standard error is no terminal.
struct ProgressBar {
  private let isShown = isatty(STDERR_FILENO) == 1
  private let start = ContinuousClock.now
  private var last = ContinuousClock.now
  private var isOnLine = false

  /// - Parameter first: how many were done before this run.
  mutating func show(_ done: Int, of total: Int, after first: Int = 0) {
    guard isShown, total > 0 else { return }
    let now = ContinuousClock.now
    if now - last < .milliseconds(200) { return }
    last = now
    let filled = 24 * done / total
    let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: 24 - filled)
    Console.show(
      "\r\(bar)  \(done) of \(total)\(estimate(done - first, total - done, now))\u{1B}[K")
    isOnLine = true
  }

  /// What is left at the pace so far.
  private func estimate(_ done: Int, _ left: Int, _ now: ContinuousClock.Instant) -> String {
    guard done > 0, now - start > .seconds(2) else { return "" }
    let seconds = Int((now - start) / .seconds(1) * Double(left) / Double(done))
    return seconds < 60 ? ", \(seconds) s left" : ", \(seconds / 60) min \(seconds % 60) s left"
  }

  /// Takes the line away.
  func clear() { if isOnLine { Console.show("\r\u{1B}[K") } }
}
