extension Clause {
  /// Clauses of the chapter Penalty.
  static let penalty: [Clause] = [
    Clause("L1-PENALTY-1", "The penalty MUST be strength times the sum of the absolute values."),
    Clause(
      "L1-PENALTY-2",
      "The penalty of two sets of weights together MUST be the sum of theirs, not their mean."),
    Clause(
      "L1-PENALTY-3",
      """
      Its derivative by an element MUST be strength times the sign of that element, and in \
      [−strength, strength] at 0.
      """),
    Clause("L2-PENALTY-1", "The penalty MUST be strength times the sum of the squares."),
    Clause("L2-PENALTY-2", "With half the penalty MUST be half of what it is without."),
    Clause(
      "L2-PENALTY-3",
      "The penalty of two sets of weights together MUST be the sum of theirs, not their mean."),
    Clause(
      "L2-PENALTY-4",
      """
      Its derivative by an element MUST be twice strength times that element, and half of that \
      with half.
      """),
  ]
}
