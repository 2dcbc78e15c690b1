public import Property

extension Gen<[Int]> {
  /// An order of n things; the one that they are in is the simplest.
  public static func order(of n: Int) -> Gen {
    Gen { source in
      var rest = Array(0..<n)
      return try (0..<n).map { _ in rest.remove(at: try source.index(below: rest.count)) }
    }
  }
}
