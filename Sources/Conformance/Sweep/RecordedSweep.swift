import Exact
import Foundation
public import Judgement

/// A sweep of the reference as the folder of the golden files keeps it.
public struct RecordedSweep: Sendable {
  let function: String
  let format: Format
  let stride: Int
  let asked: Int
  let ballStride: Int
  let wrong: Int
  let checksum: String

  /// Reads the report of a sweep of the reference.
  /// - Throws: `WireError` for anything else.
  public init(_ json: JSON) throws(WireError) {
    guard json["schema"]?.string == SweepReport.schema else {
      throw WireError("this is no sweep, or one of another version")
    }
    guard let function = json["function"]?.string,
      let format = json["format"]?.string.flatMap(Format.init(rawValue:)),
      let stride = json["stride"]?.int, let asked = json["asked"]?.int,
      let nearest = json["nearest"]?.int, let checksum = json["checksum"]?.string,
      let ballStride = json["compared"]?["ball_stride"]?.int
    else { throw WireError("a sweep of the reference lacks a member") }
    (self.function, self.format, self.stride) = (function, format, stride)
    (self.asked, self.ballStride, self.checksum) = (asked, ballStride, checksum)
    wrong = asked - nearest
  }

  /// The section of the page over results.
  static func section(_ sweeps: [RecordedSweep]) -> String {
    func every(_ stride: Int) -> String { stride == 1 ? "all" : "one in \(grouped(stride))" }
    let rows = sweeps.map { sweep in
      "| `\(sweep.function)` | \(sweep.format.rawValue) | \(every(sweep.stride)) | "
        + "\(grouped(sweep.asked)) | \(every(sweep.ballStride)) | \(grouped(sweep.wrong)) | "
        + "`\(sweep.checksum)` |"
    }
    return """
      ## The reference itself, at every input

      The nearest numbers that the fastest way decides (pairs of doubles, or one machine word), held to those that two words
      decide, by other tables and more terms, and some of them to balls. `xent sweep FUNCTION --format FORMAT` runs one of these again on any machine,
      on any number of threads, and has to come to the same checksum of all answers; `--record` writes it here.

      | function | format | numbers | asked | held to balls | not the nearest | checksum |
      |---|---|---|---|---|---|---|

      """ + rows.joined(separator: "\n")
  }
}

extension GoldenFolder {
  private var sweeps: URL { results.appending(path: "sweeps") }

  /// The recorded sweeps of the reference, in the order of functions and formats.
  /// - Throws: `GoldenError` for a file that is none.
  public func readSweeps() throws -> [RecordedSweep] {
    if !GoldenFolder.isFolder(sweeps) { return [] }
    let all = try GoldenFolder.files(in: sweeps).map { file in
      do {
        return try RecordedSweep(JSON(parsing: GoldenFolder.text(file)))
      } catch let error as WireError {
        throw GoldenError(file: file.lastPathComponent, line: 1, error.description)
      }
    }
    let names = SweptFunction.all.map(\.name)
    return all.sorted { a, b in
      let (x, y) = (names.firstIndex(of: a.function) ?? 0, names.firstIndex(of: b.function) ?? 0)
      return x != y ? x < y : a.format.bitWidth > b.format.bitWidth
    }
  }

  /// Writes a sweep of the reference, in the folder that is made if need be.
  public func write(_ report: SweepReport) throws {
    try FileManager.default.createDirectory(at: sweeps, withIntermediateDirectories: true)
    let name = "\(report.function)-\(report.inputs.format.rawValue).json"
    try Data((report.json.pretty() + "\n").utf8).write(
      to: sweeps.appending(path: name), options: .atomic)
  }
}
