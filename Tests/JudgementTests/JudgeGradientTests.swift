import CrossEntropy
import Exact
import Judgement
import Testing

/// What the judge says of gradients, at corners above all.
@Suite struct `The judge of gradients` {
  private static func request(_ call: Call, _ format: Format = .float32) -> Request {
    Request(id: "q", format: format, call: call.rounded(to: format))
  }

  private static func verdict(
    _ request: Request, value: [Double], by name: String, _ slopes: [Double],
    shape: [Int]? = nil, valueShape: [Int] = [], _ accuracy: Accuracy = .standard
  ) -> Verdict {
    func tensor(_ numbers: [Double], _ shape: [Int]) -> Tensor<Floating> {
      Tensor(
        shape: shape,
        numbers.map { Floating(rounding: Floating($0).value, to: request.format) })
    }
    let answer = Answer(
      value: tensor(value, valueShape),
      gradient: [name: tensor(slopes, shape ?? [slopes.count])])
    return Judge(accuracy).verdict(on: .answer(answer), to: request)
  }

  private static let softplus = request(
    Call(
      "softplus", ["x": .vector([2])], gradient: ["x"],
      cotangent: Tensor([.finite(Rational(-3, 2))])))

  @Test func `a slope is held to its cotangent`() {
    // log(1 + e²) and −1.5/(1 + e^−2), to more digits than float32 has.
    let (value, slope) = (2.126928011042972, -1.3211956164648)
    func verdict(_ slope: Double) -> Verdict {
      Self.verdict(Self.softplus, value: [value], by: "x", [slope], valueShape: [1])
    }
    #expect(verdict(slope).conforms)
    #expect(verdict(slope / -1.5).fails)
    #expect(verdict(-slope).worst == Verdict.Place(gradient: "x", index: 0))
    #expect(verdict(slope * (1 + 3e-6)).fails)
  }

  @Test func `a gradient that was asked for must come, in its shape`() {
    let answer = Answer(value: Tensor(shape: [1], [Floating(Float(2.126928))]))
    let verdict = Judge().verdict(on: .answer(answer), to: Self.softplus)
    #expect(verdict.outcome == .fails("no gradient by x"))
    let wide = Self.verdict(
      Self.softplus, value: [2.126928011042972], by: "x", [-1.3211956, 0], valueShape: [1])
    #expect(wide.fails)
  }

  /// p − y is the gradient that everybody writes, and it cancels: with y = 0.99999 at z = 8 to 495
  /// units in the last place.
  @Test func `a prediction minus its target is sound`() {
    let request = Self.request(
      Call(
        "binary_cross_entropy_with_logits",
        ["logits": .vector([8]), "y": .vector([Rational("0.99999")!])],
        options: ["reduction": .word("none")], gradient: ["logits"]))
    func verdict(_ slope: Double, _ accuracy: Accuracy) -> Verdict {
      Self.verdict(
        request, value: [4.15515015e-4], by: "logits", [slope], valueShape: [1], accuracy)
    }
    // NumPy's 1/(1 + e^−8) − 0.99999 in float32; −3.2533655e-4 is exact.
    #expect(verdict(-3.2532215e-4, .standard).conforms)
    #expect(verdict(-3.2532215e-4, .strict).fails)
    #expect(verdict(-3.2533655e-4, .strict).conforms)
    #expect(verdict(-3.2503e-4, .standard).fails)
  }

  /// σ·(1 − σ) of a σ that has been rounded to 1 is 0.
  @Test func `a slope from the rounded value is sound`() {
    let request = Self.request(Call("sigmoid", ["x": .vector([20])], gradient: ["x"]))
    func verdict(_ slope: Double, _ accuracy: Accuracy) -> Verdict {
      Self.verdict(request, value: [1], by: "x", [slope], valueShape: [1], accuracy)
    }
    #expect(verdict(0, .standard).conforms)
    #expect(verdict(0, .strict).fails)
    #expect(verdict(2.0611537e-9, .strict).conforms)
    #expect(verdict(1e-6, .standard).fails)
  }

  private static let relu = request(Call("relu", ["x": .vector([0])], gradient: ["x"]))

