// swift-tools-version: 6.2
// The package of the page about getting started: films in a table.

import PackageDescription

let package = Package(
    name: "Films",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "apus", path: "../..")],
    targets: [
        .executableTarget(name: "Films", dependencies: [.product(name: "Apus", package: "apus")])
    ]
)
