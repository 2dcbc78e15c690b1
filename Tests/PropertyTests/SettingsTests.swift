import Testing

@testable import Property

@Suite struct `What the environment asks for` {
  func settings(_ variables: [String: String]) throws -> Settings { try Settings { variables[$0] } }

  @Test func `as usual when nothing is set`() throws {
    #expect(try settings([:]) == Settings())
    let check = Settings().check("A name", cases: 30)
    #expect(check.seed == SplitMix.seed(for: "A name") && check.cases == 30)
  }

  @Test func `a seed draws others, a factor more`() throws {
    let check = try settings(["SEED": "7", "CASES": "20"]).check("A name", cases: 30)
    #expect(check.seed == SplitMix.seed(for: "A name") ^ 7 && check.cases == 600)
  }

  @Test(arguments: ["", "x", "-1", "1.5", "99999999999999999999"])
  func `a bad seed is refused`(text: String) {
    #expect(throws: BadSetting(message: "SEED is to be a whole number from 0, not '\(text)'")) {
      try settings(["SEED": text])
    }
  }

  @Test(arguments: ["", "0", "-3", "many", "1000001"]) func `a bad factor is refused`(text: String)
  {
    let message = "CASES multiplies the number of cases by 1 to 1000000, not by '\(text)'"
    #expect(throws: BadSetting(message: message)) { try settings(["CASES": text]) }
  }
}
