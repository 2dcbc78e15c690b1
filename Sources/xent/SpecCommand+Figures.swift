import Specification

extension SpecCommand {
  /// Draws the figures anew, and says what changed.
  static func drawFigures(_ arguments: Arguments) throws -> ExitCode {
    // Its chapters tell that this is the right folder.
    let folder = try arguments.reading { try SpecFolder(root: arguments.root()) }
    let figures = try FigureFolder(root: folder.root)
    try figures.write()
    for entry in figures.entries { Console.writeLine("\(entry.file): \(change(entry.state))") }
    return .success
  }

  private static func change(_ state: FigureFolder.State) -> String {
    switch state {
    case .same: "unchanged"
    case .different: "changed"
    case .missing: "new"
    case .stray: "is no figure that is drawn; left alone"
    }
  }

  /// Writes which figures are not what is drawn now, and says how many.
  static func writeStaleFigures(_ folder: SpecFolder) throws -> Int {
    let stale = try FigureFolder(root: folder.root).entries.filter { $0.state != .same }
    for entry in stale {
      let fault =
        switch entry.state {
        case .missing: "is missing; xent spec figures draws it"
        case .stray: "is no figure that is drawn"
        case .same, .different: "is not what is drawn now; xent spec figures draws it"
        }
      Console.writeLine("✘ \(entry.file) \(fault)")
    }
    return stale.count
  }
}
