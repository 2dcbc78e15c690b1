/// The colours of the figures: those of M. Okabe and K. Ito, which the colour-blind tell apart,
/// darkened for text on white and lightened for a dark page.
enum Ink: String, CaseIterable {
  case ink, soft, blue, vermilion, green, purple, orange

  /// The colour of lines on a light page, of text on a light page, and of both on a dark one.
  fileprivate var shades: (line: String, text: String, dark: String) {
    switch self {
    case .ink: ("#1f2328", "#1f2328", "#e6edf3")
    case .soft: ("#8c959f", "#57606a", "#9da7b3")
    case .blue: ("#0072b2", "#0068a3", "#56b4e9")
    case .vermilion: ("#d55e00", "#b34f00", "#f58a4b")
    case .green: ("#009e73", "#007353", "#2fc49a")
    case .purple: ("#bf5c93", "#a03c76", "#e29ac4")
    case .orange: ("#d18f00", "#8f6000", "#f0b429")
    }
  }
}

/// How a line is broken, so that curves differ by more than their colour.
enum Dash: String, CaseIterable {
  case solid, dashed, dotted, mixed

  fileprivate var pattern: String? {
    switch self {
    case .solid: nil
    case .dashed: "9 5"
    case .dotted: "1.5 5"
    case .mixed: "12 5 1.5 5"
    }
  }
}

/// The style sheet that every figure carries, for a light page and for a dark one.
enum StyleSheet {
  static let text: String = {
    let shapes =
      [
        "text{font-family:Helvetica,Arial,'DejaVu Sans',sans-serif;font-size:14px}",
        ".rim{stroke-width:5;stroke-linejoin:round}",
        ".tick{font-size:13px}.bold{font-weight:bold}.small{font-size:12.5px}.italic{font-style:italic}",
        ".code{font-family:ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace;font-size:11px}",
        ".curve{fill:none;stroke-width:2.25;stroke-linejoin:round;stroke-linecap:round}",
        ".thin{stroke-width:1.25}",
        ".area{fill-opacity:.2}.faint{fill-opacity:.1}",
        ".box{stroke-width:1.25}.arrow{fill:none;stroke-width:1.5}",
      ]
      + Dash.allCases.compactMap { dash in
        dash.pattern.map { ".\(dash.rawValue){stroke-dasharray:\($0)}" }
      }
    let light = colours(
      back: "#ffffff", grid: "#e4e8ec", lines: { $0.shades.line }, texts: { $0.shades.text })
    let dark = colours(
      back: "#0d1117", grid: "#262c36", lines: { $0.shades.dark }, texts: { $0.shades.dark })
    return (shapes + light).joined(separator: "\n")
      + "\n@media (prefers-color-scheme:dark){\n" + dark.joined(separator: "\n") + "\n}"
  }()

  private static func colours(
    back: String, grid: String, lines: (Ink) -> String, texts: (Ink) -> String
  ) -> [String] {
    [
      ".back{fill:\(back)}.grid{stroke:\(grid)}text{fill:\(texts(.ink))}",
      ".tick,.italic{fill:\(texts(.soft))}",
    ]
      + Ink.allCases.map { ink in
        let name = ink.rawValue
        return
          ".\(name){stroke:\(lines(ink))}.area.\(name),.dot.\(name){fill:\(lines(ink));stroke:none}"
          + "text.\(name){fill:\(texts(ink));stroke:none}"
      } + [".box{fill:\(back)}text.rim{fill:\(back);stroke:\(back)}"]
  }
}
