// Whether each file imports only what the plan in Package.swift allows its module.

import Testing

struct ImportTests {
    /// What comes with the toolchain and the system, for every module.
    private static let system: Set<String> = ["Darwin", "Dispatch", "Glibc", "Musl", "Swift", "Synchronization"]

    @Test func `the plan names modules on seven floors`() {
        let floors = Set(Plan.written.targets.compactMap(\.floor))

        #expect(floors == Set(0...6))
        #expect(Plan.written.targets.contains { $0.moduleName == "ApusModel" && $0.floor == 0 })
    }

    @Test func `every source file belongs to a module of the plan`() {
        for file in Repository.sources where Plan.written.target(of: file) == nil {
            Issue.record("Package.swift has no module for \(file.path)")
        }
    }

    @Test func `modules of the plan import lower floors only`() {
        for target in Plan.written.targets {
            for module in target.modules.sorted() where !(target.isTest && Plan.written.isExample(module)) {
                guard let floor = Plan.written.floor(ofModule: module) else {
                    Issue.record("\(target.folder) imports \(module), which the plan does not have")
                    continue
                }
                if floor >= target.floor ?? .max { Issue.record("\(target.folder) stands no higher than \(module)") }
            }
        }
    }

    @Test func `files import what their line of the plan allows`() {
        for file in Repository.swiftFiles {
            guard let target = Plan.written.target(of: file) else { continue }
            let allowed = target.modules.union(target.packages).union(allowedFromSystem(target))
            for name in imports(of: file) where !allowed.contains(name) {
                Issue.record("\(file.path) imports \(name)")
            }
        }
    }

    /// Floors 0 and 1 use the standard library and the system; Foundation is neither.
    private func allowedFromSystem(_ target: PlannedTarget) -> Set<String> {
        if target.isTest { return Self.system.union(["Foundation", "Testing"]) }
        // The product for tests brings a trait along.
        if target.folder == "Sources/Testing" { return Self.system.union(["Foundation", "Testing"]) }
        return target.floor ?? .max <= 1 ? Self.system : Self.system.union(["Foundation"])
    }

    /// The names of imported modules: of `@testable import ApusModel` or `import struct Logging.Logger`, too.
    private func imports(of file: SourceFile) -> [String] {
        file.code.filter { $0.contains("import ") && !$0.contains("func `") }.compactMap { line in
            let words = line.split(separator: " ")
            guard let keyword = words.firstIndex(of: "import") else { return nil }
            let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
            let name = words[(keyword + 1)...].first { !kinds.contains($0) }
            return name.map { String($0.prefix { $0 != "." }) }
        }
    }
}
