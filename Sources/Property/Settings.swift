/// What a person may ask of all checks of a run, by environment variables.
public struct Settings: Sendable, Hashable {
  /// `SEED`: other cases than usual, the same for the same number.
  public var seed: UInt64 = 0
  /// `CASES`: so many times the usual number of cases.
  public var factor = 1

  /// The usual: seed 0, the usual number of cases.
  public init() {}

  /// Reads the variables, each by its name; what is not set stays as usual.
  public init(_ variable: (String) -> String?) throws(BadSetting) {
    if let text = variable("SEED") {
      guard let seed = UInt64(text) else {
        throw BadSetting(message: "SEED is to be a whole number from 0, not '\(text)'")
      }
      self.seed = seed
    }
    if let text = variable("CASES") {
      guard let factor = Int(text), 1...1_000_000 ~= factor else {
        throw BadSetting(
          message: "CASES multiplies the number of cases by 1 to 1000000, not by '\(text)'")
      }
      self.factor = factor
    }
  }

  /// The check of a claim with a name, which decides what it draws.
  public func check(
    _ name: String, cases: Int, cover: [String: Double] = [:], format: BinaryFormat? = nil
  ) -> Check {
    Check(
      seed: SplitMix.seed(for: name) ^ seed, cases: cases * factor, cover: cover, format: format)
  }
}

/// A variable with a value that it cannot have.
public struct BadSetting: Error, Hashable, CustomStringConvertible {
  /// Which variable it is, what it may be, and what it was.
  public let message: String
  /// The message.
  public var description: String { message }
}
