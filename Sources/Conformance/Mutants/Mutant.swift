public import CrossEntropy
public import Exact
public import Laws

/// A deliberately wrong implementation, wrong in one way: what shows that a law or a vector can fail.
public struct Mutant: Sendable {
  /// Its name, in lower case with hyphens.
  public let name: String
  /// What it does wrong, as a sentence.
  public let mistake: String
  /// The clauses that it violates.
  public let clauses: [String]
  /// The functions that it gets wrong.
  public let functions: [String]
  /// The laws that it breaks, as a test proves.
  public let breaks: [String]
  private let answer: @Sendable (Call, any Subject) throws -> Answer<Ball>

  /// A mutant that answers by itself.
  ///
  /// - Parameters:
  ///   - name: in lower case with hyphens.
  ///   - mistake: what it does wrong, as a sentence.
  ///   - clauses: the ids of the clauses that it violates.
  ///   - functions: the functions that it gets wrong.
  ///   - breaks: the names of the laws that it breaks.
  ///   - answer: the wrong answer to a call of one of the functions, made with a right subject's
  ///     help.
  public init(
    _ name: String, _ mistake: String, clauses: [String], functions: [String], breaks: [String],
    answer: @escaping @Sendable (Call, any Subject) throws -> Answer<Ball>
  ) {
    (self.name, self.mistake, self.clauses) = (name, mistake, clauses)
    (self.functions, self.breaks, self.answer) = (functions, breaks, answer)
  }

  /// A mutant that answers another call than it was asked.
  public static func asking(
    _ name: String, _ mistake: String, clauses: [String], functions: [String], breaks: [String],
    _ change: @escaping @Sendable (inout Call) -> Void
  ) -> Mutant {
    Mutant(name, mistake, clauses: clauses, functions: functions, breaks: breaks) { call, subject in
      var changed = call
      change(&changed)
      return try subject.answer(changed)
    }
  }

  /// A mutant that spoils the right answer.
  public static func spoiling(
    _ name: String, _ mistake: String, clauses: [String], functions: [String], breaks: [String],
    _ change: @escaping @Sendable (Call, inout Answer<Ball>) throws -> Void
  ) -> Mutant {
    Mutant(name, mistake, clauses: clauses, functions: functions, breaks: breaks) { call, subject in
      var answer = try subject.answer(call)
      try change(call, &answer)
      return answer
    }
  }

  func answer(_ call: Call, _ subject: any Subject) throws -> Answer<Ball> {
    functions.contains(call.function) ? try answer(call, subject) : try subject.answer(call)
  }
}

/// The mutant as a subject: the reference, wrong in one way.
public struct MutantSubject: Subject {
  /// The mistake that is made.
  public let mutant: Mutant
  private let right: ReferenceSubject

  /// The reference with a mistake, its answers of so many binary digits.
  public init(_ mutant: Mutant, precision: Int = ReferenceSubject.precision) {
    (self.mutant, right) = (mutant, ReferenceSubject(precision: precision))
  }

  /// The name of the mutant.
  public var name: String { mutant.name }
  /// Enclosures as narrow as those of the reference: of wrong numbers.
  public var promise: Promise { .certified }
  /// Any rational number.
  public var numbers: Numbers { .rational }
  /// The binary digits of the answers.
  public var precision: Int { right.precision }
  /// The wrong answer of the functions that the mutant gets wrong, the right one of the others.
  ///
  /// - Throws: `DataError` for data that are refused; `Undecided` where no enclosure can tell.
  public func answer(_ call: Call) throws -> Answer<Ball> { try mutant.answer(call, right) }

  /// The same mistake with twice the digits.
  public var sharper: (any Subject)? {
    right.sharper == nil ? nil : MutantSubject(mutant, precision: 2 * right.precision)
  }
}

extension Mutant {
  /// Every mutant, in the order of the chapters of Spec/.
  public static let all: [Mutant] = [
    information, divergence, likelihood, activation, logSumExp, binaryCrossEntropy,
    categoricalCrossEntropy, focal, margin, regression, ranking, noiseContrastive, penalty,
    linearModel, calibration, numerics,
  ].flatMap { $0 }

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

  /// The mutant of that name.
  public static func named(_ name: String) -> Mutant? { byName[name] }
}

extension Call {
  /// A finite number of a real argument, by its place; nil if there is none.
  func number(_ name: String, at index: Int) -> Rational? {
    guard case .real(let tensor) = arguments[name], tensor.elements.indices.contains(index) else {
      return nil
    }
    return tensor.elements[index].asRational
  }
}
