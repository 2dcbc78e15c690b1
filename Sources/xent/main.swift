import Conformance
import Foundation

var loop = AnswerLoop()
var number = 0
while let line = readLine() {
  number += 1
  if let reply = loop.answer(line, number: number) {
    FileHandle.standardOutput.write(Data((reply + "\n").utf8))
  }
}
