// swift-tools-version: 6.1
// Pond, read from the ground up: system libraries, the library, the command, the tests.
import PackageDescription

let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

// What `pond serve` stands on: the server alone, without the router and what else comes with it.
let web: [Target.Dependency] = [
  .product(name: "HummingbirdCore", package: "hummingbird", condition: .when(traits: ["Web"])),
  .product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["Web"])),
  .product(name: "NIOPosix", package: "swift-nio", condition: .when(traits: ["Web"])),
  .product(name: "HTTPTypes", package: "swift-http-types", condition: .when(traits: ["Web"])),
  .product(name: "Logging", package: "swift-log", condition: .when(traits: ["Web"])),
]

let package = Package(
  name: "Pond",
  products: [
    .library(name: "PondGraph", targets: ["PondGraph"]),
    .executable(name: "pond", targets: ["pond"]),
    // Not for others: a product, because the tests preload it into the command.
    .library(name: "FaultShim", type: .dynamic, targets: ["FaultShim"]),
  ],
  traits: [
    .default(enabledTraits: ["Web"]),
    .trait(
      name: "Web",
      description: "pond serve, the pond as a page: a web server, and a minute of a cold build."),
  ],
  dependencies: [
    // Pinned: its support for Linux is kept by contributors, so a new version is tried first.
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.1.0"),
    // Without the trait `Web` nothing of these is cloned or built.
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
    .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
  ],
  targets: [
    // The ground: libraries that Debian keeps.
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .systemLibrary(
      name: "CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CLibMD", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CTerminal"),
    // Checksums behind the pages of a pond file, which SQLite does not keep.
    .target(name: "CPageSums", dependencies: ["CSQLite"]),

    // The house: rooms are folders, their arrows are kept by HouseTests.
    .target(
      name: "PondGraph",
      dependencies: [
        "CLibArchive", "CLibCurl", "CLibXML2", "CLibMD", "CPageSums", "CSQLite", "CZlib",
        .product(name: "GRDB", package: "GRDB.swift"),
        // One product alone: the umbrella adds a minute to a cold build.
        .product(name: "HeapModule", package: "swift-collections"),
      ],
      swiftSettings: house),

    // The door.
    .executableTarget(
      name: "pond",
      dependencies: [
        "PondGraph", "CTerminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ] + web,
      swiftSettings: house),

    // What no file can measure: choosing and walking the graph, on made-up instances. Part of this
    // package, for it calls what only the package may.
    .executableTarget(
      name: "measure-choosing", dependencies: ["PondGraph"], path: "Benchmarks/Choosing",
      swiftSettings: house),

    // The promises, kept.
    .target(
      name: "PondTestSupport",
      dependencies: ["CLibArchive", "CSpawn", .product(name: "GRDB", package: "GRDB.swift")],
      path: "Tests/PondTestSupport",
      swiftSettings: house),
    .target(name: "CSpawn", path: "Tests/CSpawn"),
    .target(name: "FaultShim", path: "Tests/FaultShim"),
    .testTarget(
      name: "PondGraphTests",
      dependencies: [
        "PondGraph", "PondTestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Frozen"],
      swiftSettings: house),
    .testTarget(
      name: "pondTests",
      dependencies: [
        "pond", "PondGraph", "PondTestSupport",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Snapshots"],
      swiftSettings: house),
  ]
)

// Fuzzing wants a driver of its own and a build of its own: `make fuzz`.
if Context.environment["POND_FUZZ"] != nil {
  package.products.append(.executable(name: "pond-fuzz", targets: ["pond-fuzz"]))
  package.targets.append(
    .executableTarget(
      name: "pond-fuzz", dependencies: ["PondGraph"], path: "Tests/Fuzz",
      exclude: ["FailCases", "Seeds", "run.sh"], swiftSettings: house))
}
