// What of the machine the settings and credentials of a client depend on.

import ApusModel
import Foundation

/// The environment, files, commands, HTTP and time. It is handed in, so that a test needs none of them.
package struct Surroundings: Sendable {
    package let environment: Environment
    /// The bytes of a file; nil where there is none.
    package let readFile: @Sendable (String) throws(SharedFileError) -> [UInt8]?
    /// What a command prints on its standard output. Its first word is the program.
    package let runCommand: @Sendable ([String]) async throws(CommandFailure) -> [UInt8]
    package let send: @Sendable (HTTPCall, Endpoint, TransportSettings) async throws(TransportError) -> ClientAnswer
    package let clock: any WallClock

    package init(
        environment: Environment,
        readFile: @escaping @Sendable (String) throws(SharedFileError) -> [UInt8]?,
        runCommand: @escaping @Sendable ([String]) async throws(CommandFailure) -> [UInt8],
        send: @escaping @Sendable (HTTPCall, Endpoint, TransportSettings) async throws(TransportError) -> ClientAnswer,
        clock: any WallClock
    ) {
        self.environment = environment
        self.readFile = readFile
        self.runCommand = runCommand
        self.send = send
        self.clock = clock
    }

    /// Those of this process.
    package static var system: Surroundings {
        Surroundings(
            environment: Environment(ProcessInfo.processInfo.environment),
            readFile: contents(of:),
            runCommand: { words async throws(CommandFailure) in try await CommandRun(words).output() },
            send: { call, endpoint, settings async throws(TransportError) in
                try await HTTPCaller(endpoint: endpoint, settings: settings).send(call)
            },
            clock: SystemClock()
        )
    }

    @Sendable private static func contents(of path: String) throws(SharedFileError) -> [UInt8]? {
        // As the AWS tools have it, a folder or a device is no file: that is how one switches a file off.
        let attributes = try? FileManager.default.attributesOfItem(
            atPath: URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        )
        guard attributes?[.type] as? FileAttributeType == .typeRegular else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw SharedFileError(path: path, "it cannot be read")
        }
        return Array(data)
    }
}
