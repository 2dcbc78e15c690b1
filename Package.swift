// swift-tools-version: 6.2

import PackageDescription

/// Strict where the language lets us be: explicit existentials, imports that do not leak, unsafe
/// code marked where it stands.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
]

let package = Package(
  name: "CrossEntropy",
  platforms: [.macOS(.v15)],
  products: [
    .library(
      name: "CrossEntropy",
      targets: [
        "Exact", "Property", "CrossEntropy", "CrossEntropyDecimal", "Laws", "Judgement",
        "Conformance", "Specification",
      ]),
    .executable(name: "xent", targets: ["xent"]),
  ],
  targets: [
    // A module imports only what stands above it here.
    .target(name: "Exact", swiftSettings: settings),
    .target(name: "Property", swiftSettings: settings),
    .target(name: "CrossEntropy", dependencies: ["Exact"], swiftSettings: settings),
    .target(
      name: "CrossEntropyDecimal", dependencies: ["CrossEntropy", "Exact"], swiftSettings: settings),
    .target(
      name: "Laws", dependencies: ["CrossEntropy", "Exact", "Property"], swiftSettings: settings),
    .target(name: "Judgement", dependencies: ["CrossEntropy", "Exact"], swiftSettings: settings),
    .target(
      name: "Conformance",
      dependencies: ["CrossEntropy", "Exact", "Judgement", "Laws", "Property"],
      swiftSettings: settings),
    .target(
      name: "Specification",
      dependencies: ["Conformance", "CrossEntropy", "Exact", "Judgement", "Laws"],
      swiftSettings: settings),
    .target(
      name: "Benchmarks",
      dependencies: ["Conformance", "CrossEntropy", "Exact", "Judgement", "Property"],
      swiftSettings: settings),
    .executableTarget(
      name: "xent",
      dependencies: [
        "Benchmarks", "Conformance", "CrossEntropy", "Exact", "Judgement", "Laws", "Property",
        "Specification",
      ],
      swiftSettings: settings),

    .plugin(
      name: "Document",
      capability: .command(
        intent: .custom(verb: "document", description: "Build the documentation as a site.")),
      path: "Sources/Document"),

    .target(
      name: "Support", dependencies: ["CrossEntropy", "Exact", "Laws", "Property"],
      path: "Tests/Support",
      swiftSettings: settings),
    .testTarget(
      name: "PropertyTests", dependencies: ["Property", "Support"], swiftSettings: settings),
    .testTarget(
      name: "ExactTests", dependencies: ["Exact", "Property", "Support"], exclude: ["Fixtures"],
      swiftSettings: settings),
    .testTarget(
      name: "CrossEntropyTests",
      dependencies: [
        "CrossEntropy", "CrossEntropyDecimal", "Exact", "Judgement", "Property", "Support",
      ],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "LawsTests",
      dependencies: ["Conformance", "CrossEntropy", "Exact", "Laws", "Property", "Support"],
      swiftSettings: settings),
    .executableTarget(
      name: "misbehaving", dependencies: ["Judgement"], path: "Tests/Misbehaving",
      swiftSettings: settings),
    .testTarget(
      name: "JudgementTests",
      dependencies: ["CrossEntropy", "Exact", "Judgement", "Property", "Support", "misbehaving"],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "ConformanceTests",
      dependencies: [
        "Conformance", "CrossEntropy", "Exact", "Judgement", "Laws", "Property", "Support",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "GoldenTests", dependencies: ["CrossEntropy", "Exact", "Judgement", "Support"],
      swiftSettings: settings),
    .testTarget(
      name: "SpecTests",
      dependencies: [
        "Conformance", "CrossEntropy", "Exact", "Judgement", "Laws", "Specification", "Support",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "BenchmarkTests", dependencies: ["Benchmarks", "Exact"], swiftSettings: settings),
    .testTarget(
      name: "CommandTests", dependencies: ["Judgement", "Support", "xent"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
