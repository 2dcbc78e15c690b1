import Foundation
import PackagePlugin

/// `swift package document`: the documentation of every library module, and the guide that leads
/// into it, as one site that needs no network.
///
/// What is written after the command goes to every `docc convert`, such as
/// `--hosting-base-path cross-entropy` for a site that is not at the top of its host. It writes
/// nothing but its own folder under .build, and so asks for no permission.
@main
struct Document: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) async throws {
    let docc = DocC(
      tool: try context.tool(named: "docc").url, folder: context.pluginWorkDirectoryURL,
      arguments: arguments)
    try docc.clear()

    // The products name the modules lowest first, so that a module finds those it links to.
    var archives: [URL] = []
    for target in context.package.products(ofType: LibraryProduct.self).flatMap(\.targets) {
      let graph = try packageManager.getSymbolGraph(
        for: target, options: .init(emitExtensionBlocks: true))
      for symbol in try SymbolGraph.uncommented(in: graph.directoryURL) {
        Diagnostics.warning("\(symbol) has no comment")
      }
      archives.append(
        try docc.convert(
          target.name, in: target.directoryURL, symbols: graph.directoryURL,
          dependencies: archives))
    }
    let guide = context.package.directoryURL.appending(path: "Sources/Document")
    archives.insert(try docc.convert("Guide", in: guide, dependencies: archives), at: 0)

    let site = try docc.merge(archives, named: context.package.displayName).plainPath
    print(
      """
      The site is in \(site)
      Look at it with
          python3 -m http.server --directory '\(site)' 8000
      at http://localhost:8000/documentation
      """)
  }
}
