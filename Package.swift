// swift-tools-version: 6.2
// The plan of apus: which modules there are, on which floor each stands, and what each may import.

import PackageDescription

let settings: [SwiftSetting] = [
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
]

/// A module of apus: the folder `Sources/<name>`, imported as `Apus<name>`.
func module(_ name: String, imports: [String] = [], packages: [Target.Dependency] = []) -> Target {
    .target(
        name: moduleName(name),
        dependencies: imports.map { .target(name: moduleName($0)) } + packages,
        path: "Sources/\(name)",
        swiftSettings: settings
    )
}

/// The tests of a module: the folder `Tests/<name>Tests`.
func tests(_ name: String, imports: [String] = [], packages: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: imports.map { .target(name: moduleName($0)) } + packages,
        path: "Tests/\(name)Tests",
        swiftSettings: settings
    )
}

func moduleName(_ folder: String) -> String {
    folder == "Apus" ? "Apus" : "Apus\(folder)"
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nio: [Target.Dependency] = [
    .product(name: "NIOConcurrencyHelpers", package: "swift-nio"),
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
]
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let nioExtras = Target.Dependency.product(name: "NIOExtras", package: "swift-nio-extras")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

// A module stands one floor above the highest of the modules it imports, or higher; imports go down only.

let floor6: [Target] = [
    .executableTarget(
        name: "ApusCommand",
        dependencies: [
            "Apus", "ApusCompression", "ApusDatabase", "ApusModel", "ApusServer",
            "ApusStorage", "ApusThroughput", "ApusWire", argumentParser, logging, serviceLifecycle, yams,
        ],
        path: "Sources/Command",
        swiftSettings: settings
    ),
    module(
        "Testing",
        imports: ["Apus", "Database", "Model", "Server", "Storage", "Throughput", "Wire"],
        packages: [logging, serviceLifecycle]
    ),
]

let floor5: [Target] = [
    module(
        "Server",
        imports: ["Compression", "Database", "Model", "Operations", "Signing", "Storage", "Throughput", "Wire"],
        packages: nio + [nioExtras, logging, serviceLifecycle]
    )
]

let floor4: [Target] = [
    module("Operations", imports: ["Database", "Expressions", "Model", "PartiQL", "Storage", "Throughput", "Wire"])
]

let floor3: [Target] = [
    module("Database", imports: ["Expressions", "Model", "Storage", "Throughput"], packages: [logging])
]

let floor2: [Target] = [
    module(
        "Apus",
        imports: ["Compression", "Model", "Signing", "Wire"],
        packages: [asyncHTTPClient, logging, metrics, nioCore, nioSSL]
    ),
    module("PartiQL", imports: ["Expressions", "Model"]),
]

let floor1: [Target] = [
    module("Expressions", imports: ["Model"]),
    module("Throughput", imports: ["Model"]),
    module("Wire", imports: ["Model"]),
]

let floor0: [Target] = [
    module("Compression", packages: ["CZlib"]),
    module("Model"),
    module("Signing", packages: [crypto]),
    module("Storage", packages: ["CRocksDB"]),
]

let systemLibraries: [Target] = [
    .systemLibrary(
        name: "CRocksDB",
        path: "Sources/CRocksDB",
        pkgConfig: "rocksdb",
        providers: [.apt(["librocksdb-dev"]), .brew(["rocksdb"])]
    ),
    .systemLibrary(
        name: "CZlib",
        path: "Sources/CZlib",
        pkgConfig: "zlib",
        providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
    ),
]

let benchmarks: [Target] = [
    .executableTarget(
        name: "ApusBenchmarks",
        dependencies: nio + ["ApusModel", "ApusThroughput", "CRocksDB", argumentParser],
        path: "Benchmarks",
        exclude: ["README.md", "bench.py", "driver", "wrk"],
        swiftSettings: settings
    )
]

/// An example: a program in a folder of `Examples`, by whose name it is built and imported.
func example(_ name: String, path: String) -> Target {
    .executableTarget(name: name, dependencies: ["Apus"], path: path, swiftSettings: settings)
}

let examples: [Target] = [
    example("BirdLog", path: "Examples/BirdLog/Sources/BirdLog"),
    example("CarefulLoad", path: "Examples/CarefulLoad"),
    example("Cats", path: "Examples/Cats"),
    example("Films", path: "Examples/Films/Sources/Films"),
    example("TableExport", path: "Examples/TableExport"),
    example("TaggedCalls", path: "Examples/TaggedCalls"),
    .testTarget(
        name: "BirdLogTests",
        dependencies: ["ApusTesting", "BirdLog"],
        path: "Examples/BirdLog/Tests/BirdLogTests",
        swiftSettings: settings
    ),
    .testTarget(
        name: "SnippetTests",
        dependencies: ["ApusTesting"],
        path: "Examples/Snippets",
        swiftSettings: settings
    ),
]

let testTargets: [Target] = [
    tests("Apus", imports: ["Apus", "Expressions", "Model", "Signing", "Wire"], packages: [logging, metrics]),
    tests(
        "Command",
        imports: ["Apus", "Command", "Model", "Storage", "Wire"],
        packages: [argumentParser, logging]
    ),
    tests("Compression", imports: ["Compression"]),
    tests("Database", imports: ["Database", "Expressions", "Model", "Storage", "Throughput"], packages: [logging]),
    tests("Expressions", imports: ["Expressions", "Model"]),
    tests("History", imports: ["Apus", "Testing"]),
    tests("Model", imports: ["Model"]),
    tests("PartiQL", imports: ["Expressions", "Model", "PartiQL"]),
    tests(
        "Operations",
        imports: ["Database", "Model", "Operations", "Storage", "Throughput", "Wire"],
        packages: [logging]
    ),
    tests(
        "Server",
        imports: ["Compression", "Database", "Model", "Server", "Storage", "Throughput", "Wire"],
        packages: nio + [nioEmbedded, logging]
    ),
    tests("Signing", imports: ["Signing"], packages: [crypto]),
    tests("Storage", imports: ["Storage"]),
    tests("Testing", imports: ["Apus", "Model", "Testing", "Throughput"]),
    tests("Throughput", imports: ["Model", "Throughput"]),
    tests("Tidy"),
    tests("Wire", imports: ["Model", "Wire"]),
]

let package = Package(
    name: "apus",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "apus", targets: ["ApusCommand"]),
        .library(name: "Apus", targets: ["Apus"]),
        .library(name: "ApusTesting", targets: ["ApusTesting"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: floor6 + floor5 + floor4 + floor3 + floor2 + floor1 + floor0 + systemLibraries + benchmarks + examples
        + testTargets
)