  @Test(arguments: [Accuracy.correctlyRounded, .strict, .standard, .backwardStable])
  func `at a corner any subgradient is right, and nothing else`(accuracy: Accuracy) {
    func verdict(_ slope: Double) -> Verdict {
      Self.verdict(Self.relu, value: [0], by: "x", [slope], valueShape: [1], accuracy)
    }
    for slope in [0, 0.5, 1, 0.3] { #expect(verdict(slope).conforms, "\(slope)") }
    for slope in [-0.001, 1.001, 2, -1, .nan, .infinity] {
      #expect(verdict(slope).fails, "\(slope)")
    }
  }

  @Test func `beside a corner only its own side is right`() {
    let request = Self.request(
      Call("relu", ["x": .vector([.powerOfTwo(-20)])], gradient: ["x"]))
    let x = Double(sign: .plus, exponent: -20, significand: 1)
    #expect(Self.verdict(request, value: [x], by: "x", [1], valueShape: [1]).conforms)
    #expect(Self.verdict(request, value: [x], by: "x", [0], valueShape: [1]).fails)
  }

  @Test func `a corner within the rounding of the way there counts as one`() {
    // margin − y·s = 1 − (1 − 2⁻²⁵), which a float32 that forms it from rounded parts cannot tell
    // from 0; the scores are exact, so the gap is, and the slope is −1.
    let near = Self.request(
      Call(
        "pairwise_hinge",
        ["scores": .vector([1 - .powerOfTwo(-24), 0]), "relevance": .vector([1, 0])],
        options: ["margin": .real(.finite(1))], gradient: ["scores"]))
    let gap = Double(sign: .plus, exponent: -24, significand: 1)
    #expect(Self.verdict(near, value: [gap], by: "scores", [-1, 1]).conforms)
    // s₁ − s₂ = 1 − 2⁻²⁴ − 2⁻³⁰ is no float32: the gap may come out as 0 or as 2⁻²³.
    let nearer = Self.request(
      Call(
        "pairwise_hinge",
        [
          "scores": .vector([1 - .powerOfTwo(-24), .powerOfTwo(-30)]),
          "relevance": .vector([1, 0]),
        ],
        options: ["margin": .real(.finite(1 - .powerOfTwo(-24)))], gradient: ["scores"]))
    let small = Double(sign: .plus, exponent: -30, significand: 1)
    #expect(Self.verdict(nearer, value: [small], by: "scores", [-1, 1]).conforms)
    #expect(Self.verdict(nearer, value: [small], by: "scores", [0, 0]).conforms)
    #expect(Self.verdict(nearer, value: [small], by: "scores", [-1, 0]).fails)
  }

  @Test func `a tie of scores is shared as anyone likes, but wholly`() {
    let request = Self.request(
      Call(
        "multiclass_hinge", ["scores": .matrix([[0, 1, 1]]), "labels": .labels([0])],
        gradient: ["scores"]))
    func verdict(_ slopes: [Double]) -> Verdict {
      Self.verdict(request, value: [2], by: "scores", slopes, shape: [1, 3])
    }
    for share in [0, 0.5, 1, 0.25] { #expect(verdict([-1, share, 1 - share]).conforms) }
    // Each number for itself lies in the hull.
    #expect(verdict([-1, 1, 1]).fails && verdict([-1, 0, 0]).fails)
    #expect(verdict([-1, 0.5, 0.5]).conforms && verdict([-2, 1, 1]).fails)
  }

  @Test func `thirds of a tie are rounded, and sum to 1 but for that`() {
    let request = Self.request(
      Call(
        "multiclass_hinge", ["scores": .matrix([[1, 1, 1, 1]]), "labels": .labels([2])],
        gradient: ["scores"]))
    func verdict(_ third: Double) -> Verdict {
      Self.verdict(
        request, value: [1], by: "scores", [third, third, -1, third], shape: [1, 4])
    }
    #expect(verdict(1 / 3).conforms && verdict(0.3334).fails)
  }

  @Test func `a list without items has a gradient without elements`() {
    let request = Self.request(
      Call(
        "pairwise_hinge", ["scores": .vector([Rational]()), "relevance": .vector([Rational]())],
        options: ["reduction": "sum"], gradient: ["scores"]))
    #expect(Self.verdict(request, value: [0], by: "scores", []).conforms)
  }

  @Test func `a power to 1 of what is rounded is held to a bound`() {
    let request = Self.request(
      Call(
        "binary_focal_with_logits", ["logits": .vector([0]), "y": .vector([1])],
        options: ["gamma": 1], gradient: ["logits"]))
    // ln 2 / 2 and (ln ½ / 2 − ½) / 2
    let (value, slope) = (0.34657359027997264, -0.42328679513998635)
    #expect(Self.verdict(request, value: [value], by: "logits", [slope]).conforms)
    #expect(Self.verdict(request, value: [value * 1.001], by: "logits", [slope]).fails)
  }

  @Test func `the nearest number is not only a near one`() throws {
    let request = Self.request(Call("sigmoid", ["x": .vector([1])]))
    let right = try Reference(request.call).floating(.float32).value.elements[0]
    let next = Floating(bits: right.bits + 1, format: .float32)
    func verdict(_ number: Floating, _ accuracy: Accuracy) -> Verdict {
      Judge(accuracy).verdict(on: .answer(Answer(value: Tensor([number]))), to: request)
    }
    #expect(verdict(right, .correctlyRounded).conforms && verdict(next, .strict).conforms)
    #expect(verdict(next, .correctlyRounded).fails)
  }

  @Test func `levels accept more and more`() throws {
    // log(e^20 + 1) − 20, rounded on the way: 2.06e-9 in truth, 0 in float32.
    let request = Self.request(
      Call(
        "sparse_categorical_cross_entropy_with_logits",
        ["logits": .matrix([[20, 0]]), "labels": .labels([0])]))
    func conforms(_ loss: Double, _ accuracy: Accuracy) -> Bool {
      let number = Floating(rounding: Floating(loss).value, to: .float32)
      return Judge(accuracy).verdict(
        on: .answer(Answer(value: Tensor(number))), to: request
      ).conforms
    }
    #expect(!conforms(0, .strict) && conforms(0, .standard) && conforms(0, .backwardStable))
    #expect(!conforms(1e-6, .standard) && conforms(1e-6, .backwardStable))
    #expect(!conforms(1e-4, .backwardStable))
  }
}
