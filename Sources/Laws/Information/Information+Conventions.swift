import CrossEntropy
import Exact
import Property

// What every function of vectors of probabilities does in the same way: bases, NaN, what is refused,
// what nothing gives.

extension Law {
  /// The laws that a function of one or two vectors of probabilities shares with the others.
  static func conventions(of function: String) -> [Law] {
    let signature = try! Function.named(function).signature
    let takesBase = signature.option("base") != nil
    let isList = function != "information_content"
    return [nothing(function), impossible(function), tables(function)]
      + (isList ? [spreading(function)] : [])
      + (takesBase ? [changeOfBase(function), slopeByBase(function), bases(function)] : [])
  }

  /// The name of a function as names of laws have it.
  static func dashed(_ function: String) -> String { String(function.map { $0 == "_" ? "-" : $0 }) }

  private static func changeOfBase(_ function: String) -> Law {
    Law(
      "\(dashed(function))-change-of-base",
      "To the base b, \(function) is the natural one divided by ln b: only the unit changes.",
      clauses: ["INPUT-13"],
      source: "C. E. Shannon, A mathematical theory of communication, 1948, Introduction"
    ) { t in
      let arguments = try t.drawArguments(of: function)
      let b = try t.draw("b", .base)
      let other = try t.values(function, arguments, ["base": .number(b)])
      try t.equal(
        other.map { $0 * t.log(b) }, try t.values(function, arguments), "to base b, times ln b")
    }
  }

  private static func slopeByBase(_ function: String) -> Law {
    Law(
      "\(dashed(function))-gradient-by-base",
      "The derivative of \(function) by its base b is −value/(b ln b), also where b is e.",
      clauses: ["INPUT-13", "GRADIENT-1"], source: "Definition: value = nats/ln b", isSmooth: true
    ) { t in
      let arguments = try t.drawArguments(of: function)
      let b = try t.draw("b", Gen<Rational>.base.optional())
      let options: [String: Call.Option] = b.map { ["base": .number($0)] } ?? [:]
      let values = try t.values(function, arguments, options)
      let slope = try t.gradient(function, by: "base", arguments, options)
      let base = b.map { t.exact($0) } ?? .exp(t.exact(.one))
      try t.equal(slope, [-values.sum / (base * .log(base))], "the derivative by the base")
    }
  }

  private static func bases(_ function: String) -> Law {
    Law(
      "\(dashed(function))-refuses-a-base-not-above-1",
      "A base that is infinite or not above 1 is refused, and one that is NaN gives NaN.",
      clauses: ["INPUT-7", "INPUT-2"], source: "Definition: ln b is positive for b above 1 alone"
    ) { t in
      let arguments = try t.drawArguments(of: function)
      let wrong: [Extended] = [
        .finite(1), .finite(0), .finite(-2), .finite(Rational(1, 2)), .infinity(isNegative: false),
        .nan,
      ]
      let b = try t.draw("b", .element(of: wrong))
      let options: [String: Call.Option] = ["base": .real(b)]
      if b.isNaN {
        for value in try t.values(function, arguments, options) { try t.isNaN(value, "value") }
      } else {
        try t.refused(Call(function, arguments, options: options))
      }
    }
  }

  private static func spreading(_ function: String) -> Law {
    Law(
      "\(dashed(function))-of-nan",
      "A NaN anywhere makes NaN of \(function), also beside a 0 and where the other argument is 0.",
      clauses: ["INPUT-2", "INPUT-10"], source: "IEEE Std 754-2019, §6.2", world: 30
    ) { t in
      let vectors = try t.drawVectors(of: function)
      let name = try t.draw("name", .element(of: vectors.keys.sorted()))
      let place = try t.draw("place", .int(0...vectors[name]!.count - 1))
      var arguments = vectors.mapValues { Call.Argument.vector($0) }
      var spoiled = vectors[name]!.map { Extended.finite($0) }
      spoiled[place] = .nan
      arguments[name] = .vector(spoiled)
      try t.isNaN(try t.value(function, arguments), function)
    }
  }

