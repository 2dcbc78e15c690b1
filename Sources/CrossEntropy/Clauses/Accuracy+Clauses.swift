extension Clause {
  /// Clauses of the chapter Accuracy.
  static let accuracy: [Clause] = [
    Clause(
      "ACCURACY-1",
      """
      An answer, value or gradient, MUST lie within twice the greatest running error bound of \
      the algorithms accepted at the level declared for its function.
      """),
    Clause(
      "ACCURACY-2",
      """
      At the level correctly_rounded an answer MUST be the exact value rounded to the nearest \
      number of its format, ties to even.
      """),
    Clause("ACCURACY-3", "An answer MUST be NaN where the exact value is NaN, and only there."),
    Clause(
      "ACCURACY-4",
      "An answer MUST be infinite where the exact value is infinite, with its sign."),
    Clause(
      "ACCURACY-5",
      """
      An exact value inside the format's range by more than the allowance MUST NOT be lost to an \
      overflow on the way.
      """),
    Clause(
      "ACCURACY-6",
      """
      An exact value outside the format's range by more than the allowance MUST be answered by \
      the infinity of its sign.
      """),
    Clause(
      "ACCURACY-7",
      "Where every step of the accepted algorithms is exact, the answer MUST be exact."),
  ]
}
