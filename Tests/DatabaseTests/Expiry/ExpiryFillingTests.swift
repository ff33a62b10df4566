// Time to live that is enabled and disabled on a table with items, while others write, and across openings.

import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

struct ExpiryFillingTests {
    private let clock = ManualClock()

    /// How a store comes to its end.
    enum End: CaseIterable {
        case closed, crashed
    }

    @Test(arguments: 0...4)
    func `items from before expire, and writes in between count`(parts: Int) async throws {
        let database = try Database.forTests(clock: clock)
        let table = try await database.createTable()
        try await database.put((0..<1_100).map(Self.cat), in: table)
        let steps = await IndexSteps(of: database, isAboutExpiry: true)
        try await database.switchExpiry(true)

        for _ in 0..<parts { try await steps.advance() }
        for number in stride(from: 0, to: 1_100, by: 7) { try await database.apply(Self.change(number, in: table)) }
        steps.finish()
        await database.settleExpiries()

        try await database.expectExactExpiry()
        clock.advance(by: .seconds(1_000_000))
        await database.settleExpiries()
        let left = try await database.allItems(of: table)
        #expect(left.allSatisfy { $0["expires"] == nil })
        // Those without a time at first, and those that a put and an update have taken it from.
        #expect(left.count == 110 + 16 + 31)
        try await database.expectExactExpiry()
    }

    @Test(arguments: End.allCases, 0...3)
    func `filling goes on where it stood`(end: End, parts: Int) async throws {
        let opened = try Opened(clock)
        let table = try await opened.database.createTable()
        try await opened.database.put((0..<1_100).map(Self.cat), in: table)
        let steps = await IndexSteps(of: opened.database, isAboutExpiry: true)
        try await opened.database.switchExpiry(true)
        for _ in 0..<parts { try await steps.advance() }
        let key = KeySpace.expiryProgress(ofGeneration: 1, of: table.id)
        let progress = try opened.store.snapshot().value(for: key)

        let reopened = try opened.ended(end)
        steps.finish()
        await reopened.database.settleExpiries()

        #expect((progress == nil) == (parts == 3))
        #expect((progress?.isEmpty ?? false) == (parts == 0))
        try await reopened.database.expectExactExpiry()
        try reopened.store.close()
    }

    @Test(arguments: End.allCases)
    func `what came due while nobody was there goes at the opening`(end: End) async throws {
        let opened = try Opened(clock)
        let table = try await opened.database.createTable()
        try await opened.database.switchExpiry(true)
        try await opened.database.put((0..<300).map { .expiring("cat\($0)", in: $0) }, in: table)
        await opened.database.settleExpiries()

        let reopened = try opened.ended(end) { clock.advance(by: .seconds(200)) }
        await reopened.database.settleExpiries()
        let newest = try reopened.database.catalog.activeTable(named: table.name, in: "eu-north-1")
        let before = try await reopened.database.ids(of: newest).count
        clock.advance(by: .seconds(50))
        await reopened.database.settleExpiries()

        #expect(before == 99)
        #expect(try await reopened.database.ids(of: newest).count == 49)
        try await reopened.database.expectExactExpiry()
        try reopened.store.close()
    }

    @Test func `disabled, items stay and the index is cleared away`() async throws {
        let database = try Database.forTests(clock: clock)
        let table = try await database.createTable()
        try await database.switchExpiry(true)
        try await database.put((0..<300).map(Self.cat), in: table)

        try await database.switchExpiry(false)
        await database.finishExpiryWork()
        try await database.put(.expiring("late", in: 1), in: table)
        clock.advance(by: .seconds(1_000_000))
        await database.settleExpiries()

        #expect(try await database.ids(of: table).count == 301)
        #expect(try database.expiryKeys(of: table) == [])
    }

