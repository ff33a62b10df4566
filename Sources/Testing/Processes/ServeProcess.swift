// One run of the binary `apus`, from its start to its end.

import Foundation

/// A process that serves, and ends with this one.
///
/// A shell stands between the two and waits for the end of its standard input, which only this process holds open: when
/// it lets go of that, or ends in whatever way, the shell kills the server.
final class ServeProcess: Sendable {
    let port: Int
    private let pid: pid_t
    private let leash: FileHandle
    /// Ends with the standard output, so with the server.
    private let serverEnd: Task<Void, Never>
    private let shellEnd: Task<Void, Never>

    // Whoever interrupts this process at a terminal interrupts the shell, too, which has to outlive that.
    private static let script = """
        "$@" &
        server=$!
        trap '' INT HUP TERM
        echo "$server"
        exec >/dev/null 2>&1
        read -r ended
        kill -KILL "$server"
        wait "$server"
        """
    /// How long a server may take to start, and to end.
    private static let timeLimit = Duration.seconds(60)

    private init(port: Int, pid: pid_t, leash: FileHandle, serverEnd: Task<Void, Never>, shellEnd: Task<Void, Never>) {
        self.port = port
        self.pid = pid
        self.leash = leash
        self.serverEnd = serverEnd
        self.shellEnd = shellEnd
    }

    deinit {
        try? leash.close()
    }

    /// Starts the binary with these words, and waits until it serves.
    ///
    /// - Parameter log: where its standard error goes.
    /// - Throws: `TestServerError` where it ends instead, with what it has written to the log.
    static func start(_ executable: String, _ words: [String], log: URL) async throws -> ServeProcess {
        try Data().write(to: log)
        let (input, output) = (Pipe(), Pipe())
        let leash = input.fileHandleForWriting
        // No other program that is started meanwhile may hold the leash.
        _ = fcntl(leash.fileDescriptor, F_SETFD, FD_CLOEXEC)
        let shell = shell(running: [executable] + words, input, output)
        shell.standardError = try FileHandle(forWritingTo: log)
        let shellEnd = end(of: shell)
        try withAllSignals { try shell.run() }
        let lines = lines(from: output.fileHandleForReading)
        let limit = limit(leash)
        let start = await StartLines(lines)
        limit.cancel()
        let serverEnd = Task { for await _ in lines {} }
        guard let pid = start.pid, let port = start.port else {
            try? leash.close()
            await shellEnd.value
            let text = (try? String(contentsOf: log, encoding: .utf8)) ?? ""
            throw TestServerError(
                "\(executable) does not serve: \(text.trimmingCharacters(in: .whitespacesAndNewlines))"
            )
        }
        return ServeProcess(port: port, pid: pid, leash: leash, serverEnd: serverEnd, shellEnd: shellEnd)
    }

    /// Ends the server as a crash would: at once, whatever it is doing.
    func kill() async {
        try? leash.close()
        await serverEnd.value
        await shellEnd.value
    }

    /// Lets the server finish the requests under way, and end; kills it where that takes too long.
    func stop() async {
        // As long as the shell has not asked for its end, no other process can have this id.
        _ = Foundation.kill(pid, SIGTERM)
        let limit = Self.limit(leash)
        await serverEnd.value
        limit.cancel()
        try? leash.close()
        await shellEnd.value
    }

    /// Kills the server after a while, unless that is cancelled.
    private static func limit(_ leash: FileHandle) -> Task<Void, any Error> {
        Task {
            try await Task.sleep(for: timeLimit)
            try leash.close()
        }
    }

    /// A shell to be started, whose words are those of the server.
    private static func shell(running words: [String], _ input: Pipe, _ output: Pipe) -> Process {
        let shell = Process()
        shell.executableURL = URL(fileURLWithPath: "/bin/sh")
        shell.arguments = ["-c", script, "apus"] + words
        // What is meant for servers elsewhere must not change this one.
        shell.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("APUS_") }
        shell.standardInput = input
        shell.standardOutput = output
        return shell
    }

    /// Runs a body that starts a process, which inherits what signals come through: threads of tasks may hold them off,
    /// and the shell would not be told that the server has ended.
    private static func withAllSignals(_ body: () throws -> Void) rethrows {
        var (none, before) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &before)
        defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
        try body()
    }

    private static func end(of process: Process) -> Task<Void, Never> {
        let (ends, ended) = AsyncStream.makeStream(of: Never.self)
        process.terminationHandler = { _ in ended.finish() }
        return Task { for await _ in ends {} }
    }

    /// The lines that come, until nobody can write any more. They are read on a thread of their own, which waits.
    private static func lines(from handle: FileHandle) -> AsyncStream<String> {
        let (lines, feed) = AsyncStream.makeStream(of: String.self)
        Thread.detachNewThread {
            var (rest, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 4_096))
            while true {
                let count = read(handle.fileDescriptor, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { break }
                rest += buffer[..<count]
                while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    feed.yield(String(decoding: rest[..<end], as: UTF8.self))
                    rest.removeSubrange(...end)
                }
            }
            feed.finish()
        }
        return lines
    }
}

/// What the shell and the server write at the start: the id of the server's process, and where it is ready.
struct StartLines: Equatable {
    private(set) var pid: pid_t?
    private(set) var port: Int?

    init() {}

    /// Takes in lines until both are known, or no more come.
    init(_ lines: AsyncStream<String>) async {
        for await line in lines {
            take(line)
            if pid != nil, port != nil { return }
        }
    }

    mutating func take(_ line: String) {
        if let number = pid_t(line) { pid = number }
        if let match = line.firstMatch(of: /^apus is ready at http:\/\/127\.0\.0\.1:(\d+),/) { port = Int(match.1) }
    }
}
