// A server beside the process of the test, that can be killed.

import Apus

/// A server in a process of its own: the binary `apus`, at a free port of 127.0.0.1, over a new directory of data that
/// goes with it.
///
/// It can be killed and restarted, and has then everything that it had acknowledged. It ends with ``stop()``, when nobody
/// holds it any more, and with the test's process, however that ends.
///
/// ```swift
/// let server = try await TestProcess.start()
/// await server.kill()
/// try await server.restart()
/// ```
public final class TestProcess: ApusServer {
    /// Where the server answers.
    public let endpoint: Endpoint
    /// The region of the options.
    public let region: String
    /// The server's clock.
    public let clock: TestClock
    /// The faults that the server makes on purpose.
    public let faults: TestFaults
    private let options: TestServerOptions
    private let runs: ProcessRuns

    private init(_ runs: ProcessRuns, port: Int, options: TestServerOptions) throws(TestServerError) {
        endpoint = try .onThisMachine(port: port)
        region = options.region
        let calls = AdminCalls(endpoint: endpoint)
        clock = TestClock(calls)
        faults = TestFaults(calls)
        self.options = options
        self.runs = runs
    }

    deinit {
        let runs = runs
        Task { await runs.end(gracefully: false) }
    }

    /// Starts a server, which serves once this returns.
    ///
    /// - Parameters:
    ///   - options: how the server behaves.
    ///   - executable: the path of the binary; if left out, that of the variable `APUS_BINARY`, one that was built with
    ///     the test, or one on the `PATH`.
    /// - Throws: `TestServerError` where there is no binary, it does not serve, or the options hold fault rules that
    ///   cannot be.
    public static func start(
        _ options: TestServerOptions = TestServerOptions(),
        executable: String? = nil
    ) async throws -> TestProcess {
        let runs = try ProcessRuns(options, executable: try ApusExecutable.onThisMachine.path(named: executable))
        do {
            let server = try TestProcess(runs, port: try await runs.start(), options: options)
            try await server.faults.begin(seed: options.seed, rules: options.faults)
            return server
        } catch {
            await runs.end(gracefully: false)
            throw error
        }
    }

    /// Whether the server runs: it does until it is killed or stopped.
    public var isRunning: Bool {
        get async { await runs.isRunning }
    }

    /// Kills the server at once, whatever it is doing; its data stay. Calls to it fail until it is restarted.
    public func kill() async {
        await runs.kill()
    }

    /// Starts the server anew over the data that it has left, at the same endpoint, once it has ended.
    ///
    /// A manual clock goes on from the latest time that the test has seen of it. The fault rules are those of the options
    /// again, with counts of zero.
    ///
    /// - Throws: `TestServerError` where it does not serve, or has been stopped.
    public func restart() async throws {
        try await runs.restart(port: endpoint.port, now: clock.latest)
        try await faults.begin(seed: options.seed, rules: options.faults)
    }

    /// Finishes the requests under way, ends the server, and removes its data. Calling it again does nothing.
    public func stop() async {
        await runs.end(gracefully: true)
    }
}

/// Starts a server in a process of its own, hands it to the body, and stops it again, whether or not the body throws.
///
/// - Parameters:
///   - options: how the server behaves.
///   - executable: the path of the binary; see ``TestProcess/start(_:executable:)``.
///   - isolation: the actor that the body runs on: the caller's, if left out.
///   - body: what is done with the server.
/// - Throws: what ``TestProcess/start(_:executable:)`` and the body throw.
public func withTestProcess<Answer>(
    _ options: TestServerOptions = TestServerOptions(),
    executable: String? = nil,
    isolation: isolated (any Actor)? = #isolation,
    _ body: (TestProcess) async throws -> Answer
) async throws -> Answer {
    let server = try await TestProcess.start(options, executable: executable)
    do {
        let answer = try await body(server)
        await server.stop()
        return answer
    } catch {
        await server.stop()
        throw error
    }
}
