import Benchmarks
import CrossEntropy
import Exact
import Foundation
import Judgement
import Specification

/// `xent bench`
enum BenchCommand: Command {
  static let name = "bench"
  static let abstract = "How fast the reference is, by itself or beside other libraries."
  static let usage =
    "[growth] [--peers] [--workload GLOB]… [--seconds S] [--rounds N] [--python COMMAND] [--root <folder>] [--plot FILE] [--json]"
  static let details = """
    ARGUMENTS:
      growth                  How the time grows with the length of a row, the number of digits, of
                              rows and of threads, instead of the table.

    OPTIONS:
      --peers                 Measure the libraries of Tests/Peers in the same run, as many of them as
                              are installed; the others are listed with what installs them.
      --workload GLOB         Only workloads whose name matches, such as 'ball-*'.
      --seconds S             Seconds that a measurement takes at least (default: 0.2).
      --rounds N              Measurements of each competitor, in turn (default: 5).
      --python COMMAND        What runs the peers in Python (default: python3).
      --root <folder>         The folder that holds Tests/Peers (default: the nearest one above the
                              current folder that holds both Golden and Spec).
      --plot FILE             With growth: draw the curves as SVG.
      --json                  The table as JSON.

    Times are medians, with the quartiles beside them. Results are compared bit by bit with the
    correctly rounded ones, enclosures with narrower ones.

    EXIT STATUS: 0 it was measured, whether goals are met or not; 1 a result of ours is wrong.
    """

  static func run(_ words: [String]) throws -> ExitCode {
    let arguments = try Arguments(
      words, options: ["workload", "seconds", "rounds", "python", "root", "plot"],
      flags: ["peers", "json"])
    if let extra = arguments.foreign?.first {
      throw Failure.usage("unexpected argument \(extra); peers are those of Tests/Peers")
    }
    let seconds = try seconds(arguments)
    switch arguments.positional.first {
    case "growth" where arguments.positional.count == 1: return try growth(seconds, arguments)
    case let extra?:
      let nearest = nearestName(to: extra, among: ["growth"]).map { "; did you mean \($0)?" } ?? ""
      throw Failure.usage("unexpected argument \(extra)" + nearest)
    case nil: return try table(seconds, arguments)
    }
  }

  private static func seconds(_ arguments: Arguments) throws -> Double {
    guard let text = arguments["seconds"] else { return 0.2 }
    guard let value = Double(text), value > 0, value <= 3600 else {
      throw Failure.usage("--seconds is \(text), where a number from 0 to 3600 is expected")
    }
    return value
  }

  // MARK: The table

  private static func table(_ seconds: Double, _ arguments: Arguments) throws -> ExitCode {
    if arguments["plot"] != nil { throw Failure.usage("--plot goes with growth") }
    for option in ["python", "root"] where arguments[option] != nil && !arguments.has("peers") {
      throw Failure.usage("--\(option) goes with --peers")
    }
    let workloads = try workloads(arguments.all("workload"))
    let rounds = try arguments.int("rounds", in: 1...1000) ?? 5
    let scratch = FileManager.default.temporaryDirectory
      .appending(path: "xent-bench-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let peers = arguments.has("peers") ? try peers(workloads, scratch, arguments) : Peers()
    let machine = Machine.now
    var contest = Contest([Ourselves(version: suiteVersion)] + peers.present)
    (contest.seconds, contest.rounds) = (seconds, rounds)
    var bar = ProgressBar()
    let standings = try workloads.enumerated().map { index, workload in
      bar.show(index, of: workloads.count)
      return try contest.run(workload)
    }
    bar.clear()
    let table = BenchmarkTable(standings, absent: peers.absent, on: machine)
    if arguments.has("json") {
      Console.writeLine(table.json.pretty())
    } else {
      Console.write(table.text)
    }
    return standings.allSatisfy(\.isRight) ? .success : .doesNotConform
  }

  private static func workloads(_ patterns: [String]) throws -> [Workload] {
    if patterns.isEmpty { return Workload.all }
    for pattern in patterns
    where !Workload.all.contains(where: { glob(pattern, matches: $0.name) }) {
      let nearest = nearestName(to: pattern, among: Workload.all.map(\.name))
      throw Failure.usage(
        "there is no workload \(pattern)" + (nearest.map { "; did you mean \($0)?" } ?? ""))
    }
    return Workload.all.filter { workload in
      patterns.contains { glob($0, matches: workload.name) }
    }
  }

  private static func peers(
    _ workloads: [Workload], _ scratch: URL, _ arguments: Arguments
  ) throws -> Peers {
    let folder = try arguments.root().appending(path: "Tests/Peers")
    guard FileManager.default.fileExists(atPath: folder.path(percentEncoded: false)) else {
      throw Failure("there is no folder \(folder.path(percentEncoded: false))", .missingFile)
    }
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    return try Peers(
      from: folder, scratch: scratch, python: arguments["python"] ?? "python3", for: workloads)
  }

  // MARK: Growth

  private static func growth(_ seconds: Double, _ arguments: Arguments) throws -> ExitCode {
    for option in ["workload", "rounds", "python", "root"] where arguments[option] != nil {
      throw Failure.usage("--\(option) does not go with growth")
    }
    if arguments.has("peers") { throw Failure.usage("--peers does not go with growth") }
    let curves = try Growth.all(seconds: seconds, patience: 20) {
      Console.complain("measuring \($0)")
    }
    if let path = arguments["plot"] {
      try arguments.write(
        Figure.growth(curves.filter { $0.axis != .threads }.map(drawn)).svg, to: path)
    }
    if arguments.has("json") {
      Console.writeLine(Growth.json(of: curves).pretty())
    } else {
      Console.write(Growth.text(of: curves))
    }
    return .success
  }

  private static func drawn(_ curve: Growth) -> GrowthCurve {
    GrowthCurve(
      name: curve.name, axis: curve.axis.rawValue,
      points: curve.points.map { (Rational($0.size), Rational($0.time)) })
  }
}
