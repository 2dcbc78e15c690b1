import Property

/// What a claim throws where it does not hold.
struct Violation: Error, Hashable {}

func require(_ condition: Bool) throws { if !condition { throw Violation() } }

/// The least value for which a claim fails, written out; nil if none was found.
func least<Value>(
  _ gen: Gen<Value>, seed: UInt64 = 1, format: BinaryFormat? = nil,
  _ claim: (Value) throws -> Void
) throws -> String? {
  let check = Check(seed: seed, cases: 10_000, format: format)
  guard case .fails(let failure) = check.run({ try claim(gen.draw(&$0)) }) else { return nil }
  return "\(try gen.value(on: failure.least, format: format))"
}

extension Gen {
  /// The value that a tape stands for.
  func value(on tape: Tape, format: BinaryFormat? = nil) throws -> Value {
    var source = Source(replaying: tape.choices)
    source.format = format
    return try draw(&source)
  }

  /// Values as a check with this seed draws them.
  func values(_ count: Int, seed: UInt64 = 1, format: BinaryFormat? = nil) -> [Value] {
    var values: [Value] = []
    _ = Check(seed: seed, cases: count, format: format).run { values.append(try draw(&$0)) }
    return values
  }
}
