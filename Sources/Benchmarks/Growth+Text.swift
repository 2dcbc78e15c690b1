package import Judgement

extension Growth {
  /// Curves as a table.
  package static func text(of curves: [Growth]) -> String {
    curves.map { curve in
      var rows = curve.points.map { [curve.axis.text($0.size), duration($0.time)] }
      if let (size, pass) = curve.omitted {
        rows.append([curve.axis.text(size), "left out: about \(duration(pass)) a pass"])
      }
      return "\(curve.name): \(curve.about)\n"
        + aligned(rows).split(separator: "\n").map { "  \($0)\n" }.joined()
    }.joined(separator: "\n")
  }

  /// Curves as JSON; times in nanoseconds.
  package static func json(of curves: [Growth]) -> JSON {
    .array(
      curves.map { curve in
        .members([
          ("name", .string(curve.name)), ("about", .string(curve.about)),
          ("axis", .string(curve.axis.rawValue)),
          (
            "points",
            .array(
              curve.points.map {
                .members([("size", .number($0.size)), ("time", .number("\($0.time)"))])
              })
          ),
        ])
      })
  }
}

extension Growth.Axis {
  fileprivate func text(_ size: Int) -> String { counted(size, String(rawValue.dropLast())) }
}
