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
  /// - Throws: ``WireError``, naming the axis and what it can be.
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
    if axis == .logClip, json.members != nil {
      _ = try LogClip(json)
      return json.description
    }
    guard let value = json.string, axis.values.contains(value) else {
      throw WireError(
        "\(axis.rawValue) is \(json), where \(axis.values.joined(separator: ", ")) is expected")
    }
    return value
  }

  /// The value of an axis, the specification's own where nothing is said; one function may have
  /// another.
  public subscript(_ axis: Axis) -> String {
    get { values[axis] ?? axis.values[0] }
    set { values[axis] = newValue }
  }

  /// The value of an axis for one function, or for its gradient; nil if nothing is said.
  public func value(of axis: Axis, for function: String, isGradient: Bool = false) -> String? {
    let own = byFunction[axis] ?? [:]
    return (isGradient ? own["gradient:\(function)"] : nil) ?? own[function] ?? values[axis]
  }

  /// Gives one function a value of its own, `"*"` every function without one.
  mutating func set(_ axis: Axis, _ value: String, for function: String) {
    byFunction[axis, default: [:]][function] = value
    if function == "*" { values[axis] = value }
  }

  /// Leaves an axis to the specification.
  mutating func forget(_ axis: Axis) { (values[axis], byFunction[axis]) = (nil, nil) }

  /// Whether something is said of an axis, for whatever function.
  func says(_ axis: Axis) -> Bool { values[axis] != nil || byFunction[axis] != nil }

  /// What is said of an axis as a hello says it; nil if nothing is.
  func json(_ axis: Axis) -> JSON? {
    if let functions = byFunction[axis] {
      return .object(functions.sorted { $0.key < $1.key }.map { .init($0.key, .string($0.value)) })
    }
    guard let value = values[axis] else { return nil }
    return axis == .logClip ? (try? JSON(parsing: value)) ?? .string(value) : .string(value)
  }

  /// As a hello says it, and a file of profiles holds it.
  public var json: JSON {
    .members(Axis.allCases.map { ($0.rawValue, json($0)) })
  }

  /// This profile, and where it says nothing another.
  package func filled(from other: Profile) -> Profile {
    var filled = self
    for axis in Axis.allCases where !says(axis) {
      (filled.values[axis], filled.byFunction[axis]) = (other.values[axis], other.byFunction[axis])
    }
    return filled
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
}
