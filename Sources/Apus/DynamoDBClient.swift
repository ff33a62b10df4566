// A client of DynamoDB, and the way of a call to the service and back.

import ApusModel
import ApusSigning
import Logging

/// Calls the operations of one endpoint, on AWS or on apus.
///
/// Each operation is a method, such as ``getItem(_:)``, and a value that can be sent, such as ``GetItemCommand``. A
/// client may be used by any number of tasks at a time; a copy shares its connections, its retries and what was learnt
/// from the answers. The connections close when the last copy is gone, or at once by ``shutDown()``.
///
/// ```swift
/// let client = DynamoDBClient(ClientConfiguration(endpoint: "http://127.0.0.1:8000"))
/// let answer = try await client.getItem(GetItemInput(tableName: "Films", key: ["title": "Metropolis"]))
/// ```
public struct DynamoDBClient: Sendable {
    /// What the client was set up with.
    public private(set) var configuration: ClientConfiguration
    private let transport: any Transport
    private let clockCorrection = ClockCorrection()
    let clock: any WallClock
    private var way: Middleware.Next
    /// What paces the retries of this client and of whatever works through it.
    let pacing: Pacing

    /// A client with connections of its own.
    ///
    /// A file of certificates that it is to trust is read when the first connection is made: where that fails, calls
    /// throw `CallError.unreachable`.
    public init(_ configuration: ClientConfiguration) {
        self.init(configuration, transport: HTTPTransport(configuration.transport))
    }

    /// A client that sends its requests over a transport of the caller's.
    public init(_ configuration: ClientConfiguration, transport: any Transport) {
        self.init(configuration, transport: transport, pacing: .system)
    }

    package init(
        _ configuration: ClientConfiguration,
        transport: any Transport,
        pacing: Pacing,
        clock: any WallClock = SystemClock()
    ) {
        self.configuration = configuration
        self.transport = transport
        self.pacing = pacing
        self.clock = clock
        way = { _ async throws(CallError) in throw .notSent("the client is being set up") }
        way = wayOut()
    }

    // MARK: Copies

    /// A copy whose calls begin no attempt once they have taken this long; an attempt under way runs to its end.
    public func limited(to callTime: Duration) -> DynamoDBClient {
        changed { $0.callTime = callTime }
    }

    /// A copy that repeats calls by another strategy.
    public func retrying(by strategy: any RetryStrategy) -> DynamoDBClient {
        changed { $0.retries = strategy }
    }

    private func changed(_ change: (inout ClientConfiguration) -> Void) -> DynamoDBClient {
        var copy = self
        change(&copy.configuration)
        copy.way = copy.wayOut()
        return copy
    }

    // MARK: Calls

    /// Sends a command: through the middleware, repeated where that may help, signed, and its answer checked.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal. Cancelling the task ends a wait between attempts at
    ///   once; an attempt under way is broken off.
    public func send<Sent: Command>(_ command: Sent) async throws(CallError) -> Sent.Output {
        let request = ClientRequest(
            operation: Sent.operation,
            endpoint: configuration.endpoint(of: Sent.service),
            headers: [
                "content-type": "application/x-amz-json-1.0", "x-amz-target": Sent.target, "user-agent": "apus",
            ],
            body: command.body(),
            read: { body throws(CallError) in try Sent.output(from: body) }
        )
        let answer = try await way(request)
        if let output = answer.output as? Sent.Output { return output }
        return try Sent.output(from: answer.body)
    }

    /// Closes the connections, for all copies. Calls that are under way fail.
    public func shutDown() async {
        await transport.shutDown()
    }

    // MARK: The way of a call

    private func wayOut() -> Middleware.Next {
        let signer = RequestSigner(region: configuration.region, service: "dynamodb")
        let signing = Signing(
            credentials: configuration.credentials,
            signer: signer,
            clock: clock,
            correction: clockCorrection
        )
        let retrying = Retrying(
            strategy: configuration.retries,
            callTime: configuration.callTime,
            pacing: pacing,
            clock: clock,
            correction: clockCorrection,
            logger: configuration.logger,
            metrics: configuration.metrics
        )
        let attempt: [any Middleware] = configuration.attemptMiddleware + [signing, Checking()]
        let all: [any Middleware] = configuration.callMiddleware + [retrying] + attempt
        return all.reversed().reduce(sending(over: transport)) { next, middleware in middleware.ahead(of: next) }
    }

    private func sending(over transport: any Transport) -> Middleware.Next {
        { request async throws(CallError) in
            do throws(TransportError) {
                return try await transport.send(request)
            } catch {
                throw .unreachable(error.reason)
            }
        }
    }
}
