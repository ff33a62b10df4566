// The code of the page about the changes of tables.

import ApusTesting
import Foundation
import Testing

struct ChangesPage {
    /// Keeps a copy of a table up to date until its stream ends.
    func follow(_ films: Table<Film>, checkpointsIn folder: String) async throws -> [String: Film] {
        let client = films.client
        var copy: [String: Film] = [:]
        let checkpoints = FileCheckpoints(folder: folder)
        for try await change in client.changes(ofTable: "Films", checkpoints: checkpoints) {
            guard let title = change.keys["title"]?.asString else { continue }
            copy[title] = try change.newImage.map { try ItemDecoder().decode(Film.self, from: $0) }
        }
        return copy
    }

    /// Sends changes somewhere, so many at a time.
    func forward(_ client: DynamoDBClient, send: ([StreamChange]) async throws -> Void) async throws -> [StreamGap] {
        var options = StreamReadOptions()
        options.passesGaps = true
        let changes = client.changes(ofTable: "Films", from: .latest, options: options)
        for try await batch in changes.batches(upTo: 100) {
            try await send(batch.changes)
            try await changes.commit(batch)
        }
        return await changes.gaps
    }

    @Test func `the changes of a stream come in their order, one by one and in batches`() async throws {
        let client = DynamoDBClient(ClientConfiguration(endpoint: "http://127.0.0.1:8000"), transport: OneShard())
        let films = Table("Films", of: Film.self, partitionKey: "title", client: client)
        let folder = NSTemporaryDirectory() + "changes-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }

        #expect(try await follow(films, checkpointsIn: folder) == ["M": Film(title: "M", year: 1931)])
        // What was processed to its end is not read again.
        #expect(try await follow(films, checkpointsIn: folder) == [:])
        let changes = client.changes(ofTable: "Films").batches()
        #expect(try await changes.reduce(0) { $0 + $1.changes.count } == 2)
        #expect(try await forward(client) { _ in Issue.record("nothing comes up any more") } == [])
    }
}

/// A stream that was disabled, with two changes in its one shard.
struct OneShard: Transport {
    private static let answers = [
        "ListStreams": #"{"Streams": [{"StreamArn": "arn:films", "StreamLabel": "2026"}]}"#,
        "DescribeStream": """
        {"StreamDescription": {"StreamStatus": "DISABLED", "Shards": [{"ShardId": "s", "SequenceNumberRange":
        {"StartingSequenceNumber": "1", "EndingSequenceNumber": "2"}}]}}
        """,
        "GetShardIterator": #"{"ShardIterator": "i"}"#,
        "GetRecords": """
        {"Records": [{"eventName": "INSERT", "dynamodb": {"SequenceNumber": "1", "Keys": {"title": {"S": "M"}},
        "NewImage": {"title": {"S": "M"}, "year": {"N": "1930"}}}}, {"eventName": "MODIFY", "dynamodb":
        {"SequenceNumber": "2", "Keys": {"title": {"S": "M"}}, "NewImage": {"title": {"S": "M"}, "year": {"N": "1931"}}}}]}
        """,
    ]

    func send(_ request: ClientRequest) async throws(TransportError) -> ClientAnswer {
        ClientAnswer(status: 200, body: Array((Self.answers[request.operation] ?? "").utf8))
    }

    func shutDown() async {}
}
