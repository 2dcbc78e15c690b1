import Foundation
import Judgement

/// A peer as it lies in Tests/Peers: a file to build or to run, and what has to be installed first.
package struct PeerProgram: Sendable {
  /// The library that it measures.
  package let name: String
  /// The one command that installs what it needs.
  package let install: String
  let file: String
  /// For a file in C, what it is linked with; the first that succeeds is taken.
  private let libraries: [[String]]

  /// All that this package has.
  package static let all = [
    PeerProgram("libm", "libm.c", "apt-get install libc6-dev", libraries: [["-lm"]]),
    PeerProgram(
      "MPFR", "mpfr.c", "apt-get install libmpfr-dev", libraries: [["-lmpfr", "-lgmp"]]),
    PeerProgram(
      "Arb", "arb.c", "apt-get install libflint-dev, before FLINT 3 libflint-arb-dev",
      libraries: [["-lflint"], ["-lflint-arb", "-lflint"]]),
    PeerProgram("SciPy", "with_scipy.py", "python3 -m pip install scipy"),
    PeerProgram("NumPy", "with_numpy.py", "python3 -m pip install numpy"),
    PeerProgram("mpmath", "with_mpmath.py", "python3 -m pip install mpmath"),
    PeerProgram("python-flint", "with_flint.py", "python3 -m pip install python-flint"),
  ]

  private init(_ name: String, _ file: String, _ install: String, libraries: [[String]] = []) {
    (self.name, self.file, self.install, self.libraries) = (name, file, install, libraries)
  }

  /// Builds it if need be, and starts it.
  ///
  /// - Parameters:
  ///   - folder: where the programs lie.
  ///   - scratch: a folder for what is built, which holds nothing else of that name.
  ///   - python: the interpreter.
  func start(
    from folder: URL, scratch: URL, python: String, inputs: URL
  ) throws(Complaint) -> Peer {
    let source = folder.appending(path: file).path(percentEncoded: false)
    guard FileManager.default.fileExists(atPath: source) else {
      throw Complaint("there is no file \(source)")
    }
    let command = libraries.isEmpty ? [python, "-B", source] : [try build(source, in: scratch)]
    return try Peer(command, inputs: inputs)
  }

  private func build(_ source: String, in scratch: URL) throws(Complaint) -> String {
    let product = scratch.appending(path: name).path(percentEncoded: false)
    var reason = ""
    for libraries in libraries {
      let command = ["cc", "-std=c11", "-O2", "-o", product, source] + libraries + ["-lm"]
      do {
        let compiler = try Conversation(command)
        compiler.close()
        let deadline = Date(timeIntervalSinceNow: 120)
        if case .status(0) = compiler.exit(before: deadline) { return product }
        let lines = compiler.diagnostics(before: deadline).split(separator: "\n")
        reason =
          lines.first { $0.contains("error") || $0.contains("cannot") }.map(String.init) ?? ""
      } catch {
        reason = error.description
      }
    }
    throw Complaint("it cannot be built: \(reason)")
  }
}
