import Exact

/// A line through points; a point that is missing breaks it.
struct Curve: Mark {
  let points: [Point?]
  let ink: Ink
  var dash = Dash.solid
  var isThin = false

  init(_ points: [Point?], _ ink: Ink, _ dash: Dash = .solid, isThin: Bool = false) {
    (self.points, self.ink, self.dash, self.isThin) = (points, ink, dash, isThin)
  }

  /// Through the numbers of one function at those of another.
  init(_ x: [Rational?], _ y: [Rational?], _ ink: Ink, _ dash: Dash = .solid, isThin: Bool = false)
  {
    let points = zip(x, y).map { x, y in x.flatMap { x in y.map { Point(x, $0) } } }
    self.init(points, ink, dash, isThin: isThin)
  }

  func markup(in panel: Panel) -> String {
    let places = points.map { $0.flatMap(panel.place) }
    let pieces = places.split(separator: nil).map { outline($0.map { $0! }) }
    let classes = [
      "curve", isThin ? "thin" : nil, ink.rawValue, dash == .solid ? nil : dash.rawValue,
    ]
    return tag(
      "path",
      ["class": classes.compactMap { $0 }.joined(separator: " "), "d": pieces.joined()])
  }
}

/// What lies between two curves, each given from left to right.
struct Area: Mark {
  let lower: [Point]
  let upper: [Point]
  let ink: Ink
  var isFaint = false

  /// The rectangle between two corners.
  static func box(_ a: Point, _ b: Point, _ ink: Ink, isFaint: Bool = false) -> Area {
    Area(
      lower: [Point(a.x, a.y), Point(b.x, a.y)], upper: [Point(a.x, b.y), Point(b.x, b.y)],
      ink: ink, isFaint: isFaint)
  }

  func markup(in panel: Panel) -> String {
    let places = (lower + upper.reversed()).compactMap(panel.place)
    return tag(
      "path",
      [
        "class": "area \(isFaint ? "faint " : "")\(ink.rawValue)",
        "d": outline(places, isClosed: true),
      ])
  }
}

/// Points, each as a dot.
struct Dots: Mark {
  let points: [Point]
  let ink: Ink

  var isClipped: Bool { false }

  func markup(in panel: Panel) -> String {
    points.compactMap(panel.place).map { place in
      tag(
        "circle",
        [
          "class": "dot \(ink.rawValue)", "cx": pixels(place.x), "cy": pixels(place.y), "r": "4",
        ])
    }.joined(separator: "\n")
  }
}

/// Words at a point, moved from it by some pixels.
struct Label: Mark {
  let text: String
  let point: Point
  let offset: (x: Int, y: Int)
  let ink: Ink
  let anchor: Anchor
  /// Whether the words have no rim of the page's colour round them, as upon an area.
  let isPlain: Bool

  init(
    _ text: String, at point: Point, _ x: Int = 0, _ y: Int = 0, _ ink: Ink = .ink,
    anchor: Anchor = .start, isPlain: Bool = false
  ) {
    (self.text, self.point, offset, self.ink, self.anchor) = (text, point, (x, y), ink, anchor)
    self.isPlain = isPlain
  }

  /// In the middle of a curve, which it interrupts, at one of its points.
  init(_ text: String, on curve: Curve, _ index: Int) {
    self.init(text, at: curve.points[index]!, 0, 5, curve.ink, anchor: .middle)
  }

  var isClipped: Bool { false }

  func markup(in panel: Panel) -> String {
    guard let place = panel.place(point) else { return "" }
    let start = place.moved(offset.x, offset.y)
    let words = line(text, at: start, ink == .ink ? "" : ink.rawValue, anchor: anchor)
    // The rim of all of it lies below all of it: a raised letter must not cut the one before.
    return isPlain ? words : line(text, at: start, "rim", anchor: anchor, isHidden: true) + words
  }
}

/// What the lines of all panels of a figure mean, side by side in a row of so many pixels.
struct Key {
  let entries: [(name: String, ink: Ink, dash: Dash)]

  func markup(left: Int, top: Int, width: Int) -> String {
    entries.enumerated().map { index, entry in
      let place = Place(left + index * width / entries.count, top)
      let classes = "curve \(entry.ink.rawValue)" + (entry.dash == .solid ? "" : " \(entry.dash)")
      let sample = tag("path", ["class": classes, "d": outline([place, place.moved(34, 0)])])
      return sample + "\n" + line(entry.name, at: place.moved(44, 5), entry.ink.rawValue)
    }.joined(separator: "\n")
  }
}
