public import CrossEntropy
public import Laws
import Testing

/// Tries a law on subjects that it is claimed of. What it fails on is one issue, at the line where
/// the law stands: the least case of the first subject, and the names of the others.
public func check(_ law: Law, on subjects: [any Subject]) {
  var reports: [(subject: String, text: String)] = []
  for subject in subjects where law.isClaimed(of: subject) {
    switch law.run(on: subject, settings) {
    case .holds(let cases):
      if cases == 0 { reports.append((subject.name, "no case of \(law.name) was tried")) }
    case .fails(let finding): reports.append((subject.name, "\(finding)"))
    case .inconclusive(let why):
      reports.append((subject.name, "\(law.name) is inconclusive of \(subject.name): \(why)"))
    }
  }
  guard let first = reports.first else { return }
  let others = reports.dropFirst().map(\.subject).joined(separator: ", ")
  let text = first.text + (others.isEmpty ? "" : "\n    it fails of \(others) too")
  Issue.record(Comment(rawValue: text), sourceLocation: SourceLocation(law))
}

extension SourceLocation {
  /// Where a law stands.
  init(_ law: Law) {
    self.init(
      fileID: law.location.fileID, filePath: law.location.filePath, line: law.location.line,
      column: law.location.column)
  }
}
