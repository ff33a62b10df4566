// A server in the process of the test.

import Apus

/// A server in this process, at a free port of 127.0.0.1, with tables of its own in memory.
///
/// Each one begins without tables and sees nothing of any other, so tests that have one each may run side by side. It
/// ends with ``stop()``, or when nobody holds it any more.
///
/// ```swift
/// let server = try await TestServer.start(TestServerOptions(clock: .manual))
/// try await server.createTable("Films", partitionKey: ("title", .s))
/// try await server.clock.advance(by: .seconds(300))
/// await server.stop()
/// ```
public final class TestServer: ApusServer {
    /// Where the server answers.
    public let endpoint: Endpoint
    /// The region of the options.
    public let region: String
    /// The server's clock.
    public let clock: TestClock
    /// The faults that the server makes on purpose.
    public let faults: TestFaults
    private let running: RunningServer

    private init(_ running: RunningServer, region: String) throws(TestServerError) {
        endpoint = try .onThisMachine(port: running.port)
        self.region = region
        let calls = AdminCalls(endpoint: endpoint)
        clock = TestClock(calls)
        faults = TestFaults(calls)
        self.running = running
    }

    deinit {
        let running = running
        Task { await running.stop() }
    }

    /// Starts a server, which serves once this returns.
    ///
    /// - Throws: `TestServerError` where the options hold fault rules that cannot be; what the system says where there
    ///   is no port or no memory.
    public static func start(_ options: TestServerOptions = TestServerOptions()) async throws -> TestServer {
        let running = try await RunningServer.start(options)
        do {
            let server = try TestServer(running, region: options.region)
            try await server.faults.begin(seed: options.seed, rules: options.faults)
            return server
        } catch {
            await running.stop()
            throw error
        }
    }

    /// Finishes the requests under way, ends the server, and forgets its tables. Calling it again does nothing.
    public func stop() async {
        await running.stop()
    }
}

extension Endpoint {
    static func onThisMachine(port: Int) throws(TestServerError) -> Endpoint {
        guard let endpoint = Endpoint("http://127.0.0.1:\(port)") else {
            throw TestServerError("The server listens at \(port), which is no port")
        }
        return endpoint
    }
}
