import Conformance
import CrossEntropy
import Exact
import Judgement
import Testing

/// What a probe infers of implementations whose policies are known.
@Suite struct `Probes` {
  private static let followers: [Follower] = [
    (.allIgnoredMean, ["nan", "zero", "reject"]), (.emptyMean, ["nan", "zero", "reject"]),
    (.labelOutOfRange, ["reject", "nan", "zero", "wrap_negative"]),
    (.outOfDomain, ["reject", "nan", "accepts"]), (.zeroTimesInfinity, ["zero", "nan"]),
    (.infiniteLogit, ["limit", "nan"]),
    (.logClip, ["none", #"{"probability":1e-07,"both_ends":true}"#, #"{"loss":100}"#]),
    (.unnormalised, ["as_written", "normalised", "reject"]),
    (.weightedMeanSparse, ["weight_sum", "count"]), (.weightedMeanDense, ["count", "weight_sum"]),
    (.labelSmoothing, ["over_classes", "over_others"]),
    (.smoothingWithWeights, ["per_class", "per_sample"]), (.subnormal, ["kept", "flushed"]),
    (.accumulation, ["float32", "format"]), (.accuracy, ["correctly_rounded", "strict"]),
  ].flatMap { (axis: Axis, values: [String]) in values.map { Follower(axis, $0) } }

  private static func finding(_ axis: Axis, _ subject: any Implementation) throws -> Probe.Finding {
    try #require(try Probe(subject).run().first { $0.axis == axis })
  }

  @Test func `the reference follows the specification everywhere`() throws {
    let findings = try Probe(ReferenceImplementation()).run()
    #expect(findings.map(\.axis) == Axis.allCases.filter { $0 != .summation })
    for finding in findings {
      #expect(
        finding.outcome == .inferred(finding.axis.values[0]), "\(finding.axis): \(finding.reason)")
    }
  }

  /// The specification's own values are the reference's, above.
  @Test(arguments: followers.filter { $0.value != $0.axis.values[0] })
  func `each policy is inferred, and no other axis changes`(follower: Follower) throws {
    let findings = try Probe(follower).run()
    for finding in findings where finding.axis != .accuracy {
      // Whoever says NaN at every infinite logit says it at −∞ beside a zero target too.
      if follower.axis == .infiniteLogit && finding.axis == .zeroTimesInfinity { continue }
      let expected =
        finding.axis == follower.axis
        ? follower.value.replacing("1e-07", with: "1e-7") : finding.axis.values[0]
      #expect(finding.value == expected, "\(finding.axis): \(finding.reason)")
    }
    let level = try #require(findings.first { $0.axis == .accuracy })
    guard case .byFunction(let levels) = level.outcome else {
      #expect(level.outcome == .inferred("correctly_rounded"))
      return
    }
    #expect(follower.value == "strict" && levels["sigmoid"] == "strict")
    #expect(levels["softmax"] == "correctly_rounded")
  }

  @Test func `answers that contradict each other are mixed, and say how`() throws {
    struct Inconsistent: LocalImplementation {
      var hello: Hello { Hello(name: "inconsistent", version: "1") }
      func reply(to request: Request) -> Reply {
        Follower(.labelOutOfRange, request.call.function == "nll_loss" ? "nan" : "reject")
          .reply(to: request)
      }
    }
    let finding = try Self.finding(.labelOutOfRange, Inconsistent())
    #expect(finding.outcome == .mixed)
    #expect(
      finding.reason.contains("reject or wrap_negative (")
        && finding.reason.contains("nan (nll_loss("))
    // It is held to the specification's own.
    var verification = Verification(
      Inconsistent(), Selection(functions: ["nll_loss"], formats: [.float32]).questions())
    verification.probes = true
    let summary = try verification.run()
    #expect(summary[.fails] > 0)
    let entry = try #require(summary.profile.first { $0.axis == .labelOutOfRange })
    #expect(entry.value == "reject" && entry.source == .specification && !entry.differs)
    #expect(summary.text.contains("mixed: reject or wrap_negative ("))
  }

  @Test func `an answer that fits no value is mixed`() throws {
    struct Odd: LocalImplementation {
      var hello: Hello { Hello(name: "odd", version: "1") }
      func reply(to request: Request) -> Reply {
        let isEmpty = request.call.arguments.values.contains { $0.shape.contains(0) }
        return isEmpty
          ? .answer(Answer(value: Tensor(Floating(rounding: .finite(7), to: request.format))))
          : ReferenceImplementation().reply(to: request)
      }
    }
    let finding = try Self.finding(.emptyMean, Odd())
    #expect(finding.outcome == .mixed && finding.reason.contains("no value"))
  }

