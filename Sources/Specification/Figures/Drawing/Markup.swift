import Exact

/// An element of the picture, its content taken as it is.
func tag(
  _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ content: String = ""
) -> String {
  let words = attributes.map { " \($0.key)=\"\(escaped($0.value))\"" }.joined()
  return content.isEmpty ? "<\(name)\(words)/>" : "<\(name)\(words)>\(content)</\(name)>"
}

/// A text with what means something to XML written out.
private func escaped(_ text: String) -> String {
  text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    .replacing("\"", with: "&quot;")
}

/// An element that holds nothing but words.
func words(_ name: String, _ attributes: KeyValuePairs<String, String>, _ text: String) -> String {
  tag(name, attributes, escaped(text))
}

/// A place on a figure in pixels, y downwards.
struct Place: Hashable {
  var x: Rational
  var y: Rational

  init(_ x: Rational, _ y: Rational) { (self.x, self.y) = (x, y) }
  init(_ x: Int, _ y: Int) { (self.x, self.y) = (Rational(x), Rational(y)) }

  func moved(_ x: Int, _ y: Int) -> Place { Place(self.x + Rational(x), self.y + Rational(y)) }
}

/// A number of pixels to two decimals, the nearest, a tie upwards: exact, so that every machine
/// writes the same bytes.
func pixels(_ value: Rational) -> String {
  let hundredths = (value * 100 + Rational(1, 2)).floor.asInt!
  let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
  let sign = hundredths < 0 ? "-" : ""
  if rest == 0 { return "\(sign)\(whole)" }
  return rest % 10 == 0
    ? "\(sign)\(whole).\(rest / 10)" : "\(sign)\(whole).\(rest / 10)\(rest % 10)"
}

/// The outline through some places.
func outline(_ places: [Place], isClosed: Bool = false) -> String {
  guard let first = places.first else { return "" }
  func pair(_ place: Place) -> String { pixels(place.x) + " " + pixels(place.y) }
  let rest = places.dropFirst().map(pair).joined(separator: " ")
  return "M" + pair(first) + (rest.isEmpty ? "" : "L" + rest) + (isClosed ? "Z" : "")
}

/// Which end of a text stands at its place.
enum Anchor: String {
  case start, middle, end
}

/// A line of text, in which `*x*` is italic, `^{2}` raised and `_{2}` lowered.
///
/// - Parameter isHidden: whether it is left out when the figure is read aloud.
func line(
  _ text: String, at place: Place, _ classes: String = "", anchor: Anchor = .start,
  isHidden: Bool = false
) -> String {
  var attributes = " x=\"\(pixels(place.x))\" y=\"\(pixels(place.y))\""
  if !classes.isEmpty { attributes += " class=\"\(classes)\"" }
  if anchor != .start { attributes += " text-anchor=\"\(anchor.rawValue)\"" }
  if isHidden { attributes += " aria-hidden=\"true\"" }
  return "<text\(attributes)>\(Runs.runs(of: text).map(\.markup).joined())</text>"
}

/// A stretch of text in one style.
private struct Run {
  var text = ""
  var isItalic = false
  /// 1 for a raised text, −1 for a lowered one.
  var level = 0
  /// By how much it lies below the text before it.
  var drop = 0

  var markup: String {
    var attributes = ""
    if drop != 0 { attributes += " dy=\"\(drop)\"" }
    if level != 0 { attributes += " font-size=\"75%\"" }
    if isItalic { attributes += " font-style=\"italic\"" }
    return attributes.isEmpty ? escaped(text) : "<tspan\(attributes)>\(escaped(text))</tspan>"
  }
}

private enum Runs {
  /// Pixels by which a raised or lowered text is moved.
  private static let step = 5

  static func runs(of text: String) -> [Run] {
    var (runs, current, height) = ([Run](), Run(), 0)
    func heightOf(_ level: Int) -> Int { level * step }
    func end(isItalic: Bool, level: Int) {
      if !current.text.isEmpty {
        runs.append(current)
        height = heightOf(current.level)
      }
      current = Run(isItalic: isItalic, level: level, drop: height - heightOf(level))
    }
    var isOpening = false
    for character in text {
      switch character {
      case "*": end(isItalic: !current.isItalic, level: current.level)
      case "^": end(isItalic: current.isItalic, level: 1)
      case "_":
        // Names of functions are full of it.
        current.text.append("_")
      case "{":
        if current.text.last == "_" {
          current.text.removeLast()
          end(isItalic: current.isItalic, level: -1)
        }
        isOpening = true
      case "}" where isOpening:
        end(isItalic: current.isItalic, level: 0)
        isOpening = false
      default: current.text.append(character)
      }
    }
    end(isItalic: false, level: 0)
    return runs
  }
}
