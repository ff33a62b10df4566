// What the log tells of changes, and of which it tells nothing.

import ApusExpressions
import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

struct ChangeLogTests {
    @Test(arguments: StoreKind.allCases)
    func `each change of an item is told once, in order`(store: StoreKind) async throws {
        let database = try Database.forTests(try store.makeStore())
        let table = try await database.createStreamingTable()

        try await database.put(["id": "tom", "n": 1], in: table)
        try await database.put(["id": "tom", "n": 2], in: table)
        try await database.apply(try .update("SET n = :n", [(":n", 3)], of: ["id": "tom"], in: table))
        try await database.apply(.delete(["id": "tom"], in: table))

        let changes = try await database.changes()
        #expect(changes.map(\.kind) == [.insert, .modify, .modify, .remove])
        #expect(changes.map(\.key) == Array(repeating: ["id": "tom"], count: 4))
        #expect(changes.map { $0.old?["n"] } == [nil, 1, 2, 3])
        #expect(changes.map { $0.new?["n"] } == [1, 2, 3, nil])
        try database.close()
    }

    @Test(
        arguments: [
            (.keysOnly, nil, nil), (.newImage, nil, 2), (.oldImage, 1, nil), (.newAndOldImages, 1, 2),
        ] as [(StreamViewType, AttributeValue?, AttributeValue?)]
    )
    func `a stream shows what its view type says`(
        viewType: StreamViewType,
        old: AttributeValue?,
        new: AttributeValue?
    ) async throws {
        let database = try Database.forTests()
        let table = try await database.createStreamingTable("Cats", viewType)
        try await database.put(["id": "tom", "n": 1], in: table)

        try await database.put(["id": "tom", "n": 2], in: table)

        let change = try #require(try await database.changes().last)
        #expect(change.kind == .modify)
        #expect(change.old?["n"] == old)
        #expect(change.new?["n"] == new)
    }

    @Test(
        arguments: [
            ["id": "tom", "n": 1, "s": .stringSet(["a", "b"])], ["id": "tom", "s": .stringSet(["b", "a"]), "n": 1],
            ["n": 1, "s": .stringSet(["b", "a"]), "id": "tom"],
        ] as [Item]
    )
    func `a put that changes nothing is not told`(item: Item) async throws {
        let database = try Database.forTests()
        let table = try await database.createStreamingTable()
        try await database.put(["id": "tom", "n": 1, "s": .stringSet(["a", "b"])], in: table)

        try await database.put(item, in: table)

        #expect(try await database.changes().map(\.kind) == [.insert])
    }

    @Test(
        arguments: [
            ["id": "tom", "n": 2, "l": ["a", "b"]], ["id": "tom", "n": 1, "l": ["b", "a"]],
            ["id": "tom", "m": 1, "l": ["a", "b"]], ["id": "tom", "n": 1, "l": ["a"]], ["id": "tom"],
        ] as [Item]
    )
    func `a put that changes something is told`(item: Item) async throws {
        let database = try Database.forTests()
        let table = try await database.createStreamingTable()
        try await database.put(["id": "tom", "n": 1, "l": ["a", "b"]], in: table)

        try await database.put(item, in: table)

        #expect(try await database.changes().map(\.kind) == [.insert, .modify])
    }

    @Test func `an update that changes nothing, and a delete of nothing, are not told`() async throws {
        let database = try Database.forTests()
        let table = try await database.createStreamingTable()
        try await database.put(["id": "tom", "n": 1], in: table)

        try await database.apply(try .update("SET n = n", of: ["id": "tom"], in: table))
        try await database.apply(try .update("REMOVE x", of: ["id": "ann"], in: table))
        try await database.apply(.delete(["id": "ann"], in: table))

        #expect(try await database.changes().count == 1)
    }

    @Test func `what is refused is not told`() async throws {
        let database = try Database.forTests()
        let table = try await database.createStreamingTable()
        let condition = try Condition("attribute_exists(id)")
        let refused = ItemChange(
            table: table,
            key: PrimaryKey(partition: "tom", sort: nil),
            action: .put(EncodedRow(["id": "tom"]), ["id": "tom"]),
            condition: condition
        )

        await #expect(throws: ServiceError.self) { try await database.apply(.put(["id": "ann"], in: table), refused) }

        #expect(try await database.changes().isEmpty)
    }

    @Test func `a removal of an expired item says so`() async throws {
        let database = try Database.forTests()
        let table = try await database.createStreamingTable()
        try await database.put(["id": "tom"], in: table)
        let key = PrimaryKey(partition: "tom", sort: nil)

        try await database.apply(ItemChange(table: table, key: key, action: .delete, origin: .expiry))

        #expect(try await database.changes().map(\.isExpiry) == [false, true])
    }

    @Test func `the changes of one transaction have numbers of their own, in its order`() async throws {
        let database = try Database.forTests()
        let table = try await database.createStreamingTable()

        try await database.put((0..<50).map { ["id": "cat", "n": .number(Number($0))] }, in: table)

        let changes = try await database.changes()
        #expect(changes.map { $0.new?["n"] } == (0..<50).map { .number(Number($0)) })
        #expect(Set(changes.map(\.number)).count == 50)
    }

    @Test func `changes go to the shard of their partition`() async throws {
        let database = try Database.forTests()
        let table = try await database.createStreamingTable(writeUnits: 4_000)
        try await database.put((0..<100).map { ["id": .string("cat\($0)")] }, in: table)

        let stream = try await database.stream()

        #expect(stream.shards.count == 4)
        for shard in stream.shards {
            let changes = try await database.changes(in: shard, of: stream).changes
            #expect(!changes.isEmpty)
            #expect(changes.allSatisfy { shard.hashes.contains(PartitionHash(of: $0.key["id"]!).value) })
        }
        #expect(try await database.changes().count == 100)
    }

    @Test func `a table without a stream writes no log`() async throws {
        let store = MemoryStore()
        let database = try Database.forTests(store)
        let table = try await database.createTable()

        try await database.put(["id": "tom"], in: table)

        var keys = 0
        try store.snapshot().scan(KeyRange(lower: [0, 0, 0, 0, 6], upper: [0, 0, 0, 0, 9]), .forward) { _, _ in
            keys += 1
            return .next
        }
        #expect(keys == 0)
    }

    @Test func `a change in the group in which the stream is enabled is told or not, by its place`() async throws {
        let store = MemoryStore()
        let database = try Database.forTests(store)
        let table = try await database.createTable()

        try await store.holdingWriter {
            for name in ["before", "after"] {
                database.apply(
                    [.put(["id": .string(name)], in: table)],
                    completingOn: ImmediateExecutor.shared,
                    completion: { _ in }
                )
                guard name == "before" else { continue }
                database.alterTable(named: table.name, in: "eu-north-1", completingOn: ImmediateExecutor.shared) {
                    definition,
                    moment in
                    definition.settings.stream = TableStream(viewType: .newImage)
                    definition.settings.lastStreamTime = moment.now
                } completion: { _ in
                }
            }
        }

        #expect(try await database.changes().map(\.key) == [["id": "after"]])
    }
}

extension PartitionHash {
    init(of value: AttributeValue) {
        self.init(of: [UInt8](encoding: [value]))
    }
}
