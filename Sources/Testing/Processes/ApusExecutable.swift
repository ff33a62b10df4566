// Where the binary `apus` is.

import Foundation

/// The binary that a test's server runs from.
struct ApusExecutable {
    /// How far above the test's own binary it may lie: bundles of macOS have three folders of their own.
    private static let folderLimit = 4

    let environment: [String: String]
    /// Where the binary of the test lies.
    let testFolders: [URL]
    let isProgram: (String) -> Bool

    /// Looks in the surroundings of this process.
    static var onThisMachine: ApusExecutable {
        let bundles = Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() }
        let main = (Bundle.main.executableURL ?? Bundle.main.bundleURL).deletingLastPathComponent()
        return ApusExecutable(
            environment: ProcessInfo.processInfo.environment,
            testFolders: [main] + bundles,
            isProgram: isProgram(at:)
        )
    }

    /// The path of the binary: the one that is named; that of the variable `APUS_BINARY`; one that was built with the
    /// test; or one on the `PATH`.
    ///
    /// - Throws: `TestServerError` where there is none, or none where it is said to be.
    func path(named name: String? = nil) throws(TestServerError) -> String {
        if let named = name ?? environment["APUS_BINARY"], !named.isEmpty {
            guard isProgram(named) else { throw TestServerError("There is no program at \(named)") }
            return named
        }
        let folders = testFolders.flatMap(Self.upward) + pathFolders
        guard let found = folders.map({ "\($0)/apus" }).first(where: isProgram) else {
            throw TestServerError(
                "There is no apus beside this test or on the PATH; name it, or set the variable APUS_BINARY"
            )
        }
        return found
    }

    private var pathFolders: [String] {
        (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    }

    /// A folder and those above it.
    private static func upward(from folder: URL) -> [String] {
        let folders = sequence(first: folder) { $0.path == "/" ? nil : $0.deletingLastPathComponent() }
        return folders.prefix(folderLimit).map(\.path)
    }

    private static func isProgram(at path: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
            && FileManager.default.isExecutableFile(atPath: path)
    }
}
