public import CrossEntropy
import Exact
import Judgement
public import Laws

/// The subjects that laws are tried on in this process.
public enum LawSubjects {
  /// The right ones, each with its promise.
  public static let right: [any Subject] =
    [
      ReferenceSubject(), DualSubject(), RoundedSubject(.float64), RoundedSubject(.bfloat16),
      RoundedDecimalSubject(), LiteralSubject.naive,
    ] + ComputedSubject.all

  /// Those that are wrong on purpose.
  public static let wrong: [any Subject] =
    Mutant.all.map { MutantSubject($0) } + [LiteralSubject.correct]

  /// The subject of that name, right or wrong.
  public static func named(_ name: String) -> (any Subject)? {
    (right + wrong).first { $0.name == name }
  }

  /// Those that are known to break a law.
  public static func breaking(_ law: Law) -> [any Subject] {
    if law.promises == [.literal] { return [LiteralSubject.correct] }
    return Mutant.all.filter { $0.breaks.contains(law.name) }.map { MutantSubject($0) }
  }
}
