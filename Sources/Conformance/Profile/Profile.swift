import Exact

/// What an implementation does where implementations legitimately differ.
///
/// An axis that is not in it has the specification's own value.
public struct Profile: Sendable, Hashable {
  private var values: [Axis: String] = [:]
  /// Values of single functions, `gradient:` before the name of one whose gradient is meant.
  private var byFunction: [Axis: [String: String]] = [:]

  /// The specification's own.
  public init() {}

  /// Reads what an implementation declares.
  /// - Throws: `WireError`, naming the axis and what it can be.
  public init(_ members: [JSON.Member]) throws(WireError) {
    for member in members {
      guard let axis = Axis(rawValue: member.key) else {
        let known = Axis.allCases.map(\.rawValue).joined(separator: ", ")
        throw WireError("the profile has no axis \(member.key); there are \(known)")
      }
      if let functions = member.value.members, axis.isByFunction {
        for function in functions {
          byFunction[axis, default: [:]][function.key] = try Profile.value(function.value, axis)
        }
        values[axis] = byFunction[axis]?["*"]
      } else {
        values[axis] = try Profile.value(member.value, axis)
      }
    }
  }

  private static func value(_ json: JSON, _ axis: Axis) throws(WireError) -> String {
    // A clip is a number of the implementation's choice; it is kept as it is written.
    if axis == .logClip, json.members != nil { return json.description }
    guard let value = json.string, axis.values.contains(value) else {
      throw WireError(
        "\(axis.rawValue) is \(json), where \(axis.values.joined(separator: ", ")) is expected")
    }
    return value
  }

  public subscript(_ axis: Axis) -> String {
    get { values[axis] ?? axis.values[0] }
    set { values[axis] = newValue }
  }

  /// The value of an axis for one function, or for its gradient; nil if nothing is said.
  public func value(of axis: Axis, for function: String, isGradient: Bool = false) -> String? {
    let own = byFunction[axis] ?? [:]
    return (isGradient ? own["gradient:\(function)"] : nil) ?? own[function] ?? values[axis]
  }

  /// The format in which sums are accumulated; nil for the usual one of a format.
  func accumulation(of function: String, isGradient: Bool, in format: Format) -> Format? {
    switch value(of: .accumulation, for: function, isGradient: isGradient) {
    case "format": format
    case "float64": .float64
    case "float32": format.precision > Format.float32.precision ? format : .float32
    default: nil
    }
  }

  /// The axes on which it is not the specification's own.
  public var differences: [(axis: Axis, value: String)] {
    Axis.allCases.compactMap { axis in
      if axis.isByFunction { return nil }
      guard let value = values[axis], value != axis.values[0] else { return nil }
      return (axis, value)
    }
  }
}
