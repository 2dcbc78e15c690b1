import CrossEntropy
import Exact

// The functions of the first three chapters, as short as the formulas of a textbook; to base e unless
// another base is given.

extension Trial {
  private func base(_ base: Rational?) -> [String: Call.Option] {
    base.map { ["base": .number($0)] } ?? [:]
  }

  /// −log p
  func content(_ p: Rational, base: Rational? = nil) throws -> Ball {
    try value("information_content", ["p": .scalar(p)], self.base(base))
  }

  /// −Σ p log p
  func entropy(_ p: [Rational], base: Rational? = nil) throws -> Ball {
    try value("entropy", ["p": .vector(p)], self.base(base))
  }

  /// −Σ p log q
  func crossEntropy(_ p: [Rational], _ q: [Rational], base: Rational? = nil) throws -> Ball {
    try value("cross_entropy", ["p": .vector(p), "q": .vector(q)], self.base(base))
  }

  /// Σ p log(p/q)
  func divergence(_ p: [Rational], _ q: [Rational], base: Rational? = nil) throws -> Ball {
    try value("kl_divergence", ["p": .vector(p), "q": .vector(q)], self.base(base))
  }

  /// ½ D(p‖m) + ½ D(q‖m)
  func jensenShannon(_ p: [Rational], _ q: [Rational], base: Rational? = nil) throws -> Ball {
    try value("js_divergence", ["p": .vector(p), "q": .vector(q)], self.base(base))
  }

  /// e^H(p, q)
  func perplexity(_ p: [Rational], _ q: [Rational]) throws -> Ball {
    try value("perplexity", ["p": .vector(p), "q": .vector(q)])
  }

  /// Π p
  func likelihood(_ p: [Rational]) throws -> Ball { try value("likelihood", ["p": .vector(p)]) }

  /// Σ log p
  func logLikelihood(_ p: [Rational], base: Rational? = nil) throws -> Ball {
    try value("log_likelihood", ["p": .vector(p)], self.base(base))
  }

  /// −Σ log p
  func negativeLogLikelihood(_ p: [Rational], base: Rational? = nil) throws -> Ball {
    try value("negative_log_likelihood", ["p": .vector(p)], self.base(base))
  }

  /// The differential entropy of a density by its only parameter.
  func differentialEntropy(
    _ density: Density, _ parameter: Rational, base: Rational? = nil
  ) throws -> Ball {
    try value("differential_entropy", [:], density.options(parameter, self.base(base)))
  }

  /// The logarithm of an exact number.
  func log(_ value: Rational) -> Ball { .log(exact(value)) }

  /// Two distributions over as many outcomes.
  func drawPair() throws -> ([Rational], [Rational]) {
    let p = try draw("p", .distribution())
    return (p, try draw("q", .distribution(of: p.count)))
  }

  /// Two vectors of probabilities that need not add up to one.
  func drawMasses() throws -> ([Rational], [Rational]) {
    let p = try draw("p", .masses())
    return (p, try draw("q", .masses(p.count...p.count)))
  }
}

/// A density of `differential_entropy`, by the name of its parameter.
enum Density: String, Sendable, CaseIterable, CustomStringConvertible {
  case uniform = "width"
  case normal = "sigma"
  case exponential = "rate"
  case laplace = "scale"

  var description: String { "\"" + word + "\"" }

  private var word: String {
    switch self {
    case .uniform: "uniform"
    case .normal: "normal"
    case .exponential: "exponential"
    case .laplace: "laplace"
    }
  }

  func options(
    _ parameter: Rational, _ others: [String: Call.Option] = [:]
  ) -> [String: Call.Option] {
    others.merging(["distribution": .word(word), rawValue: .number(parameter)]) { $1 }
  }
}

extension Law {
  /// Every pair of distributions over up to 3 outcomes on quarters.
  static let pairWorld = 1 + 25 + 625
}
