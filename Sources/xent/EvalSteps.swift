import CrossEntropy
import Exact

/// The terms of a sum, a product or a softmax, as a textbook prints them.
///
/// Every number shown is the value of an expression, calculated as any other: a term of an additive
/// function is the function of single elements, a row of a batch the loss without its reduction.
struct EvalSteps {
  private let outline: Calculation.Outline
  private let digits: Int
  private var rows: [[String]] = []

  /// The steps of a call; a sentence where there are none to show.
  static func text(_ calculation: Calculation, digits: Int) throws -> String {
    guard let outline = calculation.outline else {
      return "no steps: the expression is no single call of the catalogue\n\n"
    }
    var steps = EvalSteps(outline: outline, digits: digits)
    try steps.addRows()
    let formula = try Function.named(outline.function).signature.formula
    if steps.rows.isEmpty {
      return "\(outline.function): \(formula)\nno steps: the formula is no sum of terms\n\n"
    }
    return "\(outline.function): \(formula)\n" + Table.text(steps.rows, indent: 2) + "\n"
  }

  private init(outline: Calculation.Outline, digits: Int) {
    (self.outline, self.digits) = (outline, digits)
  }

  /// How a textbook writes the term of one element; {log} is the logarithm to the base given.
  private static let terms = [
    "entropy": "-{p} * {log}({p})",
    "cross_entropy": "-{p} * {log}({q})",
    "kl_divergence": "{p} * {log}({p} / {q})",
    "js_divergence": "({p} {log}({p} / m) + {q} {log}({q} / m)) / 2",
    "log_likelihood": "{log}({p})",
    "negative_log_likelihood": "-{log}({p})",
    "perplexity": "-{p} * {log}({q})",
    "likelihood": "{p}",
    "softmax": "e^{x}", "log_softmax": "e^{x}", "log_sum_exp": "e^{x}",
    "l1_penalty": "{strength} * |{w}|",
    "l2_penalty": "{strength} * {w}^2",
  ]

  private mutating func addRows() throws {
    switch outline.function {
    case "softmax", "log_softmax", "log_sum_exp": try addExponentials()
    case "perplexity":
      try addTerms(of: "cross_entropy")
      try add("exp of the sum", whole())
    case "likelihood":
      try addTerms(of: "likelihood")
      try add("product", whole())
    case let name where EvalSteps.terms[name] != nil:
      try addTerms(of: name)
      try add("sum", whole())
    default: try addReduction()
    }
  }

  /// A row: what the textbook writes, and the value of the expression that it stands for.
  private mutating func add(_ label: String, _ expression: String) throws {
    let calculation = try Calculation(parsing: expression)
    let value = try calculation.rounded(to: DecimalTarget(count: digits)).elements[0]
    let exact = calculation.exactValues().elements[0]?.asRational?.description
    let isShort = exact.map { !$0.contains("/") && $0.count <= digits + 2 } ?? false
    rows.append([label, "= " + (isShort ? exact! : value.description)])
  }

  private mutating func addTerms(of function: String) throws {
    for offset in outline.arguments[0].elements.indices {
      let arguments = outline.arguments.map { "\($0.name): [\($0.elements[offset])]" }
      try add(label(offset), EvalSteps.call(function, arguments + options()))
    }
  }

  /// e^x of every element, their sum, and the quotients or the logarithm.
  private mutating func addExponentials() throws {
    let x = outline.arguments[0]
    guard x.shape.count == 1, !x.elements.isEmpty else { return }
    let temperature = outline.option("temperature").map { " / (\($0))" } ?? ""
    let powers = x.elements.map { "exp((\($0))\(temperature))" }
    for (offset, power) in powers.enumerated() {
      let whole = "e^(\(x.elements[offset])\(temperature))"
      try add(temperature.isEmpty ? label(offset) : whole, power)
    }
    try add("sum", powers.joined(separator: " + "))
    if outline.function == "log_sum_exp" { return try add("log of the sum", whole()) }
    for (offset, element) in x.elements.enumerated() {
      let power =
        temperature.isEmpty ? EvalSteps.factor(element) : "(\(element)\(temperature))"
      let quotient = "e^\(power) / sum"
      try add(
        outline.function == "softmax" ? quotient : "log(\(quotient))", whole() + "[\(offset)]")
    }
  }

