// The runs of one server in processes of its own, one after the other.

import ApusModel
import Foundation

/// Starts and ends the processes that serve one directory of data.
actor ProcessRuns {
    private static let startAttempts = 20

    private let options: TestServerOptions
    private let executable: String
    private let folder: URL
    private var current: ServeProcess?
    private var ending: Task<Void, Never>?

    init(_ options: TestServerOptions, executable: String) throws {
        self.options = options
        self.executable = executable
        folder = FileManager.default.temporaryDirectory.appending(path: "apus-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    /// Whether a process serves.
    var isRunning: Bool { current != nil }

    /// Starts a first process at any port that is free, and answers which.
    func start() async throws -> Int {
        let process = try await run(port: 0, now: nil)
        current = process
        return process.port
    }

    /// Starts a process in the place of the one that runs, if any, at a port that this server has had before.
    func restart(port: Int, now: Timestamp?) async throws {
        guard ending == nil else { throw TestServerError("The server has been stopped, and its data are gone") }
        await current?.stop()
        current = nil
        for attempt in 1... {
            do {
                current = try await run(port: port, now: now)
                return
            } catch  where attempt < Self.startAttempts {
                // For a moment, a connection of some other program may have got the port.
                try await Task.sleep(for: .milliseconds(50))
            }
        }
    }

    func kill() async {
        let process = current
        current = nil
        await process?.kill()
    }

    /// Ends the process and removes the data, for good and once, however often it is called.
    func end(gracefully: Bool) async {
        let task = ending ?? Task { await removeAll(gracefully: gracefully) }
        ending = task
        await task.value
    }

    private func removeAll(gracefully: Bool) async {
        let process = current
        current = nil
        if gracefully { await process?.stop() } else { await process?.kill() }
        try? FileManager.default.removeItem(at: folder)
    }

    private func run(port: Int, now: Timestamp?) async throws -> ServeProcess {
        try await ServeProcess.start(
            executable,
            options.arguments(data: folder.appending(path: "data").path, port: port, now: now),
            log: folder.appending(path: "log")
        )
    }
}
