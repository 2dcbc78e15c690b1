import CrossEntropy
import Exact
import Judgement
import Testing

/// Policies: what is expected of whoever declares them, and of nobody else.
@Suite struct `Profiles` {
  private static func profile(_ axis: Axis, _ value: String) throws -> Profile {
    try Profile([JSON.Member(axis.rawValue, .string(value))])
  }

  private static func outcome(
    _ expression: String, _ profile: Profile, _ answer: [Double], shape: [Int] = []
  ) throws -> Verdict.Outcome {
    let call = try Call(parsing: expression)
    let request = Request(id: "q", format: .float32, call: call.rounded(to: .float32))
    let numbers = answer.map { Floating(rounding: Floating($0).value, to: .float32) }
    return Judge(profile: profile).verdict(
      on: .answer(Answer(value: Tensor(shape: shape, numbers))), to: request
    ).outcome
  }

  private static func refuses(_ expression: String, _ profile: Profile) throws -> Bool {
    let request = Request(id: "q", format: .float32, call: try Call(parsing: expression))
    return Judge(profile: profile).verdict(on: .reject("no"), to: request).conforms
  }

  private static let ignored = """
    sparse_categorical_cross_entropy_with_logits([[1, 2]], [-100], ignore_index: -100)
    """

  @Test func `the mean of ignored rows is what is declared`() throws {
    let (nan, zero) = (Profile(), try Self.profile(.allIgnoredMean, "zero"))
    let reject = try Self.profile(.allIgnoredMean, "reject")
    #expect(try Self.outcome(Self.ignored, nan, [.nan]) == .conforms)
    #expect(try Self.outcome(Self.ignored, nan, [0]) != .conforms)
    #expect(try Self.outcome(Self.ignored, zero, [0]) == .conforms)
    #expect(try Self.outcome(Self.ignored, zero, [.nan]) != .conforms)
    #expect(try Self.refuses(Self.ignored, reject) && !Self.refuses(Self.ignored, zero))
    // Whose weights sum to zero is the mean of nothing too; a sum is not.
    let weightless = """
      sparse_categorical_cross_entropy_with_logits([[1, 2]], [0], class_weight: [0, 1])
      """
    #expect(try Self.outcome(weightless, zero, [0]) == .conforms)
    let sum = Self.ignored.dropLast() + ", reduction: sum)"
    #expect(try Self.outcome(String(sum), reject, [0]) == .conforms)
  }

  @Test func `a label out of range is what is declared`() throws {
    let call = "sparse_categorical_cross_entropy_with_logits([[0, 0]], [-1])"
    #expect(try Self.refuses(call, Profile()))
    #expect(try Self.outcome(call, Self.profile(.labelOutOfRange, "nan"), [.nan]) == .conforms)
    #expect(try Self.outcome(call, Self.profile(.labelOutOfRange, "nan"), [0]) != .conforms)
    let wrapped = try Self.profile(.labelOutOfRange, "wrap_negative")
    #expect(try Self.outcome(call, wrapped, [0.6931472]) == .conforms)
    #expect(try Self.outcome(call, wrapped, [0]) != .conforms)
    #expect(try Self.refuses("nll_loss([[0, 0]], [-3])", wrapped))
  }

  @Test func `what is accepted beyond a domain is not judged`() throws {
    let call = "entropy([1.5])"
    #expect(try Self.refuses(call, Profile()))
    let outcome = try Self.outcome(call, Self.profile(.outOfDomain, "accepts"), [7])
    #expect(outcome == .notJudged("policy: out_of_domain"))
    // A shape that does not fit is no policy.
    let misfit = "cross_entropy([1], [0.5, 0.5])"
    #expect(try Self.outcome(misfit, Self.profile(.outOfDomain, "accepts"), [7]) != .conforms)
  }

