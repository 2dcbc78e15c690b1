extension Chapter {
  struct Link {
    let target: String
    let line: Int
  }

  /// The targets of `[text](target)` that lie in the checkout.
  var links: [Link] {
    var links: [Link] = []
    for (number, text) in prose {
      var rest = text[...]
      while let start = rest.firstRange(of: "]("),
        let end = rest[start.upperBound...].firstIndex(of: ")")
      {
        let target = String(rest[start.upperBound..<end])
        if !target.contains("://") { links.append(Link(target: target, line: number)) }
        rest = rest[end...]
      }
    }
    return links
  }

  /// What a link may name after `#`: the headings, as GitHub spells them.
  var anchors: Set<String> {
    Set(
      prose.filter { $0.text.hasPrefix("#") }.map { line in
        let title = line.text.drop { $0 == "#" }.drop { $0 == " " }.lowercased()
        return String(
          title.compactMap { character -> Character? in
            if character == " " { return "-" }
            let isKept = character.isLetter || character.isNumber || "-_".contains(character)
            return isKept ? character : nil
          })
      })
  }
}
