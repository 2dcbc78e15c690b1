import Property
import Support
import Synchronization
import Testing

/// The issues that a body records, which are kept from the report.
func issues(_ body: @escaping @Sendable () async throws -> Void) async throws -> [Issue] {
  let heard = Mutex<[Issue]>([])
  let trait = IssueHandlingTrait.compactMapIssues { issue in
    heard.withLock { $0.append(issue) }
    return nil
  }
  try await trait.provideScope(
    for: try #require(Test.current), testCase: Test.Case.current, performing: body)
  return heard.withLock { $0 }
}

extension Issue {
  var text: String { comments.map(\.rawValue).joined(separator: "\n") }
}

@Suite struct `Properties in tests` {
  @Test func `what holds is silent`() async throws {
    let heard = try await issues {
      await check("Squares are not negative", cases: 50) { source in
        let x = try source.real(in: -10...10)
        #expect(x * x >= 0)
      }
      checkClaim("Nothing is claimed") { _ in }
      await exhaust("Nothing is expected") { _ in }
    }
    #expect(heard.isEmpty)
  }

  @Test func `a failing expectation is reported once, on the least case`() async throws {
    let heard = try await issues {
      await check("A number is small", cases: 500) { source in
        let x = try source.real(in: -1000...1000)
        source.note("x = \(x)")
        #expect(x < 100)
      }
    }
    #expect(heard.count == 1)
    let text = try #require(heard.first).text
    let lines = text.split(separator: "\n")
    #expect(lines.first == "A number is small is false.")
    #expect(lines.dropFirst().first == "    x = 100.0")
    #expect(
      text.contains("\n    found as case ")
        && text.contains(" of \(500 * settings.factor), simplified from x = "))
    #expect(lines.last == "    replay: _4059")
    if case .expectationFailed = heard[0].kind {} else { Issue.record("\(heard[0])") }
  }

  @Test func `all that fails on the least case is told, the note with the first`() async throws {
    let heard = try await issues {
      await check("Two expectations", .int(0...1000), cases: 500) { x in
        #expect(x < 50)
        #expect(x <= 49)
      }
    }
    #expect(heard.map(\.comments.count) == [1, 0])
    #expect(heard[0].text.contains("\n    50\n"))
  }

  @Test func `a failing requirement and a thrown error are failures`() async throws {
    let required = try await issues {
      await check("A requirement", .int(0...1000), cases: 500) { x in
        try #require(x < 100)
        Issue.record("nothing comes after")
      }
    }
    // The least case at which anything fails: the record, at 0.
    #expect(required.count == 1 && required[0].text.contains("\n    0\n"))

    let thrown = try await issues {
      await check("An error", .int(0...1000), cases: 500) { x in try require(x < 100) }
    }
    #expect(thrown.count == 1 && thrown[0].text.contains("\n    100\n"))
    #expect(thrown[0].error is Violation)
  }

  @Test func `a requirement ends the case`() async throws {
    let heard = try await issues {
      await check("A requirement", .int(0...1000), cases: 500) { x in try #require(x < 100) }
    }
    #expect(heard.count == 1 && heard[0].text.contains("\n    100\n"))
  }

  @Test func `a failing claim is one issue with the reason`() async throws {
    let heard = try await issues {
      checkClaim("A number is small", cases: 500) { try require(try $0.index(below: 999) < 100) }
    }
    #expect(heard.count == 1)
    #expect(heard[0].text.contains("\n    drawn: 100\n    because Violation()\n"))
    #expect(heard[0].text.hasSuffix("\n    replay: 2s"))
  }

  @Test func `exhaustive checks report the least case`() async throws {
    let heard = try await issues {
      await exhaust("Vectors are short") { source in
        let vector = try Gen.int(-2...2).array(1...4).draw(&source)
        source.note("\(vector)")
        #expect(vector.count < 3)
      }
    }
    #expect(heard.count == 1 && heard[0].text.contains("\n    [0, 0, 0]\n"))
  }

  @Test func `starved and uncovered checks are issues`() async throws {
    let heard = try await issues {
      await check("Nothing", cases: 10) { _ in throw Rejection() }
      await check("Rare", cases: 10, cover: ["tie": 0.1]) { _ in }
    }
    #expect(heard.count == 2)
    #expect(heard[0].text.hasPrefix("Nothing is starved"))
    #expect(heard[1].text.hasPrefix("Rare meets 'tie' in 0.0 %"))
  }

  @Test func `a flaky expectation is called so`() async throws {
    let count = Atomic(0)
    let heard = try await issues {
      await check("Flaky", cases: 10) { _ in
        #expect(count.add(1, ordering: .relaxed).newValue != 3)
      }
    }
    #expect(heard.count == 1 && heard[0].text.contains("flaky: "))
  }

  @Test func `a replay tries its case alone and does not stay unnoticed`() async throws {
    let count = Atomic(0)
    let heard = try await issues {
      await check("A number is small", .real(-1000...1000), replay: "_4059") { x in
        count.add(1, ordering: .relaxed)
        #expect(x < 100)
      }
    }
    #expect(count.load(ordering: .relaxed) == 1)
    #expect(heard.count == 2)
    #expect(heard[1].text == "A number is small was tried on _4059 alone: remove the replay")
  }
}
