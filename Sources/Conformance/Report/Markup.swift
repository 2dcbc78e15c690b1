// Text for XML and HTML, whatever an implementation wrote into it.

/// A text with everything that means something to a browser or an XML parser written out; control
/// characters, which XML cannot hold, become U+FFFD.
func escaped(_ text: some StringProtocol) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    case "\n", "\t": result.unicodeScalars.append(scalar)
    case _
    where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
      || scalar.value & 0xFFFE == 0xFFFE:
      result += "\u{FFFD}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

/// The name of a function, which may be broken after each of its words.
func breakable(_ name: String) -> String { escaped(name).replacing("_", with: "_<wbr/>") }

/// An element with attributes, its content taken as it is.
func element(
  _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: String = ""
) -> String {
  let words = attributes.map { " \($0.key)=\"\(escaped($0.value))\"" }.joined()
  return "<\(name)\(words)>\(content)</\(name)>"
}
