import Judgement

/// What is expected of the replies to come, computed on all cores, some questions at a time.
///
/// A reply may come early or late: what is expected of it is kept until it has come, and computed with
/// that of the questions after it.
final class LookAhead {
  private let judge: Judge
  private let requests: [Request]
  private var expectations: [Int: Expectation] = [:]
  /// Up to where they have been computed.
  private var end = 0

  /// How many are computed at a time: enough to keep the cores busy, few beside the memory.
  private static let step = 64

  init(_ judge: Judge, _ requests: [Request]) { (self.judge, self.requests) = (judge, requests) }

  /// The verdict on the only reply to a request, by its place.
  func verdict(on reply: Reply, at index: Int) -> Verdict {
    while index >= end { advance() }
    let expectation = expectations.removeValue(forKey: index)
    return judge.verdict(
      on: reply, given: expectation ?? judge.expectation(of: requests[index]))
  }

  private func advance() {
    let next = Array(end..<min(end + LookAhead.step, requests.count))
    let (judge, requests) = (judge, requests)
    for (index, expectation) in zip(
      next, next.concurrentMap { judge.expectation(of: requests[$0]) })
    {
      expectations[index] = expectation
    }
    end += next.count
  }
}
