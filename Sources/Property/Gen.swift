/// How values of one kind are drawn: straight-line code that takes its choices from a source.
public struct Gen<Value>: Sendable {
  /// Draws one value.
  ///
  /// It throws ``Rejection`` where the choices lead to no case; any other error counts as a failure
  /// of the claim that draws.
  public let draw: @Sendable (inout Source) throws -> Value

  /// A generator from the code that draws.
  public init(_ draw: @escaping @Sendable (inout Source) throws -> Value) { self.draw = draw }

  /// The values, transformed; they shrink as the values before them do.
  public func map<Result>(_ transform: @escaping @Sendable (Value) throws -> Result) -> Gen<Result>
  {
    Gen<Result> { try transform(draw(&$0)) }
  }

  /// Values drawn by a generator that depends on a value drawn before; both shrink.
  public func flatMap<Result>(
    _ next: @escaping @Sendable (Value) throws -> Gen<Result>
  ) -> Gen<Result> {
    Gen<Result> { try next(draw(&$0)).draw(&$0) }
  }

  /// The values that fulfil a condition; the case is discarded after three that do not, in a small
  /// world after one, so that each is enumerated once.
  public func filter(_ isWanted: @escaping @Sendable (Value) -> Bool) -> Gen {
    Gen { source in
      for _ in 0..<(source.isSmallWorld ? 1 : 3) {
        let value = try draw(&source)
        if isWanted(value) { return value }
      }
      throw Rejection()
    }
  }

  /// So many values. Whether there is one more is a choice before each, and after the last, so that
  /// deleting an element is deleting neighbouring choices. Where it must be so, there is but one
  /// alternative.
  public func array(_ count: ClosedRange<Int>) -> Gen<[Value]> {
    if count.lowerBound == count.upperBound { return array(count: count.lowerBound) }
    return Gen<[Value]> { source in
      var values: [Value] = []
      while true {
        if values.count < count.lowerBound {
          _ = try source.index(below: 1)
        } else if values.count == count.upperBound {
          _ = try source.index(below: 1)
          return values
        } else if try source.index(weights: [1, 5]) == 0 {
          // Five elements on average beyond the fewest, whatever the limit is.
          return values
        }
        values.append(try draw(&source))
      }
    }
  }

  /// Exactly so many values.
  public func array(count: Int) -> Gen<[Value]> {
    Gen<[Value]> { source in try (0..<count).map { _ in try draw(&source) } }
  }
}

extension Gen where Value: Sendable {
  /// Always the same.
  public static func just(_ value: Value) -> Gen { Gen { _ in value } }

  /// One of a list, the first being the simplest.
  public static func element(of values: [Value]) -> Gen {
    Gen { source in values[try source.index(below: values.count)] }
  }
}

extension Gen {
  /// One of several generators, the first being the simplest.
  public static func oneOf(_ generators: [Gen]) -> Gen {
    Gen { source in try generators[try source.index(below: generators.count)].draw(&source) }
  }

  /// One of several generators by weight, the first being the simplest.
  public static func frequency(_ generators: [(weight: Int, gen: Gen)]) -> Gen {
    let (weights, gens) = (generators.map(\.weight), generators.map(\.gen))
    return Gen { source in try gens[try source.index(weights: weights)].draw(&source) }
  }

  /// A value or, more simply, none.
  public func optional() -> Gen<Value?> {
    Gen<Value?> { source in try source.index(below: 2) == 0 ? nil : try draw(&source) }
  }
}

extension Gen<Int> {
  /// A whole number of a range, the simplest being the one nearest to 0.
  public static func int(_ range: ClosedRange<Int>) -> Gen {
    Gen { source in
      let simplest = min(max(0, range.lowerBound), range.upperBound)
      let index = try source.index(below: range.count)
      // simplest, +1, −1, +2, −2 … as far as both sides reach, then along the longer one.
      let (up, down) = (range.upperBound - simplest, simplest - range.lowerBound)
      let both = min(up, down)
      if index <= 2 * both { return simplest + (index % 2 == 1 ? (index + 1) / 2 : -(index / 2)) }
      return up > down ? simplest + index - both : simplest - index + both
    }
  }
}

extension Gen<Bool> {
  /// True or, more simply, false.
  public static var bool: Gen { Gen { source in try source.index(below: 2) == 1 } }
}

extension Gen<Double> {
  /// A finite real number; `simplest` is what it shrinks towards.
  public static func real(_ range: ClosedRange<Double>, simplest: Double = 0) -> Gen {
    Gen { source in try source.real(in: range, simplest: simplest) }
  }
}
