// What becomes of single items.

import ApusExpressions
import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

struct DatabaseItemsTests {
    private static let tom = PrimaryKey(partition: "tom", sort: nil)

    private let database: Database
    private let table: Table

    init() async throws {
        database = try Database.forTests()
        table = try await database.createTable()
    }

    @Test func `a put stores an item, and the next replaces it`() async throws {
        let first = try await database.apply(change(.put(["id": "tom", "old": 1]), images: .old))
        let second = try await database.apply(change(.put(["id": "tom", "new": true]), images: [.old, .new]))

        #expect(first[0].old == nil)
        #expect(first[0].oldSize == 0)
        #expect(first[0].newSize == 10)
        #expect(second[0].old == ["id": "tom", "old": 1])
        #expect(second[0].new == ["id": "tom", "new": true])
        #expect(second[0].oldSize == 10)
        #expect(second[0].newSize == 9)
        #expect(try await item() == ["id": "tom", "new": true])
    }

    @Test func `a delete takes an item away, or nothing`() async throws {
        try await database.put(["id": "tom"], in: table)

        let first = try await database.apply(change(.delete, images: .old))
        let second = try await database.apply(change(.delete, images: .old))

        #expect(first[0].old == ["id": "tom"])
        #expect(first[0].oldSize == 5)
        #expect(first[0].newSize == 0)
        #expect(second[0].old == nil)
        #expect(second[0].oldSize == 0)
        #expect(try await item() == nil)
    }

    @Test func `an update changes an item, or creates it`() async throws {
        let add = try Update("ADD visits :one", values: [(":one", 1)])

        let first = try await database.apply(change(.update(add), images: [.old, .new]))
        let second = try await database.apply(change(.update(add), images: [.old, .new]))

        #expect(first[0].old == nil)
        #expect(first[0].new == ["id": "tom", "visits": 1])
        #expect(second[0].old == ["id": "tom", "visits": 1])
        #expect(second[0].new == ["id": "tom", "visits": 2])
        #expect(try await item() == ["id": "tom", "visits": 2])
    }

    @Test func `an update without an expression creates the key alone`() async throws {
        let outcomes = try await database.apply(change(.update(nil), images: .new))

        #expect(outcomes[0].new == ["id": "tom"])
        #expect(try await item() == ["id": "tom"])
    }

    @Test func `removing from an item that is not there leaves it so`() async throws {
        let outcomes = try await database.apply(change(.update(try Update("REMOVE a")), images: [.old, .new]))

        #expect(outcomes[0].new == nil)
        #expect(outcomes[0].newSize == 0)
        #expect(try await item() == nil)
        #expect(try database.statistics(of: table) == TableStatistics())
    }

    @Test(arguments: [
        ("attribute_exists(id)", false, true), ("attribute_not_exists(id)", true, false), ("n = :n", false, true),
        ("n < :n", false, false),
        ("attribute_not_exists(id) OR n = :n", true, true),
    ])
    func `a condition is tested on what is there`(text: String, holdsOnNothing: Bool, holdsOnItem: Bool) async throws {
        let values = text.contains(":n") ? [(key: ":n", value: AttributeValue.number(7))] : nil
        let delete = change(.delete, condition: try Condition(text, values: values))

        let onNothing = (try? await database.apply(delete)) != nil
        try await database.put(["id": "tom", "n": 7], in: table)
        let onItem = (try? await database.apply(delete)) != nil

        #expect(onNothing == holdsOnNothing)
        #expect(onItem == holdsOnItem)
        #expect((try await item() == nil) == holdsOnItem)
    }