  @Test func `what is not declared stays unknown`() throws {
    var subject = Follower(.infiniteLogit, "nan")
    subject.functions = ["sigmoid": Hello.Declaration(formats: [.float64])]
    for finding in try Probe(subject).run() {
      switch finding.axis {
      case .infiniteLogit: #expect(finding.outcome == .inferred("nan"))
      case .accuracy: #expect(finding.isDecided)
      default: #expect(finding.outcome == .unknown && finding.evidence.isEmpty)
      }
    }
  }

  @Test func `what says that it cannot says nothing`() throws {
    struct Unable: LocalImplementation {
      var hello: Hello { Hello(name: "unable", version: "1") }
      func reply(to request: Request) -> Reply { .unsupported("no") }
    }
    #expect(try Probe(Unable()).run().allSatisfy { $0.outcome == .unknown })
  }

  @Test func `an answer against the declaration is found`() throws {
    var subject = Follower(.allIgnoredMean, "nan")
    subject.profile = [JSON.Member("all_ignored_mean", "zero")]
    let finding = try Self.finding(.allIgnoredMean, subject)
    #expect(finding.outcome == .inferred("nan") && !finding.contradictions.isEmpty)
    var verification = Verification(
      subject, Selection(functions: ["nll_loss"], formats: [.float32], tier: .smoke).questions())
    verification.probes = true
    let summary = try verification.run()
    let entry = try #require(summary.profile.first { $0.axis == .allIgnoredMean })
    #expect(entry.value == "zero" && entry.source == .declared && entry.contradiction != nil)
    for report in [summary.text, summary.markdown, summary.html] {
      #expect(report.contains("against what is declared"))
    }
  }

  private static let concerned = [
    "*categorical_cross_entropy", "categorical_cross_entropy_with_logits", "binary_cross_entropy",
    "entropy",
  ]

  /// Those that differ from the specification where the corpus shows it.
  private static let others = followers.filter {
    $0.value != $0.axis.values[0] && ![.accuracy, .accumulation].contains($0.axis)
  }

  @Test(arguments: others)
  func `whoever follows a policy conforms once it is inferred`(follower: Follower) throws {
    var verification = Verification(
      follower, Selection(functions: Self.concerned, formats: [.float32]).questions())
    verification.probes = true
    let summary = try verification.run()
    let failures = summary.failures.map { "\($0.id): \($0.why ?? "")" }
    #expect(failures.isEmpty && summary.breakdown == nil)
    let entry = try #require(summary.profile.first { $0.axis == follower.axis })
    #expect(entry.source == .inferred && entry.differs)
    // The corpus asks nothing where these two are judged at all and not by the specification.
    if follower.axis == .smoothingWithWeights || follower.value.contains("loss") { return }
    // Without the probe each is held to the specification's own.
    (verification.probes, verification.failureLimit) = (false, 1)
    #expect(try !verification.run().conforms)
  }

  @Test func `a file says more than the hello`() throws {
    var subject = Follower(.weightedMeanSparse, "count")
    subject.profile = [JSON.Member("weighted_mean_sparse", "weight_sum")]
    var verification = Verification(
      subject, Selection(functions: ["nll_loss"], formats: [.float32]).questions())
    #expect(try !verification.run().conforms)
    verification.profile = try Profile([JSON.Member("weighted_mean_sparse", "count")])
    let summary = try verification.run()
    #expect(summary.conforms)
    #expect(summary.profile.first { $0.axis == .weightedMeanSparse }?.source == .file)
  }

  @Test func `summaries of one profile add up, of two they do not`() throws {
    func part(_ function: String, _ follower: Follower) throws -> Summary {
      var verification = Verification(
        follower, Selection(functions: [function], formats: [.float32], tier: .smoke).questions())
      verification.probes = true
      return try verification.run()
    }
    let zero = Follower(.emptyMean, "zero")
    var (a, b) = (try part("softmax", zero), try part("entropy", zero))
    let copy = try Summary(JSON(parsing: a.json.pretty()))
    #expect(copy.json == a.json && copy.text == a.text && copy.profile == a.profile)
    let first = a
    try a.merge(b)
    try b.merge(first)
    #expect(a.json == b.json && a.profile == first.profile)
    let other = try part("entropy", Follower(.emptyMean, "nan"))
    #expect(throws: WireError.self) { try a.merge(other) }
  }

  @Test(arguments: [
    "{}", #"{"probability":0.7,"both_ends":true}"#, #"{"probability":1e-7}"#, #"{"loss":0}"#,
    #"{"loss":"100"}"#,
  ])
  func `a clip that cannot be is refused`(text: String) {
    #expect(throws: WireError.self) {
      try Profile([JSON.Member("log_clip", JSON(parsing: text))])
    }
  }
}
