import Exact
import Foundation
import Testing

@testable import Benchmarks

/// Peers, most of them badly behaved: what they say is reported, and not believed.
@Suite struct `Peers of benchmarks` {
  /// Halves of two numbers.
  private static let halves = Workload(
    "halves", "", goals: [.atMost(1, times: "sh")], limit: "nothing",
    draw: { _ in Inputs([1, 2]) }, ours: { inputs in { .bits(half(inputs)) } },
    exact: { .bits(half($0)) })

  private static func half(_ inputs: Inputs) -> [UInt64] {
    inputs.doubles.map { ($0 / 2).bitPattern }
  }

  private static let right = "3fe0000000000000 3ff0000000000000"

  /// A peer that greets, and then does as a script of the shell says, for each line it is sent.
  private static func peer(_ script: String) throws -> Peer {
    let whole = "echo sh 1.0; while read workload seconds; do \(script); done"
    return try Peer(["/bin/sh", "-c", whole], inputs: URL(filePath: "/dev/null"), patience: 30)
  }

  private static func complaint(_ script: String, seconds: Double = 0) throws -> String {
    let (peer, work) = (try peer(script), try Work(halves))
    let complaint = try #require(
      #expect(throws: Complaint.self) {
        _ = try peer.measure("halves", work, seconds: seconds)
      })
    return complaint.description
  }

  @Test func `a good one is believed`() throws {
    let peer = try Self.peer("echo 12.5 \(Self.right)")
    #expect(peer.name == "sh" && peer.version == "1.0")
    let result = try #require(try peer.measure("halves", Work(Self.halves), seconds: 0))
    #expect(result.time == 12.5)
    #expect(result.outputs.count == 2)
  }

  @Test func `one may lack a workload`() throws {
    #expect(try Self.peer("echo -").measure("halves", Work(Self.halves), seconds: 0) == nil)
  }

  @Test(arguments: [
    ("echo nonsense", "it does not answer with a time, but with: nonsense"),
    ("echo", "it does not answer with a time, but with: "),
    ("echo -5 \(right)", "it does not answer with a time"),
    ("echo nan \(right)", "it does not answer with a time"),
    ("echo 5 3fe0000000000000", "it gives 1 results, where there are 2"),
    ("echo 5 3fe0000000000000 0.5", "it gives results that cannot be read"),
    ("echo 'no more memory' >&2; exit 3", "it exited with status 3: no more memory"),
    ("kill -9 $$", "it was ended by signal 9"),
  ])
  func `a bad answer is a complaint`(script: String, words: String) throws {
    let complaint = try Self.complaint(script)
    #expect(complaint.hasPrefix(words), "\(complaint)")
  }

  @Test func `an answer sooner than it can be measured is a complaint`() throws {
    let complaint = try Self.complaint("echo 5 \(Self.right)", seconds: 5)
    #expect(complaint.hasPrefix("it was to measure for 5.0 s, and answered after "))
  }

  @Test(arguments: [
    ("exit 1", "it exited with status 1"), ("echo hello; cat", "it does not greet with a name"),
    ("sleep 60", "no answer within 0.5 s"),
  ])
  func `one that does not greet does not start`(script: String, words: String) throws {
    let complaint = #expect(throws: Complaint.self) {
      try Peer(
        ["/bin/sh", "-c", script], inputs: URL(filePath: "/dev/null"),
        patience: script == "sleep 60" ? 0.5 : 30)
    }
    #expect(complaint?.description.hasPrefix(words) == true, "\(complaint as Any)")
  }

  @Test func `in a contest a fast wrong answer shows`() throws {
    let liar = try Self.peer("echo 0.001 3fe0000000000000 3ff0000000000001")
    var contest = Contest([Ourselves(version: "0"), liar])
    (contest.seconds, contest.rounds) = (1e-9, 2)
    let standing = try contest.run(Self.halves)
    #expect(standing.isRight)
    #expect(standing.entries[1].wrong == 1)
    #expect(standing.entries[1].firstWrong == "1.0000000000000002 at 1, for 1.0")
    #expect(standing.verdicts.count == 1 && !standing.verdicts[0].isMet)
    let text = BenchmarkTable([standing], on: Machine(cores: 2, load: 0)).text
    #expect(text.contains("1 of 2"))
    #expect(text.contains("0 of 1 goal met\nmeasured on 2 cores"))
  }

  @Test func `in a contest one that dies is named, and the others go on`() throws {
    let dying = try Self.peer("exit 4")
    let good = try Self.peer("echo 12.5 \(Self.right)")
    var contest = Contest([Ourselves(version: "0"), dying, good])
    (contest.seconds, contest.rounds) = (1e-9, 3)
    let standing = try contest.run(Self.halves)
    #expect(standing.entries[1].spread == nil)
    #expect(standing.entries[1].complaint?.description == "it exited with status 4")
    #expect(standing.entries[2].spread == Spread([12.5]))
    let text = BenchmarkTable([standing], on: Machine(cores: 2, load: nil)).text
    #expect(text.contains("sh is not believed: it exited with status 4"))
  }

  @Test func `those that are not there are listed with what installs them`() throws {
    let scratch = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Peers")
    let peers = try Peers(
      PeerProgram.all.filter { $0.name == "SciPy" }, from: folder, scratch: scratch,
      python: "/bin/false", for: [Self.halves])
    #expect(peers.present.isEmpty)
    #expect(peers.absent.map(\.reason) == ["it exited with status 1"])
    let inputs = try String(contentsOf: scratch.appending(path: "inputs"), encoding: .utf8)
    #expect(inputs == "halves 3ff0000000000000 4000000000000000\n")
    let text = BenchmarkTable([], absent: peers.absent, on: Machine(cores: 2, load: nil)).text
    #expect(text.hasSuffix("    to have it: python3 -m pip install scipy\n"))
  }
}
