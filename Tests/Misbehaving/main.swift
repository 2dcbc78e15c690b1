import Foundation
import Judgement

// An implementation that answers one half to everything, and misbehaves in the way that its one
// argument names.

enum Misbehaviour: String {
  /// Not at all.
  case halves
  /// Answers four requests at a time, the last one first, and floods standard error.
  case reversed
  /// Answers at length: more than any pipe holds, before it reads on.
  case verbose
  /// Dies of the third request, with a word on standard error.
  case crasher
  /// Dies of the third request, unless it is the first thing that it is asked.
  case tired
  /// Dies in the middle of a line.
  case truncator
  /// Answers with a line that does not end.
  case giant
  /// Writes NaN as Python's JSON does.
  case unquoted
  /// Leaves out an answer, and goes on.
  case forgetful
  /// Takes its time to greet.
  case slow
  /// Ends by a signal at the first request.
  case killed
  /// Never answers the second request.
  case hanger
  /// Prints where only replies may stand.
  case garbage
  /// Answers a request that was never asked.
  case wrongID
  /// Answers every request twice.
  case duplicateID
  /// Has lost count at the end.
  case wrongCount
  /// Speaks a protocol of the future.
  case otherProtocol
  /// Says goodbye and ends with a status.
  case badExit
}

func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
func complain(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

func half(_ id: String, remark: String? = nil) -> String {
  let value = JSON.members([("shape", .array([])), ("values", .array([.number("0.5")]))])
  return JSON.members([
    ("id", .string(id)), ("value", value), ("remark", remark.map { .string($0) }),
  ])
  .description
}

let misbehaviour = Misbehaviour(rawValue: CommandLine.arguments.last ?? "") ?? .halves
var answered = 0
var waiting: [String] = []

@MainActor func answer(_ id: String) {
  switch misbehaviour {
  case .reversed:
    complain(String(repeating: "x", count: 100_000))
    waiting.append(id)
    if waiting.count == 4 {
      for id in waiting.reversed() { say(half(id)) }
      waiting = []
    }
    return
  case .verbose:
    say(half(id, remark: String(repeating: "x", count: 200_000)))
    return
  case .crasher where id == "q2":
    complain("cannot go on\n")
    exit(3)
  case .tired where id == "q2" && answered > 0: exit(3)
  case .truncator where id == "q2":
    FileHandle.standardOutput.write(Data(half(id).prefix(20).utf8))
    exit(0)
  case .giant where id == "q2":
    let piece = Data(String(repeating: "x", count: 1 << 20).utf8)
    for _ in 0..<100 { FileHandle.standardOutput.write(piece) }
  case .unquoted where id == "q2":
    say(#"{"id":"q2","value":{"shape":[],"values":[NaN]}}"#)
    return
  case .forgetful where id == "q2": return
  case .killed: kill(getpid(), SIGKILL)
  case .hanger where id == "q1":
    complain("process \(getpid())\n")
    sleep(600)
  case .garbage: say("loading the model …")
  case .wrongID:
    say(half("x" + id))
    return
  case .duplicateID: say(half(id))
  default: break
  }
  say(half(id))
}

while let line = readLine(), let message = try? JSON(parsing: line) {
  if message["hello"] != nil {
    if misbehaviour == .slow { sleep(1) }
    let version = misbehaviour == .otherProtocol ? 2 : 1
    say(
      JSON.members([
        (
          "hello",
          .members([
            ("protocol", .number(version)), ("name", "halves"), ("version", "1"),
            ("batch", .number(4)),
          ])
        )
      ]).description)
  } else if message["bye"] != nil {
    let count = misbehaviour == .wrongCount ? answered - 1 : answered
    say(JSON.members([("bye", .members([("answered", .number(count))]))]).description)
  } else if let id = message["id"]?.string {
    answer(id)
    answered += 1
  }
}
if misbehaviour == .badExit { exit(5) }
