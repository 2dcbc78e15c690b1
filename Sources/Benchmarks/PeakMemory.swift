import Foundation

/// The most memory that this process has held at once.
enum PeakMemory {
  /// Forgets earlier peaks, where the system can (Linux does).
  static func reset() {
    try? Data("5".utf8).write(to: URL(filePath: "/proc/self/clear_refs"))
  }

  static var text: String { "peak memory \(megabytes) MB" }

  private static var megabytes: Int {
    var usage = rusage()
    // 0 is RUSAGE_SELF, whose type differs between systems.
    _ = unsafe getrusage(0, &usage)
    #if os(Linux)
      return Int(usage.ru_maxrss) >> 10
    #else
      return Int(usage.ru_maxrss) >> 20
    #endif
  }
}
