// What a test does with a server, wherever that runs.

import Apus
import Foundation

/// A server that belongs to a test: ``TestServer`` runs in the test's own process, ``TestProcess`` beside it.
///
/// Whatever a test needs of a server is here, so that the same code can be run against either.
public protocol ApusServer: Sendable {
    /// Where the server answers: a port of 127.0.0.1 that was free. It stays the same as long as there is the server.
    var endpoint: Endpoint { get }
    /// The region that the server gives callers who name none, and for which its clients sign.
    var region: String { get }
    /// The server's clock.
    var clock: TestClock { get }
    /// The faults that the server makes on purpose.
    var faults: TestFaults { get }

    /// Finishes the requests under way, ends the server, and forgets its tables. Calling it again does nothing.
    func stop() async
}

extension ApusServer {
    /// A configuration for clients of this server: its endpoint, its region, and made-up credentials.
    public var configuration: ClientConfiguration {
        ClientConfiguration(endpoint: endpoint, region: region)
    }

    /// A client of this server, with connections of its own.
    ///
    /// - Parameters:
    ///   - retries: how calls are repeated; `.none` for a test that wants to see each refusal.
    ///   - accessKeyID: who the caller says it is; fault rules may ask for it.
    public func client(
        retries: any RetryStrategy = StandardRetries(),
        accessKeyID: String = "apus"
    ) -> DynamoDBClient {
        var configuration = configuration
        configuration.retries = retries
        configuration.credentials = StaticCredentials(accessKeyID: accessKeyID, secretAccessKey: "apus")
        return DynamoDBClient(configuration)
    }
}
