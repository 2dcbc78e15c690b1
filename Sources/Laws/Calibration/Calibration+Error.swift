import CrossEntropy
import Exact
import Property

/// Confidences, whether each answer was correct, and the bins to put them into.
private struct Confidences {
  var confidence: [Rational]
  var correct: [Rational]
  var bins: Int
  var edges: String

  var arguments: [String: Call.Argument] {
    ["confidence": .vector(confidence), "correct": .vector(correct)]
  }

  func with(bins: Int) -> Confidences {
    Confidences(confidence: confidence, correct: correct, bins: bins, edges: edges)
  }

  func rows(_ order: [Int]) -> Confidences {
    Confidences(
      confidence: order.map { confidence[$0] }, correct: order.map { correct[$0] }, bins: bins,
      edges: edges)
  }
}

extension Trial {
  fileprivate func drawConfidences(_ count: ClosedRange<Int> = 1...6) throws -> Confidences {
    let bins = try draw("bins", .element(of: [1, 2, 4, 8, 3, 10, 15]))
    let edges = try draw("edges", Gen<String>.element(of: ["right_closed", "left_closed"]))
    let confidence = try draw(
      "confidence",
      Gen<Rational> { source in
        if source.isSmallWorld { return Rational(try source.index(below: 5), 4) }
        // Edges of eighths are numbers of every format; of tenths only rationals are.
        let parts = source.format == nil ? bins : 8
        return try source.index(below: 2) == 0
          ? Rational(try source.index(below: parts + 1), parts)
          : Rational(try source.index(below: 17), 16)
      }.array(count))
    let correct = try draw(
      "correct", Gen<Rational>.element(of: [1, 0]).array(count: confidence.count))
    if confidence.contains(where: { ($0 * Rational(bins)).isInteger }) { label("edge") }
    return Confidences(confidence: confidence, correct: correct, bins: bins, edges: edges)
  }

  fileprivate func error(_ x: Confidences) throws -> Ball {
    try value(
      "expected_calibration_error", x.arguments,
      ["bins": .integer(x.bins), "edges": .word(x.edges)])
  }
}

private let naeini =
  "M. P. Naeini, G. Cooper, M. Hauskrecht, Obtaining well calibrated probabilities, 2015"

