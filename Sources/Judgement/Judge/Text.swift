import CrossEntropy
import Exact

// Numbers, tensors and calls as a report prints them.

/// A quantity of which three digits are enough: `0.57`, `12.3`, `1.7e7`.
package func short(_ value: Double) -> String {
  if value.isInfinite { return "infinite" }
  if value == 0 { return "0" }
  let exponent = Int(Double(value.exponent) * 0.30103)
  if value >= 10_000 || value < 0.001 {
    var (digits, power) = (value / power10(exponent), exponent)
    while digits < 1 { (digits, power) = (digits * 10, power - 1) }
    while digits >= 9.95 { (digits, power) = (digits / 10, power + 1) }
    return decimal(digits, places: 1) + "e\(power)"
  }
  return decimal(value, places: value >= 100 ? 0 : value >= 10 ? 1 : 2)
}

private func power10(_ exponent: Int) -> Double {
  (0..<abs(exponent)).reduce(1.0) { power, _ in exponent < 0 ? power / 10 : power * 10 }
}

/// A number with so many places after the point.
private func decimal(_ value: Double, places: Int) -> String {
  let scale = power10(places)
  let whole = Int((value * scale).rounded())
  if places == 0 { return "\(whole)" }
  let fraction = String(whole % Int(scale))
  return "\(whole / Int(scale))." + String(repeating: "0", count: places - fraction.count)
    + fraction
}

/// A number and what it counts: `1 answer`, `2 answers`.
package func counted(_ number: some BinaryInteger, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}

/// Rows of as many texts each, in columns.
package func aligned(_ rows: [[String]]) -> String {
  let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max()! }
  return rows.map { row in
    var line = row.indices.map { column in
      row[column] + String(repeating: " ", count: widths[column] - row[column].count)
    }.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return line
  }.joined(separator: "\n")
}

extension Floating {
  /// The shortest decimal that reads back as this number.
  package var text: String {
    if isNaN { return "NaN" }
    if isInfinite { return isNegative ? "-inf" : "inf" }
    let text = format == .float64 ? "\(asDouble)" : "\(Float(asDouble))"
    return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
      .replacing("e+", with: "e").replacing("e0", with: "e").replacing("e-0", with: "e-")
  }
}

extension Tensor {
  /// Nested lists; long ones show both ends, and the element that matters.
  package func text(keeping index: Int? = nil, _ element: (Element) -> String) -> String {
    if shape.isEmpty { return element(elements[0]) }
    if shape.count > 2 || elements.count > 30 && shape.count == 2 {
      return "a tensor of shape \(shape)"
    }
    if shape.count == 2 {
      let rows = (0..<shape[0]).map { row in
        let numbers = elements[(row * shape[1])..<((row + 1) * shape[1])].map(element)
        return "[" + numbers.joined(separator: ", ") + "]"
      }
      return "[" + rows.joined(separator: ", ") + "]"
    }
    if elements.count <= 10 { return "[" + elements.map(element).joined(separator: ", ") + "]" }
    let shown = Set([0, 1, 2, elements.count - 1] + (index.map { [$0] } ?? [])).sorted()
    var (parts, last) = ([String](), -1)
    for place in shown {
      if place > last + 1 { parts.append("…") }
      parts.append(element(elements[place]))
      last = place
    }
    return "[" + parts.joined(separator: ", ") + "] (\(elements.count) elements)"
  }
}

extension Request {
  /// `softmax(x), float32, x = [1e8, 1e8]`
  public var text: String {
    "\(call.function)(\(argumentNames.joined(separator: ", "))), \(format.rawValue), "
      + values(after: " = ").joined(separator: ", ")
  }

  /// The call as one types it: `softmax(x: [1e8, 1e8])`.
  package var expression: String {
    "\(call.function)(\(values(after: ": ").joined(separator: ", ")))"
  }

  /// The arguments that are given, in the order of the signature.
  private var argumentNames: [String] {
    (try? Function.named(call.function))?.signature.arguments.map(\.name)
      .filter { call.arguments[$0] != nil } ?? call.arguments.keys.sorted()
  }

  /// Every argument and option behind its name.
  private func values(after sign: String) -> [String] {
    let arguments = argumentNames.map { name in
      switch call.arguments[name]! {
      case .real(let tensor):
        name + sign + floating(tensor, name).text(\.text)
      case .integer(let tensor): name + sign + tensor.text { "\($0)" }
      }
    }
    let options = call.options.sorted { $0.key < $1.key }.map { name, option in
      switch option {
      case .real(let value): name + sign + Floating(rounding: value, to: format).text
      case .integer(let value): name + sign + "\(value)"
      case .word(let word): name + sign + word
      case .flag(let flag): name + sign + "\(flag)"
      }
    }
    return arguments + options
  }
}
