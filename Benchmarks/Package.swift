// swift-tools-version: 6.1
// What is made rather than written by hand: the invented person of Samples/, the damaged files
// beside her, and inputs too large to keep. Everything comes from a seed, so that a run can be
// repeated to the byte.
import PackageDescription

let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "Benchmarks",
  dependencies: [
    // The same version as the house. The house itself is not needed to make its samples.
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0")
  ],
  targets: [
    // Chance, the calendar, and other programs' formats as those programs write them.
    .target(
      name: "Seeded",
      dependencies: [.product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: house),

    // swift run --package-path Benchmarks make-samples
    .executableTarget(name: "make-samples", dependencies: ["Seeded"], swiftSettings: house),

    // swift run --package-path Benchmarks make-large KIND PATH [--count N]
    .executableTarget(name: "make-large", dependencies: ["Seeded"], swiftSettings: house),
  ]
)
