import CrossEntropy
import Exact

extension Mutant {
  // None of these looks for the temperature: what breaks is found at once.
  static let temperatureScalingMutants: [Mutant] = [
    .temperature(
      "temperature-one", "The temperature is always 1.", clauses: ["TEMPERATURE-SCALING-2"],
      breaks: [
        "temperature-stationary", "temperature-lowers-the-loss", "temperature-of-two-classes",
        "temperature-scales", "temperature-without-minimum", "temperature-refusals",
      ]
    ) { _ in .one },
    .temperature(
      "temperature-negative", "The temperature comes out with a minus sign.",
      clauses: ["TEMPERATURE-SCALING-1"],
      breaks: [
        "temperature-stationary", "temperature-lowers-the-loss", "temperature-of-two-classes",
        "temperature-scales", "temperature-without-minimum", "temperature-refusals",
        "temperature-keeps-the-answers",
      ]
    ) { _ in -1 },
    .temperature(
      "temperature-of-the-largest-logit", "The logits are brought to 1 at most.",
      clauses: ["TEMPERATURE-SCALING-1", "TEMPERATURE-SCALING-3"], breaks: ["temperature-shift"]
    ) { rows in max(.one, rows.joined().max() ?? .one) },
    .temperature(
      "temperature-of-the-first-row", "The spread of the first row is taken.",
      clauses: ["TEMPERATURE-SCALING-1"],
      breaks: [
        "temperature-stationary", "temperature-lowers-the-loss", "temperature-of-two-classes",
        "temperature-scales", "temperature-order-and-repetition",
      ]
    ) { rows in max(.one, (rows.first?.max() ?? .one) - (rows.first?.min() ?? .zero)) },
    Mutant(
      "temperature-always-answers", "Where there is no minimum the temperature is 1.",
      clauses: ["TEMPERATURE-SCALING-4"], functions: ["temperature_scaling"],
      breaks: ["temperature-without-minimum", "temperature-refusals"]
    ) { call, subject in
      do {
        return try subject.answer(call)
      } catch is DataError {
        return Answer(value: Tensor(Rational.one.ball))
      }
    },
  ]

  private static func temperature(
    _ name: String, _ mistake: String, clauses: [String], breaks: [String],
    _ guess: @escaping @Sendable ([[Rational]]) -> Rational
  ) -> Mutant {
    Mutant(
      name, mistake, clauses: clauses, functions: ["temperature_scaling"], breaks: breaks
    ) { call, _ in Answer(value: Tensor(guess(call.rows("logits")).ball)) }
  }
}
