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
///
/// The program stays in the group of this process, so that it may ask at the terminal and is interrupted with it, and it
/// has all signals as they are by default.
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
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return .failure(CommandFailure("it could not be started")) }
        // No other program that is started meanwhile may hold the pipe open.
        for descriptor in ends { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        let spawned = Spawn(words, output: ends[1]).start()
        close(ends[1])
        defer { close(ends[0]) }
        let process: pid_t
        switch spawned {
        case .failure(let failure): return .failure(failure)
        case .success(let started): process = started
        }
        // Whoever it leaves behind may live on: only the program itself is waited for.
        let output = read(ends[0], until: end)
        guard let output, let status = Self.status(of: process, until: end) else {
            kill(process, SIGKILL)
            _ = Self.status(of: process, until: nil)
            return .failure(CommandFailure("it did not end within \(timeLimit), or wrote too much"))
        }
        guard status == 0 else { return .failure(CommandFailure("it ended with status \(status)")) }
        return .success(output)
    }

    /// What a program has ended with; nil where it has not by then.
    private static func status(of process: pid_t, until end: ContinuousClock.Instant?) -> Int32? {
        var status: Int32 = 0
        while true {
            let ended = waitpid(process, &status, end == nil ? 0 : WNOHANG)
            if ended == process { break }
            if ended < 0, errno != EINTR { return nil }
            if let end, ContinuousClock.now >= end { return nil }
            if ended == 0 { usleep(2_000) }
        }
        // As shells tell it: the exit status, or 128 and the signal that ended the program.
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
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

/// The start of a program.
private struct Spawn {
    #if canImport(Darwin)
    private var actions: posix_spawn_file_actions_t?
    private var attributes: posix_spawnattr_t?
    #else
    private var actions = posix_spawn_file_actions_t()
    private var attributes = posix_spawnattr_t()
    #endif
    private let words: [String]
    private let output: Int32

    init(_ words: [String], output: Int32) {
        self.words = words
        self.output = output
    }

    /// Starts the program, which is looked for where a shell would.
    consuming func start() -> Result<pid_t, CommandFailure> {
        posix_spawn_file_actions_init(&actions)
        posix_spawnattr_init(&attributes)
        defer {
            posix_spawn_file_actions_destroy(&actions)
            posix_spawnattr_destroy(&attributes)
        }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, output, 1)
        var (none, all) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { arguments.forEach { free($0) } }
        var process: pid_t = 0
        let fault = posix_spawnp(&process, words[0], &actions, &attributes, &arguments, environ)
        if fault == ENOENT { return .failure(CommandFailure("there is no program \(words[0])")) }
        return fault == 0 ? .success(process) : .failure(CommandFailure("it could not be started"))
    }
}
