import Conformance
import CrossEntropy
import Exact
import Foundation
import Judgement
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The kinds of report, of an implementation that says the worst that it can.
@Suite struct `Reports` {
  /// Names, errors and remarks that would break out of a page, a table or an attribute.
  private struct Hostile: LocalImplementation {
    static let text = #"</pre><script>alert("x")</script> & 'q' | `b` ]]> "#
    var hello: Hello {
      var hello = Hello(name: Hostile.text, version: "<1>")
      hello.profile = [JSON.Member(Hostile.text, .string(Hostile.text))]
      return hello
    }
    func reply(to request: Request) -> Reply { .error(Hostile.text + "\u{1}\u{1B}[31m") }
  }

  private static let questions = Selection(functions: ["softmax"], formats: [.float32]).questions()
  private static let hostile = try! Verification(Hostile(), questions).run()
  private static let naive = try! Verification(
    BuiltInImplementation(.naive), Selection(formats: [.float32]).questions()
  ).run()
  private static let good = try! Verification(BuiltInImplementation(.stable), questions).run()

  private static func isWellFormed(_ text: String) -> Bool {
    XMLParser(data: Data(text.utf8)).parse()
  }

  @Test func `nothing that an implementation says becomes markup`() {
    let page = Self.hostile.html
    #expect(!page.contains("<script") && page.contains("&lt;script&gt;alert(&quot;x&quot;)"))
    #expect(!page.contains("\u{1}") && !page.contains("\u{1B}"))
    #expect(Self.isWellFormed(Self.hostile.junit))
  }

  @Test func `what was not asked is said in a line`() throws {
    struct Partial: LocalImplementation {
      var hello: Hello {
        var hello = Hello(name: "partial", version: "1")
        hello.functions = ["softmax": .init(formats: [.float32], options: [], gradient: [])]
        return hello
      }
      func reply(to request: Request) -> Reply { BuiltInImplementation(.stable).reply(to: request) }
    }
    let summary = try Verification(Partial(), Selection().questions()).run()
    let omitted = summary.notDeclared.values.reduce(0, +)
    #expect(
      summary.text.contains(
        "not asked: 44 functions, formats of 1, gradients of 1, options of 1; \(omitted) questions"),
      "\(summary.text)")
    #expect(summary.html.contains("softmax in float16 ("))
    let few = try Verification(
      Partial(), Selection(functions: ["softmax"], formats: [.float32]).questions()
    ).run()
    #expect(few.text.contains("not asked: gradient of softmax ("))
  }

  @Test func `JUnit counts what it lists`() throws {
    for summary in [Self.hostile, Self.naive, Self.good] {
      let text = summary.junit
      #expect(Self.isWellFormed(text))
      #expect(text.components(separatedBy: "<failure").count - 1 == summary[.fails])
      #expect(text.contains("failures=\"\(summary[.fails])\""))
    }
    #expect(!Self.good.junit.contains("<failure"))
  }

  @Test func `every kind tells the verdict and the worst clause`() {
    for report in [Self.naive.text, Self.naive.html, Self.naive.markdown] {
      #expect(report.contains("naive-double does not conform"))
      #expect(report.contains("SOFTMAX-2") && report.contains("Shifting every logit"))
    }
    for report in [Self.good.text, Self.good.html, Self.good.markdown] {
      #expect(report.contains("stable-double conforms on everything that was asked"))
    }
  }

  @Test func `the page needs nothing from elsewhere`() {
    let page = Self.naive.html
    for word in ["http", "src=", "<link", "@import", "url("] {
      #expect(!page.contains(word), "\(word)")
    }
    // One bar for each answer that was judged, in some bin.
    let group = Self.good.groups[Summary.Key(function: "softmax", format: .float32)]!
    #expect(group.histogram.values.reduce(0, +) == group.asked)
  }
}