  private static func impossible(_ function: String) -> Law {
    Law(
      "\(dashed(function))-refuses-no-probability",
      "A number outside [0, 1] is refused, also beside a NaN, and not clipped.",
      clauses: ["INPUT-1", "INPUT-8"], source: "A. N. Kolmogorov, Grundbegriffe, 1933"
    ) { t in
      let vectors = try t.drawVectors(of: function)
      let name = try t.draw("name", .element(of: vectors.keys.sorted()))
      let wrong: [Extended] = [
        .finite(2), .finite(-1), .finite(.one + .powerOfTwo(-7)), .finite(-.powerOfTwo(-20)),
        .infinity(isNegative: false), .infinity(isNegative: true),
      ]
      let value = try t.draw("value", .element(of: wrong))
      let isBesideNaN = try t.draw("beside NaN", .bool)
      let place = try t.draw("place", .int(0...vectors[name]!.count - 1))
      var arguments = vectors.mapValues { Call.Argument.vector($0) }
      var spoiled = vectors[name]!.map { isBesideNaN ? .nan : Extended.finite($0) }
      spoiled[place] = value
      arguments[name] = .vector(spoiled)
      try t.refused(Call(function, arguments))
    }
  }

  private static func tables(_ function: String) -> Law {
    let isElementwise = function == "information_content"
    return Law(
      "\(dashed(function))-refuses-what-does-not-fit",
      "Lists of differing lengths, missing or unknown arguments"
        + (isElementwise ? "" : ", and tables in place of lists,") + " are refused: nothing is "
        + "broadcast or cut.",
      clauses: ["INPUT-5", "INPUT-6"], source: "Definition: a signature of \(function)"
    ) { t in
      let vectors = try t.drawVectors(of: function)
      let name = try t.draw("name", .element(of: vectors.keys.sorted()))
      let mistakes =
        ["missing", "unknown option", "unknown argument"]
        + (isElementwise ? [] : ["table"]) + (vectors.count == 2 ? ["longer", "single"] : [])
      let mistake = try t.draw("mistake", .element(of: mistakes))
      var arguments = vectors.mapValues { Call.Argument.vector($0) }
      var options: [String: Call.Option] = [:]
      switch mistake {
      case "missing": arguments[name] = nil
      case "unknown option": options["epsilon"] = 1
      case "unknown argument": arguments["weight"] = .vector(vectors[name]!)
      case "table": arguments = vectors.mapValues { .matrix([$0]) }
      case "longer": arguments[name] = .vector(vectors[name]! + [.zero])
      default:
        try t.assume(vectors[name]!.count > 1)
        arguments[name] = .vector([vectors[name]![0]])
      }
      try t.refused(Call(function, arguments, options: options))
    }
  }

  /// What the functions that take a list give for an empty one; the others give nothing.
  private static let ofNothing: [String: Int] = [
    "entropy": 0, "cross_entropy": 0, "kl_divergence": 0, "js_divergence": 0, "perplexity": 1,
    "likelihood": 1, "log_likelihood": 0, "negative_log_likelihood": 0,
  ]

  private static func nothing(_ function: String) -> Law {
    let expected = ofNothing[function].map { [Ball($0)] } ?? []
    let text = ofNothing[function].map { "\($0)" } ?? "nothing"
    return Law(
      "\(dashed(function))-of-nothing",
      "Of an empty list \(function) is \(text): an empty sum is 0, an empty product 1.",
      clauses: [emptyClauses[function]!],
      source: "R. L. Graham, D. E. Knuth, O. Patashnik, Concrete Mathematics, 1994, §2.1"
    ) { t in
      let names = try Function.named(function).signature.arguments.map(\.name)
      let nothing = Call.Argument.vector([Rational]())
      let arguments = Dictionary(uniqueKeysWithValues: names.map { ($0, nothing) })
      try t.equal(try t.values(function, arguments), expected, "\(function) of nothing")
    }
  }

  private static let emptyClauses: [String: String] = [
    "information_content": "INFORMATION-CONTENT-1", "entropy": "ENTROPY-1",
    "cross_entropy": "CROSS-ENTROPY-1", "kl_divergence": "KL-DIVERGENCE-1",
    "js_divergence": "JS-DIVERGENCE-1", "perplexity": "PERPLEXITY-1", "likelihood": "LIKELIHOOD-2",
    "log_likelihood": "LOG-LIKELIHOOD-1", "negative_log_likelihood": "NEGATIVE-LOG-LIKELIHOOD-1",
  ]
}

extension Trial {
  /// A vector of probabilities for each argument of a function, of one length.
  func drawVectors(
    of function: String, _ element: Gen<Rational> = .probability
  ) throws -> [String: [Rational]] {
    let names = try Function.named(function).signature.arguments.map(\.name)
    let p = try draw("p", element.array(1...4))
    if names == ["p"] { return ["p": p] }
    return ["p": p, "q": try draw("q", element.array(count: p.count))]
  }

  /// The same as arguments of a call.
  func drawArguments(of function: String) throws -> [String: Call.Argument] {
    try drawVectors(of: function).mapValues { .vector($0) }
  }
}