    @Test func `a failed condition tells the item where it is asked to`() async throws {
        try await database.put(["id": "tom", "n": 7], in: table)
        let condition = try Condition("attribute_not_exists(id)")

        await #expect(throws: ServiceError.conditionalCheckFailed) {
            try await database.apply(change(.put(["id": "tom"]), condition: condition))
        }
        await #expect(
            throws: ServiceError(
                .conditionalCheckFailed,
                "The conditional request failed",
                item: ["id": "tom", "n": 7]
            )
        ) {
            try await database.apply(change(.put(["id": "tom"]), condition: condition, tellsConflict: true))
        }
    }

    @Test func `a failed condition on no item tells none`() async throws {
        await #expect(throws: ServiceError.conditionalCheckFailed) {
            try await database.apply(
                change(.delete, condition: try Condition("attribute_exists(id)"), tellsConflict: true)
            )
        }
    }

    @Test func `changes of one call take effect together or not at all`() async throws {
        let other = ItemChange.put(["id": "other"], in: table)
        let refused = change(.delete, condition: try Condition("attribute_exists(id)"))

        await #expect(throws: ServiceError.conditionalCheckFailed) { try await database.apply(other, refused) }

        #expect(try await database.item(other.key, of: table) == nil)
        #expect(try database.statistics(of: table) == TableStatistics())
    }

    @Test func `changes of one call see those before them`() async throws {
        let put = ItemChange.put(["id": "tom", "n": 1], in: table)
        let add = change(.update(try Update("ADD n :one", values: [(":one", 1)])), images: .new)

        let outcomes = try await database.apply(put, add)

        #expect(outcomes[1].new == ["id": "tom", "n": 2])
    }

    @Test func `an update must not let an item grow beyond 400 KB`() async throws {
        let largest = Limits.itemBytes - "idtoms".utf8.count
        func set(_ length: Int) throws -> ItemChange {
            let text = AttributeValue.string(String(repeating: "x", count: length))
            return change(.update(try Update("SET s = :s", values: [(":s", text)])))
        }

        let outcomes = try await database.apply(try set(largest))
        await #expect(
            throws: ServiceError.validation("Item size to update has exceeded the maximum allowed size")
        ) {
            try await database.apply(try set(largest + 1))
        }

        #expect(outcomes[0].newSize == Limits.itemBytes)
    }

    @Test func `an update must not nest lists deeper than the service allows`() async throws {
        let deepest = (1..<Limits.nestingLevels).reduce(AttributeValue.list([])) { inner, _ in .list([inner]) }
        try await database.put(["id": "tom", "deep": deepest], in: table)
        let nest = try Update(
            "SET deeper = list_append(:empty, :list)",
            values: [(":empty", []), (":list", [deepest])]
        )

        await #expect(throws: ServiceError.tooManyNestingLevels) { try await database.apply(change(.update(nest))) }

        #expect(try await item() == ["id": "tom", "deep": deepest])
    }

    @Test func `an item is rendered as its reader wants it, and tells its size`() async throws {
        try await database.put(["id": "tom", "n": 1], in: table)

        let read = ItemRead(of: Self.tom, in: table, isConsistent: true)
        let rendered = try await withCheckedThrowingContinuation { continuation in
            database.readItem(read, completingOn: ImmediateExecutor.shared) { row throws(StorageError) in
                var row = row
                return [UInt8(try row.readCount())]
            } completion: {
                continuation.resume(with: $0)
            }
        }

        #expect(rendered.bytes == [2])
        #expect(rendered.size == 8)
    }

    @Test func `rows of many keys come in the order of the keys`() async throws {
        try await database.put(["id": "a"], ["id": "c"], in: table)
        let reads = ["c", "b", "a"].map {
            ItemRead(of: PrimaryKey(partition: .string($0), sort: nil), in: table, isConsistent: $0 == "b")
        }

        let rows = try await withCheckedThrowingContinuation { continuation in
            database.readItems(reads, completingOn: ImmediateExecutor.shared) { rows in
                var found: [Bool] = []
                try rows.forEach { position, row throws(StorageError) in
                    precondition(position == found.count)
                    found.append(row != nil)
                }
                return found
            } completion: {
                continuation.resume(with: $0)
            }
        }

        #expect(rows == [true, false, true])
        #expect(Set(reads.map(\.place) + [reads[0].place]).count == 3)
    }

    private func item() async throws -> Item? {
        try await database.item(Self.tom, of: table)
    }

    private enum Action {
        case put(Item), update(Update?), delete
    }

    private func change(
        _ action: Action,
        condition: Condition? = nil,
        images: ItemImages = [],
        tellsConflict: Bool = false
    ) -> ItemChange {
        let wanted: ItemChange.Action =
            switch action {
            case .put(let item): .put(EncodedRow(item), item)
            case .update(let update): .update(update)
            case .delete: .delete
            }
        return ItemChange(
            table: table,
            key: Self.tom,
            action: wanted,
            condition: condition,
            images: images,
            tellsConflict: tellsConflict
        )
    }
}
