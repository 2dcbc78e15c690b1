import CrossEntropy
import Exact
import Judgement

/// `xent eval`
enum EvalCommand: Command {
  static let name = "eval"
  static let abstract = "The certified value of an expression, to any number of digits."
  static let usage =
    "<expression> [--digits <n> | --format <name>] [--steps] [--got <value>] [--json]"
  static var details: String { text + "\n\nFUNCTIONS:\n" + functions }

  private static let text = """
    ARGUMENTS:
      <expression>            Such as 'entropy([26/30, 4/30], base: 2)': every function of the
                              catalogue, arguments by position or by name, options by name;
                              exp expm1 log log1p log2 log10 sqrt abs sum mean max min, pi, e;
                              + - * / ^, lists, x[0], log(x, base: b) and
                              gradient(of: CALL, by: NAME, cotangent: LIST).
                              Numbers are exact: 26/30, 0.1, 1e-5, 0x1.8p3.

    OPTIONS:
      --digits <n>            Significant digits to show, 1 to 100000 (default: 30).
      --format <name>         Only the number of float64, float32, float16 or bfloat16 that is
                              nearest, with its bits.
      --steps                 Show the terms that make up a sum, as a textbook does.
      --got <value>           Say whether a number that somebody computed is right: rounded or cut
                              at the digits it shows or, with --format, how many ulps it is off.
                              Exits 1 if it is wrong.
      --json                  Print JSON.
    """

  /// The catalogue's names, in lines of 78 columns.
  private static var functions: String {
    var lines = [" "]
    for name in Function.all.map(\.name) {
      if lines[lines.count - 1].count + name.count > 76 { lines.append(" ") }
      lines[lines.count - 1] += " " + name
    }
    return lines.joined(separator: "\n")
  }

  /// The most digits that may be asked for.
  static let digitLimit = 100_000

  static func run(_ words: [String]) throws -> ExitCode {
    let arguments = try Arguments(
      words, options: ["digits", "format", "got"], flags: ["steps", "json"])
    let texts = arguments.positional + (arguments.foreign ?? [])
    guard let text = texts.first else { throw Failure.usage("an expression is missing") }
    if texts.count > 1 {
      throw Failure.usage("unexpected argument \(texts[1]); an expression with spaces needs quotes")
    }
    if let digits = arguments["digits"].flatMap({ Int($0) }), digits > digitLimit {
      throw Failure.usage("--digits is \(digits); the limit is \(digitLimit)")
    }
    let digits = try arguments.int("digits", in: 1...digitLimit)
    let format = try arguments["format"].map(format)
    if digits != nil && format != nil {
      throw Failure.usage("--digits and --format exclude each other")
    }
    if arguments.has("steps") && arguments.has("json") {
      throw Failure.usage("--steps and --json exclude each other")
    }
    do {
      let calculation = try Calculation(parsing: text)
      let report = try EvalReport(calculation, digits: digits ?? 30, format: format)
      let judgements = try arguments["got"].map {
        try EvalJudgement.judge($0, calculation, format: format)
      }
      if arguments.has("json") {
        Console.writeLine(report.json(judgements).pretty())
      } else {
        if arguments.has("steps") {
          Console.write(try EvalSteps.text(calculation, digits: min(digits ?? 15, 50)))
        }
        Console.write(report.text)
        for judgement in judgements ?? [] { Console.writeLine(judgement.sentence) }
      }
      return (judgements ?? []).allSatisfy(\.isRight) ? .success : .doesNotConform
    } catch let error as ExpressionError {
      throw Failure(error, in: text)
    } catch let undecided as Undecided {
      throw Failure(
        """
        \(undecided): the value is too large or too small to be written out, or lies where no \
        proof is known that more precision would settle it
        """, .doesNotConform)
    }
  }

  private static func format(_ name: String) throws -> Format {
    if let format = Format(rawValue: name) { return format }
    let names = Format.allCases.map(\.rawValue)
    let nearest = nearestName(to: name, among: names).map { "; did you mean \($0)?" } ?? ""
    throw Failure.usage("--format is \(name), not \(names.joined(separator: ", "))\(nearest)")
  }
}

extension Failure {
  /// The message of an expression, the expression and a caret below the place.
  init(_ error: ExpressionError, in text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var (row, column) = (0, error.column)
    while row < lines.count - 1, column > lines[row].count + 1 {
      column -= lines[row].count + 1
      row += 1
    }
    let caret = String(repeating: " ", count: column - 1) + "^"
    self.init(
      error.description, error.kind == .syntax ? .usage : .badData,
      detail: "  \(lines[row])\n  \(caret)")
  }
}
