import CrossEntropy
import Exact
import Foundation
import Judgement

extension Arguments {
  /// The options that say what is verified and what it is held to, and their help.
  static let subjectOptions = ["subject", "timeout", "first-timeout"]
  static let subjectHelp = """
      --subject NAME          stable-double (default), a good implementation, or naive-double, the
                              textbook's formulas in Double.
    """
  static let jobsHelp = """
      --jobs N                Start the command N times, and ask the N processes side by side
                              (default: 1). The report is the same.
    """
  static let timeoutHelp = """
      --timeout S             Seconds to wait for a reply (default: 10).
      --first-timeout S       The same for the first line, while it starts up (default: 60).
    """

  /// The command after `--`, started, or a built-in subject.
  ///
  /// - Parameters:
  ///   - jobs: how many times the command is started.
  ///   - others: names that would have been taken in its place, for the message.
  /// - Throws: `Failure` for an unknown name, or a command that cannot be run.
  func subject(jobs: Int = 1, others: [String] = []) throws -> any Implementation {
    let timeout = try int("timeout", in: 1...86400) ?? 10
    let first = try int("first-timeout", in: 1...86400) ?? max(60, timeout)
    guard let command = foreign else {
      if jobs > 1 { throw Failure.usage("--jobs goes with a command after --") }
      let name = self["subject"] ?? BuiltInImplementation.Arithmetic.stable.rawValue
      guard let arithmetic = BuiltInImplementation.Arithmetic(rawValue: name) else {
        let known = others + BuiltInImplementation.Arithmetic.allCases.map(\.rawValue)
        throw Failure.usage(
          "there is no subject \(name); there are \(known.joined(separator: ", "))")
      }
      return BuiltInImplementation(arithmetic)
    }
    if self["subject"] != nil {
      throw Failure.usage("either --subject or a command after --, not both")
    }
    if command.isEmpty { throw Failure.usage("no command follows the --") }
    do {
      let timeouts = ForeignImplementation.Timeouts(
        first: Double(first), request: Double(timeout))
      if jobs == 1 { return try RestartedImplementation(command, timeouts: timeouts) }
      return try ParallelImplementation(jobs: jobs) {
        try RestartedImplementation(command, timeouts: timeouts)
      }
    } catch let failure as ImplementationFailure {
      throw Failure("\(command[0]): " + Arguments.message(failure), .cannotRun)
    }
  }

  /// A failure with the end of what the implementation wrote to standard error.
  static func message(_ failure: ImplementationFailure) -> String {
    let errors = failure.diagnostics.split(separator: "\n").suffix(20)
    if errors.isEmpty { return failure.description }
    return failure.description + "\nits standard error ends with\n"
      + errors.map { "  | \($0)" }.joined(separator: "\n")
  }

  /// The profile in the file of the option `profile`.
  /// - Throws: `Failure`, naming the file.
  func profile() throws -> Profile? {
    guard let path = self["profile"] else { return nil }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure("there is no file \(path), or it cannot be read", .missingFile)
    }
    do {
      guard let members = try JSON(parsing: String(decoding: data, as: UTF8.self)).members else {
        throw WireError("a profile is an object from axes to values")
      }
      return try Profile(members)
    } catch {
      throw Failure.badData("\(path): \(error)")
    }
  }
}
