import CrossEntropy
import Exact
import Property
import Support
import Testing

@testable import Judgement

@Suite struct `Computed subjects` {
  /// Half a unit of the last place of 1, for each subject.
  private static func unit(_ subject: ComputedSubject) -> Rational {
    subject.numbers == .decimal ? Rational("5e-38")! : .powerOfTwo(-53)
  }

  /// The numbers of an answer, each with a name.
  private static func elements<T>(_ answer: Answer<T>) -> [(name: String, element: T)] {
    ([("value", answer.value)] + answer.gradient.sorted { $0.key < $1.key }).flatMap {
      name, tensor in
      tensor.elements.enumerated().map { ("\(name)[\($0)]", $1) }
    }
  }

  /// What plain arithmetic answers, without a bound.
  private static func plain(_ subject: ComputedSubject, _ call: CheckedCall) throws -> [Extended] {
    switch subject.name {
    case "naive-double": elements(try call.answer(over: Double.self)).map(\.element.exact)
    case "stable-double": elements(try call.answer(over: Stable.self)).map(\.element.exact)
    default: elements(try call.answer(over: Decimal38.self)).map(\.element.exact)
    }
  }

  /// Enclosures at 256 bits; at more, where that leaves some of them open.
  private static func truth(_ call: Call) throws -> Answer<Ball> {
    let reference = try Reference(call)
    for precision in [256, 1024, 4096] {
      if let answer = try? reference.enclosures(precision: precision),
        precision == 4096 || !elements(answer).contains(where: \.element.isUnknown)
      {
        return answer
      }
    }
    // A tie of decimals, which no ball tells apart, is decided by algebra.
    return try reference.digits(77).map { value in
      switch value {
      case .nan: .nan
      case .infinity(let isNegative): isNegative ? -.infinity : .infinity
      case .finite(let digits): nearby(digits.asRational)
      }
    }
  }

  /// What rounds to a number of 77 digits: their half unit is less than 2^−250 of it.
  private static func nearby(_ number: Rational) -> Ball {
    let ball = Ball(number, precision: 512)
    return Ball(
      midpoint: ball.midpoint, radius: .powerOfTwo(-250) * ball.size, precision: ball.precision)
  }

  /// What is wrong with the enclosures that a subject answers to a call.
  private static func refutations(
    _ subject: ComputedSubject, _ call: Call, _ found: Answer<Ball>
  ) throws -> [String] {
    let truth = try truth(call)
    let plain = try plain(subject, call.checked())
    let (given, exact) = (elements(found), elements(truth))
    if given.map(\.name) != exact.map(\.name) { return ["another shape"] }
    return zip(zip(given, exact), plain).compactMap { pair, computed in
      let ((name, enclosure), (_, value)) = pair
      if !enclosure.overlaps(value) { return "\(name) is \(value), outside \(enclosure)" }
      // The number is the one that the arithmetic by itself computes.
      let isOwn = enclosure.overlaps(Ball(computed, precision: enclosure.precision))
      return isOwn ? nil : "\(name) is computed as \(computed), not \(enclosure)"
    }
  }

  /// Hundreds of numbers of each function, 60 of the slow decimals, or what six seeds give of those
  /// that answer with one number to a batch; `CASES` multiplies.
  private static func forEachCall(
    _ subject: ComputedSubject, _ signature: Signature, seed: UInt64,
    _ sample: (Signature, UInt64) -> [Call], _ body: (Call) throws -> Int
  ) rethrows -> Int {
    var count = 0
    let enough = settings.factor * (subject.numbers == .decimal ? 60 : 300)
    for seed in seed..<(seed + 6 * UInt64(settings.factor)) where count < enough {
      for call in sample(signature, seed) {
        count += try body(call.rounded(to: subject.numbers).withGradients(signature))
      }
    }
    return count
  }

  @Test(arguments: ComputedSubject.all.indices, Function.all.map(\.name))
  func `tame inputs are enclosed narrowly`(subject: Int, function: String) throws {
    let subject = ComputedSubject.all[subject]
    let signature = try Function.named(function).signature
    var (wrong, radii) = ([String](), [Double]())
    let count = try Self.forEachCall(subject, signature, seed: 200, Samples.calls) { call in
      let found = try subject.answer(call)
      wrong += try Self.refutations(subject, call, found).map { "\($0) of \(call)" }
      let elements = Self.elements(found)
      for (name, enclosure) in elements {
        if enclosure.isUnknown { wrong.append("\(name) of \(call) is unknown") }
        guard enclosure.isFinite else { continue }
        let scale = max(Rational(1), enclosure.midpoint.asRational.magnitude)
        let units = enclosure.radius.asDyadic.asRational / scale / Self.unit(subject)
        radii.append(Ball(units, precision: 64).asDouble)
      }
      return elements.count
    }
    #expect(wrong.isEmpty, "\(wrong.count) of \(count): \(wrong.prefix(2))")
    // In units of roundoff of the number, or of 1 if that is more. Vacuous it would be with all digits
    // gone; half of the numbers keep all but five bits, and the worst of them, the derivative of a
    // softmax by a temperature of 0.1 whose terms z²/T of 9,000 cancel, all but fifteen.
    radii.sort()
    #expect(radii[radii.count / 2] <= 32, "\(radii[radii.count / 2]) units")
    #expect(radii.last! <= 32_768, "\(radii.last!) units")
  }

