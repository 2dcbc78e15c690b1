import Exact

extension Summary {
  /// How far answers are from the exact values: one plot a function.
  var distributions: String {
    let names = Dictionary(grouping: keys, by: \.function)
    let plots = keys.map(\.function).reduce(into: [String]()) { functions, name in
      if functions.last != name { functions.append(name) }
    }.compactMap { name -> String? in
      var bins: [Int: Int] = [:]
      for key in names[name]! { bins.merge(groups[key]!.histogram, uniquingKeysWith: +) }
      if bins.isEmpty { return nil }
      return element(
        "figure", [:], Plot(bins).svg + element("figcaption", [:], breakable(name)))
    }
    if plots.isEmpty { return "" }
    return """
      <section><h2>Error against bound</h2>
      <p>How many answers erred by which multiple of their bound, in powers of two; exact ones stand at the
      left. The line is at 2, where failure begins.</p>
      <div class="plots">\(plots.joined(separator: "\n"))</div></section>
      """
  }
}

/// A histogram of multiples of the bound, as SVG.
private struct Plot {
  private let bins: [Int: Int]
  private static let (width, height) = (240, 72)
  private static let range = Summary.Group.firstBin...24

  init(_ bins: [Int: Int]) { self.bins = bins }

  private func x(_ bin: Int) -> Int {
    (bin - Plot.range.lowerBound) * Plot.width / (Plot.range.count)
  }

  var svg: String {
    let most = bins.values.max() ?? 1
    let bars = bins.sorted { $0.key < $1.key }.map { bin, count in
      // What lies beyond the plot stands in its last bar; a bar that is there is seen.
      let place = min(max(bin, Plot.range.lowerBound), Plot.range.upperBound)
      let size = max(2, count * (Plot.height - 4) / most)
      return element(
        "rect",
        [
          "class": bin >= 2 ? "beyond" : "within", "x": "\(x(place))",
          "y": "\(Plot.height - size)", "width": "\(x(place + 1) - x(place) - 1)",
          "height": "\(size)",
        ], element("title", [:], "\(count)"))
    }
    let limit = element(
      "line",
      ["class": "limit", "x1": "\(x(2))", "y1": "0", "x2": "\(x(2))", "y2": "\(Plot.height)"])
    let labels = [(-14, "2⁻⁷"), (-6, "2⁻³"), (2, "2"), (10, "2⁵"), (20, "2¹⁰")].map { bin, text in
      element("text", ["x": "\(x(bin))", "y": "\(Plot.height + 12)"], text)
    }
    return element(
      "svg",
      [
        "viewBox": "0 0 \(Plot.width) \(Plot.height + 16)", "role": "img",
        "aria-label": "histogram of errors",
      ], bars.joined() + limit + labels.joined())
  }
}

extension Summary {
  /// The page's style: light and dark, narrow and wide.
  static let style = """
    :root{--back:#fbfaf7;--ink:#1d1d1b;--soft:#6b6a65;--line:#dedbd2;--good:#1f7a4d;--bad:#b3261e;\
    --goodback:#e3f2e9;--badback:#fbe4e1;--openback:#eeece6;--bar:#4a6fa5}
    @media(prefers-color-scheme:dark){:root{--back:#16171a;--ink:#e8e6e1;--soft:#a09d95;--line:#33353a;\
    --good:#6fcf97;--bad:#ff8a80;--goodback:#173325;--badback:#40201d;--openback:#25272b;--bar:#8fb1e3}}
    *{box-sizing:border-box}
    body{margin:0 auto;max-width:64rem;padding:1.5rem 1rem 3rem;background:var(--back);color:var(--ink);\
    font:16px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
    h1{margin:.1em 0;font-size:1.9rem;overflow-wrap:anywhere}h2{margin:2em 0 .3em;font-size:1.2rem}
    .kicker,.remark,footer,figcaption,small{color:var(--soft)}
    .verdict{padding:.5em .8em;border-radius:.5em;font-weight:600;overflow-wrap:anywhere}
    .verdict.good{background:var(--goodback);color:var(--good)}
    .verdict.bad{background:var(--badback);color:var(--bad)}
    .wide{overflow-x:auto}
    table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.9rem}
    th,td{padding:.3em .7em;text-align:left;border-bottom:1px solid var(--line);white-space:nowrap}
    th[scope=row]{white-space:normal;overflow-wrap:anywhere;min-width:7.5rem;font-weight:500;font-family:ui-monospace,Menlo,Consolas,monospace;font-size:.85rem}
    td.good{background:var(--goodback)}td.bad{background:var(--badback);color:var(--bad);font-weight:600}
    td.open{background:var(--openback)}
    .plots{display:grid;grid-template-columns:repeat(auto-fill,minmax(14rem,1fr));gap:1rem}
    figure{margin:0}figcaption{font-size:.8rem;overflow-wrap:anywhere}svg{width:100%;height:auto}
    svg text{font-size:9px;fill:var(--soft);text-anchor:middle}
    .within{fill:var(--bar)}.beyond{fill:var(--bad)}.limit{stroke:var(--ink);stroke-dasharray:2 2}
    details.clause{border:1px solid var(--line);border-radius:.5em;padding:.5em .8em;margin:.6em 0}
    summary{cursor:pointer}.count{color:var(--badback);background:var(--bad);border-radius:1em;padding:0 .55em;font-size:.85em;\
    font-weight:600}
    dl{display:grid;grid-template-columns:max-content 1fr;gap:.15em .9em;margin:.8em 0 .2em;font-size:.88rem}
    dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere;\
    font-family:ui-monospace,Menlo,Consolas,monospace}
    pre{overflow-x:auto;font-size:.8rem;background:var(--openback);padding:.6em;border-radius:.4em}
    @media(max-width:32rem){dl{grid-template-columns:1fr}dt{margin-top:.4em}}
    """
}
