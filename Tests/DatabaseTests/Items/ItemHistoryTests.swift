// Random histories of writes, held against a dictionary.

import ApusExpressions
import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

struct ItemHistoryTests {
    private static let steps = 150

    @Test(arguments: StoreKind.allCases, 1...3 as ClosedRange<UInt64>)
    func `items and counters are those of the model at every step`(kind: StoreKind, seed: UInt64) async throws {
        var chance = SeededGenerator(seed: seed)
        let store = try kind.makeStore()
        let database = try Database.forTests(store)
        let table = try await database.createTable(sort: .number)
        var model = ItemModel()

        for _ in 0..<Self.steps {
            let wish = Wish.random(using: &chance)
            let expected = model.apply(wish)
            let outcome = try? await database.apply(try wish.change(in: table))[0]

            #expect((outcome != nil) == (expected != nil), "\(wish)")
            #expect(outcome?.old == expected?.old, "\(wish)")
            #expect(outcome?.new == expected?.new, "\(wish)")
            #expect(try database.statistics(of: table) == model.statistics, "\(wish)")
        }

        try await expectSame(model, in: table, of: database)
        let reopened = try Database.forTests(store)
        try await expectSame(
            model,
            in: try reopened.catalog.activeTable(named: table.name, in: "eu-north-1"),
            of: reopened
        )
    }

    private func expectSame(_ model: ItemModel, in table: Table, of database: Database) async throws {
        for (key, item) in model.items {
            #expect(try await database.item(key.primaryKey, of: table) == item)
        }
        let page = try await database.page(PageRequest(table: table, scope: .segment(0, of: 1)))
        #expect(page.items.count == model.items.count)
        #expect(page.end.scannedBytes == model.statistics.table.sizeBytes)
        #expect(try database.statistics(of: table) == model.statistics)
    }
}

/// The keys that histories are about: few, so that writes meet.
private struct ModelKey: Hashable {
    let id: String
    let at: Int

    var item: Item { ["id": .string(id), "at": .number(Number(at))] }
    var primaryKey: PrimaryKey { PrimaryKey(partition: .string(id), sort: .number(Number(at))) }
}

/// A write, in terms simple enough for the model.
private struct Wish {
    enum Action {
        case put(text: String)
        case add(Int)
        case remove
        case delete
    }

    let key: ModelKey
    let action: Action
    /// Whether the item must exist, or must not.
    let mustExist: Bool?

    static func random(using chance: inout SeededGenerator) -> Wish {
        let action: Action =
            switch Int.random(in: 0..<10, using: &chance) {
            case 0...3: .put(text: String(repeating: "x", count: Int.random(in: 0...300, using: &chance)))
            case 4...6: .add(Int.random(in: -500...500, using: &chance))
            case 7: .remove
            default: .delete
            }
        return Wish(
            key: ModelKey(
                id: ["a", "b", "c"].randomElement(using: &chance)!,
                at: Int.random(in: -2...2, using: &chance)
            ),
            action: action,
            mustExist: [nil, nil, true, false].randomElement(using: &chance)!
        )
    }

    func change(in table: Table) throws -> ItemChange {
        let wanted: ItemChange.Action =
            switch action {
            case .put(let text): .put(EncodedRow(item(text)), item(text))
            case .add(let amount):
                .update(try Update("ADD n :n", values: [(":n", .number(Number(amount)))]))
            case .remove: .update(try Update("REMOVE n"))
            case .delete: .delete
            }
        return ItemChange(
            table: table,
            key: key.primaryKey,
            action: wanted,
            condition: try mustExist.map { try Condition($0 ? "attribute_exists(id)" : "attribute_not_exists(id)") },
            images: [.old, .new]
        )
    }

    func item(_ text: String) -> Item {
        var item = key.item
        item["text"] = .string(text)
        return item
    }
}

/// A table as a dictionary.
private struct ItemModel {
    private(set) var items: [ModelKey: Item] = [:]

    var statistics: TableStatistics {
        TableStatistics(itemCount: items.count, sizeBytes: items.values.reduce(0) { $0 + $1.itemSize })
    }

    /// What the item was and what it has become; nil where the condition fails.
    mutating func apply(_ wish: Wish) -> (old: Item?, new: Item?)? {
        let old = items[wish.key]
        if let mustExist = wish.mustExist, mustExist != (old != nil) { return nil }
        var new = old
        switch wish.action {
        case .put(let text): new = wish.item(text)
        case .add(let amount):
            let sum = amount + (old?["n"].flatMap(Self.integer) ?? 0)
            new = old ?? wish.key.item
            new?["n"] = .number(Number(sum))
        case .remove: new?["n"] = nil
        case .delete: new = nil
        }
        items[wish.key] = new
        return (old, new)
    }

    private static func integer(_ value: AttributeValue) -> Int? {
        guard case .number(let number) = value else { return nil }
        return Int(number.description)
    }
}
