/// Times what is done over and over.
enum Stopwatch {
  /// Nanoseconds that a pass takes, the mean over as many as begin within so many seconds, one at
  /// least; and what the last of them computed, so that none can be left out as unused.
  static func nanoseconds(
    seconds: Double, _ pass: () throws -> Outputs
  ) rethrows -> (time: Double, outputs: Outputs) {
    let clock = ContinuousClock()
    let start = clock.now
    var passes = 0
    while true {
      let outputs = try pass()
      passes += 1
      let passed = (clock.now - start) / .nanoseconds(1)
      if passed >= seconds * 1e9 { return (passed / Double(passes), outputs) }
    }
  }
}
