// The changes in the stream of a table, as a test sees them.

import ApusModel
import ApusStorage
import ApusThroughput

@testable import ApusDatabase

/// A change, read as a whole.
struct ReadChange: Equatable {
    let number: SequenceNumber
    let kind: ChangeKind
    var isExpiry = false
    let key: Item
    let old: Item?
    let new: Item?
}

extension Database {
    /// Creates a table with a stream; its throughput is provisioned, so that there is one shard for each 1,000 units.
    @discardableResult
    func createStreamingTable(
        _ name: String = "Cats",
        _ viewType: StreamViewType = .newAndOldImages,
        writeUnits: Int = 1,
        indexes: [IndexDefinition] = []
    ) async throws -> Table {
        let name = TableName(name)!
        return try await waiting { completion in
            createTable(named: name, in: "eu-north-1", completingOn: ImmediateExecutor.shared) { moment in
                var definition = TableDefinition(
                    name: name,
                    region: "eu-north-1",
                    uniqueID: "id",
                    keySchema: KeySchema(partition: .string("id")),
                    creationTime: moment.now,
                    readyTime: moment.ready,
                    throughput: ThroughputSettings(
                        provisioned: ThroughputUnits(readUnits: 1, writeUnits: writeUnits)
                    ),
                    indexes: indexes
                )
                definition.settings.stream = TableStream(viewType: viewType)
                definition.settings.lastStreamTime = moment.now
                return definition
            } completion: {
                completion($0)
            }
        }
    }

    /// Enables the stream of a table, or disables it.
    @discardableResult
    func setStream(of name: String = "Cats", _ viewType: StreamViewType?) async throws -> Table {
        try await alterTable(name) { definition, moment in
            definition.settings.stream = viewType.map { TableStream(viewType: $0) }
            if viewType != nil { definition.settings.lastStreamTime = moment.now }
        }
    }

    /// The streams of a table, the newest last.
    func allStreams(of name: String = "Cats") -> [Stream] {
        streams.streams(in: "eu-north-1", ofTable: TableName(name)!)
    }

    /// The newest stream of a table, with its shards as they are by now.
    func stream(of name: String = "Cats") async throws -> Stream {
        let stream = allStreams(of: name).last!
        return try await waiting { currentState(of: stream, completingOn: ImmediateExecutor.shared, completion: $0) }
    }

    /// Reads one part of a shard.
    func changes(
        in shard: Shard,
        of stream: Stream,
        from position: SequenceNumber? = nil,
        limit: Int = 1_000
    ) async throws -> (changes: [ReadChange], next: SequenceNumber?) {
        let read = ShardRead(of: shard, in: stream, from: position ?? shard.startingNumber, limit: limit)
        return try await waiting { completion in
            readChanges(read, completingOn: ImmediateExecutor.shared) { changes in
                var found: [ReadChange] = []
                let next = try changes.forEach { change throws(StorageError) in found.append(try ReadChange(change)) }
                return (changes: found, next: next)
            } completion: {
                completion($0)
            }
        }
    }

    /// All changes of the newest stream of a table, in the order of their numbers.
    func changes(of name: String = "Cats") async throws -> [ReadChange] {
        let stream = try await stream(of: name)
        var all: [ReadChange] = []
        for shard in stream.shards { all += try await changes(in: shard, of: stream).changes }
        return all.sorted { $0.number < $1.number }
    }

    /// Renews the shards of a table's stream.
    @discardableResult
    func renewShards(of name: String = "Cats", _ renewal: ShardRenewal) async throws -> Stream {
        let stream = try await stream(of: name)
        return try await waiting { renewShards(of: stream, renewal, completion: $0) }
    }
}

extension ReadChange {
    init(_ change: ChangeRecord) throws(StorageError) {
        self.init(
            number: change.number,
            kind: change.kind,
            isExpiry: change.isExpiry,
            key: try Self.item(change.key)!,
            old: try Self.item(change.old),
            new: try Self.item(change.new)
        )
    }

    private static func item(_ row: RowReader?) throws(StorageError) -> Item? {
        var row = row
        return try row?.readItem()
    }
}