  /// The losses of the rows, and what the reduction makes of them.
  private mutating func addReduction() throws {
    let options = try Function.named(outline.function).signature.options
    guard let reduction = options.first(where: { $0.name == "reduction" }),
      outline.option("reduction") != "none"
    else { return }
    func reduced(_ kind: String) -> String {
      EvalSteps.call(
        outline.function,
        outline.arguments.map { "\($0.name): \($0.text)" } + self.options(but: "reduction")
          + ["reduction: \(kind)"])
    }
    let none = try Calculation(parsing: reduced("none"))
    let places = Tensor(shape: none.shape, Array(repeating: 0, count: none.shape.reduce(1, *)))
    for offset in places.elements.indices {
      let index = places.indices(at: offset).map { "[\($0)]" }.joined()
      try add(lossLabel(offset, index), reduced("none") + index)
    }
    try add("sum", reduced("sum"))
    if (outline.option("reduction") ?? reduction.standard) == "mean" {
      try add("mean", reduced("mean"))
    }
  }

  /// The loss of one row in the terms of the row, where it is a single logarithm.
  private func lossLabel(_ offset: Int, _ index: String) -> String {
    let loss = "loss" + index
    guard outline.option("clip") == nil, outline.argument("weight") == nil,
      outline.argument("class_weight") == nil, let p = outline.argument("p")
    else { return loss }
    if outline.function == "binary_cross_entropy", let y = outline.argument("y") {
      switch y.elements[offset] {
      case "1": return "-log(\(p.elements[offset]))"
      case "0": return "-log(1 - \(EvalSteps.factor(p.elements[offset])))"
      default: return loss
      }
    }
    if outline.function == "sparse_categorical_cross_entropy",
      outline.option("ignore_index") == nil,
      let label = outline.argument("labels").flatMap({ Int($0.elements[offset]) })
    {
      return "-log(\(p.elements[offset * p.shape[1] + label]))"
    }
    if outline.function == "categorical_cross_entropy", let y = outline.argument("y") {
      let classes = p.shape[1]
      let terms = (0..<classes).map { offset * classes + $0 }.filter { y.elements[$0] != "0" }
        .map { "\(EvalSteps.factor(y.elements[$0])) * log(\(p.elements[$0]))" }
      return "-(" + terms.joined(separator: " + ") + ")"
    }
    return loss
  }

  private func label(_ offset: Int) -> String {
    var text = EvalSteps.terms[outline.function]!
    let base = outline.option("base") ?? "e"
    text = text.replacing("{log}", with: base == "e" ? "log" : "log\(base)")
    text = text.replacing("{strength}", with: outline.option("strength") ?? "1")
    if outline.option("half") == "true" { text += " / 2" }
    for argument in outline.arguments {
      let element = argument.elements[offset]
      // Alone in parentheses it needs none of its own.
      text = text.replacing("({\(argument.name)})", with: "(\(element))")
      text = text.replacing("{\(argument.name)}", with: EvalSteps.factor(element))
    }
    return text
  }

  /// An element as it stands within a product or a power.
  private static func factor(_ text: String) -> String {
    let isPlain = text.allSatisfy { $0.isNumber || $0.isLetter || "._[]".contains($0) }
    return isPlain ? text : "(\(text))"
  }

  private func whole() -> String {
    EvalSteps.call(
      outline.function, outline.arguments.map { "\($0.name): \($0.text)" } + options())
  }

  private func options(but name: String? = nil) -> [String] {
    outline.options.filter { $0.name != name }.map { "\($0.name): \($0.text)" }
  }

  private static func call(_ function: String, _ arguments: [String]) -> String {
    "\(function)(\(arguments.joined(separator: ", ")))"
  }
}
