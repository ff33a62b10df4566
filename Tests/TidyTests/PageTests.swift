// Whether the Swift code of the pages is code that is built and run.

import Testing

struct PageTests {
    /// The pages that show how the library is used: README.md, docs/snippets.md and the articles of the catalogs.
    private static let pages = Repository.textFiles.filter { file in
        file.name.hasSuffix(".md") && file.folders.contains { $0.hasSuffix(".docc") }
            || ["README.md", "docs/snippets.md"].contains(file.path)
    }

    /// The examples as the reader has them: in a folder beside that of apus.
    private static let examples = Repository.textFiles.filter { $0.path.hasPrefix("Examples/") }.map { file in
        file.lines.map { $0.replacing(#"path: "../..""#, with: #"path: "../apus""#)[...] }
    }

    @Test func `every Swift snippet of a page stands in an example`() {
        for page in Self.pages {
            for snippet in Snippet.all(in: page) where !Self.examples.contains(where: snippet.isPart(of:)) {
                Issue.record("\(page.path):\(snippet.firstLine) shows code that no file of Examples has")
            }
        }
    }

    @Test func `the tutorial shows every file of its package`() throws {
        let tutorial = try #require(Self.pages.first { $0.name == "Tutorial.md" })
        let shown = Snippet.all(in: tutorial).flatMap(\.lines)
        for file in Repository.textFiles where file.path.hasPrefix("Examples/BirdLog/") {
            let lines = file.lines.map { $0.replacing(#"path: "../..""#, with: #"path: "../apus""#) }
            for line in lines where !line.isEmpty && !shown.contains(line[...]) {
                Issue.record("the tutorial leaves out a line of \(file.path): \(line)")
            }
        }
    }

    @Test func `the page of operations lists them all, with inputs and outputs`() throws {
        let page = try #require(Self.pages.first { $0.name == "Operations.md" })
        for file in Repository.sources where file.path.hasPrefix("Sources/Apus/API/Operations/") {
            for type in file.code.compactMap({ $0.prefixMatch(of: /public struct (\w+)/)?.1 }) {
                if !page.lines.contains("- ``\(type)``") { Issue.record("\(page.path) leaves out \(type)") }
            }
        }
    }

    @Test func `the first page of the library lists every type that is written by hand`() throws {
        let page = try #require(Self.pages.first { $0.path == "Sources/Apus/Apus.docc/Apus.md" })
        let generated = ["Choices", "Operations", "Shapes"].map { "Sources/Apus/API/\($0)/" }
        for file in Repository.sources where file.path.hasPrefix("Sources/Apus/") {
            if generated.contains(where: file.path.hasPrefix) { continue }
            let type = /public (?:final )?(?:struct|enum|class|actor|protocol) (\w+)/
            for name in file.code.compactMap({ $0.prefixMatch(of: type)?.1 }) {
                if !page.lines.contains("- ``\(name)``") { Issue.record("\(page.path) leaves out \(name)") }
            }
        }
    }

    @Test func `snippets are found, whatever their indentation`() {
        let page = SourceFile(path: "a.md", text: "Text\n```swift\nif true {\n    print(1)\n\n}\n```\n```sh\nls\n```\n")

        let snippets = Snippet.all(in: page)

        #expect(snippets.map(\.lines) == [["if true {", "    print(1)", "", "}"]])
        #expect(snippets[0].isPart(of: ["func a() {", "    if true {", "        print(1)", "", "    }", "}"]))
        #expect(!snippets[0].isPart(of: ["    if true {", "    print(1)", "", "    }"]))
    }
}

/// A piece of Swift code on a page.
private struct Snippet {
    /// Where it begins on the page, counted from 1.
    let firstLine: Int
    let lines: [Substring]

    static func all(in page: SourceFile) -> [Snippet] {
        var found: [Snippet] = []
        var start: Int?
        for (index, line) in page.lines.enumerated() {
            if let first = start, line == "```" {
                found.append(Snippet(firstLine: first + 1, lines: Array(page.lines[first..<index])))
                start = nil
            } else if line == "```swift" {
                start = index + 1
            }
        }
        return found
    }

    /// Whether the lines stand in a file, one after another, all moved to the right by the same width.
    func isPart(of file: [Substring]) -> Bool {
        guard lines.count <= file.count else { return false }
        return (0...(file.count - lines.count)).contains { start in
            let indentation = file[start].prefix { $0 == " " }.count - lines[0].prefix { $0 == " " }.count
            guard indentation >= 0 else { return false }
            let margin = String(repeating: " ", count: indentation)
            return zip(lines, file[start...]).allSatisfy { $0.isEmpty ? $1.isEmpty : $1 == margin + $0 }
        }
    }
}
