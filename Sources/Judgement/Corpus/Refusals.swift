import CrossEntropy

// What every function of some kind must refuse. `#` in a call stands for the number that is wrong.

extension Corpus {
  /// Numbers that are no probability, under ids that begin with a name.
  static func noProbabilities(_ name: String, _ call: String) -> [Case] {
    refusals(
      name, "INPUT-1 POLICY-4", call,
      [
        ("above-1", "one step above 1", "{above1}"), ("far-above-1", "a percentage", "50"),
        ("negative", "one step below 0", "-{least}"), ("infinite", "no probability", "inf"),
        ("minus-infinite", "no probability", "-inf"),
      ])
  }

  /// Numbers that are no base, and NaN, which makes NaN.
  static func noBases(_ call: String) -> [Case] {
    refusals(
      "base", "INPUT-7 POLICY-4", call,
      [
        ("1", "its logarithm is 0", "1"), ("below-1", "one step below 1", "{below1}"),
        ("0", "no logarithm", "0"), ("negative", "no logarithm", "-2"),
        ("infinite", "not a finite number", "inf"),
      ]) + [Case("base-nan", "INPUT-2", "NaN in is NaN out", filled(call, "nan"))]
  }

  /// Numbers that are not finite and above 0.
  static func notPositive(_ name: String, _ clauses: String, _ call: String) -> [Case] {
    refusals(name, clauses, call, [("0", "one step too low", "0")])
      + notNonnegative(name, clauses, call)
  }

  /// Numbers that are not finite and at least 0.
  static func notNonnegative(_ name: String, _ clauses: String, _ call: String) -> [Case] {
    refusals(
      name, clauses, call,
      [
        ("negative", "one step below 0", "-{least}"), ("minus-1", "negative", "-1"),
        ("infinite", "not a finite number", "inf"),
        ("minus-infinite", "not a finite number", "-inf"),
      ])
  }

  /// A call with an option that no function has.
  static func unknownOption(_ text: String) -> Case {
    var call = parsed(text)
    call.options["tolerance"] = 1
    return Case("unknown-option", ["INPUT-6"], "no option of that name", call)
  }

  /// A call that an expression can write.
  static func parsed(_ text: String) -> Call {
    do {
      return try Call(parsing: text)
    } catch {
      preconditionFailure("\(text): \(error)")
    }
  }

  /// A tensor without elements.
  static func empty(_ shape: [Int]) -> Call.Argument { .real(Tensor(shape: shape, [])) }

  private static func refusals(
    _ name: String, _ clauses: String, _ call: String,
    _ numbers: [(id: String, note: String, number: String)]
  ) -> [Case] {
    numbers.map { Case("\(name)-\($0.id)", clauses, $0.note, filled(call, $0.number)) }
  }

  private static func filled(_ call: String, _ number: String) -> String {
    String(call.map { $0 == "#" ? Array("(\(number))") : [$0] }.joined())
  }
}
