// The plan of the modules, read from the text of Package.swift.

import Foundation

/// A line of the plan: what a module, or the tests of one, may import.
struct PlannedTarget {
    /// The folder under `Sources`, `Tests` or `Examples`, or the folder of the benchmarks.
    let folder: String
    /// The floor the module stands on; none for tests, examples and benchmarks, which stand above all.
    let floor: Int?
    /// The modules of apus, by the names they are imported by.
    let modules: Set<String>
    /// The modules of other packages and of system libraries.
    let packages: Set<String>

    /// The name the module is imported by.
    var moduleName: String {
        let name = folder.split(separator: "/").last.map(String.init) ?? folder
        return name == "Apus" || isExample ? name : "Apus\(name)"
    }

    /// Whether it shows the use of the library: such a module is imported by its own name, and by its tests alone.
    var isExample: Bool { folder.hasPrefix("Examples/") }

    /// Whether it holds tests.
    var isTest: Bool { folder.hasPrefix("Tests/") || folder.contains("/Tests/") || folder == "Examples/Snippets" }
}

/// All lines of the plan.
struct Plan {
    let targets: [PlannedTarget]

    static let written: Plan = {
        guard let text = try? Repository.text(of: "Package.swift") else { preconditionFailure("no Package.swift") }
        return Plan(parsing: text)
    }()

    init(parsing manifest: String) {
        let statements = manifest.split(separator: /\n(?=let |func )/)
        let products = Self.products(in: statements)
        var targets: [PlannedTarget] = []
        for statement in statements {
            guard let name = statement.prefixMatch(of: /let (\w+): \[Target\]/)?.1 else { continue }
            let floor = name.wholeMatch(of: /floor(\d)/).flatMap { Int($0.1) }
            targets += Self.calls(in: statement).compactMap { Self.target($0, floor: floor, products: products) }
        }
        self.targets = targets
    }

    func target(of file: SourceFile) -> PlannedTarget? {
        targets.first { file.path.hasPrefix("\($0.folder)/") }
    }

    func isExample(_ module: String) -> Bool {
        targets.contains { $0.isExample && $0.moduleName == module }
    }

    func floor(ofModule name: String) -> Int? {
        targets.first { $0.floor != nil && $0.moduleName == name }?.floor
    }

    /// What stands in Package.swift under names of its own: `let nio = …`, `let logging = …`.
    private static func products(in statements: [Substring]) -> [Substring: Set<String>] {
        var found: [Substring: Set<String>] = [:]
        for statement in statements {
            guard let name = statement.prefixMatch(of: /let (\w+)/)?.1 else { continue }
            let names = statement.matches(of: /\.product\(name: "(\w+)"/).map { String($0.1) }
            if !names.isEmpty { found[name] = Set(names) }
        }
        return found
    }

    /// The calls that make targets, each from its name to its closing parenthesis.
    private static func calls(in statement: Substring) -> [Substring] {
        statement.matches(of: /(?:\bmodule|\btests|\bexample|\.executableTarget|\.testTarget)\(/).map { match in
            var depth = 0
            let end = statement[match.range.lowerBound...].firstIndex { character in
                if character == "(" { depth += 1 }
                if character == ")" { depth -= 1 }
                return character == ")" && depth == 0
            }
            return statement[match.range.lowerBound..<(end ?? statement.endIndex)]
        }
    }

    private static func target(
        _ call: Substring,
        floor: Int?,
        products: [Substring: Set<String>]
    ) -> PlannedTarget? {
        let isShort = call.hasPrefix("module(") || call.hasPrefix("tests(")
        let named = isShort ? call.firstMatch(of: /\(\s*"(\w+)"/)?.1 : call.firstMatch(of: /path: "([\w\/]+)"/)?.1
        guard let named else { return nil }
        let folder = call.hasPrefix("module(") ? "Sources/\(named)" : isShort ? "Tests/\(named)Tests" : "\(named)"
        let lists = call.matches(of: /(?:imports|packages|dependencies):([^:]*?)(?=,\s*\w+:|$)/).map(\.1)
        let quoted = lists.flatMap { $0.matches(of: /"(\w+)"/).map { String($0.1) } }
        let variables = lists.flatMap { $0.matches(of: /\b[a-z]\w*\b/).compactMap { products[$0.0] } }
        var own = quoted.map { isShort && !isSystemLibrary($0) && $0 != "Apus" ? "Apus\($0)" : $0 }
        if call.hasPrefix("example(") { own = ["Apus"] }
        return PlannedTarget(
            folder: folder,
            floor: floor,
            modules: Set(own.filter { !isSystemLibrary($0) }),
            packages: variables.reduce(Set(quoted.filter(isSystemLibrary))) { $0.union($1) }
        )
    }

    private static func isSystemLibrary(_ name: String) -> Bool {
        FileManager.default.fileExists(atPath: Repository.root.appending(path: "Sources/\(name)/module.modulemap").path)
    }
}
