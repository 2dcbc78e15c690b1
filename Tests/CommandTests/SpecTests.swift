import Foundation
import Support
import Testing

/// `xent spec` and `xent explain`.
@Suite struct `The command spec` {
  /// A checkout with one chapter of these lines.
  private func checkout(_ lines: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    let spec = folder.appending(path: "Spec")
    try FileManager.default.createDirectory(at: spec, withIntermediateDirectories: true)
    try Data(lines.utf8).write(to: spec.appending(path: "01-Test.md"))
    return folder
  }

  @Test func `checks a chapter of this checkout`() throws {
    let result = try Tool.run("spec", "check", "03", "--root", packageRoot.path())
    #expect(result.output.hasSuffix("All is right.\n"))
    #expect(result.status == 0)
  }

  @Test func `names the chapter and the line of what is wrong`() throws {
    let root = try checkout(
      """
      # Test

      - **ENTROPY-2** An element that is 0 MUST contribute nothing.
      - **ENTROPY-3** Something else.
      - **NOTHING-1** It MUST be.

      See [there](#nowhere), [here](#test) and [a file](gone.md).

      ```xent
      exp(0) = 1
      exp(0) = 2
      exp(1
      ```
      """)
    defer { try? FileManager.default.removeItem(at: root) }
    let result = try Tool.run("spec", "check", "01", "--root", root.path())
    let file = "✘ Spec/01-Test.md"
    #expect(
      result.output == """
        \(file):4: ENTROPY-3 is in the code: Permuting the elements MUST NOT change the entropy.
        \(file):5: the code has no clause NOTHING-1
        \(file):7: the link leads to #nowhere, and there is no such heading
        \(file):7: the link leads to gone.md, which is not there
        \(file):12: brackets are left open in the block
        1 chapter, 0 examples with 0 claims, 3 clauses
        5 things wrong.

        """)
    #expect(result.status == 1)
  }

  @Test func `an example that is false fails`() throws {
    let root = try checkout("```xent\nexp(0) = 1\nexp(0)\n  ≈ 1.0\n  ≈ 1.1\n```\n")
    defer { try? FileManager.default.removeItem(at: root) }
    let result = try Tool.run("spec", "check", "01", "--root", root.path())
    #expect(result.output.hasPrefix("✘ Spec/01-Test.md:5: at these digits it is 1.0\n"))
    #expect(result.status == 1)
  }

  @Test func `lists the ledger`() throws {
    let result = try Tool.run("spec", "list", "SOFTMAX-*")
    #expect(result.output.contains("✔  SOFTMAX-2"))
    #expect(result.output.hasSuffix("a mutant that violates it\n"))
    #expect(result.status == 0)
    let json = try Tool.run("spec", "list", "SOFTMAX-2", "--json").output
    let rows = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]]
    #expect(rows?.first?["id"] as? String == "SOFTMAX-2")
    #expect((rows?.first?["mutants"] as? [String])?.isEmpty == false)
  }

  @Test(arguments: [
    (["spec"], "what to do is missing", 64),
    (["spec", "chek"], "there is no action chek; did you mean check?", 64),
    (["spec", "list", "SOFTMAX-99"], "there is no clause SOFTMAX-99; did you mean SOFTMAX-9?", 64),
    (["spec", "check", "99"], "no chapter's name begins with 99", 64),
    (["spec", "check", "--json"], "--json goes with list", 64),
    (["spec", "check", "--root", "/nowhere"], "there is no chapter in /nowhere/Spec", 66),
    (["explain"], "a name is missing", 64),
    (["explain", "sofmax"], "nothing is called sofmax; did you mean softmax?", 64),
    (["explain", "ENTROPY-1", "--root", "/nowhere"], "there is no folder /nowhere/Golden", 66),
  ])
  func `says what is wrong with its words`(words: [String], complaint: String, status: Int) throws {
    let root =
      words.contains("--root") || words[0] == "explain" ? [] : ["--root", packageRoot.path()]
    let result = try Tool.run(words + (words.contains("check") ? root : []))
    #expect(result.complaint.contains(complaint))
    #expect(result.status == Int32(status))
  }

  @Test(arguments: [
    (
      "ENTROPY-2", ["An element that is 0 MUST contribute nothing.", "entropy-nan-at-0", "formula"]
    ),
    ("entropy-2", ["An element that is 0 MUST contribute nothing."]),
    ("POLICY-11", ["label_smoothing: over_classes, over_others", "pytorch"]),
    ("softmax", ["SOFTMAX-9", "temperature"]),
    ("softmax/offset-ties@float32", ["[0.5, 0.5]", "SOFTMAX-2", "softmax-not-shifted"]),
    ("softmax/scalar", ["to be refused", "numpy_scipy"]),
    ("softmax-not-shifted", ["clauses that it violates", "vectors catch it, at standard"]),
    ("label_smoothing", ["the specification's own", "POLICY-11", "tiny_grad"]),
    ("softmax-sums-to-one", ["Luce", "SOFTMAX-3", "xent laws softmax-sums-to-one --check"]),
  ])
  func `explains a name`(name: String, parts: [String]) throws {
    let result = try Tool.run("explain", name, "--root", packageRoot.path())
    for part in parts { #expect(result.output.contains(part), "\(part)") }
    #expect(result.status == 0)
  }

  @Test func `explains without a checkout`() throws {
    let result = try Tool.run(
      ["explain", "RELU-2"], in: FileManager.default.temporaryDirectory)
    #expect(result.output.contains("there is no Golden/results here"))
    #expect(result.status == 0)
  }
}
