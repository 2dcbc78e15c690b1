public import CrossEntropy
import Exact
import Property

/// Random calls made from a signature alone, so that no function can be left out: every shape that
/// its letters allow, every word and flag, with and without what is optional, all numbers in the
/// interior of their domains and away from corners.
public enum Samples {
  /// The calls of one function, without gradient and cotangent.
  public static func calls(_ signature: Signature, seed: UInt64) -> [Call] {
    var random = SplitMix(seed: seed)
    var calls: [Call] = []
    for variant in 0..<12 {
      for options in words(signature) {
        var call = Call(signature.name, options: options)
        fill(&call, signature, variant, &random)
        calls.append(call)
      }
    }
    // A temperature that has no minimum, a distribution without its parameter: no answer, no sample.
    return calls.filter { (try? $0.checked().answer(over: Double.self)) != nil }
  }

  /// Every combination of the options that are words or flags.
  private static func words(_ signature: Signature) -> [[String: Call.Option]] {
    signature.options.reduce([[:]]) { combinations, option in
      let values: [Call.Option] =
        switch option.kind {
        case .word(let words): words.map { .word($0) }
        case .flag: [.flag(false), .flag(true)]
        case .real, .integer: []
        }
      if values.isEmpty { return combinations }
      return combinations.flatMap { combination in
        values.map { combination.merging([option.name: $0]) { $1 } }
      }
    }
  }

  private static func fill(
    _ call: inout Call, _ signature: Signature, _ variant: Int, _ random: inout SplitMix
  ) {
    let sizes = ["N": 3, "C": 3, "d": 2, "n": 4, "k": 2]
    let ellipsis = variant % 2 == 0 ? [2] : []
    for (position, argument) in signature.arguments.enumerated() {
      // What is optional comes and goes, each by itself.
      if argument.isOptional && (variant >> (position % 3)) & 1 == 1 { continue }
      let patterns = argument.shape.split(separator: "or").map { $0.filter { $0 != " " } }
      let pattern = patterns[(variant / 2) % patterns.count]
      let shape = pattern.dropFirst().dropLast().split(separator: ",").flatMap { letter in
        letter == "…" ? ellipsis : [sizes[String(letter.prefix(1))]!]
      }
      let count = shape.reduce(1, *)
      switch argument.kind {
      case .label:
        call.arguments[argument.name] = .integer(
          Tensor(shape: shape, (0..<count).map { _ in Int.random(in: 0..<3, using: &random) }))
      case .real(let domain):
        call.arguments[argument.name] = .real(
          Tensor(shape: shape, (0..<count).map { _ in .finite(interior(domain, &random)) }))
      }
    }
    for (position, option) in signature.options.enumerated() {
      let isLeftOut = option.standard != nil && (variant + position) % 3 == 0
      switch option.kind {
      case .real(let domain):
        if isLeftOut || isForeign(option.name, call) { continue }
        call.options[option.name] = .real(.finite(interior(domain, &random)))
      case .integer:
        if !isLeftOut { call.options[option.name] = .integer(1) }
      case .word, .flag: break
      }
    }
  }

  /// The parameters of a distribution exclude each other.
  private static func isForeign(_ option: String, _ call: Call) -> Bool {
    let owners = [
      "width": "uniform", "sigma": "normal", "rate": "exponential", "scale": "laplace",
    ]
    guard let owner = owners[option], case .word(let word) = call.options["distribution"] else {
      return false
    }
    return owner != word
  }

  private static func interior(_ domain: Domain, _ random: inout SplitMix) -> Rational {
    func between(_ low: Int, _ high: Int) -> Rational {
      // A denominator that is prime and no logit's: no two numbers meet, so no corner is hit.
      Rational(Int.random(in: (low * 9973 + 1)..<(high * 9973), using: &random), 9973)
    }
    return switch domain {
    case .real, .finite: between(-3, 3)
    case .probability: between(0, 1) * Rational(9, 10) + Rational(1, 20)
    case .binary: Rational(Int.random(in: 0...1, using: &random))
    case .signed: Rational(Bool.random(using: &random) ? 1 : -1)
    case .logProbability: between(-4, 0)
    case .nonnegative, .positive: between(0, 2) + Rational(1, 10)
    case .aboveOne: between(1, 9) + Rational(1, 10)
    case .clip: between(0, 1) * Rational(3, 10) + Rational(1, 20)
    }
  }
}