    @Test func `enabled again before the last index is cleared away, all times count`() async throws {
        let database = try Database.forTests(clock: clock)
        let table = try await database.createTable()
        try await database.switchExpiry(true)
        try await database.put((0..<300).map(Self.cat), in: table)
        await database.settleExpiries()
        let steps = await IndexSteps(of: database, isAboutExpiry: true)

        // All in one group, and nothing is cleared away before its end.
        try await database.store.holdingWriter {
            database.queuePut(.expiring("first", in: 50), in: table)
            database.queueSwitch(false)
            database.queuePut(.expiring("second", in: 60), in: table)
            database.queueSwitch(true)
            database.queuePut(.expiring("third", in: 70), in: table)
        }
        try await database.apply(.delete(["id": "cat1"], in: table))
        steps.finish()
        await database.settleExpiries()

        try await database.expectExactExpiry()
        let keys = try database.expiryKeys(of: table)
        #expect(keys.count == 272)
        clock.advance(by: .seconds(60))
        await database.settleExpiries()
        #expect(try await database.ids(of: table).filter { !$0.hasPrefix("cat") } == ["third"])
        try await database.expectExactExpiry()
    }

    @Test func `a crash that brings a cleared index back does no harm`() async throws {
        let opened = try Opened(clock)
        let table = try await opened.database.createTable()
        try await opened.database.switchExpiry(true)
        try await opened.database.put((0..<300).map(Self.cat), in: table)
        let steps = await IndexSteps(of: opened.database, isAboutExpiry: true)
        try await opened.database.switchExpiry(false)

        let reopened = try opened.ended(.crashed)
        steps.finish()
        await reopened.database.finishExpiryWork()

        #expect(try reopened.database.expiryKeys(of: table) == [])
        try reopened.store.close()
    }

    @Test func `items go only once time to live is enabled for good`() async throws {
        let database = try Database.forTests(clock: clock, transitionDelay: .seconds(30))
        try await database.createTable()
        clock.advance(by: .seconds(30))
        let table = try await database.switchExpiry(true)
        try await database.put(.expiring("tom", in: 0), in: table)

        clock.advance(by: .milliseconds(29_999))
        await database.settleExpiries()
        let before = try await database.ids(of: table)
        clock.advance(by: .milliseconds(1))
        await database.settleExpiries()

        #expect(before == ["tom"])
        #expect(try await database.ids(of: table) == [])
    }

    /// A store on the disk, and a database at work on it.
    private struct Opened {
        let directory: TemporaryDirectory
        let clock: ManualClock
        let store: RocksDBStore
        let database: Database

        init(_ clock: ManualClock, _ directory: TemporaryDirectory = TemporaryDirectory()) throws {
            self.directory = directory
            self.clock = clock
            store = try RocksDBStore(directory: directory.path)
            database = try Database.forTests(store, clock: clock)
        }

        /// Ends this one while its database is at work, and opens what it leaves behind.
        func ended(_ end: End, meanwhile: () -> Void = {}) throws -> Opened {
            let rest = end == .crashed ? try directory.copy() : directory
            if end == .closed { try store.close() }
            meanwhile()
            return try Opened(clock, rest)
        }
    }

    /// A cat, which expires; every tenth does not.
    private static func cat(_ number: Int) -> Item {
        let id = "cat\(number)"
        return number.isMultiple(of: 10) ? ["id": .string(id)] : .expiring(id, in: number + 1_000)
    }

    /// Some change of a cat: it goes, loses its time, keeps it, gets another one, or comes back anew.
    private static func change(_ number: Int, in table: Table) throws -> ItemChange {
        let cat = cat(number)
        switch number % 5 {
        case 0: return .put(["id": cat["id"]!, "color": "red"], in: table)
        case 1: return try .update("REMOVE expires", of: ["id": cat["id"]!], in: table)
        case 2: return .put(.expiring("cat\(number)", in: number + 1_000, ["color": "red"]), in: table)
        case 3: return try .update("SET expires = :u", [(":u", 1_767_225_700)], of: ["id": cat["id"]!], in: table)
        default: return .delete(cat, in: table)
        }
    }
}

extension Database {
    fileprivate func queuePut(_ item: Item, in table: Table) {
        apply([.put(item, in: table)], completingOn: ImmediateExecutor.shared) { _ in }
    }

    fileprivate func queueSwitch(_ isEnabled: Bool) {
        let clock = clock
        queueAlteration { definition in
            let moment = Moment(now: clock.now, ready: clock.now)
            definition.settings.expiry = definition.settings.expiry.switched(isEnabled, at: moment)
        }
    }
}
