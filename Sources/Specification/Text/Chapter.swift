/// A chapter of Spec/ as it stands in its file: prose, clauses and examples.
public struct Chapter: Sendable {
  /// Its file without the ending, such as `04-Activation`.
  public let name: String
  /// The whole file.
  public let text: String

  /// A chapter from the text of its file.
  public init(name: String, text: String) { (self.name, self.text) = (name, text) }

  /// The file, as it is called from the top of a checkout.
  public var file: String { "Spec/\(name).md" }

  private var lines: [(number: Int, text: Substring)] {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { ($0.offset + 1, $0.element) }
  }

  /// The lines outside of fences.
  var prose: [(number: Int, text: Substring)] {
    var isCode = false
    return lines.filter { line in
      let isFence = line.text.hasPrefix("```")
      if isFence { isCode.toggle() }
      return !isCode && !isFence
    }
  }

  /// A sentence under its name, and where it stands.
  public struct ClauseLine: Sendable, Hashable {
    /// The name, such as `ENTROPY-2`.
    public let id: String
    /// The sentence as it is written.
    public let sentence: String
    /// The line of the chapter, counted from 1.
    public let line: Int
  }

  /// The lines `- **ID** sentence`.
  public var clauses: [ClauseLine] {
    lines.compactMap { number, text in
      guard text.hasPrefix("- **") else { return nil }
      let rest = text.dropFirst(4)
      let id = rest.prefix { $0.isUppercase || $0.isNumber || $0 == "-" }
      guard rest[id.endIndex...].hasPrefix("** ") else { return nil }
      return ClauseLine(
        id: String(id), sentence: String(rest[id.endIndex...].dropFirst(3)), line: number)
    }
  }

  /// The lines between fences with the word `xent`, a block each.
  private var blocks: [[(number: Int, text: Substring)]] {
    var blocks: [[(number: Int, text: Substring)]] = []
    var fence: Substring?
    for line in lines {
      if line.text.hasPrefix("```") {
        fence = fence == nil ? line.text : nil
        if fence == "```xent" { blocks.append([]) }
      } else if fence == "```xent" {
        blocks[blocks.count - 1].append(line)
      }
    }
    return blocks
  }

  /// The examples, and what could not be read as one.
  public var examples: (read: [Example], unread: [Example.Malformed]) {
    var (read, unread): ([Example], [Example.Malformed]) = ([], [])
    for block in blocks {
      do {
        read += try Example.examples(in: block)
      } catch {
        unread.append(error)
      }
    }
    return (read, unread)
  }
}
