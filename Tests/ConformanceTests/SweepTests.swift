import CrossEntropy
import Exact
import Foundation
import Judgement
import Testing

@testable import Conformance

/// Every number of a format, and what is said of the answers.
@Suite struct `Sweeps` {
  private static func function(_ name: String) -> SweptFunction {
    SweptFunction.all.first { $0.name == name }!
  }

  private static func number(_ value: Double, _ format: Format) -> Floating {
    Floating(rounding: Floating(value).value, to: format)
  }

  /// A sweep of exp in float16 by a function that spoils the right answers at some numbers.
  private static func spoiled(
    threads: Int = 2, _ answer: @escaping @Sendable (Double) -> Double?
  ) throws -> SweepTally {
    var sweep = Sweep(function("exp"), SweptInputs(.float16))
    sweep.threads = threads
    return try sweep.run(
      SweptSubject("spoiled") { x in answer(x) ?? CorrectlyRounded.exp(x) })
  }

  // MARK: The reference

  @Test(
    arguments: SweptFunction.all.filter(\.isInCatalogue).map(\.name), [Format.float16, .bfloat16])
  func `the catalogue's functions are right at every number of 16 bits`(
    _ name: String, _ format: Format
  ) throws {
    let tally = try Sweep(Self.function(name), SweptInputs(format)).run()
    #expect(tally.asked == tally.nearest && tally.asked + tally.outside == 65536)
    #expect(tally.isWithin(nil) && tally.zeroSigns == 0 && tally.greatestError == nil)
  }

  @Test func `no function of one number is left out`() throws {
    let half = Call.Argument.vector([Rational(1, 2), Rational(1, 2)])
    let found = Function.all.filter { function in
      guard function.signature.arguments.count == 1 else { return false }
      let call = Call(function.name, [function.signature.arguments[0].name: half])
      // One that mixes the elements of a tensor is a function of a vector.
      let answer = try? Reference(call).floating(.float64).value
      return answer?.shape == [2] && function.signature.arguments[0].shape == "[…]"
    }
    let names = SweptFunction.all.filter(\.isInCatalogue).map(\.name)
    #expect(Set(found.map(\.name)) == Set(names))
  }

  @Test(arguments: ["sigmoid", "log_sigmoid", "softplus", "information_content"])
  func `one word is right at numbers of float32`(_ name: String) throws {
    let tally = try Sweep(Self.function(name), SweptInputs(.float32, stride: 1_000_003)).run()
    #expect(tally.isWithin(nil) && tally.asked > 1000)
  }

  @Test func `the checksum is MPFR's`() throws {
    // Tests/Peers/sweep.c, `sweep NAME 1000003`.
    for (name, checksum) in checksums {
      let sweep = Sweep(Self.function(name), SweptInputs(.float32, stride: 1_000_003))
      #expect(SweepReport(sweep, of: ("xent", ""), try sweep.run()).checksum == checksum, "\(name)")
    }
  }

  private var checksums: [(String, String)] {
    [
      ("exp", "9f35959bd51a2d7b"),
      ("expm1", "b7cc5681ca4cde08"),
      ("log", "b9a14dad2dfa50e7"),
      ("log1p", "fbdfb2d6818974a3"),
      ("log2", "2eeff657a9f9cbf0"),
      ("log10", "bb3c2427e971af6e"),
    ]
  }

  // MARK: The inputs

  @Test func `a stride finds the numbers where formats break, and none twice`() {
    for format in Format.allCases {
      let stride = max(SweptInputs.stride(forProcesses: format), format.bitWidth == 16 ? 97 : 1)
      let inputs = SweptInputs(format, stride: stride)
      let patterns = inputs.patterns(0..<inputs.count)
      #expect(Set(patterns).count == patterns.count && !inputs.isWhole)
      for landmark in [
        Floating.zero(format), .zero(isNegative: true, format), .infinity(format),
        .infinity(isNegative: true, format), Self.number(1, format),
        Floating(rounding: format.greatest, to: format),
        Floating(rounding: format.leastNonzero, to: format),
      ] {
        #expect(patterns.contains(landmark.bits), "\(landmark.asDouble)")
      }
      #expect(patterns.contains { Floating(bits: $0, format: format).isNaN })
    }
    #expect(SweptInputs(.float16).count == 65536 && SweptInputs(.float32).count == 1 << 32)
    #expect(SweptInputs(.bfloat16, stride: 1).patterns(65534..<65536) == [65534, 65535])
  }

