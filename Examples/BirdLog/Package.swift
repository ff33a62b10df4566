// swift-tools-version: 6.2
// The package of the tutorial: a log of birds, and its tests.

import PackageDescription

let package = Package(
    name: "BirdLog",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "apus", path: "../..")],
    targets: [
        .executableTarget(name: "BirdLog", dependencies: [.product(name: "Apus", package: "apus")]),
        .testTarget(
            name: "BirdLogTests",
            dependencies: ["BirdLog", .product(name: "ApusTesting", package: "apus")]
        ),
    ]
)
