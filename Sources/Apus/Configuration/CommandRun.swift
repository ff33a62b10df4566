// The run of a command whose output is wanted.

import Foundation

/// Why a command gave nothing.
package struct CommandFailure: Error, Equatable, Sendable {
    package let reason: String

    package init(_ reason: String) {
        self.reason = reason
    }
}

/// Runs a program with an empty standard input, and takes in its standard output.
struct CommandRun: Sendable {
    private let words: [String]
    private let timeLimit: Duration

    private static let outputBytesLimit = 1 << 20

    init(_ words: [String], timeLimit: Duration = .seconds(60)) {
        self.words = words
        self.timeLimit = timeLimit
    }

    func output() async throws(CommandFailure) -> [UInt8] {
        // It waits on a thread of its own: those of the tasks are few.
        let outcome = await withCheckedContinuation { continuation in
            DispatchQueue.global().async { continuation.resume(returning: run()) }
        }
        return try outcome.get()
    }

    private func run() -> Result<[UInt8], CommandFailure> {
        let end = ContinuousClock.now + timeLimit
        let process = Process()
        let pipe = Pipe()
        // It looks for the program where a shell would.
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = words
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        do {
            try process.run()
        } catch {
            return .failure(CommandFailure("it could not be started"))
        }
        let output = read(pipe.fileHandleForReading.fileDescriptor, until: end)
        while output != nil, process.isRunning, ContinuousClock.now < end { usleep(5_000) }
        guard let output, !process.isRunning else {
            Self.end(process.processIdentifier)
            return .failure(CommandFailure("it did not end within \(timeLimit), or wrote too much"))
        }
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            return .failure(CommandFailure("it ended with status \(process.terminationStatus)"))
        }
        return .success(output)
    }

    /// Ends a program, and whatever it has started where it leads a group of its own.
    private static func end(_ process: pid_t) {
        kill(getpgid(process) == process ? -process : process, SIGKILL)
    }

    /// All that comes; nil where that takes too long or is too much.
    private func read(_ descriptor: Int32, until end: ContinuousClock.Instant) -> [UInt8]? {
        var output: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4_096)
        while output.count <= Self.outputBytesLimit {
            let rest = (end - ContinuousClock.now).components.seconds
            guard rest >= 0 else { return nil }
            var event = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&event, 1, Int32(min(rest, 3_600) * 1_000 + 999)) > 0 else { continue }
            let count = Foundation.read(descriptor, &buffer, buffer.count)
            if count == 0 { return output }
            if count > 0 { output += buffer[..<count] }
        }
        return nil
    }
}
