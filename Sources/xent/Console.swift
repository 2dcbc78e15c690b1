import Foundation

/// Standard output and standard error, as whole texts.
enum Console {
  /// Writes to standard output; a reader that has gone ends the process quietly.
  static func write(_ text: String) {
    send(text, to: .standardOutput)
  }

  static func writeLine(_ text: String) { write(text + "\n") }

  /// Writes a line to standard error.
  static func complain(_ text: String) {
    send(text + "\n", to: .standardError)
  }

  private static func send(_ text: String, to handle: FileHandle) {
    do {
      try handle.write(contentsOf: Data(text.utf8))
    } catch {
      exit(0)
    }
  }
}
