/// A subcommand of `xent`.
protocol Command: Sendable {
  static var name: String { get }
  /// One line for the list of subcommands.
  static var abstract: String { get }
  /// What follows `xent NAME` in the usage line.
  static var usage: String { get }
  /// The sections ARGUMENTS and OPTIONS, as printed.
  static var details: String { get }

  /// Does the work.
  /// - Throws: `Failure`; anything else is a fault of our own.
  static func run(_ arguments: [String]) throws -> ExitCode
}

extension Command {
  static var help: String {
    """
    OVERVIEW: \(abstract)

    USAGE: xent \(name)\(usage.isEmpty ? "" : " " + usage)
    \(details.isEmpty ? "" : "\n" + details + "\n")
    """
  }
}

/// What a process answers its caller with.
enum ExitCode: Int32 {
  case success = 0
  case doesNotConform = 1
  case cannotRun = 2
  case stale = 3
  case usage = 64
  case badData = 65
  case missingFile = 66
  case internalFault = 70
  case interrupted = 130
}

/// A message for the person who typed the command, and the exit code that goes with it.
struct Failure: Error {
  let message: String
  let code: ExitCode
  /// What is shown below the message instead of a pointer to the help.
  let detail: String?

  init(_ message: String, _ code: ExitCode, detail: String? = nil) {
    (self.message, self.code, self.detail) = (message, code, detail)
  }

  static func usage(_ message: String) -> Failure { Failure(message, .usage) }
  static func badData(_ message: String) -> Failure { Failure(message, .badData) }
}