  @Test func `smoothing over the others gives them more`() throws {
    // ε/2 for each of the others: 0.9·ln 3 + 0.1·ln 3 for equal logits says nothing; these do.
    let call = """
      sparse_categorical_cross_entropy_with_logits([[2, 0, 0]], [0], label_smoothing: 0.25)
      """
    // lse − 2·(1 − ε) = ln(e² + 2) − 1.5, and ln(e² + 2) − 2·(1 − ε + ε/3) over all classes.
    let (others, all) = (0.7395447662218847, 0.5728780995552181)
    #expect(try Self.outcome(call, Profile(), [all]) == .conforms)
    #expect(try Self.outcome(call, Profile(), [others]) != .conforms)
    let declared = try Self.profile(.labelSmoothing, "over_others")
    #expect(try Self.outcome(call, declared, [others]) == .conforms)
    #expect(try Self.outcome(call, declared, [all]) != .conforms)
  }

  @Test func `means divide as declared, unless the call says how`() throws {
    let call = """
      sparse_categorical_cross_entropy_with_logits([[0, 0]], [0], class_weight: [0.5, 1]
      """
    let count = try Self.profile(.weightedMeanSparse, "count")
    let (byWeight, byCount) = (0.6931472, 0.3465736)
    #expect(try Self.outcome(call + ")", Profile(), [byWeight]) == .conforms)
    #expect(try Self.outcome(call + ")", count, [byCount]) == .conforms)
    #expect(try Self.outcome(call + ")", count, [byWeight]) != .conforms)
    #expect(try Self.outcome(call + ", normalization: weight)", count, [byWeight]) == .conforms)
  }

  @Test func `NaN at infinities is allowed only to whoever declares it`() throws {
    let call = "cross_entropy([0, 1], [0, 1])"
    #expect(try Self.outcome(call, Profile(), [.nan]) != .conforms)
    let declared = try Self.profile(.zeroTimesInfinity, "nan")
    #expect(try Self.outcome(call, declared, [.nan]) == .conforms)
    #expect(try Self.outcome(call, declared, [1]) != .conforms)
    #expect(try Self.outcome("sigmoid([1])", declared, [.nan], shape: [1]) != .conforms)
  }

  @Test func `levels and accumulations may be those of one function`() throws {
    let json = #"{"accuracy": {"sigmoid": "correctly_rounded", "*": "standard"}}"#
    let profile = try Profile(JSON(parsing: json).members!)
    #expect(profile.value(of: .accuracy, for: "sigmoid") == "correctly_rounded")
    #expect(profile.value(of: .accuracy, for: "softmax") == "standard")
    let next = Double(Float(0.7310585975646973).nextUp)
    #expect(try Self.outcome("sigmoid([1])", profile, [next], shape: [1]) != .conforms)
    #expect(try Self.outcome("sigmoid([1])", Profile(), [next], shape: [1]) == .conforms)
  }

  @Test func `what cannot be declared is told`() {
    #expect(throws: WireError.self) { try Self.profile(.emptyMean, "maybe") }
    #expect(throws: WireError.self) {
      try Profile([JSON.Member("colour", "red")])
    }
  }

  /// σ·(1 − σ) is 0 where σ has been rounded to 1: sound at standard, not at strict.
  @Test func `the gradients of a function may have a level of their own`() throws {
    let request = Request(
      id: "q", format: .float32, call: Call("sigmoid", ["x": .vector([20])], gradient: ["x"]))
    let lost = Tensor(shape: [1], [Floating(Float(0))])
    let answer = Reply.answer(
      Answer(value: Tensor(shape: [1], [Floating(Float(1))]), gradient: ["x": lost]))
    func verdict(_ accuracy: String) throws -> Verdict {
      let profile = try Profile([JSON.Member("accuracy", JSON(parsing: accuracy))])
      return Judge(profile: profile).verdict(on: answer, to: request)
    }
    #expect(try verdict(#"{"sigmoid":"correctly_rounded","gradient:sigmoid":"standard"}"#).conforms)
    #expect(try verdict(#"{"sigmoid":"standard","gradient:sigmoid":"strict"}"#).fails)
    #expect(try verdict(#"{"sigmoid":"standard","gradient:sigmoid":"correctly_rounded"}"#).fails)
    #expect(try verdict(#"{"gradient:sigmoid":"standard","*":"strict"}"#).conforms)
    #expect(try verdict(#"{"*":"strict"}"#).fails)
  }
}