  // MARK: What is found

  @Test func `one wrong answer among all is found`() throws {
    // exp(2) = 7.39 in float16 has units of 2^-8; three of them too much.
    let right = CorrectlyRounded.exp(Self.number(2, .float16)).asDouble
    let tally = try Self.spoiled { $0 == 2 ? right + 0x3p-8 : nil }
    #expect(tally.asked == 65536 && tally.nearest == 65535 && tally.histogram == [2: 1])
    let worst = try #require(tally.worst.first)
    #expect(tally.worst.count == 1 && worst.argument.asDouble == 2)
    #expect(worst.expected.asDouble == right && worst.answer.asDouble == right + 0x3p-8)
    let error = try #require(worst.error)
    #expect(abs(error - (right + 0x3p-8 - exp(2)) * 0x1p8) < 1e-9)
    #expect(!tally.isWithin(nil) && tally.isWithin(4) && !tally.isWithin(2))
  }

  @Test func `the worst come first, those as bad by their bits`() throws {
    let tally = try Self.spoiled { x in
      [1.0, 2, 3, 4, 5, 6, 7].contains(x) ? CorrectlyRounded.exp(x) * (x == 5 ? 1.5 : 1.25) : nil
    }
    let errors = tally.worst.map { $0.error!.magnitude }
    #expect(errors == errors.sorted(by: >) && errors.count == 5)
    #expect(tally.worst[0].argument.asDouble == 5)
    #expect(tally.histogram.values.reduce(0, +) == 7)
  }

