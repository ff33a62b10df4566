// The repository's files, as the tidy tests read them.

import Foundation

/// A text file of the repository.
struct SourceFile {
    /// Where it stands, from the root of the repository.
    let path: String
    let lines: [Substring]
    /// The lines of a Swift file without comments and texts.
    let code: [Substring]

    init(path: String, text: String) {
        self.path = path
        lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        code = path.hasSuffix(".swift") ? CodeOnly.lines(of: text) : []
    }

    var name: String { String(path.split(separator: "/").last ?? "") }

    /// The names of the folders it stands in, outermost first.
    var folders: [String] { path.split(separator: "/").dropLast().map(String.init) }
}

/// The files that belong to the repository: all that stand in it, but for what `.gitignore` names.
enum Repository {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let textFiles: [SourceFile] = files(under: root, path: "")
    static let swiftFiles: [SourceFile] = textFiles.filter { $0.name.hasSuffix(".swift") && $0.name != "Package.swift" }
    static let sources: [SourceFile] = swiftFiles.filter { $0.folders.first == "Sources" }

    static func text(of path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    static func folders(in path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(at: root.appending(path: path), includingPropertiesForKeys: nil)
            .filter(isFolder)
            .map(\.lastPathComponent)
            .sorted()
    }

    private static let ignored: [String] = {
        let lines = (try? text(of: ".gitignore").split(separator: "\n")) ?? []
        return [".git"] + lines.map { $0.hasSuffix("/") ? String($0.dropLast()) : String($0) }
    }()

    private static func isIgnored(_ name: String) -> Bool {
        ignored.contains { $0.hasPrefix("*") ? name.hasSuffix($0.dropFirst()) : name == $0 }
    }

    private static func isFolder(_ place: URL) -> Bool {
        (try? place.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false
    }

    private static func files(under folder: URL, path: String) -> [SourceFile] {
        let entries = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return entries.sorted { $0.lastPathComponent < $1.lastPathComponent }.flatMap { entry -> [SourceFile] in
            let name = entry.lastPathComponent
            if isIgnored(name) { return [] }
            if isFolder(entry) { return files(under: entry, path: "\(path)\(name)/") }
            guard let text = try? String(contentsOf: entry, encoding: .utf8) else { return [] }
            return [SourceFile(path: path + name, text: text)]
        }
    }
}
