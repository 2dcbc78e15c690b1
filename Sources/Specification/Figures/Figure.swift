import Judgement

/// A picture of Spec/figures, drawn from certified numbers.
///
/// Every coordinate is a number of the reference, rounded exactly, so that all machines draw the
/// same bytes.
public struct Figure: Sendable {
  /// The name of its file, without the ending.
  public let name: String
  /// What it shows, in a few words.
  public let title: String
  /// What is to be seen, for those who cannot see it.
  public let description: String
  /// Its width in pixels.
  public let width: Int
  /// Its height in pixels.
  public let height: Int
  let content: String

  /// The text of the file.
  public var svg: String {
    let root =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"\(width)\" height=\"\(height)\""
      + " viewBox=\"0 0 \(width) \(height)\" role=\"img\""
      + " aria-labelledby=\"\(name)-title \(name)-description\">"
    let parts = [
      root,
      words("title", ["id": "\(name)-title"], title),
      words("desc", ["id": "\(name)-description"], description),
      tag("style", [:], "\n\(StyleSheet.text)\n"),
      tag("rect", ["class": "back", "width": "\(width)", "height": "\(height)", "rx": "6"]),
      content,
      "</svg>",
    ]
    return parts.joined(separator: "\n") + "\n"
  }

  init(
    _ name: String, title: String, description: String, width: Int = 700, height: Int,
    content: String
  ) {
    (self.name, self.title, self.description) = (name, title, description)
    (self.width, self.height, self.content) = (width, height, content)
  }

  /// A figure of plots, with a key above them if they share one.
  init(
    _ name: String, title: String, description: String, height: Int, key: Key? = nil,
    panels: [Panel]
  ) {
    let plots = panels.enumerated().map { $0.element.markup(name: "\(name)-\($0.offset)") }
    let frame = panels[0].frame
    let content =
      (key.map { [$0.markup(left: frame.left, top: 22, width: frame.width)] } ?? []) + plots
    self.init(
      name, title: title, description: description, height: height,
      content: content.joined(separator: "\n"))
  }
}

extension Figure {
  private static let drawings: [@Sendable () throws -> Figure] = [
    family, surprise, binaryEntropy, crossEntropySplit, sigmoidSoftplus, focal, temperature,
    gradient, naiveSigmoid, naiveSoftplus, naiveLogSumExp, reliability, margins, regression,
  ]

  /// Every figure, drawn now.
  /// - Throws: `Undecided` or `DataError`, if the reference does not answer.
  public static func all() throws -> [Figure] { try drawings.concurrentMap { try $0() } }
}
