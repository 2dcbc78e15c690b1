package import Exact

/// What one pass of a workload computes.
package enum Outputs: Sendable {
  /// The bit patterns of floating-point numbers, or any other words.
  case bits([UInt64])
  /// Enclosures that are to be as narrow as so many binary digits allow.
  case balls([Ball], precision: Int)
  case decimals([Decimal38])
  /// No numbers to compare, but something to say.
  case remark(String)

  var count: Int {
    switch self {
    case .bits(let values): values.count
    case .balls(let values, _): values.count
    case .decimals(let values): values.count
    case .remark: 0
    }
  }

  /// The places where these results are not what they should be: a number other than the nearest
  /// one, an enclosure without the true value in it, or one far wider than its precision.
  ///
  /// - Parameter exact: the nearest numbers, or enclosures much narrower than these. Results may
  ///   end before them.
  func wrongPlaces(beside exact: Outputs) -> [Int] {
    switch (self, exact) {
    case (.bits(let values), .bits(let exact)):
      return values.indices.filter { values[$0] != exact[$0] }
    case (.decimals(let values), .decimals(let exact)):
      return values.indices.filter { values[$0] != exact[$0] }
    case (.balls(let values, let precision), .balls(let exact, _)):
      return values.indices.filter {
        !values[$0].overlaps(exact[$0]) || values[$0].isWide(for: precision)
      }
    case (.remark, .remark): return []
    default: preconditionFailure("results of one kind are compared with those of another")
    }
  }
}

extension Ball {
  /// Whether more than twelve of so many binary digits are lost.
  fileprivate func isWide(for precision: Int) -> Bool {
    guard isFinite else { return true }
    return !radius.isZero
      && (midpoint.isZero || radius.top > midpoint.top - Integer(precision - 12))
  }
}
