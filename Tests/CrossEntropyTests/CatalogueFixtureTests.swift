import CrossEntropy
import Exact
import Testing

/// Every function against independent software, to 60 digits.
@Suite struct `Fixtures of the catalogue` {
  /// The elements in which an answer differs from the fixture's.
  private static func differences(
    _ name: String, _ found: Tensor<DecimalValue>, _ expected: Fixture.Expected
  ) -> [String] {
    if found.shape != expected.shape { return ["\(name) has shape \(found.shape)"] }
    return zip(found.elements, expected.digits).compactMap { value, text in
      let isSame =
        if case .finite(let digits) = value {
          // Numbers are compared: a fixture leaves the zeros at the end of a short one out.
          Rational(text) == digits.asRational
        } else { value.description == text }
      return isSame ? nil : "\(name) is \(value), not \(text)"
    }
  }

  private static func differences(_ fixture: Fixture) throws -> [String] {
    let answer = try Reference(fixture.call).digits(60)
    return differences("value", answer.value, fixture.value)
      + fixture.gradient.flatMap { name, expected in
        answer.gradient[name].map { differences(name, $0, expected) } ?? ["no gradient by \(name)"]
      }
  }

  @Test(arguments: Function.all.map(\.name)) func `sixty digits`(name: String) throws {
    let fixtures = try Fixture.all().filter { $0.call.function == name }
    #expect(!fixtures.isEmpty, "no fixture")
    for fixture in fixtures {
      do {
        let differences = try Self.differences(fixture)
        #expect(differences.isEmpty, "\(fixture.id): \(differences.prefix(2))")
      } catch {
        Issue.record("\(fixture.id): \(error)")
      }
    }
  }
}
