// Servers that last as long as a piece of a test.

extension TestServer {
    @TaskLocal static var bound: TestServer?

    /// The server of the test that is running: the one of the trait `.apus`, or of the innermost `withTestServer`.
    ///
    /// Tasks that the test starts see it, too, but detached ones do not. There must be one.
    public static var current: TestServer {
        guard let bound else {
            preconditionFailure("no server belongs to this test; give it the trait .apus, or use withTestServer")
        }
        return bound
    }
}

/// Starts a server, hands it to the body, and stops it again, whether or not the body throws. It works in any test that
/// may wait, of Swift Testing and of XCTest.
///
/// ```swift
/// func testFilms() async throws {
///     try await withTestServer { server in
///         try await server.createTable("Films", partitionKey: ("title", .s))
///     }
/// }
/// ```
///
/// - Throws: what ``TestServer/start(_:)`` and the body throw.
public func withTestServer<Answer>(
    _ options: TestServerOptions = TestServerOptions(),
    isolation: isolated (any Actor)? = #isolation,
    _ body: (TestServer) async throws -> Answer
) async throws -> Answer {
    let server = try await TestServer.start(options)
    do {
        let answer = try await TestServer.$bound.withValue(server) { try await body(server) }
        await server.stop()
        return answer
    } catch {
        await server.stop()
        throw error
    }
}
