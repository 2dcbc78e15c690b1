import Foundation

/// What comes out of a process, put there by threads that do nothing but read, so that the process
/// never waits on a full pipe.
package final class Inbox: @unchecked Sendable {
  package enum Event {
    case line(String)
    /// A line that does not end.
    case endless
    /// The end, and what stood there without an end of line.
    case ended(rest: String)
    case timedOut
  }

  package enum Exit: CustomStringConvertible {
    case status(Int32)
    case signal(Int32)

    package var description: String {
      switch self {
      case .status(let status): "exited with status \(status)"
      case .signal(let signal): "was ended by signal \(signal)"
      }
    }
  }

  /// How much of standard error is kept: its end.
  private static let diagnosticsLimit = 1 << 14
  /// The longest line, in bytes: two million numbers of float64.
  static let lineLimit = 1 << 25

  // Everything below is touched only while the condition is locked.
  private let condition = NSCondition()
  private var lines: [String] = []
  private var next = 0
  private var partial: [UInt8] = []
  private var isAtEnd = false
  private var isEndless = false
  private var exit: Exit?
  private var errors: [UInt8] = []
  private var isEndOfErrors = false

  /// Reads standard output into lines until its end.
  func readLines(from handle: FileHandle) {
    read(handle, { self.take($0) }, atEnd: { self.isAtEnd = true })
  }

  /// Keeps the end of standard error.
  func readDiagnostics(from handle: FileHandle) {
    read(
      handle, { self.errors = Array((self.errors + $0).suffix(Inbox.diagnosticsLimit)) },
      atEnd: { self.isEndOfErrors = true })
  }

  private func read(
    _ handle: FileHandle, _ take: @escaping @Sendable ([UInt8]) -> Void,
    atEnd: @escaping @Sendable () -> Void
  ) {
    Thread.detachNewThread {
      while true {
        let data = handle.availableData
        self.condition.withLock {
          data.isEmpty ? atEnd() : take([UInt8](data))
          self.condition.broadcast()
        }
        if data.isEmpty { return }
      }
    }
  }

  private func take(_ bytes: [UInt8]) {
    if isEndless { return }
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      lines.append(String(decoding: partial + rest[..<end], as: UTF8.self))
      partial = []
      rest = rest[(end + 1)...]
    }
    partial += rest
    if partial.count > Inbox.lineLimit { (isEndless, partial) = (true, []) }
  }

  func exited(_ exit: Exit) {
    condition.withLock {
      self.exit = exit
      condition.broadcast()
    }
  }

  /// The next line; those that are read are let go of now and then.
  private func takeLine() -> String {
    let line = lines[next]
    next += 1
    if next == 256 {
      lines.removeFirst(next)
      next = 0
    }
    return line
  }

  /// The next line, or why there is none.
  func next(before deadline: Date) -> Event {
    condition.withLock {
      while true {
        if next < lines.count { return .line(takeLine()) }
        if isEndless { return .endless }
        if isAtEnd { return .ended(rest: String(decoding: partial, as: UTF8.self)) }
        // A grandchild may hold the pipe open after the process is gone: its last lines get a
        // second to arrive.
        let limit = exit == nil ? deadline : min(deadline, Date(timeIntervalSinceNow: 1))
        if !condition.wait(until: limit) && next >= lines.count && !isAtEnd {
          if exit != nil { return .ended(rest: String(decoding: partial, as: UTF8.self)) }
          if Date() >= deadline { return .timedOut }
        }
      }
    }
  }

  /// How the process ended; nil if it has not by then.
  func exit(before deadline: Date) -> Exit? {
    condition.withLock {
      while exit == nil {
        if !condition.wait(until: deadline) { return exit }
      }
      return exit
    }
  }

  /// The end of standard error: all of it that comes before the deadline.
  func diagnostics(before deadline: Date) -> String {
    condition.withLock {
      while !isEndOfErrors && condition.wait(until: deadline) {}
      return String(decoding: errors, as: UTF8.self)
    }
  }
}
