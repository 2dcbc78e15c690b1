import Exact

/// A rectangle on a figure, in pixels.
struct Frame {
  let left: Int
  let top: Int
  let width: Int
  let height: Int

  var right: Int { left + width }
  var bottom: Int { top + height }
}

/// A point by its two numbers, not by pixels.
struct Point: Hashable {
  let x: Rational
  let y: Rational

  init(_ x: Rational, _ y: Rational) { (self.x, self.y) = (x, y) }

  /// By hundredths.
  static func hundredths(_ x: Int, _ y: Int) -> Point {
    Point(Rational(x, 100), Rational(y, 100))
  }
}

/// Something drawn by the numbers of a panel.
protocol Mark {
  /// Whether it is cut where the panel ends.
  var isClipped: Bool { get }

  func markup(in panel: Panel) -> String
}

extension Mark {
  var isClipped: Bool { true }
}

/// A plot: two scales in a frame, and what is marked there.
struct Panel {
  var heading: String?
  let frame: Frame
  let x: Scale
  let y: Scale
  let marks: [any Mark]

  /// Where a point lies; nil if a logarithm would have to be taken of no positive number.
  func place(_ point: Point) -> Place? {
    guard let right = x.fraction(point.x), let up = y.fraction(point.y) else { return nil }
    return Place(
      Rational(frame.left) + right * Rational(frame.width),
      Rational(frame.bottom) - up * Rational(frame.height))
  }

  /// - Parameter name: of the panel among all that stand on a page.
  func markup(name: String) -> String {
    let clip = tag(
      "clipPath", ["id": name],
      tag(
        "rect",
        [
          "x": "\(frame.left)", "y": "\(frame.top - 2)", "width": "\(frame.width)",
          "height": "\(frame.height + 4)",
        ]))
    let cut = marks.filter(\.isClipped).map { $0.markup(in: self) }.joined(separator: "\n")
    let free = marks.filter { !$0.isClipped }.map { $0.markup(in: self) }
    return ([clip] + sides + [tag("g", ["clip-path": "url(#\(name))"], "\n\(cut)\n")] + free)
      .joined(separator: "\n")
  }

  // MARK: The sides

  private var sides: [String] {
    var grid: [[Place]] = []
    var texts: [String] = []
    let (left, right) = (Rational(frame.left), Rational(frame.right))
    let (top, bottom) = (Rational(frame.top), Rational(frame.bottom))
    for tick in x.ticks {
      let along = left + x.fraction(tick.value)! * Rational(frame.width)
      grid.append([Place(along, top), Place(along, bottom)])
      texts.append(
        line(tick.text, at: Place(along, bottom).moved(0, 19), "tick", anchor: .middle))
    }
    for tick in y.ticks {
      let up = bottom - y.fraction(tick.value)! * Rational(frame.height)
      grid.append([Place(left, up), Place(right, up)])
      texts.append(line(tick.text, at: Place(left, up).moved(-9, 5), "tick", anchor: .end))
    }
    var axes = [
      [Place(left, top), Place(left, bottom)], [Place(left, bottom), Place(right, bottom)],
    ]
    if !y.isLogarithmic, let zero = y.fraction(.zero), zero > .zero, zero < .one {
      let up = bottom - zero * Rational(frame.height)
      axes.append([Place(left, up), Place(right, up)])
    }
    let middle = (left + right) / 2
    texts.append(line(x.title, at: Place(middle, bottom).moved(0, 41), anchor: .middle))
    texts.append(line(y.title, at: Place(left, top).moved(-9, -14)))
    if let heading {
      texts.append(line(heading, at: Place(right, top).moved(0, -14), "bold", anchor: .end))
    }
    return [
      tag("path", ["class": "grid", "d": grid.map { outline($0) }.joined()]),
      tag("path", ["class": "soft", "d": axes.map { outline($0) }.joined()]),
    ] + texts
  }
}