extension Law {
  static let calibrationErrors: [Law] = [
    Law(
      "calibration-error-definition",
      """
      The error is the sum over the bins of their share times the distance of the two means in \
      them.
      """,
      clauses: [
        "EXPECTED-CALIBRATION-ERROR-1", "EXPECTED-CALIBRATION-ERROR-2",
        "EXPECTED-CALIBRATION-ERROR-3", "EXPECTED-CALIBRATION-ERROR-4",
      ],
      source: naeini, cover: ["edge": 0.3], world: someOfTheWorld
    ) { t in
      let x = try t.drawConfidences()
      var error = Rational.zero
      for bin in 0..<x.bins {
        let (low, high) = (Rational(bin, x.bins), Rational(bin + 1, x.bins))
        let members = x.confidence.indices.filter { index in
          let value = x.confidence[index]
          return x.edges == "right_closed"
            ? (low < value || (bin == 0 && value.isZero)) && value <= high
            : low <= value && (value < high || (bin == x.bins - 1 && value == .one))
        }
        if members.isEmpty { continue }
        let (right, claimed) = (members.map { x.correct[$0] }, members.map { x.confidence[$0] })
        error += Rational(members.count, x.confidence.count) * (right.mean - claimed.mean).magnitude
      }
      try t.equal(t.error(x), t.exact(error))
    },
    Law(
      "calibration-error-on-edges",
      """
      A confidence on an edge shares the bin below it when closed on the right, and above it when \
      closed on the left.
      """,
      clauses: ["EXPECTED-CALIBRATION-ERROR-2"], source: naeini,
      examples: [["bins": 2, "edge": 1]], world: someOfTheWorld
    ) { t in
      let bins = try t.draw("bins", .element(of: [2, 4, 8]))
      let edge = try t.draw("edge", .int(1...7))
      try t.assume(edge < bins)
      let (at, half) = (Rational(edge, bins), Rational(1, 2 * bins))
      // Right on the edge and wrong beside it: in one bin the gaps cancel in part, in two they add.
      func error(_ other: Rational, _ edges: String) throws -> Ball {
        try t.error(
          Confidences(confidence: [at, other], correct: [1, 0], bins: bins, edges: edges))
      }
      func together(_ other: Rational) -> Ball {
        t.exact((.one - at - other).magnitude / 2)
      }
      func apart(_ other: Rational) -> Ball { t.exact((.one - at + other) / 2) }
      try t.equal(
        error(at - half, "right_closed"), together(at - half), "closed, with the bin below")
      try t.equal(error(at + half, "right_closed"), apart(at + half), "closed, with the bin above")
      try t.equal(error(at - half, "left_closed"), apart(at - half), "open, with the bin below")
      try t.equal(error(at + half, "left_closed"), together(at + half), "open, with the bin above")
    },
    Law(
      "calibration-error-of-one-bin",
      "With one bin the error is the distance of the accuracy from the mean confidence.",
      clauses: ["EXPECTED-CALIBRATION-ERROR-1", "EXPECTED-CALIBRATION-ERROR-3"], source: naeini,
      world: someOfTheWorld
    ) { t in
      let x = try t.drawConfidences().with(bins: 1)
      try t.equal(t.error(x), t.exact((x.correct.mean - x.confidence.mean).magnitude))
    },
    Law(
      "calibration-error-of-one-sample",
      "A single sample errs by its distance from what it claims, whatever the bins.",
      clauses: ["EXPECTED-CALIBRATION-ERROR-1", "EXPECTED-CALIBRATION-ERROR-4"], source: naeini,
      world: someOfTheWorld
    ) { t in
      let x = try t.drawConfidences(1...1)
      try t.equal(t.error(x), t.exact((x.correct[0] - x.confidence[0]).magnitude))
    },
    Law(
      "calibration-error-of-nothing",
      "Without samples there is no mean, and the error is NaN.",
      clauses: ["EXPECTED-CALIBRATION-ERROR-1", "POLICY-2"], source: "Spec/15-Calibration.md",
      world: someOfTheWorld
    ) { t in
      let x = try t.drawConfidences(0...0)
      try t.isNaN(t.error(x))
    },
    Law(
      "calibration-error-zero-when-calibrated",
      "If of those that claim k/m a share of k/m is right, for every claim made, the error is 0.",
      clauses: ["EXPECTED-CALIBRATION-ERROR-1"],
      source: "C. Guo et al., On calibration of modern neural networks, 2017, §2"
    ) { t in
      let m = try t.draw("m", .element(of: [1, 2, 4, 8]))
      let claims = try t.draw("k", Gen<Int>.int(0...m).array(1...3))
      let (bins, edges) = (
        try t.draw("bins", .int(1...20)),
        try t.draw("edges", Gen<String>.element(of: ["right_closed", "left_closed"]))
      )
      let x = Confidences(
        confidence: claims.flatMap { k in (0..<m).map { _ in Rational(k, m) } },
        correct: claims.flatMap { k in (0..<m).map { $0 < k ? 1 : 0 } }, bins: bins, edges: edges)
      try t.equal(t.error(x), t.exact(.zero))
    },
  ]

