public import CrossEntropy
public import Exact

/// B: how far the accepted algorithms may stray on one call, element by element, value and gradients.
///
/// An answer within 2·B of the exact value conforms. B itself is a bound that was rounded up, and
/// what it was rounded from does not matter: any larger number bounds the executions as well.
public struct Allowance: Sendable {
  /// How far one number may be from the exact one.
  public enum Element: Sendable {
    /// Every step of the algorithms is exact, and so must the answer be.
    case exact(Ball)
    /// The distance from the exact value that an accepted algorithm may have.
    case within(Magnitude)
    /// At a corner, or so near one that an execution may pass it: any number of a set is right, and
    /// any within so much of one.
    case near(Ball, Magnitude)
    /// Every accepted algorithm leaves the format's range on the way: only the class of the answer
    /// (finite, infinite, NaN) can be judged.
    case outOfRange
  }

  /// The allowances, in the shapes of the answer.
  public private(set) var elements: Answer<Element>
  /// What the algorithms give in real arithmetic, enclosed; the judge has sharper enclosures.
  public let exact: Answer<Ball>

  /// Runs every accepted algorithm of a call over running errors.
  /// - Throws: `DataError` for data without an answer.
  public init(
    _ call: CheckedCall, format: Format, accumulation: Format? = nil, accuracy: Accuracy = .standard
  ) throws {
    var runs: [Answer<RunningError>] = []
    var otherValues: [Tensor<RunningError>] = []
    var otherGradients: [String: [Tensor<RunningError>]] = [:]
    var contexts: [RoundingContext] = []
    // A form that no run before told from its own would make the same run again.
    for form in accuracy.forms where contexts.allSatisfy({ $0.distinguishes(form) }) {
      let context = RoundingContext(
        format, accumulation: accumulation, accuracy: accuracy, form: form)
      contexts.append(context)
      let inputs = Inputs<RunningError>(call, precision: context.precision) {
        RunningError($0, context)
      }
      let run = try call.answer(inputs)
      runs.append(run)
      if accuracy >= .standard {
        otherValues += try call.otherForms(inputs)
        for name in call.call.gradient {
          otherGradients[name, default: []] += try call.otherGradients(
            inputs, by: name, of: run.value)
        }
      }
      if accuracy >= .backwardStable { otherValues += try call.backwardStableForms(inputs) }
    }
    exact = runs[0].map(\.value)
    func largest(_ tensors: [Tensor<RunningError>], mayBeSet: Bool) -> Tensor<Element> {
      Tensor(
        shape: tensors[0].shape,
        tensors[0].elements.indices.map { index in
          Allowance.largest(tensors.map { $0.elements[index] }, mayBeSet: mayBeSet, format)
        })
    }
    var elements = Answer(value: largest(runs.map(\.value) + otherValues, mayBeSet: false))
    let meetsCorner = contexts.contains(where: \.meetsCorner)
    for name in call.call.gradient {
      elements.gradient[name] = largest(
        runs.map { $0.gradient[name]! } + (otherGradients[name] ?? []), mayBeSet: meetsCorner)
    }
    self.elements = elements
  }

  /// The same allowance of the value, with another's of the gradients.
  func taking(gradientsOf other: Allowance) -> Allowance {
    var copy = self
    copy.elements.gradient = other.elements.gradient
    return copy
  }

  /// - Parameter mayBeSet: whether numbers that are not known better are sets, of slopes at a corner.
  private static func largest(
    _ runs: [RunningError], mayBeSet: Bool, _ format: Format
  ) -> Element {
    // A result that itself may be an infinity, no step before it lost, is still held to its bound.
    let sound = runs.filter { run in
      !run.bound.isInfinite
        && (run.range == .inside || (run.range == .overflows && run.reaches(format)))
    }
    guard let widest = sound.max(by: { $0.bound < $1.bound }) else { return .outOfRange }
    if mayBeSet && sound.contains(where: \.isSet) {
      let (low, high) = (sound.map(\.value.lower).min()!, sound.map(\.value.upper).max()!)
      return .near(
        .between(low: low, high: high, precision: widest.value.precision), widest.bound)
    }
    if sound.allSatisfy({ $0.isExact || !$0.value.isFinite }) { return .exact(widest.value) }
    // Never below the rounding of the exact value itself, half of the least subnormal included.
    let rounding =
      Magnitude.powerOfTwo(Integer(-format.precision)) * widest.value.size
      + .powerOfTwo(Integer(format.leastExponent - format.precision))
    return .within(max(widest.bound, rounding))
  }
}
