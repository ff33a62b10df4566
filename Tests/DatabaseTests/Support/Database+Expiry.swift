// Time to live, switched, waited for and looked through.

import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

extension Database {
    /// Lets the items of a table expire by the attribute `expires`, or stops that.
    @discardableResult
    func switchExpiry(
        _ isEnabled: Bool,
        of name: String = "Cats",
        by attribute: String = "expires"
    ) async throws -> Table {
        try await alterTable(name) { definition, moment in
            definition.settings.expiry = definition.settings.expiry.switched(isEnabled, by: attribute, at: moment)
        }
    }

    /// Waits until all has been removed that is to be removed by now.
    func settleExpiries() async {
        await withCheckedContinuation { continuation in whenExpiriesSettled { continuation.resume() } }
    }

    /// The values of the partition key of all items, in order.
    func ids(of table: Table) async throws -> [String] {
        try await allItems(of: table).map { item in
            guard case .string(let id) = item["id"] else { throw StorageError.closed }
            return id
        }.sorted()
    }

    /// Expects that the index by time has one entry for each item with a time, and that nothing else is stored about
    /// the times of a table.
    func expectExactExpiry(of name: String = "Cats", sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let table = try #require(catalog.table(named: TableName(name)!, in: "eu-north-1")).table
        var wanted: [[UInt8]] = []
        if let expiry = table.expiry {
            for item in try await allItems(of: table) {
                guard let time = expiry.time(of: item) else { continue }
                wanted.append(expiry.entryKey(of: time, for: table.entryKey(for: PrimaryKey(item, of: table))))
            }
        }
        await finishExpiryWork()
        let stored = try expiryKeys(of: table)
        #expect(stored == wanted.sorted { $0.lexicographicallyPrecedes($1) }, sourceLocation: sourceLocation)
    }

    /// Waits until the thread of expiry has done what it was given before.
    func finishExpiryWork() async {
        await withCheckedContinuation { continuation in expirations.run { continuation.resume() } }
    }

    /// All keys about the times of a table, of any generation.
    func expiryKeys(of table: Table) throws -> [[UInt8]] {
        // What is discarded goes from the snapshots behind the next commit.
        try store.writeAndWait { $0.delete([.max]) }
        return try KeySpace.expiries(beforeGeneration: .max, of: table.id).flatMap { try store.snapshot().keys(of: $0) }
    }
}

extension ExpirySetting {
    /// Time to live by the attribute `expires`, enabled for the first time.
    static let enabled = ExpirySetting(
        attributeName: "expires",
        isEnabled: true,
        generation: 1,
        changedTime: Timestamp(milliseconds: 1_767_225_600_000),
        readyTime: Timestamp(milliseconds: 1_767_225_600_250)
    )
}

extension ExpirySetting? {
    /// The setting after a switch, whenever the last one was.
    func switched(_ isEnabled: Bool, by attribute: String = "expires", at moment: Moment) -> ExpirySetting {
        ExpirySetting(
            attributeName: attribute,
            isEnabled: isEnabled,
            generation: (self?.generation ?? 0) + (isEnabled ? 1 : 0),
            changedTime: moment.now,
            readyTime: moment.ready
        )
    }
}

extension Item {
    /// An item that expires so many seconds after the beginning of 2026, when the clocks of tests begin.
    static func expiring(_ id: String, in seconds: Int, _ more: Item = [:]) -> Item {
        var item: Item = ["id": .string(id), "expires": .number(Number(1_767_225_600 + seconds))]
        for attribute in more { item[attribute.name] = attribute.value }
        return item
    }
}
