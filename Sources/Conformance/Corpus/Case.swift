public import CrossEntropy
public import Exact

/// One question of the corpus: a call, what it is about, and the clauses that a wrong answer breaks.
public struct Case: Sendable {
  /// `function/what-it-is-about`, the same for ever.
  public let id: String
  /// Clause ids, the one that a failure most likely breaks first.
  public let clauses: [String]
  /// Why the case is there.
  public let note: String
  /// The call with the numbers as they were chosen; a request rounds them to its format.
  public let call: Call
  public let formats: [Format]

  init(
    _ id: String, _ clauses: [String], _ note: String, _ call: Call,
    formats: [Format] = [.float64, .float32]
  ) {
    (self.id, self.clauses, self.note) = ("\(call.function)/\(id)", clauses, note)
    (self.call, self.formats) = (call, formats)
  }

  /// The question in one format, its reals rounded to it.
  public func request(in format: Format) -> Request {
    Request(id: "\(id)@\(format.rawValue)", format: format, call: call.rounded(to: format))
  }
}

extension Call {
  /// The call whose reals are the nearest numbers of a format.
  public func rounded(to format: Format) -> Call {
    func round(_ value: Extended) -> Extended { Floating(rounding: value, to: format).value }
    var call = self
    call.arguments = arguments.mapValues { argument in
      if case .real(let tensor) = argument { .real(tensor.map(round)) } else { argument }
    }
    call.options = options.mapValues { option in
      if case .real(let value) = option { .real(round(value)) } else { option }
    }
    call.cotangent = cotangent?.map(round)
    return call
  }
}
