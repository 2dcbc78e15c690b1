public import CrossEntropy
public import Exact

/// One question of the corpus: a call, what it is about, and the clauses that a wrong answer breaks.
public struct Case: Sendable {
  /// How much of the corpus is asked.
  public enum Tier: String, Sendable, CaseIterable, Comparable {
    /// A few cases, each of which catches many mistakes.
    case smoke
    /// What decides.
    case core
    /// That, and what takes long.
    case full

    /// A tier that is part of another lies below it.
    public static func < (a: Tier, b: Tier) -> Bool {
      allCases.firstIndex(of: a)! < allCases.firstIndex(of: b)!
    }
  }

  /// `function/what-it-is-about`, the same for ever.
  public let id: String
  /// Clause ids, the one that a failure most likely breaks first.
  public let clauses: [String]
  /// Why the case is there.
  public let note: String
  /// The least tier that holds it.
  public let tier: Tier
  /// The function that is asked.
  public let function: String
  /// The formats in which the call says what it is meant to say.
  public let formats: [Format]
  /// The call with the numbers as they were chosen, which may be a format's own.
  private let call: @Sendable (Format) -> Call

  // There are thousands of calls: written out in each place they would double the time of a build.
  @inline(never)
  init(
    _ id: String, _ clauses: [String], _ note: String, _ call: Call,
    formats: [Format] = Format.allCases, isLong: Bool = false
  ) {
    (self.id, self.clauses, self.note) = ("\(call.function)/\(id)", clauses, note)
    (function, self.call) = (call.function, { _ in call })
    self.tier = Case.tier(of: self.id, isLong: isLong)
    self.formats = formats.filter { call.keepsMeaning(in: $0) }
  }

  /// A case written as an expression, such as `softmax([1e8, 1e8])`.
  ///
  /// - Parameters:
  ///   - clauses: ids between spaces.
  ///   - text: a call; names in braces stand for numbers of the format (see `FormatNumbers`).
  ///   - names: what to differentiate by, between spaces.
  ///   - cotangent: a list of numbers; all ones if nil.
  ///   - isLong: whether it takes long, and is left to the tier `full`.
  @inline(never)
  init(
    _ id: String, _ clauses: String, _ note: String, _ text: String, by names: String = "",
    cotangent: String? = nil, formats: [Format] = Format.allCases, isLong: Bool = false
  ) {
    @Sendable func call(_ format: Format) -> Call {
      do {
        var call = try Call(parsing: FormatNumbers.filling(text, format))
        call.gradient = names.split(separator: " ").map(String.init)
        if let cotangent {
          let numbers = try Call(parsing: "relu(\(FormatNumbers.filling(cotangent, format)))")
          if case .real(let tensor) = numbers.arguments["x"] { call.cotangent = tensor }
        }
        return call
      } catch {
        preconditionFailure("\(id): \(text): \(error)")
      }
    }
    let first = call(.float64)
    (self.id, self.note) = ("\(first.function)/\(id)", note)
    self.clauses = clauses.split(separator: " ").map(String.init)
    self.tier = Case.tier(of: self.id, isLong: isLong)
    function = first.function
    let isSame = !text.contains("{") && !(cotangent ?? "").contains("{")
    self.call = { isSame ? first : call($0) }
    self.formats = formats.filter { call($0).keepsMeaning(in: $0) }
  }

  /// A case whose numbers are chosen anew for each format.
  init(
    _ id: String, _ clauses: String, _ note: String, _ call: @escaping @Sendable (Format) -> Call
  ) {
    function = call(.float64).function
    (self.id, self.note) = ("\(function)/\(id)", note)
    self.clauses = clauses.split(separator: " ").map(String.init)
    (formats, self.call) = (Format.allCases, call)
    tier = Case.tier(of: self.id, isLong: false)
  }

  private static func tier(of id: String, isLong: Bool) -> Tier {
    Corpus.smoke.contains(id) ? .smoke : isLong ? .full : .core
  }

  /// The question in one format, its reals rounded to it.
  public func request(in format: Format) -> Request {
    Request(id: "\(id)@\(format.rawValue)", format: format, call: call(format).rounded(to: format))
  }
}

extension Call {
  /// The call whose reals are the nearest numbers of a format.
  public func rounded(to format: Format) -> Call {
    mapReals { Floating(rounding: $0, to: format).value }
  }

  /// The same call with every real changed.
  func mapReals(_ change: (Extended) -> Extended) -> Call {
    var call = self
    call.arguments = arguments.mapValues { argument in
      if case .real(let tensor) = argument { .real(tensor.map(change)) } else { argument }
    }
    call.options = options.mapValues { option in
      if case .real(let value) = option { .real(change(value)) } else { option }
    }
    call.cotangent = cotangent?.map(change)
    return call
  }

  /// Whether no number becomes infinite or zero by rounding to a format.
  fileprivate func keepsMeaning(in format: Format) -> Bool {
    var isKept = true
    _ = mapReals { number in
      let rounded = Floating(rounding: number, to: format)
      if let number = number.asRational, rounded.isInfinite || rounded.isZero != number.isZero {
        isKept = false
      }
      return number
    }
    return isKept
  }
}
