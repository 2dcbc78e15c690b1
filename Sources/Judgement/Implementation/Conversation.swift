package import Foundation

/// A process that is spoken to in lines: to its standard input, and from its standard output.
///
/// Writing has a queue of its own and reading two threads, so neither side can make the other wait
/// on a full pipe; what this thread waits for, it waits for with a deadline. The process ends with
/// the conversation.
package final class Conversation {
  /// Why a command did not start.
  package struct CannotStart: Error, CustomStringConvertible {
    package let description: String
  }

  private let process = Process()
  private let inbox = Inbox()
  private let input = Pipe()
  private let writer = DispatchQueue(label: "lines")

  /// Starts a command.
  /// - Precondition: the command has at least one word.
  package init(_ command: [String]) throws(CannotStart) {
    // A process that has gone is noticed by its end of output, not by a signal to this one.
    signal(SIGPIPE, SIG_IGN)
    guard let path = Conversation.find(command[0]) else {
      throw CannotStart(description: "there is no command \(command[0])")
    }
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: path)
    process.arguments = Array(command.dropFirst())
    (process.standardInput, process.standardOutput) = (input, output)
    process.standardError = errors
    process.terminationHandler = { [inbox] process in
      let status = process.terminationStatus
      inbox.exited(process.terminationReason == .exit ? .status(status) : .signal(status))
    }
    do {
      try process.run()
    } catch {
      throw CannotStart(
        description: "\(command[0]) cannot be started: \(error.localizedDescription)")
    }
    inbox.readLines(from: output.fileHandleForReading)
    inbox.readDiagnostics(from: errors.fileHandleForReading)
  }

  deinit {
    // It leads a group of its own where the platform's Foundation makes one: whatever it started
    // ends with it.
    guard process.isRunning else { return }
    let id = process.processIdentifier
    if getpgid(id) == id { kill(-id, SIGKILL) }
    kill(id, SIGKILL)
  }

  /// The file that a shell would run for a command.
  package static func find(_ command: String) -> String? {
    let manager = FileManager.default
    if command.contains("/") { return manager.fileExists(atPath: command) ? command : nil }
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(command)" }.first { manager.isExecutableFile(atPath: $0) }
  }

  package func send(_ line: String) {
    let (bytes, handle) = (Data((line + "\n").utf8), input.fileHandleForWriting)
    // A write that fails means that the process has gone, which its end of output will tell.
    writer.async { try? handle.write(contentsOf: bytes) }
  }

  /// Ends its input, once all is written.
  package func close() {
    writer.sync { try? input.fileHandleForWriting.close() }
  }

  /// The next line, or why there is none.
  package func next(before deadline: Date) -> Inbox.Event { inbox.next(before: deadline) }

  /// How the process ended; nil if it has not by then.
  package func exit(before deadline: Date) -> Inbox.Exit? { inbox.exit(before: deadline) }

  /// The end of standard error: all of it that comes before the deadline.
  package func diagnostics(before deadline: Date) -> String {
    inbox.diagnostics(before: deadline)
  }
}
