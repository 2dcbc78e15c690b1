extension Clause {
  /// Clauses of the chapter Divergence.
  static let divergence: [Clause] = [
    Clause(
      "CROSS-ENTROPY-1",
      "The cross-entropy of p and q MUST be minus the sum of p log q over their elements."),
    Clause(
      "CROSS-ENTROPY-2",
      "The cross-entropy MUST be the entropy of p plus the divergence of p from q."),
    Clause("CROSS-ENTROPY-3", "An element with p = 0 MUST contribute nothing, also where q = 0."),
    Clause("CROSS-ENTROPY-4", "An element with p > 0 and q = 0 MUST make the cross-entropy +∞."),
    Clause(
      "CROSS-ENTROPY-5",
      """
      Its derivative MUST be minus log q by an element of p, and by an element of q minus p over \
      q ln b, or 0 where p = 0.
      """),
    Clause(
      "KL-DIVERGENCE-1",
      "The divergence of p from q MUST be the sum of p log(p/q) over their elements."),
    Clause("KL-DIVERGENCE-2", "The divergence of p from itself MUST be 0."),
    Clause("KL-DIVERGENCE-3", "The divergence MUST NOT be negative where p and q each sum to one."),
    Clause("KL-DIVERGENCE-4", "An element with p = 0 MUST contribute nothing, also where q = 0."),
    Clause("KL-DIVERGENCE-5", "An element with p > 0 and q = 0 MUST make the divergence +∞."),
    Clause(
      "KL-DIVERGENCE-6",
      """
      For independent sources that each sum to one, the divergence of the joint distributions \
      MUST be the sum of the divergences.
      """),
    Clause(
      "KL-DIVERGENCE-7",
      """
      Its derivative by an element of p MUST be (ln p − ln q + 1) over ln b, and −∞ where p = 0 \
      and q > 0.
      """),
    Clause(
      "KL-DIVERGENCE-8",
      "Its derivative by an element of q MUST be minus p over q ln b, and 0 where p = 0."),
    Clause(
      "JS-DIVERGENCE-1",
      """
      The Jensen-Shannon divergence MUST be the mean of the divergences of p and of q from their \
      element-wise mean.
      """),
    Clause("JS-DIVERGENCE-2", "Exchanging p and q MUST NOT change the Jensen-Shannon divergence."),
    Clause(
      "JS-DIVERGENCE-3",
      """
      Where p and q each sum to one the Jensen-Shannon divergence MUST lie between 0, which it \
      is for p = q, and log 2, which it is where no element is above 0 in both.
      """),
    Clause(
      "JS-DIVERGENCE-4",
      "The Jensen-Shannon divergence MUST be finite, also where p or q is 0."),
    Clause(
      "JS-DIVERGENCE-5",
      "Its derivative by an element of p MUST be half of log(p/m), and −∞ where p = 0 and q > 0."),
    Clause("PERPLEXITY-1", "The perplexity MUST be e to the power of the cross-entropy in nats."),
    Clause(
      "PERPLEXITY-2",
      "The perplexity MUST be n where p sums to one and every one of the n elements of q is 1/n."),
    Clause("PERPLEXITY-3", "An element with p > 0 and q = 0 MUST make the perplexity +∞."),
    Clause(
      "PERPLEXITY-4",
      """
      Its derivative by an element of q MUST be minus the perplexity times p/q, and 0 where p = \
      0.
      """),
  ]
}
