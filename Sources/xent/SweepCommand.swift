import Conformance
import CrossEntropy
import Exact
import Judgement

/// `xent sweep`
enum SweepCommand: Command {
  static let name = "sweep"
  static let abstract = "Every input of a format, of a function of one number."
  static let usage =
    "FUNCTION --format FORMAT [--subject NAME] [--stride N] [--within ULPS] [--threads N] [--jobs N] [--timeout S] [--first-timeout S] [--record] [--root <folder>] [--json] [-- COMMAND …]"
  static let details = """
    ARGUMENTS:
      FUNCTION                \(functions.prefix(8).joined(separator: ", ")),
                              \(functions.dropFirst(8).joined(separator: ", ")).
      COMMAND                 An adapter: JSON requests on its standard input, replies on its
                              standard output. It is asked for the functions of the catalogue:
                              \(catalogue.joined(separator: ", ")).

    OPTIONS:
      --format FORMAT         bfloat16, float16, float32 or float64.
      --subject NAME          reference (default), which decides in doubles or one machine word and
                              is held to two words, and here and there to balls; stable-double, a good
                              implementation; or naive-double, the textbook's formulas in Double.
      --stride N              Ask only the bit patterns 0, N, 2N, … and both neighbours of every power
                              of two (default: 1, which is all; for a command 4099 in float32; a prime
                              near 2^44 in float64).
      --within ULPS           How far an answer may be from the value in units of the last place,
                              unless it is the nearest number (default: only that will do).
      --threads N             Threads that share the work (default: all cores). The report is the same.
    \(Arguments.jobsHelp)
    \(Arguments.timeoutHelp)
      --record                Write the report into Golden/results/sweeps, and the page anew. For a
                              sweep of the reference.
      --root <folder>         The folder that holds Golden (default: the nearest one above the
                              current folder that holds both Golden and Spec).
      --json                  The report as JSON.

    The histogram counts answers by their error in units of the last place of the exact value. NaN,
    infinities, zeros and signs that should be others are counted apart. The checksum is one of all
    answers: two runs that agree in it agree in every bit.

    EXIT STATUS: 0 every answer is near enough, 1 one is not, 2 the command could not be run or broke
    the protocol.
    """

  private static let functions = SweptFunction.all.map(\.name)
  private static let catalogue = SweptFunction.all.filter(\.isInCatalogue).map(\.name)

  static func run(_ words: [String]) throws -> ExitCode {
    let arguments = try Arguments(
      words,
      options: Arguments.subjectOptions + [
        "format", "stride", "within", "threads", "jobs", "root",
      ],
      flags: ["json", "record"])
    let function = try function(arguments)
    let format = try arguments.format()
    var sweep = Sweep(function, try inputs(format, arguments))
    if let threads = try arguments.int("threads", in: 1...1024) { sweep.threads = threads }
    if arguments.foreign == nil {
      for option in ["jobs", "timeout", "first-timeout"] where arguments[option] != nil {
        throw Failure.usage("--\(option) goes with a command after --")
      }
    }
    let isReference = arguments.foreign == nil && arguments["subject"] ?? reference == reference
    if arguments.has("record") && !isReference {
      throw Failure.usage("--record goes with a sweep of the reference")
    }
    if arguments["root"] != nil && !arguments.has("record") {
      throw Failure.usage("--root goes with --record")
    }
    let limit = try limit(arguments)
    // What cannot be written is better known before the work.
    let folder = arguments.has("record") ? try arguments.goldenFolder() : nil
    var report = try isReference ? sweepReference(sweep) : sweepSubject(sweep, arguments)
    report.limit = limit
    if let folder {
      try folder.write(report)
      try arguments.reading {
        _ = try GoldenCommand.writePage(over: folder.readResults(), in: folder)
      }
    }
    if arguments.has("json") {
      Console.writeLine(report.json.pretty())
    } else {
      Console.write(report.text)
    }
    return report.conforms ? .success : .doesNotConform
  }

  private static let reference = "reference"

  // MARK: What is asked

  private static func function(_ arguments: Arguments) throws -> SweptFunction {
    guard let name = arguments.positional.first else {
      throw Failure.usage("what to sweep is missing: one of \(functions.joined(separator: ", "))")
    }
    if let extra = arguments.positional.dropFirst().first {
      throw Failure.usage("unexpected argument \(extra); a command to sweep goes after --")
    }
    guard let function = SweptFunction.all.first(where: { $0.name == name }) else {
      if (try? Function.named(name)) != nil {
        throw Failure.usage(
          "\(name) is no function of one number; there are \(functions.joined(separator: ", "))")
      }
      let nearest = nearestName(to: name, among: functions).map { "did you mean \($0)?" }
      throw Failure.usage(
        "there is no function \(name); "
          + (nearest ?? "there are \(functions.joined(separator: ", "))"))
    }
    if arguments.foreign != nil && !function.isInCatalogue {
      throw Failure.usage(
        "the protocol has no function \(name); a command can be asked for \(catalogue.joined(separator: ", "))"
      )
    }
    return function
  }

  private static func inputs(_ format: Format, _ arguments: Arguments) throws -> SweptInputs {
    let least = format == .float64 ? 1 << 32 : 1
    let greatest = format.bitWidth == 64 ? Int.max : 1 << format.bitWidth
    if let stride = try arguments.int("stride", in: least...greatest) {
      return SweptInputs(format, stride: UInt64(stride))
    }
    let isWhole = arguments.foreign == nil && format != .float64
    return SweptInputs(format, stride: isWhole ? 1 : SweptInputs.stride(forProcesses: format))
  }

  private static func limit(_ arguments: Arguments) throws -> Double? {
    guard let text = arguments["within"] else { return nil }
    guard let value = Double(text), value >= 0.5, value < .infinity else {
      throw Failure.usage("--within is \(text), where a number from 0.5 is expected")
    }
    return value
  }

  // MARK: Who is asked

  private static func sweepReference(_ sweep: Sweep) throws -> SweepReport {
    var bar = ProgressBar()
    let tally = try sweep.run { bar.show($0, of: $1) }
    bar.clear()
    return SweepReport(
      sweep, of: ("xent", suiteVersion), tally, ballStride: sweep.ballStride)
  }

  private static func sweepSubject(_ sweep: Sweep, _ arguments: Arguments) throws -> SweepReport {
    let jobs = try arguments.int("jobs", in: 1...1024) ?? 1
    let subject = try arguments.subject(jobs: jobs, others: [reference])
    var bar = ProgressBar()
    if let builtIn = subject as? BuiltInImplementation {
      let tally = try sweep.run(SweptSubject(builtIn.arithmetic, of: sweep.function)) {
        bar.show($0, of: $1)
      }
      bar.clear()
      return SweepReport(sweep, of: (subject.hello.name, suiteVersion), tally)
    }
    if let missing = sweep.lacks(subject) {
      throw Failure("\(subject.hello.name) declares no \(missing)", .cannotRun)
    }
    var unanswered: [String: Int] = [:]
    do {
      let tally = try sweep.run(
        subject, note: { unanswered[$0, default: 0] += 1 }, progress: { bar.show($0, of: $1) })
      bar.clear()
      try subject.finish()
      var report = SweepReport(sweep, of: (subject.hello.name, subject.hello.version), tally)
      (report.unanswered, report.restarts) = (unanswered, subject.restarts.count)
      return report
    } catch let failure as ImplementationFailure {
      bar.clear()
      throw Failure(Arguments.message(failure), .cannotRun)
    }
  }
}
