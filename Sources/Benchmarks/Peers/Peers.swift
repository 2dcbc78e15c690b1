package import Foundation

/// The peers of a run: those that are there, and why the others are not.
package struct Peers {
  /// A peer that is not there.
  package struct Absence: Sendable, Hashable {
    package let name: String
    package let reason: String
    /// The one command that installs what it needs.
    package let install: String
  }

  package private(set) var present: [Peer] = []
  package private(set) var absent: [Absence] = []

  /// No peers at all.
  package init() {}

  /// Starts all that can be started, with the inputs of workloads in a file that all read.
  ///
  /// - Parameters:
  ///   - folder: where their programs lie.
  ///   - scratch: an empty folder, for that file and for what is built.
  ///   - python: the interpreter.
  package init(
    _ programs: [PeerProgram] = PeerProgram.all, from folder: URL, scratch: URL, python: String,
    for workloads: [Workload]
  ) throws {
    let inputs = scratch.appending(path: "inputs")
    let lines = workloads.map { workload in
      ([workload.name] + workload.inputs.words).joined(separator: " ") + "\n"
    }
    try Data(lines.joined().utf8).write(to: inputs)
    for program in programs {
      do throws(Complaint) {
        present.append(
          try program.start(from: folder, scratch: scratch, python: python, inputs: inputs))
      } catch {
        absent.append(
          Absence(name: program.name, reason: error.description, install: program.install))
      }
    }
  }
}
