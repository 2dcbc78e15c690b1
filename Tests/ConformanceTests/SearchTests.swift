import Conformance
import CrossEntropy
import Exact
import Judgement
import Laws
import Property
import Testing

/// Random search beside the corpus.
@Suite struct `Search in an implementation` {
  static func finds(_ implementation: any Implementation, seed: UInt64 = 0) -> [Search.Find] {
    var settings = Settings()
    settings.seed = seed
    var search = Search(Judge(), .float32, settings)
    search.budget = 300
    return search.run(implementation)
  }

  /// Wrong by 1 from 3 on, below 100.
  struct WrongSomewhere: LocalImplementation {
    var hello: Hello {
      var hello = Hello(name: "wrong somewhere", version: "1")
      hello.functions = ["relu": Hello.Declaration(gradient: [])]
      return hello
    }

    func reply(to request: Request) -> Reply {
      guard case .real(let x) = request.call.arguments["x"] else { return .reject("no x") }
      return .answer(
        Answer(
          value: x.map { number in
            guard let value = number.asRational else {
              let isNegative = number == .infinity(isNegative: true)
              return isNegative
                ? .zero(request.format) : Floating(rounding: number, to: request.format)
            }
            let isInside = value >= 3 && value < 100
            return Floating(rounding: isInside ? value + 1 : max(value, 0), to: request.format)
          }))
    }
  }

  @Test func `a wrong answer is found, made simple, and can be kept and replayed`() throws {
    let implementation = WrongSomewhere()
    let finds = Self.finds(implementation)
    #expect(finds.map(\.function) == ["relu"])
    let find = try #require(finds.first)
    // The simplest number that is answered wrongly is 3.
    let vector = try #require(find.vector)
    let request = try Request(try #require(vector["request"]))
    #expect(Judge().verdict(on: implementation.reply(to: request), to: request).fails)
    #expect(vector["expected"]?["value"]?["bits"]?.string?.hasPrefix("40400000") == true)

    let parts = find.finding.token.split(separator: "/", maxSplits: 2).map(String.init)
    let subject = try #require(SearchSubject(named: parts[1], implementation))
    let law = try #require(Law.named(parts[0]))
    guard case .fails = try #require(law.replay(parts[2], on: subject)) else {
      Issue.record("the token does not replay")
      return
    }
  }

  /// The stable subject, as far as two functions go.
  struct Right: LocalImplementation {
    var hello: Hello {
      var hello = Hello(name: "right", version: "1")
      hello.functions = ["softplus": Hello.Declaration(), "huber": Hello.Declaration()]
      return hello
    }

    func reply(to request: Request) -> Reply {
      BuiltInImplementation(.stable).reply(to: request)
    }
  }

  @Test func `nothing is found of who is right`() {
    #expect(Self.finds(Right(), seed: 3).map(\.finding.description) == [])
  }
}
