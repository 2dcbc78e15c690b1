extension Clause {
  /// Clauses that every chapter shares: inputs, reductions, gradients.
  static let conventions: [Clause] = [
    Clause("INPUT-1", "A probability outside [0, 1], or a log_p of +∞, MUST be rejected."),
    Clause(
      "INPUT-2",
      """
      A NaN MUST make NaN of every output that it reaches, save that a row ignored by its index \
      lets none through.
      """),
    Clause("INPUT-3", "A label that is neither in 0..<C nor the index to ignore MUST be rejected."),
    Clause("INPUT-4", "A weight that is negative or infinite MUST be rejected."),
    Clause(
      "INPUT-5",
      "Arguments whose shapes do not fit MUST be rejected, since nothing is broadcast."),
    Clause(
      "INPUT-6",
      """
      An option that the function does not have, or a value that the option does not allow, MUST \
      be rejected.
      """),
    Clause("INPUT-7", "A base that is infinite or not above 1 MUST be rejected."),
    Clause(
      "INPUT-8",
      """
      An input outside its domain MUST be rejected even where a NaN, a clip or a zero weight \
      would keep it from mattering.
      """),
    Clause("INPUT-9", "A zero target or a zero weight at an infinite loss MUST contribute 0."),
    Clause("INPUT-10", "A zero target or a zero weight MUST NOT hide a NaN."),
    Clause("INPUT-11", "Negative zero MUST be read as zero."),
    Clause(
      "INPUT-12",
      "A target that its function does not allow MUST be rejected, and not be read as another."),
    Clause("INPUT-13", "To the base b a quantity MUST be the natural one divided by ln b."),
    Clause(
      "REDUCTION-1",
      """
      Under none the value MUST hold one loss for each element or row, in the order of the \
      input.
      """),
    Clause("REDUCTION-2", "Under sum the value MUST be the sum of the losses that none gives."),
    Clause(
      "REDUCTION-3",
      """
      Under mean the value MUST be the sum divided by the number of losses, unless the function \
      divides by their weights.
      """),
    Clause("REDUCTION-4", "The sum of no losses MUST be 0."),
    Clause(
      "REDUCTION-5",
      "Reordering the rows together with their targets MUST leave the sum and the mean unchanged."),
    Clause(
      "GRADIENT-1",
      """
      The gradient MUST be the derivative of the value contracted with the cotangent, which is \
      all ones where none is given.
      """),
    Clause(
      "GRADIENT-2",
      """
      A derivative at the edge of the domain MUST be its limit from inside, infinite where the \
      limit is.
      """),
    Clause(
      "GRADIENT-3",
      """
      At a corner the gradient MUST lie in the convex hull of the gradients of the pieces that \
      meet there.
      """),
    Clause(
      "GRADIENT-4",
      "A zero cotangent MUST hide an infinite derivative and MUST NOT hide a NaN."),
    Clause("GRADIENT-5", "A gradient of a function that is not differentiable MUST be rejected."),
    Clause(
      "GRADIENT-6",
      """
      The gradient under mean by what does not enter the denominator MUST be the gradient under \
      sum over that denominator.
      """),
  ]
}
