import Foundation
import Judgement
import Support
import Testing

/// `xent sweep`, as a person sees it.
@Suite struct `xent sweep` {
  @Test func `the reference is right at every number`() throws {
    let result = try Tool.run("sweep", "exp", "--format", "float16")
    #expect(result.status == 0 && result.complaint.isEmpty)
    #expect(
      result.output == """
        exp, float16   xent 0.1.0
        65,536 of 65,536 numbers: every one
        decided in the fastest way; held to two machine words, and to balls throughout

          the nearest number  65,536  100%

        checksum \(result.output.components(separatedBy: "checksum ").last!.prefix(16))
        Every answer is the nearest number.

        """)
  }

  @Test func `the report does not depend on the threads`() throws {
    let results = try ["1", "3"].map {
      try Tool.run(
        "sweep", "log2", "--format", "float32", "--stride", "65537", "--threads", $0, "--json")
    }
    #expect(results[0].output == results[1].output && results[0].status == 0)
    let json = try JSON(parsing: results[0].output)
    #expect(json["conforms"]?.bool == true && json["stride"]?.int == 65537)
    #expect(json["asked"]?.int == json["nearest"]?.int)
  }

  @Test func `a naive formula is shown where it breaks`() throws {
    let result = try Tool.run(
      "sweep", "softplus", "--format", "bfloat16", "--subject", "naive-double", "--within", "1")
    #expect(result.status == 1)
    #expect(
      result.output.contains(
        "\nan infinity for another number\n  x = 712  4432  expected 712  4432  got inf"))
    #expect(result.output.contains("beyond what is allowed"))
  }

  @Test func `a command is asked every number`() throws {
    let tool = try #require(product("xent")).path(percentEncoded: false)
    let result = try Tool.run(
      "sweep", "information_content", "--format", "float16", "--jobs", "2", "--", tool, "answer")
    #expect(result.status == 0, "\(result.complaint)")
    #expect(result.output.contains("information_content, float16   xent 0.1.0\n"))
    #expect(result.output.hasSuffix("Every answer is the nearest number.\n"))
  }

  @Test func `a command that answers something else fails, and says how`() throws {
    let tool = try #require(product("misbehaving")).path(percentEncoded: false)
    let result = try Tool.run("sweep", "sigmoid", "--format", "float16", "--", tool, "halves")
    #expect(result.status == 1)
    #expect(result.output.contains("64 requests: an answer of shape [] to 1024 numbers"))
  }

  @Test func `a sweep is recorded with its page`() throws {
    let root = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: root) }
    for folder in ["Golden/documents", "Golden/results", "Spec"] {
      try FileManager.default.createDirectory(
        at: root.appending(path: folder), withIntermediateDirectories: true)
    }
    let path = root.path(percentEncoded: false)
    let result = try Tool.run(
      "sweep", "log10", "--format", "bfloat16", "--record", "--root", path, "--json")
    #expect(result.status == 0, "\(result.complaint)")
    func text(_ file: String) throws -> String {
      try String(contentsOf: root.appending(path: "Golden/results/" + file), encoding: .utf8)
    }
    #expect(try text("sweeps/log10-bfloat16.json") == result.output)
    #expect(try text("README.md").contains("| `log10` | bfloat16 | all | 65,536 | all | 0 |"))
  }

  @Test(arguments: [
    ([], "what to sweep is missing: one of exp, expm1"),
    (["sigmod", "--format", "float16"], "there is no function sigmod; did you mean sigmoid?"),
    (["softmax", "--format", "float16"], "softmax is no function of one number; there are exp"),
    (["exp"], "--format is missing: one of float64"),
    (["exp", "--format", "float8"], "there is no format float8"),
    (["exp", "log", "--format", "float16"], "unexpected argument log"),
    (["exp", "--format", "float16", "--", "x"], "the protocol has no function exp; a command can"),
    (
      ["exp", "--format", "float16", "--stride", "0"], "--stride is 0, where a whole number from 1"
    ),
    (
      ["exp", "--format", "float64", "--stride", "7"], "--stride is 7, where a whole number from 4"
    ),
    (
      ["exp", "--format", "float16", "--within", "0.1"], "--within is 0.1, where a number from 0.5"
    ),
    (["exp", "--format", "float16", "--jobs", "2"], "--jobs goes with a command after --"),
    (
      ["exp", "--format", "float16", "--subject", "good"], "there is no subject good; there are ref"
    ),
    (["relu", "--format", "float16", "--record", "--", "x"], "--record goes with a sweep of the"),
    (["exp", "--format", "float16", "--root", "/"], "--root goes with --record"),
  ])
  func `what does not fit is refused`(words: [String], complaint: String) throws {
    let result = try Tool.run(["sweep"] + words)
    #expect(result.status == 64)
    #expect(result.complaint.hasPrefix("xent sweep: " + complaint), "\(result.complaint)")
  }

  @Test func `a command that is not there cannot be run`() throws {
    let result = try Tool.run("sweep", "relu", "--format", "float16", "--", "/no-such-command")
    #expect(result.status == 2)
  }
}
