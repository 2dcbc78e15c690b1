import CrossEntropy
import Exact
import Judgement
import Support
import Testing

@Suite struct `The judge` {
  private static func request(_ call: Call, _ format: Format = .float32) -> Request {
    Request(id: "q", format: format, call: call.rounded(to: format))
  }

  private static let softmax = request(Call("softmax", ["x": .vector([2, 1, -1])]))

  private static func right(_ request: Request) throws -> [Floating] {
    try Reference(request.call).floating(request.format).value.elements
  }

  private static func verdict(_ elements: [Floating], _ request: Request) -> Verdict {
    Judge().verdict(on: .answer(Answer(value: Tensor(elements))), to: request)
  }

  /// The number so many places further in its format.
  private static func moved(_ number: Floating, by count: Int) -> Floating {
    Floating(bits: UInt64(Int(number.bits) + count), format: number.format)
  }

  @Test func `the correctly rounded answer to everything conforms`() throws {
    for one in Corpus.all where one.tier < .full {
      for format in one.formats {
        let request = one.request(in: format)
        let reply = ReferenceImplementation().reply(to: request)
        let verdict = Judge().verdict(on: reply, to: request)
        #expect(!verdict.fails && verdict.multiple <= 1, "\(request.id): \(verdict)")
      }
    }
  }

  // Double is too narrow to simulate float64 in.
  @Test(arguments: [Format.float32, .bfloat16, .float16])
  func `a library of four ulps conforms`(format: Format) throws {
    var subjects: [SloppyImplementation] = []
    for form in [RoundingContext.Form.apart, .together, .logarithmic] {
      for (flushes, seed) in [(false, 0), (false, 1), (true, 0), (true, 1)] as [(Bool, UInt64)] {
        subjects.append(.init(form: form, budget: 8, flushes: flushes, seed: seed))
      }
    }
    for one in Corpus.all where one.tier < .full && one.formats.contains(format) {
      let request = one.request(in: format)
      let expectation = Judge().expectation(of: request)
      for subject in subjects {
        let verdict = Judge().verdict(on: subject.reply(to: request), given: expectation)
        #expect(!verdict.fails, "\(request.id), \(subject): \(verdict.outcome) \(verdict.multiple)")
      }
    }
  }

  @Test func `a last place conforms, a thousand do not`() throws {
    var answer = try Self.right(Self.softmax)
    answer[1] = Self.moved(answer[1], by: 1)
    #expect(Self.verdict(answer, Self.softmax).conforms)
    answer[1] = Self.moved(answer[1], by: 1000)
    let verdict = Self.verdict(answer, Self.softmax)
    #expect(verdict.fails && verdict.worst?.index == 1 && verdict.multiple > 2)
    #expect(verdict.ulps > 999 && verdict.ulps < 1003)
  }

  @Test func `a class is never a matter of degree`() throws {
    var answer = try Self.right(Self.softmax)
    answer[0] = .nan(.float32)
    #expect(Self.verdict(answer, Self.softmax).fails)
    answer[0] = .infinity(.float32)
    #expect(Self.verdict(answer, Self.softmax).fails)
    let masked = Self.request(
      Call("log_softmax", ["x": .real(Tensor([.finite(0), .infinity(isNegative: true)]))]))
    let zero = Floating(Float(0))
    #expect(Self.verdict([zero, .infinity(isNegative: true, .float32)], masked).conforms)
    #expect(Self.verdict([zero, Floating(-Float.greatestFiniteMagnitude)], masked).fails)
    #expect(Self.verdict([zero, .infinity(.float32)], masked).fails)
    let unknown = Self.request(Call("sigmoid", ["x": .real(Tensor([.nan]))]))
    #expect(Self.verdict([.nan(.float32)], unknown).conforms)
    #expect(Self.verdict([zero], unknown).fails)
  }

