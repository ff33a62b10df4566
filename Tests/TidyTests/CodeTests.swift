// Whether functions fit on a screen, promises are documented, and nothing is left half done.

import Testing

struct CodeTests {
    private static let functionLimit = 60

    @Test func `no function has more than 60 lines`() {
        for file in Repository.swiftFiles {
            for function in Functions(of: file).all where function.lineCount > Self.functionLimit {
                Issue.record("\(file.path):\(function.firstLine) has a function of \(function.lineCount) lines")
            }
        }
    }

    @Test func `what is public is documented`() {
        let attribute = /^\s*@[^{]*$/
        for file in Repository.sources {
            for index in PublicDeclarations(code: file.code).lines {
                let above = file.lines[..<index].last { !$0.contains(attribute) } ?? ""
                if !above.trimmed.hasPrefix("///") { Issue.record("\(file.path):\(index + 1) has no documentation") }
            }
        }
    }

    @Test func `nothing is left to be done in the code`() {
        let unfinished = /TODO|FIXME|XXX|fatalError\(|not (?:yet )?implemented/
        let folders: Set = ["Sources", "Tests", "Benchmarks", "script"]
        for file in Repository.textFiles where folders.contains(file.folders.first ?? "") && !isTidyTest(file) {
            for (index, line) in file.lines.enumerated() where line.contains(unfinished) {
                Issue.record("\(file.path):\(index + 1) leaves work to be done: \(line)")
            }
        }
    }

    @Test func `no file names a folder of the machine it was written on`() {
        let folder = /(?:^|[^.A-Za-z0-9])\/(?:work|farm|root|opt\/swift)/
        for file in Repository.textFiles {
            for (index, line) in file.lines.enumerated() where line.contains(folder) {
                Issue.record("\(file.path):\(index + 1) names a folder: \(line)")
            }
        }
    }

    private func isTidyTest(_ file: SourceFile) -> Bool {
        file.path.hasPrefix("Tests/TidyTests/")
    }
}

extension Substring {
    fileprivate var trimmed: Substring { drop { $0.isWhitespace } }
}
