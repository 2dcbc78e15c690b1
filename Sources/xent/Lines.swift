import Foundation

/// The lines of a file, or of standard input for `-`, read as they are needed.
struct Lines: Sequence, IteratorProtocol {
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  /// - Throws: `Failure` if there is no such file, or it cannot be read.
  init(_ path: String) throws {
    if path == "-" {
      handle = .standardInput
      return
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw Failure("there is no file \(path), or it cannot be read", .missingFile)
    }
    self.handle = handle
  }

  mutating func next() -> String? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return String(decoding: buffer[start..<end], as: UTF8.self)
      }
      if isAtEnd {
        defer { start = buffer.count }
        return start < buffer.count ? String(decoding: buffer[start...], as: UTF8.self) : nil
      }
      buffer.removeFirst(start)
      (start, searched) = (0, buffer.count)
      let data = (try? handle.read(upToCount: 1 << 16)) ?? Data()
      if data.isEmpty { isAtEnd = true }
      buffer += data
    }
  }
}
