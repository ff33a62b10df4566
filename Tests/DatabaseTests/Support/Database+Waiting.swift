// A database whose answers a test waits for.

import ApusModel
import ApusStorage
import ApusThroughput
import Logging

@testable import ApusDatabase

extension Database {
    /// A database that is quiet, and whose background work happens in order.
    static func forTests(
        _ store: any Store = MemoryStore(),
        clock: any WallClock = ManualClock(),
        transitionDelay: Duration = .zero,
        itemCollectionBytes: Int = Limits.itemCollectionBytes,
        throughput: ThroughputRules = .unlimited,
        staleness: Duration = .zero,
        expiryDelay: Duration = .zero,
        expiryPace: Int? = nil
    ) throws -> Database {
        try Database(
            store: store,
            settings: DatabaseSettings(
                transitionDelay: transitionDelay,
                workerThreads: 1,
                itemCollectionBytes: itemCollectionBytes,
                throughput: throughput,
                staleness: staleness,
                expiryDelay: expiryDelay,
                expiryPace: expiryPace
            ),
            clock: clock,
            logger: Logger(label: "tests", factory: { _ in SwiftLogNoOpLogHandler() })
        )
    }

    @discardableResult
    func createTable(
        _ name: String = "Cats",
        in region: String = "eu-north-1",
        partition: KeyAttributeType = .string,
        sort: KeyAttributeType? = nil
    ) async throws -> Table {
        let keys = KeySchema(
            partition: KeyAttribute(name: "id", type: partition),
            sort: sort.map { KeyAttribute(name: "at", type: $0) }
        )
        return try await createTable(name, in: region, keys: keys, indexes: [])
    }

    /// Creates a table with indexes, whose partition key is `id` and whose sort key, where it has one, is `at`.
    @discardableResult
    func createTable(
        _ name: String = "Cats",
        in region: String = "eu-north-1",
        keys: KeySchema = KeySchema(partition: .string("id"), sort: .number("at")),
        indexes: [IndexDefinition]
    ) async throws -> Table {
        let name = TableName(name)!
        return try await waiting { completion in
            createTable(named: name, in: region, completingOn: ImmediateExecutor.shared) { moment in
                var definition = TableDefinition(
                    name: name,
                    region: region,
                    uniqueID: "id",
                    keySchema: keys,
                    creationTime: moment.now,
                    readyTime: moment.ready,
                    indexes: indexes
                )
                definition.lastOnDemandTime = moment.now
                return definition
            } completion: {
                completion($0)
            }
        }
    }

    @discardableResult
    func alterTable(
        _ name: String = "Cats",
        _ alteration: @escaping @Sendable (inout TableDefinition, Moment) throws -> Void
    ) async throws -> Table {
        try await waiting { completion in
            alterTable(
                named: TableName(name)!,
                in: "eu-north-1",
                completingOn: ImmediateExecutor.shared,
                alteration,
                completion: completion
            )
        }
    }

    @discardableResult
    func deleteTable(_ name: String = "Cats", in region: String = "eu-north-1") async throws -> Table {
        try await waiting { completion in
            deleteTable(
                named: TableName(name)!,
                in: region,
                completingOn: ImmediateExecutor.shared,
                completion: completion
            )
        }
    }

    /// Applies changes in one transaction.
    @discardableResult
    func apply(_ changes: ItemChange...) async throws -> [ItemOutcome] {
        try await waiting { apply(changes, completingOn: ImmediateExecutor.shared, completion: $0) }
    }

    func put(_ items: Item..., in table: Table) async throws {
        try await put(items, in: table)
    }

    func put(_ items: [Item], in table: Table) async throws {
        let changes = items.map { ItemChange.put($0, in: table) }
        _ = try await waiting { apply(changes, completingOn: ImmediateExecutor.shared, completion: $0) }
    }

    /// The item with this key; nil where there is none.
    func item(_ key: PrimaryKey, of table: Table, isConsistent: Bool = true) async throws -> Item? {
        let read = ItemRead(of: key, in: table, isConsistent: isConsistent)
        let rendered: RenderedItem = try await waiting { completion in
            readItem(read, completingOn: ImmediateExecutor.shared) { row throws(StorageError) in
                var row = row
                return EncodedRow(try row.readItem()).bytes
            } completion: {
                completion($0)
            }
        }
        return try rendered.bytes?.withUnsafeBytes { bytes in
            var row = try RowReader(bytes)
            return try row.readItem()
        }
    }

    /// The items of a page, and how it ended.
    func page(_ request: PageRequest) async throws -> (items: [Item], end: PageEnd) {
        try await waiting { completion in
            readPage(request, completingOn: ImmediateExecutor.shared) { rows in
                var items: [Item] = []
                let end = try rows.forEach { row throws(StorageError) in
                    var reader = try RowReader(row)
                    items.append(try reader.readItem())
                }
                return (items: items, end: end)
            } completion: {
                completion($0)
            }
        }
    }

    /// Waits until the one worker thread has done what it was given before.
    func finishBackgroundWork() async {
        await withCheckedContinuation { continuation in workers.run { continuation.resume() } }
    }

    func waiting<Answer: Sendable>(
        for start: (@escaping @Sendable (Result<Answer, any Error>) -> Void) -> Void
    ) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            start { continuation.resume(with: $0) }
        }
    }
}
