import Exact

/// A box of a diagram: a title, a phrase that says what it is, and names of functions.
struct Box {
  let title: String
  let phrase: String
  let names: [String]
  let left: Int
  let top: Int
  let width: Int
  let ink: Ink
  /// How many names there is room for.
  let lines: Int

  var height: Int { 46 + (lines == 0 ? 4 : 15 * lines + 6) }
  var bottom: Int { top + height }
  var middle: Int { left + width / 2 }

  var markup: String {
    let shape = tag(
      "rect",
      [
        "class": "box \(ink.rawValue)", "x": "\(left)", "y": "\(top)", "width": "\(width)",
        "height": "\(height)", "rx": "6",
      ])
    var texts = [
      line(title, at: Place(left + 10, top + 20), "bold \(ink.rawValue)"),
      line(phrase, at: Place(left + 10, top + 37), "small italic"),
    ]
    for (index, name) in names.enumerated() {
      texts.append(line(name, at: Place(left + 10, top + 56 + 15 * index), "code"))
    }
    return ([shape] + texts).joined(separator: "\n")
  }
}

/// An arrow along places, with its head at the last of them.
struct Arrow {
  let places: [Place]

  init(_ places: Place...) { self.places = places }

  var markup: String {
    let (tip, before) = (places[places.count - 1], places[places.count - 2])
    // The head points as the last piece runs, which is level or upright.
    let isLevel = tip.y == before.y
    let forward = isLevel ? tip.x > before.x : tip.y > before.y
    let (back, side) = (forward ? -8 : 8, 5)
    let wings =
      isLevel
      ? [tip.moved(back, -side), tip, tip.moved(back, side)]
      : [tip.moved(-side, back), tip, tip.moved(side, back)]
    return tag("path", ["class": "arrow soft", "d": outline(places) + outline(wings)])
  }
}
