// What the reading of a stream needs of a service, and how a client gives it.

import ApusModel
import Foundation

/// The shards of a stream, as a service lists them.
struct StreamListing: Sendable {
    let shards: [Shard]
    /// Whether the stream takes down no more, and so gets no other shards.
    let isDisabled: Bool
}

/// The calls that the reading of a stream is made of. Whoever calls repeats them.
protocol StreamService: Sendable {
    /// The streams of a table that can still be read, the oldest first.
    func streams(ofTable table: String) async throws(CallError) -> [String]
    /// All shards of a stream.
    func listing(ofStream stream: String) async throws(CallError) -> StreamListing
    /// An iterator for a place in a shard.
    func iterator(
        at position: ShardPosition,
        ofShard shard: String,
        in stream: String
    ) async throws(CallError) -> String
    /// The records from an iterator on.
    func records(at iterator: String, limit: Int) async throws(CallError) -> GetRecordsOutput
    /// What tells the time, waits and draws lots.
    var pacing: Pacing { get }
    /// What time it is.
    var time: Timestamp { get }
}

/// The streams of a client.
struct ClientStreams: StreamService {
    private let client: DynamoDBClient
    private let onceClient: DynamoDBClient

    init(_ client: DynamoDBClient) {
        self.client = client
        onceClient = client.retrying(by: .none)
    }

    var pacing: Pacing { client.pacing }
    var time: Timestamp { client.clock.now }

    func streams(ofTable table: String) async throws(CallError) -> [String] {
        var streams: [StreamSummary] = []
        for try await page in client.pages(of: ListStreamsCommand(ListStreamsInput(tableName: table))) {
            streams += page.streams
        }
        // A label is a time that sorts as text.
        return streams.sorted { ($0.streamLabel ?? "") < ($1.streamLabel ?? "") }.compactMap(\.streamArn)
    }

    func listing(ofStream stream: String) async throws(CallError) -> StreamListing {
        var input = DescribeStreamInput(streamArn: stream)
        var shards: [Shard] = []
        // As the first page has it: what closes later will be listed again.
        var isDisabled: Bool?
        while true {
            guard let description = try await client.describeStream(input).streamDescription else {
                throw .unreadable("a description without a stream")
            }
            shards += description.shards ?? []
            isDisabled = isDisabled ?? (description.streamStatus == .disabled)
            guard let last = description.lastEvaluatedShardID else { break }
            guard last != input.exclusiveStartShardID else {
                throw .unreadable("the next page is said to begin where this one began")
            }
            input.exclusiveStartShardID = last
        }
        return StreamListing(shards: shards, isDisabled: isDisabled ?? false)
    }

    func iterator(
        at position: ShardPosition,
        ofShard shard: String,
        in stream: String
    ) async throws(CallError) -> String {
        var input = GetShardIteratorInput(streamArn: stream, shardID: shard, shardIteratorType: .trimHorizon)
        switch position {
        case .trimHorizon: break
        case .latest: input.shardIteratorType = .latest
        case .time(let time):
            input.shardIteratorType = .atTimestamp
            input.timestamp = Date(time)
        case .after(let sequenceNumber):
            input.shardIteratorType = .afterSequenceNumber
            input.sequenceNumber = sequenceNumber
        }
        guard let iterator = try await onceClient.getShardIterator(input).shardIterator else {
            throw .unreadable("an answer without an iterator")
        }
        return iterator
    }

    func records(at iterator: String, limit: Int) async throws(CallError) -> GetRecordsOutput {
        try await onceClient.getRecords(GetRecordsInput(shardIterator: iterator, limit: limit))
    }
}
