import CrossEntropy

/// The words after a subcommand's name, sorted into options, flags and the rest.
struct Arguments {
  private(set) var positional: [String] = []
  /// What stands after `--`; nil without it.
  private(set) var foreign: [String]?
  private var options: [String: [String]] = [:]
  private var flags: Set<String> = []

  /// Reads `--name value` and `--name=value` for the options named, `--name` for the flags.
  /// - Throws: `Failure` for an unknown name, with the nearest one, or a missing value.
  init(_ words: [String], options names: [String] = [], flags flagNames: [String] = []) throws {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        foreign = Array(rest)
        break
      }
      // A negative number is no option.
      guard word.hasPrefix("--") else {
        positional.append(word)
        continue
      }
      let parts = word.dropFirst(2).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      if flagNames.contains(name) {
        if parts.count == 2 { throw Failure.usage("--\(name) takes no value") }
        flags.insert(name)
      } else if names.contains(name) {
        guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst() else {
          throw Failure.usage("--\(name) needs a value")
        }
        options[name, default: []].append(value)
      } else {
        let nearest = nearestName(to: name, among: names + flagNames).map {
          "; did you mean --\($0)?"
        }
        throw Failure.usage("there is no option --\(name)" + (nearest ?? ""))
      }
    }
  }

  /// The value given last for an option.
  subscript(_ name: String) -> String? { options[name]?.last }

  /// All values given for an option.
  func all(_ name: String) -> [String] { options[name] ?? [] }

  func has(_ flag: String) -> Bool { flags.contains(flag) }

  /// A whole number given for an option.
  /// - Throws: `Failure` if it is none, or outside the range.
  func int(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
    guard let text = self[name] else { return nil }
    guard let value = Int(text), range.contains(value) else {
      throw Failure.usage(
        "--\(name) is \(text), where a whole number from \(range.lowerBound) to \(range.upperBound) is expected"
      )
    }
    return value
  }
}
