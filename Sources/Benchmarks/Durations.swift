/// A positive number to three digits or so, as a person writes it.
func shown(_ value: Double) -> String {
  guard value.isFinite, value > 0 else { return "\(value)" }
  if value >= 1e15 { return "\(value)" }
  var scale = 1.0
  while value * scale < 100 && scale < 1e12 { scale *= 10 }
  let rounded = (value * scale).rounded() / scale
  return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
}

/// Nanoseconds in a unit that suits them.
func duration(_ nanoseconds: Double) -> String {
  let units: [(name: String, size: Double)] = [
    ("h", 3600e9), ("min", 60e9), ("s", 1e9), ("ms", 1e6), ("µs", 1e3),
  ]
  let unit = units.first { nanoseconds >= $0.size } ?? ("ns", 1)
  return "\(shown(nanoseconds / unit.size)) \(unit.name)"
}
