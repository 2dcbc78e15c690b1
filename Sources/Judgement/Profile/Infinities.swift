import CrossEntropy
import Exact

// Where an implementation may meet 0·∞ or ∞ − ∞.

extension Profile {
  /// Whether a policy allows NaN for a number of the answer to a call.
  func allowsNaN(in call: Call) -> Bool {
    (self[.zeroTimesInfinity] == "nan" && call.meetsInfinity && call.mayMultiplyByZero)
      || (self[.infiniteLogit] == "nan" && call.hasInfiniteLogit)
  }
}

extension Call {
  private func contains(_ where: (_ name: String, _ number: Extended) -> Bool) -> Bool {
    arguments.contains { name, argument in
      guard case .real(let tensor) = argument else { return false }
      return tensor.elements.contains { `where`(name, $0) }
    }
  }

  /// Whether a number is infinite, or a probability one whose logarithm is.
  fileprivate var meetsInfinity: Bool {
    contains { name, number in
      guard let value = number.asRational else { return !number.isNaN }
      return ["p", "q"].contains(name)
        && (value.isZero || (value == .one && function == "binary_cross_entropy"))
    }
  }

  /// Whether what an infinity is multiplied with may be zero: a target, a weight, a probability, the
  /// classes beside a label.
  fileprivate var mayMultiplyByZero: Bool {
    arguments["labels"] != nil || cotangent?.elements.contains(.finite(.zero)) ?? false
      || contains { name, number in
        switch name {
        case "y": number == .finite(.zero) || number == .finite(.one)
        case "p", "q", "weight", "class_weight", "pos_weight", "relevance", "w":
          number == .finite(.zero)
        default: false
        }
      }
  }

  /// Whether a number on the real line is infinite.
  fileprivate var hasInfiniteLogit: Bool {
    contains { name, number in
      !["p", "q", "log_p"].contains(name) && !number.isNaN && number.asRational == nil
    }
  }

  /// The call with every subnormal number of a format zero, and how many there were.
  func flushed(_ format: Format) -> (call: Call, count: Int) {
    let normal = Rational.powerOfTwo(format.leastExponent)
    var count = 0
    let flushed = mapReals { number in
      guard let value = number.asRational, !value.isZero, value.magnitude < normal else {
        return number
      }
      count += 1
      return .finite(.zero)
    }
    return (flushed, count)
  }
}
