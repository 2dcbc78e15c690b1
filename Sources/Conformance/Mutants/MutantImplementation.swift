import CrossEntropy
import Exact
public import Judgement

/// A mutant as an implementation under test: its exact answer, rounded once to the format.
public struct MutantImplementation: LocalImplementation {
  /// The mistake that is made.
  public let mutant: Mutant
  private let subject: MutantSubject
  /// The name of the mutant, and nothing declared.
  public var hello: Hello {
    Hello(name: mutant.name, version: suiteVersion, language: "swift")
  }

  /// An implementation with a mistake.
  public init(_ mutant: Mutant) {
    self.mutant = mutant
    subject = MutantSubject(mutant, precision: 256)
  }

  /// The wrong answer of the functions that it gets wrong, the right one of the others.
  public func reply(to request: Request) -> Reply {
    do {
      return .answer(
        try subject.answer(request.call).map { number in
          Floating(rounding: number, to: request.format)
            ?? Floating(rounding: number.midpoint, to: request.format)
        })
    } catch let undecided as Undecided {
      return .unsupported(undecided.description)
    } catch {
      return .reject("\(error)")
    }
  }
}
