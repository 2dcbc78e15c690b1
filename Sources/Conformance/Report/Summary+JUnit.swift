import Exact
import Judgement

extension Summary {
  /// The report as JUnit's XML, for CI systems: a suite for each function and format, a test case for
  /// each failure, and one for everything that conforms.
  public var junit: String {
    let suites = keys.map { key in suite(key, groups[key]!) }
    let breakdown = breakdown.map { failure in
      element(
        "testsuite", ["name": hello.name, "tests": "1", "errors": "1"],
        element(
          "testcase", ["name": "to the end", "classname": hello.name],
          element("error", ["message": failure.description], escaped(failure.diagnostics))))
    }
    return #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
      + element(
        "testsuites",
        [
          "name": "\(hello.name) \(hello.version)", "tests": "\(asked)",
          "failures": "\(self[.fails])",
        ], "\n" + (suites + (breakdown.map { [$0] } ?? [])).joined(separator: "\n") + "\n")
      + "\n"
  }

  private func suite(_ key: Key, _ group: Group) -> String {
    let name = "\(key.function).\(key.format.rawValue)"
    var cases: [String] = []
    if group[.conforms] > 0 {
      cases.append(
        element("testcase", ["name": "\(group[.conforms]) answers conform", "classname": name]))
    }
    let open = group[.notJudged] + group[.unsupported]
    if open > 0 {
      cases.append(
        element(
          "testcase", ["name": "\(open) answers not judged", "classname": name],
          element(
            "skipped",
            ["message": "\(group[.unsupported]) unsupported, \(group[.notJudged]) undecided"])))
    }
    cases += group.failures.map { record in
      element(
        "testcase", ["name": record.id, "classname": name],
        element(
          "failure",
          ["message": record.why ?? "", "type": record.clauses.first ?? "failure"],
          escaped(Summary.describe(record))))
    }
    if group[.fails] > group.failures.count {
      let rest = group[.fails] - group.failures.count
      cases.append(
        element(
          "testcase", ["name": "\(rest) more failures", "classname": name],
          element("failure", ["message": "\(rest) more failures, not kept one by one"])))
    }
    let failed = group.failures.count + (group[.fails] > group.failures.count ? 1 : 0)
    return element(
      "testsuite",
      [
        "name": name, "tests": "\(cases.count)", "failures": "\(failed)",
        "skipped": open > 0 ? "1" : "0",
      ], "\n" + cases.joined(separator: "\n") + "\n")
  }
}
