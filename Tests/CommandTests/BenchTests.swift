import Judgement
import Testing

/// `xent bench`, as a person sees it. No test asserts a time.
@Suite struct `xent bench` {
  @Test func `one workload by itself needs nothing`() throws {
    let result = try Tool.run(
      "bench", "--workload", "ball-exp-128", "--rounds", "1", "--seconds", "0.001")
    #expect(result.status == 0)
    #expect(result.output.contains("ball-exp-128: exp of 512 numbers"))
    #expect(result.output.contains("\n1 goal needs its peer\n"))
  }

  @Test func `the same as JSON`() throws {
    let result = try Tool.run(
      "bench", "--workload", "ball-log-1*", "--rounds", "1", "--seconds", "0.001", "--json")
    let workloads = try #require(try JSON(parsing: result.output)["workloads"]?.array)
    #expect(workloads.map { $0["workload"]?.string } == ["ball-log-128", "ball-log-1000"])
    #expect(workloads[0]["competitors"]?.array?.first?["wrong"]?.int == 0)
  }

  @Test(arguments: [
    (["--workload", "ball-exp-129"], "there is no workload ball-exp-129; did you mean ball-exp-"),
    (["--seconds", "soon"], "--seconds is soon, where a number from 0 to 3600 is expected"),
    (["--rounds", "0"], "--rounds is 0, where a whole number from 1 to 1000 is expected"),
    (["grow"], "unexpected argument grow; did you mean growth?"),
    (["--plot", "x.svg"], "--plot goes with growth"),
    (["--python", "python3"], "--python goes with --peers"),
    (["growth", "--peers"], "--peers does not go with growth"),
    (["--", "arb"], "unexpected argument arb; peers are those of Tests/Peers"),
  ])
  func `what does not fit is refused`(words: [String], complaint: String) throws {
    let result = try Tool.run(["bench"] + words)
    #expect(result.status == 64)
    #expect(result.complaint.hasPrefix("xent bench: " + complaint), "\(result.complaint)")
  }

  @Test func `peers that are not there are named`() throws {
    let result = try Tool.run("bench", "--peers", "--root", "/no-such-folder")
    #expect(result.status == 66)
  }
}
