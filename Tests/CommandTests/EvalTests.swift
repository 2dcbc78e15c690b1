import Judgement
import Testing

/// `xent eval`, as a person sees it.
@Suite struct `xent eval` {
  @Test func `a value, its radius and its roundings`() throws {
    let result = try Tool.run("eval", "entropy([26/30, 4/30], base: 2)")
    #expect(result.status == 0)
    #expect(
      result.output == """
        digits    0.566509506552905323646820739748
        radius    5.8e-44
        float64   0.5665095065529053  3fe220d88b709208
        float32   0.5665095           3f1106c4
        float16   0.5664              3888
        bfloat16  0.566               3f11

        """)
  }

  @Test func `an exact value says so`() throws {
    let difference = "cross_entropy([0.7, 0.3], [0.5, 0.5]) - entropy([0.7, 0.3])"
    let zero = try Tool.run("eval", difference + " - kl_divergence([0.7, 0.3], [0.5, 0.5])")
    #expect(zero.output.hasPrefix("exactly   0\nradius    0\n"))
    let quotient = try Tool.run("eval", "2/3", "--digits", "5")
    #expect(quotient.output.hasPrefix("exactly   2/3\ndigits    0.66667\nradius    0\n"))
  }

  @Test func `a list has a line for each element`() throws {
    let result = try Tool.run("eval", "[[1/4, 2/3], [log(2), 100]]", "--digits", "6")
    #expect(
      result.output == """
        [0][0]  0.25      exactly
        [0][1]  0.666667  exactly 2/3
        [1][0]  0.693147
        [1][1]  100       exactly

        """)
  }

  @Test func `one format only`() throws {
    let result = try Tool.run("eval", "log(2)", "--format", "float16")
    #expect(result.output == "float16  0.6934  398c\n")
  }

  @Test func `a negative number is an expression, with or without --`() throws {
    #expect(try Tool.run("eval", "-1").output.hasPrefix("exactly   -1\n"))
    #expect(
      try Tool.run("eval", "--digits", "3", "--", "-log(2)").output.hasPrefix(
        "digits    -0.693\n"))
  }

  @Test func `as many digits as wanted`() throws {
    let result = try Tool.run("eval", "log(2)", "--digits", "1000")
    #expect(result.output.split(separator: "\n")[0].hasSuffix("2344535348"))
    let refused = try Tool.run("eval", "log(2)", "--digits", "100001")
    #expect(refused.status == 64)
    #expect(
      refused.complaint.hasPrefix(
        "xent eval: --digits is 100001; the limit is 100000\n"))
  }

  @Test func `the steps of a textbook`() throws {
    let entropy = try Tool.run("eval", "entropy([26/30, 4/30, 0], base: 2)", "--steps")
    #expect(
      entropy.output.hasPrefix(
        """
        entropy: −Σ pᵢ log pᵢ
          -(26/30) * log2(26/30)  = 0.178924093805103
          -(4/30) * log2(4/30)    = 0.387585412747802
          -0 * log2(0)            = 0
          sum                     = 0.566509506552905


        """))
    let loss = try Tool.run("eval", "binary_cross_entropy([0.9, 0.2], [1, 0])", "--steps")
    #expect(
      loss.output.contains(
        """
          -log(0.9)      = 0.105360515657826
          -log(1 - 0.2)  = 0.223143551314210
          sum            = 0.328504066972036
          mean           = 0.164252033486018

        """))
    let softmax = try Tool.run("eval", "softmax([2, -1])", "--steps", "--digits", "4")
    #expect(
      softmax.output.hasPrefix(
        """
        softmax: e^(xᵢ/T) / Σ e^(xₖ/T)
          e^2           = 7.389
          e^(-1)        = 0.3679
          sum           = 7.757
          e^2 / sum     = 0.9526
          e^(-1) / sum  = 0.04743

        """))
  }

  @Test(arguments: [
    ("0.693", "got 0.693: right, the value rounded at the digits shown", 0),
    ("0.69314", "got 0.69314: the value cut at the digits shown; rounded it is 0.69315", 0),
    ("0.694", "got 0.694: wrong; at the digits shown the value is 0.693", 1),
    ("-0.693", "got -0.693: wrong; at the digits shown the value is 0.693", 1),
    ("nan", "got nan: wrong", 1),
  ])
  func `whether a number is right`(got: String, sentence: String, status: Int32) throws {
    let result = try Tool.run("eval", "log(2)", "--got=\(got)")
    #expect(result.output.hasSuffix(sentence + "\n"))
    #expect(result.status == status)
  }

  @Test func `how many ulps a number is off`() throws {
    let right = try Tool.run(
      "eval", "log(2)", "--got", "0.6931471805599453", "--format", "float64")
    #expect(right.output.hasSuffix("right, the nearest float64, 0.209 ulp off\n"))
    let wrong = try Tool.run(
      "eval", "log(2)", "--got", "0.6931471805599454", "--format", "float64")
    #expect(
      wrong.output.hasSuffix(
        "1 number of float64 from the nearest, 0.6931471805599453, 0.791 ulp off\n"))
    #expect(wrong.status == 1)
  }

  @Test func `the same as JSON`() throws {
    let result = try Tool.run("eval", "[1/4, log(2)]", "--json", "--format", "float32")
    let json = try JSON(parsing: result.output)
    #expect(json["shape"]?.array?.count == 1)
    let elements = try #require(json["elements"]?.array)
    #expect(elements.map { $0["exact"]?.string } == ["0.25", nil])
    #expect(elements.map { $0["float32"]?["bits"]?.string } == ["3e800000", "3f317218"])
  }

  @Test func `a fault of the text has a caret under it`() throws {
    let result = try Tool.run("eval", "entropy([0.5, 0.5]")
    #expect(result.status == 64)
    #expect(result.output == "")
    #expect(
      result.complaint == """
        xent eval: expected ) at column 19
          entropy([0.5, 0.5]
                            ^

        """)
  }

  @Test func `refused data exit 65`() throws {
    let result = try Tool.run("eval", "entropy([1.2, 0])")
    #expect(result.status == 65)
    #expect(
      result.complaint == """
        xent eval: p[0] is 1.2, outside [0, 1]
          entropy([1.2, 0])
                  ^

        """)
  }

  @Test func `what no precision settles exits 1`() throws {
    let same = "softmax(softmax([1, 2]))[0]"
    let result = try Tool.run("eval", "\(same) - \(same)")
    #expect(result.status == 1)
    #expect(result.complaint.hasPrefix("xent eval: undecided at "))
  }

  @Test(arguments: [
    [], ["1", "2"], ["1", "--format", "float23"], ["1", "--digits", "0"], ["1", "--digit", "3"],
    ["1", "--digits"], ["1", "--digits", "3", "--format", "float32"],
  ])
  func `misuse exits 64`(words: [String]) throws {
    let result = try Tool.run(["eval"] + words)
    #expect(result.status == 64, "\(words)")
    #expect(result.complaint.contains("See 'xent eval --help'."))
  }

  @Test func `help`() throws {
    #expect(
      try Tool.run("eval", "--help").output == """
        OVERVIEW: The certified value of an expression, to any number of digits.

        USAGE: xent eval <expression> [--digits <n> | --format <name>] [--steps] [--got <value>] [--json]

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

        FUNCTIONS:
          information_content entropy differential_entropy cross_entropy
          kl_divergence js_divergence perplexity likelihood log_likelihood
          negative_log_likelihood sigmoid log_sigmoid softplus relu log_sum_exp
          softmax log_softmax binary_cross_entropy binary_cross_entropy_with_logits
          categorical_cross_entropy categorical_cross_entropy_with_logits
          sparse_categorical_cross_entropy
          sparse_categorical_cross_entropy_with_logits nll_loss
          binary_focal_with_logits focal_with_logits logistic_loss hinge
          squared_hinge multiclass_hinge mean_squared_error mean_absolute_error huber
          pairwise_hinge list_net nce l1_penalty l2_penalty brier_score
          expected_calibration_error isotonic_regression temperature_scaling linear
          logistic_regression_epoch zero_one_error

        """)
  }

  @Test func `an empty list has no steps, and a temperature stands in each of them`() throws {
    let empty = try Tool.run("eval", "softmax([])", "--steps")
    #expect(empty.status == 0 && empty.output.contains("no steps"))
    let warm = try Tool.run("eval", "softmax([-1, 1/2], temperature: 2)", "--steps")
    #expect(warm.output.contains("e^(-1 / (2)) / sum"))
  }

  @Test func `infinity has its usual short name`() throws {
    #expect(try Tool.run("eval", "exp(-inf)").output.hasPrefix("exactly   0"))
  }
}
