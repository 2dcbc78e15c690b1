public import Exact

extension Symbolic {
  /// The value, if it is proved to be a rational number, an infinity or NaN.
  var exactValue: Extended? {
    if let plain = plainValue { return plain }
    if case .rational(let value) = decision { return .finite(value) }
    return nil
  }

  /// The same, without a proof: only as far as the form shows it.
  var plainValue: Extended? {
    if isNaN { return .nan }
    if isInfinite { return .infinity(isNegative: Symbolic.compare(self, Symbolic(0)) == -1) }
    return asRational.map { .finite($0) }
  }
}

extension Reference {
  /// Every element that is proved to be a rational number, an infinity or NaN; nil for the others.
  /// - Throws: ``DataError`` for data without an answer.
  public func exactValues() throws -> Answer<Extended?> {
    do {
      return try call.answer(over: Symbolic.self).map { $0.exactValue }
    } catch is Undecided {
      return try call.answer(over: Double.self).map { _ in nil }
    }
  }
}
