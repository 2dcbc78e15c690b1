public import Exact

/// Which numbers of a format are asked: all of them, or every n-th with those where formats break.
///
/// The numbers are those of the bit patterns 0, n, 2n, …; with n > 1 both neighbours of every power
/// of two are asked as well, and so zero, the least normal number, the greatest, infinity and NaN.
public struct SweptInputs: Sendable {
  /// The format whose numbers are asked.
  public let format: Format
  /// The distance of one bit pattern from the next.
  public let stride: UInt64
  /// How many patterns the stride finds.
  private let strided: Int
  /// The patterns beside powers of two that it does not find.
  private let landmarks: [UInt64]

  /// The numbers of a format at a stride; all of them for the stride 1.
  /// - Precondition: the stride is positive and finds no more than 2³² numbers.
  public init(_ format: Format, stride: UInt64 = 1) {
    (self.format, self.stride) = (format, stride)
    let last = UInt64.max >> UInt64(64 - format.bitWidth)
    strided = Int(last / stride) + 1
    precondition(strided <= 1 << 32, "so many numbers cannot be asked")
    landmarks = stride == 1 ? [] : SweptInputs.landmarks(format).filter { $0 % stride != 0 }
  }

  /// How many are asked.
  public var count: Int { strided + landmarks.count }

  /// Whether they are all that there are.
  public var isWhole: Bool { stride == 1 }

  /// The bits of some of them.
  func patterns(_ places: Range<Int>) -> [UInt64] {
    places.map { $0 < strided ? UInt64($0) * stride : landmarks[$0 - strided] }
  }

  /// A power of two, or an infinity, has no digit after its leading one.
  private static func landmarks(_ format: Format) -> [UInt64] {
    let unit = UInt64(1) << UInt64(format.precision - 1)
    let sign = UInt64(1) << UInt64(format.bitWidth - 1)
    var patterns: Set<UInt64> = []
    for isNegative in [false, true] {
      for power in Swift.stride(from: 0, to: sign, by: Int(unit)) {
        for pattern in [power &- 1, power, power + 1] where pattern < sign {
          patterns.insert(isNegative ? pattern | sign : pattern)
        }
      }
    }
    return patterns.sorted()
  }

  /// The stride that is taken for a process: a prime, so that no digit of the patterns stands still,
  /// and about a million numbers.
  public static func stride(forProcesses format: Format) -> UInt64 {
    switch format {
    case .float64: 17_592_186_044_423
    case .float32: 4099
    case .float16, .bfloat16: 1
    }
  }
}