  @Test func `what is exact must be answered exactly`() throws {
    let one = Self.request(Call("softmax", ["x": .vector([Rational(-25, 2)])]))
    #expect(Self.verdict([Floating(Float(1))], one).conforms)
    #expect(Self.verdict([Floating(Float(1).nextDown)], one).fails)
    let single = Self.request(
      Call(
        "log_sum_exp", ["x": .real(Tensor([.finite(.powerOfTwo(-100))]))]))
    #expect(
      Judge().verdict(
        on: .answer(Answer(value: Tensor(Floating(Float(0))))), to: single
      ).fails)
  }

  @Test func `the sign of a zero is not scored`() throws {
    let certain = Self.request(Call("entropy", ["p": .vector([0, 1])]))
    for zero in [Float(0), -0.0] {
      let reply = Reply.answer(Answer(value: Tensor(Floating(zero))))
      #expect(Judge().verdict(on: reply, to: certain).conforms)
    }
  }

  @Test func `at the edge of the range both sides conform`() throws {
    // The loss is the logit, which is the greatest number, give or take a rounding.
    let greatest = Format.float32.greatest
    let request = Self.request(
      Call(
        "binary_cross_entropy_with_logits", ["logits": .vector([greatest]), "y": .vector([0])]))
    for answer in [Floating(Float.greatestFiniteMagnitude), .infinity(.float32)] {
      let verdict = Judge().verdict(on: .answer(Answer(value: Tensor(answer))), to: request)
      #expect(!verdict.fails, "\(answer): \(verdict.outcome)")
    }
    let half = Self.request(
      Call(
        "binary_cross_entropy_with_logits",
        ["logits": .vector([greatest / 2]), "y": .vector([0])]))
    #expect(
      Judge().verdict(on: .answer(Answer(value: Tensor(.infinity(.float32)))), to: half).fails)
  }

  @Test func `only an answer of the right shape is an answer`() throws {
    let answer = try Self.right(Self.softmax)
    #expect(Self.verdict(Array(answer.dropLast()), Self.softmax).fails)
    #expect(Judge().verdict(on: .reject("no"), to: Self.softmax).fails)
    #expect(Judge().verdict(on: .error("no"), to: Self.softmax).fails)
    let unsupported = Judge().verdict(on: .unsupported("no"), to: Self.softmax)
    #expect(!unsupported.conforms && !unsupported.fails)
  }

  @Test func `a wider format conforms, a narrower does not`() throws {
    let wide = try Reference(Self.softmax.call).floating(.float64).value.elements
    #expect(Self.verdict(wide, Self.softmax).conforms)
    let narrow = try Reference(Self.softmax.call).floating(.float16).value.elements
    #expect(Self.verdict(narrow, Self.softmax).fails)
  }

  @Test func `bad data must be refused`() throws {
    let bad = Self.request(
      Call(
        "sparse_categorical_cross_entropy_with_logits",
        ["logits": .matrix([[1, 2]]), "labels": .labels([2])]))
    #expect(Judge().verdict(on: .reject("label 2"), to: bad).conforms)
    #expect(
      Judge().verdict(on: .answer(Answer(value: Tensor(Floating(Float(0))))), to: bad).fails)
  }

  /// The tail of this log-softmax is far below the digits that a running error carries along.
  @Test func `a value that is not resolved is no set`() {
    let request = Request(
      id: "q", format: .float64, call: Call("log_softmax", ["x": .vector([0, -80, -80])]))
    func verdict(_ first: Double) -> Verdict {
      let value = Tensor(shape: [3], [first, -80, -80].map { Floating($0) })
      return Judge().verdict(on: .answer(Answer(value: value)), to: request)
    }
    #expect(verdict(-3.60970277569083e-35).conforms)
    #expect(verdict(0).conforms)
    #expect(verdict(1e-29).fails)
  }

  /// The mean of confidences near 1 is rounded at 1, however small its distance from what was right.
  @Test func `a calibration error from means is sound`() {
    let confidence = [0.999, 0.9991, 0.9992, 0.9993, 0.9994, 0.9995, 0.9996].map { Float($0) }
    let request = Request(
      id: "q", format: .float32,
      call: Call(
        "expected_calibration_error",
        [
          "confidence": .vector(confidence.map { Rational($0) }),
          "correct": .vector(confidence.map { _ in 1 }),
        ]))
    let mean = confidence.reduce(0, +) / 7
    func verdict(_ value: Float) -> Verdict {
      Judge().verdict(
        on: .answer(Answer(value: Tensor(Floating(value)))), to: request)
    }
    #expect(verdict(1 - mean).conforms)
    #expect(verdict((1 - mean) * 1.01).fails)
  }
}
