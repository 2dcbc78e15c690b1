import Foundation
public import Laws

/// How long laws are tried: `CASES=10` multiplies the cases, `SEED=7` changes the draw.
public let lawSettings: LawSettings = {
  func read(_ name: String) -> UInt64? {
    guard let text = ProcessInfo.processInfo.environment[name] else { return nil }
    guard let value = UInt64(text) else { fatalError("\(name) is \(text), no whole number") }
    return value
  }
  return LawSettings(multiple: Int(read("CASES") ?? 1), seed: read("SEED") ?? 0)
}()
