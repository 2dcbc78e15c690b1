import Property
import Support
import Testing

@Suite struct `Tapes are text` {
  static let choice = Gen<Choice>.oneOf([
    Gen { .index(UInt64(try $0.index(below: .max))) },
    Gen { .index(UInt64(try $0.index(below: 40))) },
    Gen {
      .real(try $0.real(in: -.greatestFiniteMagnitude ... .greatestFiniteMagnitude))
    },
  ])

  @Test func `every tape can be read back`() async {
    await check("A tape can be read back", Self.choice.array(0...20), cases: 1000) { choices in
      let text = Tape(choices).description
      #expect(Tape(text)?.choices == choices)
      #expect(text.allSatisfy { $0.isASCII && !$0.isWhitespace })
    }
  }

  @Test func `as written`() {
    #expect(Tape([]).description == "-")
    #expect(Tape([.index(1), .real(710), .index(0)]).description == "1._40863.0")
    #expect(Tape([.index(35), .index(.max), .real(0)]).description == "z.3w5e11264sgsf._")
    #expect(Tape([.real(-0.0)]).description == "_8")
  }

  @Test(arguments: ["", ".", "1.", "1..2", "_x", "_00000000000000001", "1 2", "é", "3w5e11264sgsg"])
  func `what is no tape`(text: String) { #expect(Tape(text) == nil) }

  @Test func `a zero and its negative are different choices`() {
    #expect(Choice.real(0) != Choice.real(-0.0))
    #expect(Set([Choice.real(0), .real(-0.0), .index(0)]).count == 3)
  }

  @Test func `what a source drew is drawn again from its tape`() async {
    let gen = Gen.real(-1000...1000).array(0...5)
    await check("A tape draws again what it recorded", cases: 500) { source in
      let values = try gen.draw(&source)
      var again = Source(replaying: source.tape)
      #expect(try gen.draw(&again).map(\.bitPattern) == values.map(\.bitPattern))
      #expect(again.tape == source.tape)
    }
  }

  @Test func `a tape that ends early is refused, one that does not fit is bent`() throws {
    var short = Source(replaying: [.index(3)])
    #expect(try short.index(below: 10) == 3)
    #expect(throws: Rejection()) { try short.index(below: 10) }

    var bent = Source(replaying: [.index(30), .real(2), .index(1), .real(.nan)])
    #expect(try bent.index(below: 10) == 9)
    #expect(try bent.index(below: 10) == 0)
    #expect(try bent.real(in: 5...6, simplest: 5.5) == 5.5)
    #expect(try bent.real(in: 5...6) == 5)
    #expect(bent.tape == [.index(9), .index(0), .real(5.5), .real(5)])
  }
}
