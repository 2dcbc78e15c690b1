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

  /// Writes to standard error as it is, without ending the line.
  static func show(_ text: String) { send(text, to: .standardError) }

  /// Writes all of a text. A reader that has closed the pipe ends the process quietly; any other
  /// failure, such as a full disk, must not look like success.
  private static func send(_ text: String, to handle: FileHandle) {
    var bytes = ArraySlice(text.utf8)
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Foundation.write(handle.fileDescriptor, buffer.baseAddress!, buffer.count)
      }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EPIPE {
        exit(0)
      } else if errno != EINTR {
        let reason = unsafe String(cString: strerror(errno))
        if handle !== FileHandle.standardError { complain("xent: cannot write: \(reason)") }
        exit(ExitCode.internalFault.rawValue)
      }
    }
  }
}