  static let calibrationErrorComparisons: [Law] = [
    Law(
      "calibration-error-of-finer-bins",
      "Splitting every bin into equal parts never lowers the error.",
      clauses: ["EXPECTED-CALIBRATION-ERROR-1", "EXPECTED-CALIBRATION-ERROR-2"],
      source: "A. Kumar, P. Liang, T. Ma, Verified uncertainty calibration, 2019, §3",
      cover: ["edge": 0.3], world: someOfTheWorld
    ) { t in
      let x = try t.drawConfidences()
      let parts = try t.draw("parts", .int(2...4))
      try t.atMost(
        t.error(x), t.error(x.with(bins: parts * x.bins)), "the error of the coarser bins")
    },
    Law(
      "calibration-error-mirrored",
      """
      Counting wrong answers with the confidence in them, and closing the bins on the other side, \
      gives the same error.
      """,
      clauses: ["EXPECTED-CALIBRATION-ERROR-2", "EXPECTED-CALIBRATION-ERROR-3"], source: naeini,
      cover: ["edge": 0.3], world: someOfTheWorld
    ) { t in
      let x = try t.drawConfidences()
      let mirrored = Confidences(
        confidence: x.confidence.map { .one - $0 }, correct: x.correct.map { .one - $0 },
        bins: x.bins, edges: x.edges == "right_closed" ? "left_closed" : "right_closed")
      try t.equal(t.error(x), t.error(mirrored))
    },
    Law(
      "calibration-error-order-and-repetition",
      "Neither the order of the samples matters, nor having every one of them several times.",
      clauses: ["EXPECTED-CALIBRATION-ERROR-1", "REDUCTION-5"], source: naeini
    ) { t in
      let x = try t.drawConfidences()
      let error = try t.error(x)
      let order = try t.draw("order", .order(of: x.confidence.count))
      try t.equal(t.error(x.rows(order)), error, "in another order")
      let times = try t.draw("times", .int(2...4))
      let repeated = (0..<times).flatMap { _ in Array(x.confidence.indices) }
      try t.equal(t.error(x.rows(repeated)), error, "repeated")
    },
    Law(
      "calibration-error-below-absolute-error",
      """
      The error is at most the mean distance of the answers from their confidences, and so at most \
      1.
      """,
      clauses: ["EXPECTED-CALIBRATION-ERROR-1", "MEAN-ABSOLUTE-ERROR-1"], source: naeini,
      world: someOfTheWorld
    ) { t in
      let x = try t.drawConfidences()
      let (error, distance) = (
        try t.error(x),
        try t.value(
          "mean_absolute_error",
          ["prediction": .vector(x.confidence), "target": .vector(x.correct)])
      )
      try t.atMost(t.exact(.zero), error, "0")
      try t.atMost(error, distance, "the error")
      try t.atMost(distance, t.exact(.one), "the mean distance")
    },
    Law(
      "calibration-is-not-accuracy",
      """
      Of two classifiers right equally often, one can be sure of all, and err by its share of \
      errors, the other calibrated.
      """,
      clauses: ["EXPECTED-CALIBRATION-ERROR-1", "ZERO-ONE-ERROR-1"],
      source: "C. Guo et al., On calibration of modern neural networks, 2017, §2"
    ) { t in
      let n = try t.draw("n", .element(of: [2, 4, 8]))
      let right = try t.draw("right", .int(1...7))
      try t.assume(2 * right >= n && right < n)
      let correct = (0..<n).map { $0 < right ? Rational.one : .zero }
      func error(_ confidence: Rational) throws -> Ball {
        // The first class is foretold, and correct where it is the label.
        let errors = try t.value(
          "zero_one_error",
          [
            "p": .matrix(correct.map { _ in [confidence, .one - confidence] }),
            "labels": .labels(correct.map { $0 == .one ? 0 : 1 }),
          ])
        try t.equal(errors, t.exact(Rational(n - right)), "the errors")
        return try t.error(
          Confidences(
            confidence: correct.map { _ in confidence }, correct: correct, bins: 15,
            edges: "right_closed"))
      }
      try t.equal(error(.one), t.exact(Rational(n - right, n)), "of the sure one")
      try t.equal(error(Rational(right, n)), t.exact(.zero), "of the calibrated one")
    },
    Law(
      "calibration-error-refusals",
      """
      A confidence outside [0, 1], a half-correct answer, no bin, and the wish for a gradient are \
      refused.
      """,
      clauses: ["INPUT-1", "INPUT-6", "INPUT-12", "POLICY-4", "GRADIENT-5"],
      source: "Spec/README.md", world: someOfTheWorld
    ) { t in
      let x = try t.drawConfidences()
      var call = Call("expected_calibration_error", x.arguments)
      switch try t.draw(
        "mistake", .element(of: ["confidence", "correct", "bins", "edges", "gradient"]))
      {
      case "confidence": call.arguments["confidence"] = .vector(x.confidence.plus(2))
      case "correct":
        call.arguments["correct"] = .vector(x.correct.map { _ in Rational(1, 2) })
      case "bins": call.options["bins"] = 0
      case "edges": call.options["edges"] = "closed"
      default: call.gradient = ["confidence"]
      }
      try t.refused(call)
    },
  ]
}
