import CrossEntropy
import Exact
import Foundation
import Support
import Testing

@testable import Specification

/// The figures of Spec/figures are what is drawn from the reference.
@Suite struct `Figures` {
  static let drawn = Result { try Figure.all() }

  @Test func `the files are byte for byte what is drawn`() throws {
    for entry in try FigureFolder(root: packageRoot).entries {
      #expect(entry.state == .same, "\(entry.file): draw it anew with xent spec figures")
    }
  }

  @Test func `drawing twice gives the same bytes`() throws {
    #expect(try Figure.all().map(\.svg) == Self.drawn.get().map(\.svg))
  }

  @Test func `every file is small, well formed and carries words for those who do not see`() throws
  {
    let figures = try Self.drawn.get()
    #expect(Set(figures.map(\.name)).count == figures.count)
    for figure in figures {
      #expect(figure.svg.utf8.count < 60_000, "\(figure.name)")
      #expect(figure.svg.contains("role=\"img\"") && figure.svg.contains("prefers-color-scheme"))
      #expect(!figure.title.isEmpty && figure.description.count > 60, "\(figure.name)")
      #expect(isWellFormed(figure.svg), "\(figure.name)")
      #expect(!figure.svg.contains("href") && !figure.svg.contains("<script"), "\(figure.name)")
    }
  }

  @Test func `no number has more than two decimals`() throws {
    for figure in try Self.drawn.get() {
      #expect(
        figure.svg.firstMatch(of: /(?:d|x|y|cx|cy)="[^"]*\.[0-9]{3}/) == nil, "\(figure.name)")
    }
  }

  @Test func `the map names every function once`() {
    let names = FamilyMap.groups.flatMap { $0.groups.flatMap(\.names) }
    #expect(names.sorted() == Function.all.map(\.name).sorted())
  }

  @Test(arguments: [
    (Rational(0), "0"), (Rational(1, 3), "0.33"), (Rational(2, 3), "0.67"),
    (Rational(-1, 3), "-0.33"),
    (Rational(1, 200), "0.01"), (Rational(-1, 1000), "0"), (Rational(25, 10), "2.5"),
    (Rational(-7), "-7"), (Rational(1205, 100), "12.05"),
  ])
  func `a pixel is the nearest hundredth`(value: Rational, text: String) {
    #expect(pixels(value) == text)
  }

  @Test(arguments: [Format.float32, .float64])
  func `the emulated arithmetic is the hardware's`(format: Format) {
    for (a, b) in [(1.5, 3.0), (-0.1, 7.3), (1e30, 1e-30), (2.5e-3, -1e3)] {
      let (x, y) = (Rational(Double(Float(a))), Rational(Double(Float(b))))
      let (p, q) = (Rounded<Textbook>(x, format), Rounded<Textbook>(y, format))
      let results = [p + q, p - q, p * q, p / q].map(\.value)
      let expected: [Floating] =
        if format == .float32 {
          [Float(a) + Float(b), Float(a) - Float(b), Float(a) * Float(b), Float(a) / Float(b)]
            .map { Floating($0) }
        } else {
          [
            Double(Float(a)) + Double(Float(b)), Double(Float(a)) - Double(Float(b)),
            Double(Float(a)) * Double(Float(b)), Double(Float(a)) / Double(Float(b)),
          ].map { Floating($0) }
        }
      #expect(results == expected.map(\.value))
    }
  }

  @Test func `the emulated arithmetic overflows as the textbook's forms do`() {
    func number(_ x: Int) -> Rounded<Textbook> { Rounded(Rational(x), .float16) }
    #expect(Rounded<Textbook>.softplus(number(12)).value == .infinity(isNegative: false))
    #expect(Rounded<Textbook>.softplus(number(-12)).value == .finite(.zero))
    #expect(Rounded<Textbook>.sigmoid(number(-12)).value == .finite(.zero))
    #expect(Rounded<Textbook>.logSumExp([number(-20)]).value == .infinity(isNegative: true))
    #expect((Rounded<Textbook>.exp(number(12)) / .exp(number(12))).value == .nan)
    let careful = StableForms<Rounded<Careful>>.softplus(Rounded(12, .float16))
    #expect(careful.value == .finite(12))
  }

  /// What the descriptions of the figures on errors say of the stable forms.
  @Test(arguments: [(Format.float64, 800), (.float32, 120), (.float16, 20)])
  func `the stable sigmoid and softplus stay within two ulps`(format: Format, reach: Int) {
    let range = Rational(-reach)...Rational(reach)
    let precision = ErrorCurve.precision
    let sigmoid = ErrorCurve(
      format: format,
      computed: { StableForms<Rounded<Careful>>.sigmoid(Rounded($0, format)).value },
      exact: { .sigmoid(Ball($0, precision: precision)) })
    let softplus = ErrorCurve(
      format: format,
      computed: { StableForms<Rounded<Careful>>.softplus(Rounded($0, format)).value },
      exact: { .softplus(Ball($0, precision: precision)) })
    for curve in [sigmoid, softplus] {
      let (points, breaks) = curve.envelope(range, stretches: 140)
      #expect(breaks.isEmpty)
      #expect(points.allSatisfy { $0.map { $0.y <= 2 } ?? false })
    }
  }

  private func isWellFormed(_ text: String) -> Bool {
    var open: [Substring] = []
    for match in text.matches(of: /<(\/?)([a-zA-Z]+)[^<>]*?(\/?)>/) {
      if match.1 == "/" {
        guard open.popLast() == match.2 else { return false }
      } else if match.3.isEmpty {
        open.append(match.2)
      }
    }
    return open.isEmpty
  }
}