  @Test(arguments: ComputedSubject.all.indices, Function.all.map(\.name))
  func `hostile inputs are enclosed or given up`(subject: Int, function: String) throws {
    let subject = ComputedSubject.all[subject]
    let signature = try Function.named(function).signature
    var (wrong, known) = ([String](), 0)
    let count = try Self.forEachCall(subject, signature, seed: 300, Samples.hostileCalls) { call in
      do {
        let found = try subject.answer(call)
        wrong += try Self.refutations(subject, call, found).map { "\($0) of \(call)" }
        let elements = Self.elements(found)
        known += elements.count { !$0.element.isUnknown }
        return elements.count
      } catch is Undecided {
        return 1
      } catch let error as DataError {
        // What has no answer has none from the reference either.
        #expect(throws: error) { try Self.truth(call) }
        return 1
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count) of \(count): \(wrong.prefix(2))")
    // What is shifted and fused is seldom lost, nor are decimals, whose exponents reach far.
    let least = subject.name == "naive-double" ? 1 : count / 3
    #expect(known >= least, "only \(known) of \(count) are known")
  }

  // MARK: Single cases

  private static func value(
    _ subject: ComputedSubject, _ function: String, _ arguments: [String: [Extended]]
  ) throws -> [Ball] {
    let call = Call(function, arguments.mapValues { .real(Tensor($0)) })
    return try subject.answer(call).value.elements
  }

  private static func value(
    _ subject: ComputedSubject, _ function: String, _ texts: String...
  ) throws -> Ball {
    try value(subject, function, ["x": texts.map { .finite(Rational($0)!) }])[0]
  }

  @Test func `each is bounded as the algorithm that it is`() throws {
    // log(1 + e^800) overflows; log(1 + e^−40) has no digit right; the stable forms have them all.
    #expect(try Self.value(.naive, "softplus", "800").isUnknown)
    #expect(try Self.value(.decimal, "softplus", "800").isFinite)
    let (naive, stable) = (
      try Self.value(.naive, "softplus", "-40"), try Self.value(.stable, "softplus", "-40")
    )
    #expect(naive.midpoint.isZero && naive.sign == nil && naive.isFinite)
    #expect(stable.sign == 1 && stable.radius < .powerOfTwo(-100))
    #expect(try Self.value(.naive, "log_sum_exp", "1000", "1000").isUnknown)
    #expect(try Self.value(.stable, "log_sum_exp", "1000", "1000").isFinite)
  }

  @Test(arguments: ComputedSubject.all.indices)
  func `what is exact or a limit is answered exactly`(index: Int) throws {
    let subject = ComputedSubject.all[index]
    let limits: [Extended] = [.infinity(isNegative: true), .infinity(isNegative: false), .nan]
    let sigmoid = try Self.value(subject, "sigmoid", ["x": limits])
    #expect(sigmoid[0].isZero && sigmoid[1].contains(1) && sigmoid[1].isExact && sigmoid[2].isNaN)
    let content = try Self.value(subject, "information_content", ["p": [.finite(0), .finite(1)]])
    #expect(content[0].isPositiveInfinity && content[1].isZero)
  }

  @Test func `a corner of decimals is seen, one that rounding made is not`() throws {
    func slope(_ subject: ComputedSubject, margin: String, _ score: String) throws -> Ball {
      let call = Call(
        "hinge", ["scores": .vector([Rational(score)!]), "y": .vector([1])],
        options: ["margin": .real(.finite(Rational(margin)!))], gradient: ["scores"])
      return try subject.answer(call.rounded(to: subject.numbers)).gradient["scores"]!.elements[0]
    }
    #expect(try slope(.decimal, margin: "0.1", "0.1").isZero)
    #expect(try slope(.decimal, margin: "0.3", "0.1").contains(-1))
    // 1 − 10⁻⁶⁰ rounds to 1, but its gap is no longer known to be above the corner's score.
    #expect(throws: Undecided.self) {
      let call = Call(
        "binary_cross_entropy", ["p": .vector([1]), "y": .vector([1])],
        options: ["clip": .real(.finite(Rational("1e-60")!))], gradient: ["p"])
      return try ComputedSubject.naive.answer(call)
    }
  }

  @Test func `a sum that overflows on the way is given up`() throws {
    let huge = Rational("1.7e308")!
    let call = Call("linear", ["x": .matrix([[huge, huge, -huge]]), "w": .vector([1, 1, 1])])
    let answer = try ComputedSubject.naive.answer(call.rounded(to: .float64))
    #expect(answer.value.elements[0].isUnknown)
    let context = RoundingContext(.float64)
    let terms = [huge, huge, -huge].map { RunningError(.finite($0), context) }
    #expect(terms.sum.range == .overflows)
  }
}
