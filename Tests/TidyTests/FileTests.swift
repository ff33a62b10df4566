// Whether each file is one idea of readable length, says what it is, and bears the name of its main type.

import Testing

struct FileTests {
    private static let lineLimit = 500

    @Test func `a Swift file begins with a sentence that says what it is`() {
        for file in Repository.swiftFiles {
            let first = file.lines[0]
            if first.wholeMatch(of: /\/\/ \S.*\./) == nil { Issue.record("\(file.path) begins with: \(first)") }
        }
    }

    @Test func `no Swift file has more than 500 lines`() {
        for file in Repository.swiftFiles {
            // What follows the last line break is no line.
            let count = file.lines.count - 1
            if count > Self.lineLimit { Issue.record("\(file.path) has \(count) lines") }
        }
    }

    @Test func `a file bears the name of a type that it declares or extends`() {
        for file in Repository.swiftFiles where file.name != "main.swift" && !bearsRightName(file) {
            Issue.record("\(file.path) declares \(offeredTypes(in: file).joined(separator: ", "))")
        }
    }

    @Test func `every module has tests`() throws {
        let tests = try Set(Repository.folders(in: "Tests"))
        for module in Set(Repository.sources.map { $0.folders[1] }).sorted()
        where !tests.contains("\(module)Tests") {
            Issue.record("Sources/\(module) has no Tests/\(module)Tests")
        }
    }

    /// `Type.swift` declares Type, `Type+Topic.swift` extends it, and a plural gathers several small types of one kind.
    /// A file that offers no type to others, but only extends some, is named after what these extensions share.
    private func bearsRightName(_ file: SourceFile) -> Bool {
        let name = file.name.dropLast(".swift".count)
        if let plus = name.firstIndex(of: "+") {
            let names = [name[..<plus]] + aliases(of: name[..<plus])
            return extendedTypes(in: file).contains { names.contains($0) }
        }
        let offered = offeredTypes(in: file)
        return offered.isEmpty || declaredTypes(in: file.code).contains(name)
            || (name.hasSuffix("s") && offered.count > 1)
    }

    private func extendedTypes(in file: SourceFile) -> [Substring] {
        let pattern = /(?:\w+\s+)?extension\s+(?:\w+\.)*(\w+|\[)/
        return file.code.compactMap { $0.prefixMatch(of: pattern)?.1 }.map { $0 == "[" ? "Array" : $0 }
    }

    private func declaredTypes(in lines: [Substring]) -> [Substring] {
        let pattern = /(?:^|\s)(?:struct|class|enum|actor|protocol|typealias)\s+(\w+)/
        return lines.compactMap { $0.firstMatch(of: pattern)?.1 }
    }

    /// The types that stand in no other and that other files may use.
    private func offeredTypes(in file: SourceFile) -> [Substring] {
        declaredTypes(in: file.code.filter { $0.first?.isWhitespace == false && !$0.contains("private ") })
    }

    /// The type that a name stands for: `AttributeMap` for `Item`.
    private func aliases(of name: Substring) -> [Substring] {
        Repository.sources.lazy.flatMap(\.code)
            .filter { $0.contains("typealias \(name) =") }
            .compactMap { $0.firstMatch(of: /=\s*(\w+)/)?.1 }
    }
}