  @Test func `mistakes of every kind are counted apart`() throws {
    let tally = try Self.spoiled { x in
      switch x {
      case 1: .nan
      case 2: .infinity
      case -.infinity: -.infinity
      case 3: 0
      case -11: 0
      case 4: -CorrectlyRounded.exp(4)
      case 20: 65504
      case -30: -0.0
      case _ where x.isNaN: 1
      default: nil
      }
    }
    let nans = 2046
    #expect(
      tally.mistakes == [
        .nan: 1, .infinity: 2, .vanished: 1, .flushed: 1, .sign: 1, .missedInfinity: 1,
        .missedNaN: nans,
      ])
    #expect(tally.zeroSigns == 1 && tally.histogram.isEmpty)
    #expect(tally.asked == tally.nearest + 7 + nans)
    #expect(tally.examples[.flushed]?.map { $0.argument.asDouble } == [-11])
    #expect(tally.examples[.missedNaN]?.count == 5 && !tally.isWithin(1e9))
  }

  @Test(arguments: [
    (0.4, 0), (0.6, 0), (1, 0), (-1, 0), (1.01, 1), (2, 1), (-2.5, 2), (4, 2), (1025, 11),
  ])
  func `errors are counted by powers of two`(error: Double, bin: Int) {
    #expect(SweepTally.bin(error) == bin)
  }

  @Test func `errors are measured from the value, in its own last place`() throws {
    let exponential = Self.function("exp")
    // Just below 1 the numbers of float16 lie 2^-11 apart.
    let x = Self.number(-0x1p-10, .float16)
    let below = try #require(exponential.error(of: Self.number(1, .float16), at: x))
    #expect(abs(below - (1 - exp(-0x1p-10)) * 0x1p11) < 1e-9)
    // Below the least normal number all of them lie 2^-24 apart.
    let tiny = try #require(
      exponential.error(of: .zero(.float16), at: Self.number(-12, .float16)))
    #expect(abs(tiny + exp(-12) * 0x1p24) < 1e-9)
    #expect(exponential.error(of: .infinity(.float16), at: x) == nil)
    let surprise = Self.function("information_content")
    let half = try #require(
      surprise.error(of: Self.number(0.75, .float32), at: Self.number(0.5, .float32)))
    #expect(abs(half - (0.75 - log(2)) * 0x1p24) < 1e-6)
    let rectifier = Self.function("relu")
    #expect(rectifier.error(of: Self.number(3, .float32), at: Self.number(2, .float32)) == 0x1p22)
  }

  @Test func `the textbook's formulas are found out`() throws {
    let sweep = Sweep(Self.function("softplus"), SweptInputs(.bfloat16))
    let naive = try sweep.run(SweptSubject(.naive, of: sweep.function))
    #expect(naive.mistakes[.infinity] ?? 0 > 0 && naive.mistakes[.vanished] ?? 0 > 0)
    let stable = try sweep.run(SweptSubject(.stable, of: sweep.function))
    #expect(stable.mistakes.isEmpty && stable.nearest >= 65530)
  }

  @Test func `the report does not depend on the number of threads`() throws {
    let texts = try [1, 2, 5].map { threads in
      var sweep = Sweep(Self.function("softplus"), SweptInputs(.float32, stride: 65_537))
      sweep.threads = threads
      let tally = try sweep.run(SweptSubject(.naive, of: sweep.function))
      let report = SweepReport(sweep, of: ("naive", ""), tally)
      #expect(!report.conforms && tally.worst.count == 5)
      return report.json.pretty() + report.text
    }
    #expect(Set(texts).count == 1)
  }

  // MARK: Implementations

  @Test func `an implementation that is asked by requests answers as it does in this process`()
    throws
  {
    let sweep = Sweep(Self.function("log_sigmoid"), SweptInputs(.float16))
    let here = try sweep.run(SweptSubject(.naive, of: sweep.function))
    let asked = try sweep.run(BuiltInImplementation(.naive))
    let reports = [here, asked].map { SweepReport(sweep, of: ("naive", ""), $0) }
    // A zero has no sign among the numbers of a call, so only the sum over all bits may differ.
    #expect(reports[0].text.contains("an infinity for another number"))
    for (a, b) in zip(
      reports[0].text.split(separator: "\n"), reports[1].text.split(separator: "\n"))
    where !a.hasPrefix("checksum") && !a.contains("zeros of the other sign") {
      #expect(a == b)
    }
  }

  /// Answers a float32 where bfloat16 is asked, now and then nothing at all.
  private final class Wide: LocalImplementation {
    let hello = Hello(name: "wide", version: "1")
    private var count = 0
    func reply(to request: Request) -> Reply {
      count += 1
      return switch count {
      case 6: .error("out of memory")
      case 7: .answer(Answer(value: Tensor(.zero(.float32))))
      default: ReferenceImplementation().reply(to: wider(request))
      }
    }
    private func wider(_ request: Request) -> Request {
      Request(id: request.id, format: .float32, call: request.call)
    }
  }

  @Test func `answers in a wider format are held to that, and none at all is counted`() throws {
    let sweep = Sweep(Self.function("information_content"), SweptInputs(.bfloat16))
    var notes: [String] = []
    let tally = try sweep.run(Wide(), note: { notes.append($0) })
    #expect(notes == ["out of memory", "an answer of shape [] to 1024 numbers"])
    #expect(tally.mistakes == [.unanswered: 2048] && tally.histogram.isEmpty)
    #expect(tally.outside > 40000 && tally.asked + tally.outside == 65536)
    #expect(sweep.lacks(Wide()) == nil)
  }

  @Test func `a recorded sweep is a row of the page`() throws {
    let sweep = Sweep(Self.function("sigmoid"), SweptInputs(.float16))
    let report = SweepReport(
      sweep, of: ("xent", ""), try sweep.run(), ballStride: sweep.ballStride)
    let page = ResultsTable([], sweeps: [try RecordedSweep(report.json)]).markdown
    #expect(
      page.contains(
        "| `sigmoid` | float16 | all | 65,536 | all | 0 | `\(report.checksum)` |\n"))
    #expect(!ResultsTable([]).markdown.contains("at every input"))
    #expect(throws: WireError.self) { try RecordedSweep(JSON(parsing: "{}")) }
  }
}
