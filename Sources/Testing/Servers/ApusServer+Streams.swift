// The shards of streams, for tests of those who read them.

import Apus

extension ApusServer {
    /// Splits every open shard of a table's stream: it is closed, and two others take its place.
    ///
    /// - Throws: `TestServerError` where the table has no stream, or the server does not answer.
    public func splitShards(ofTable table: String) async throws(TestServerError) {
        _ = try await AdminCalls(endpoint: endpoint).call(.post, "streams/\(table)/split?region=\(region)")
    }

    /// Closes every open shard of a table's stream and opens another in its place, as the service does every few hours.
    ///
    /// - Throws: `TestServerError` where the table has no stream, or the server does not answer.
    public func rollShards(ofTable table: String) async throws(TestServerError) {
        _ = try await AdminCalls(endpoint: endpoint).call(.post, "streams/\(table)/roll?region=\(region)")
    }
}
