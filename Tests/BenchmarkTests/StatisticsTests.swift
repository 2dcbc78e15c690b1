import Testing

@testable import Benchmarks

/// What is made of times.
@Suite struct `Times of benchmarks` {
  @Test func `quartiles are those of the sorted measurements`() {
    let odd = Spread([5, 1, 4, 2, 3])
    #expect([odd.lower, odd.median, odd.upper] == [2, 3, 4])
    let even = Spread([4, 1, 2, 3])
    #expect([even.lower, even.median, even.upper] == [1.75, 2.5, 3.25])
    let one = Spread([7])
    #expect([one.lower, one.median, one.upper] == [7, 7, 7])
  }

  @Test func `one long measurement moves no median`() {
    #expect(Spread([2, 2, 2, 2, 1000]).median == 2)
  }

  @Test func `times are shown in a unit that suits them`() {
    #expect(duration(0.7714) == "0.771 ns")
    #expect(duration(1234) == "1.23 µs")
    #expect(duration(30e9) == "30 s")
    #expect(duration(7200e9) == "2 h")
    #expect(shown(1338.4) == "1338")
  }

  @Test func `a goal beside a peer`() {
    let goal = Goal.atMost(0.5, times: "Arb")
    #expect(goal.miss(ours: 100, theirs: 100) == 2)
    #expect(goal.miss(ours: 40, theirs: 100) <= 1)
    #expect(goal.measured(ours: 40, theirs: 100) == "0.4 × its time")
  }

  @Test func `a goal of being faster than a peer`() {
    let goal = Goal.atLeast(25, timesFasterThan: "Arb")
    #expect(goal.miss(ours: 10, theirs: 100) == 2.5)
    #expect(goal.miss(ours: 4, theirs: 100) == 1)
    #expect(goal.measured(ours: 10, theirs: 100) == "10 × as fast")
  }

  @Test func `a goal by the clock`() {
    let goal = Goal.seconds(30, elements: 0x1p32)
    #expect(goal.peer == nil)
    #expect(goal.miss(ours: 60e9 / 0x1p32, theirs: 1) == 2)
    #expect(goal.measured(ours: 60e9 / 0x1p32, theirs: 1) == "1 min")
  }
}
