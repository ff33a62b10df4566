// How streams open and close, and how their shards come and go.

import ApusModel
import ApusStorage
import ApusThroughput
import Testing

@testable import ApusDatabase

struct DatabaseStreamsTests {
    private let clock = ManualClock()

    // MARK: Shards

    @Test func `a shard rolls over when it is four hours old, and its changes stay where they are`() async throws {
        let database = try Database.forTests(clock: clock)
        let table = try await database.createStreamingTable()
        try await database.put(["id": "a"], in: table)
        clock.advance(by: .milliseconds(4 * 3_600_000 - 1))
        #expect(try await database.stream().shards.count == 1)

        clock.advance(by: .milliseconds(1))
        let stream = try await database.stream()
        try await database.put(["id": "b"], in: table)

        let (parent, child) = (stream.shards[0], stream.shards[1])
        #expect(!parent.isOpen && child.isOpen)
        #expect(child.parent == parent.id)
        #expect(child.hashes == parent.hashes)
        let (old, new) = (
            try await database.changes(in: parent, of: stream), try await database.changes(in: child, of: stream)
        )
        #expect(old.changes.map(\.key) == [["id": "a"]])
        #expect(old.next == nil)
        #expect(parent.endingNumber == old.changes[0].number)
        #expect(new.changes.map(\.key) == [["id": "b"]])
        #expect(new.next == new.changes[0].number.next)
        #expect(old.changes[0].number < child.startingNumber && child.startingNumber < new.changes[0].number)
    }

    @Test func `a write finds that the partitions have become more, and the shards follow`() async throws {
        let store = MemoryStore()
        let database = try Database.forTests(store, clock: clock)
        let table = try await database.createStreamingTable()
        try await database.alterTable { definition, _ in
            definition.throughput = ThroughputSettings(
                provisioned: ThroughputUnits(readUnits: 1, writeUnits: 4_000)
            )
        }

        try await database.put(["id": "a"], in: table)
        try store.writeAndWait { _ in }

        // Not asked for by way of `currentState`, which would see to it itself.
        let shards = try #require(database.allStreams().last).shards
        let open = shards.filter(\.isOpen).map(\.hashes)
        #expect(open.map(\.lowerBound) == [0, 0x4000_0000, 0x8000_0000, 0xC000_0000] as [UInt32])
        #expect(open.map(\.upperBound) == [0x3FFF_FFFF, 0x7FFF_FFFF, 0xBFFF_FFFF, 0xFFFF_FFFF] as [UInt32])
        #expect(shards.filter(\.isOpen).allSatisfy { $0.parent == shards[0].id })
        #expect(try await database.changes().map(\.key) == [["id": "a"]])
    }

    @Test func `shards can be split and rolled on demand`() async throws {
        let database = try Database.forTests(clock: clock)
        try await database.createStreamingTable()

        let split = try await database.renewShards(.split)
        let rolled = try await database.renewShards(.roll)

        #expect(split.shards.map(\.hashes) == [0...(.max), 0...(1 << 31 - 1), 1 << 31...(.max)])
        #expect(rolled.shards.map(\.isOpen) == [false, false, false, true, true])
        #expect(rolled.shards.map(\.parent?.number) == [nil, 0, 0, 1, 2])
    }

    @Test func `a stream is split no further than a table is`() async throws {
        let database = try Database.forTests(clock: clock)
        try await database.createStreamingTable()
        for _ in 0..<10 { try await database.renewShards(.split) }

        await #expect(throws: ServiceError.self) { try await database.renewShards(.split) }

        #expect(try await database.stream().shards.filter(\.isOpen).count == 1_024)
    }

    @Test func `halves of a range have one hash at least`() {
        #expect((0...UInt32.max).middle == 1 << 31)
        #expect((4...UInt32(5)).middle == 5)
        #expect((UInt32(7)...7).middle == nil)
        #expect((10...UInt32(20)).divided(at: [0, 10, 15, 20, 21]) == [10...14, 15...19, 20...20])
        #expect((0...UInt32.max).divided(at: [0]) == [0...(.max)])
    }

    // MARK: Reading

    @Test func `reading goes on where it ended, a part at a time`() async throws {
        let database = try Database.forTests(clock: clock)
        let table = try await database.createStreamingTable()
        try await database.put((0..<5).map { ["id": .string("\($0)")] }, in: table)
        let stream = try await database.stream()

        let first = try await database.changes(in: stream.shards[0], of: stream, limit: 3)
        let second = try await database.changes(in: stream.shards[0], of: stream, from: first.next, limit: 3)
        let third = try await database.changes(in: stream.shards[0], of: stream, from: second.next)

        #expect(first.changes.count == 3)
        #expect(second.changes.map(\.key) == [["id": "3"], ["id": "4"]])
        #expect(third.changes.isEmpty)
        #expect(third.next == second.next)
    }

    @Test func `a part has no more than 1 MB, but one change at least`() async throws {
        let database = try Database.forTests(clock: clock)
        let table = try await database.createStreamingTable()
        let text = AttributeValue.string(String(repeating: "x", count: 300_000))
        for number in 0..<4 {
            try await database.put(["id": "a", "n": .number(Number(number)), "t": text], in: table)
        }
        let stream = try await database.stream()

        let first = try await database.changes(in: stream.shards[0], of: stream)
        let second = try await database.changes(in: stream.shards[0], of: stream, from: first.next)

        // The first shows one image, the others two.
        #expect(first.changes.count == 2)
        #expect(second.changes.count == 1)
    }

    @Test func `changes can be read for a day`() async throws {
        let database = try Database.forTests(clock: clock)
        let table = try await database.createStreamingTable()
        try await database.put(["id": "a"], in: table)
        clock.advance(by: .seconds(60))
        try await database.put(["id": "b"], in: table)
        let stream = try await database.stream()
        let shard = stream.shards[0]
        clock.advance(by: .milliseconds(86_340_000 - 1))
        #expect(try await database.changes(in: shard, of: stream).changes.count == 2)

        clock.advance(by: .milliseconds(1))

        await #expect(throws: ServiceError.trimmed) { try await database.changes(in: shard, of: stream) }
        let horizon = Stream.horizon(at: clock.now)
        let rest = try await database.changes(in: shard, of: stream, from: horizon)
        #expect(rest.changes.map(\.key) == [["id": "b"]])
    }

    // MARK: Trimming

    @Test func `what is trimmed is removed, and a day later its shard`() async throws {
        let store = MemoryStore()
        let database = try Database.forTests(store, clock: clock)
        let table = try await database.createStreamingTable()
        try await database.put(["id": "a"], in: table)
        let stream = try await database.renewShards(.roll)
        clock.advance(by: .milliseconds(86_400_000 - 1))
        try await settle(database, store)
        #expect(try Self.changeKeys(in: store).count == 1)

        clock.advance(by: .milliseconds(1))
        try await settle(database, store)
        #expect(try Self.changeKeys(in: store).isEmpty)
        let discarded = try #require(try store.snapshot().stream(stream.id)).shards[0]
        #expect(discarded.isDiscarded)
        await #expect(throws: ServiceError.trimmed) { try await database.changes(in: discarded, of: stream) }
        #expect(try await database.changes(in: discarded, of: stream, from: discarded.last?.next).next == nil)

        clock.advance(by: .milliseconds(86_400_000))
        try await settle(database, store)
        #expect(try #require(try store.snapshot().stream(stream.id)).shards.allSatisfy { $0.id.number > 0 })
    }

    @Test(arguments: [false, true])
    func `a stream that is disabled is gone after a day`(isReopened: Bool) async throws {
        let store = MemoryStore()
        var database = try Database.forTests(store, clock: clock)
        let table = try await database.createStreamingTable()
        try await database.put(["id": "a"], in: table)
        let stream = try await database.stream()
        try await database.setStream(nil)
        try await database.put(["id": "b"], in: table)
        if isReopened { database = try Database.forTests(store, clock: clock) }
        clock.advance(by: .milliseconds(86_400_000 - 1))
        let disabled = try #require(database.streams.stream(stream.id))
        #expect(disabled.shards.map(\.isOpen) == [false])
        #expect(try await database.changes(in: disabled.shards[0], of: disabled).changes.map(\.key) == [["id": "a"]])

        clock.advance(by: .milliseconds(1))
        try await settle(database, store)

        #expect(database.streams.stream(stream.id) == nil)
        #expect(try store.snapshot().streams().isEmpty)
        #expect(try Self.changeKeys(in: store).isEmpty)
    }

    // MARK: Tables

    @Test func `a stream outlives its table, and another of its name has a stream of its own`() async throws {
        let database = try Database.forTests(clock: clock)
        let table = try await database.createStreamingTable()
        try await database.put(["id": "a"], in: table)
        try await database.deleteTable()

        let another = try await database.createStreamingTable()
        try await database.put(["id": "b"], in: another)

        let streams = database.allStreams()
        #expect(streams.map { $0.status(at: clock.now) } == [.disabled, .enabled])
        #expect(streams[1].creationTime == streams[0].creationTime.advanced(by: .milliseconds(1)))
        #expect(another.definition.settings.lastStreamTime == streams[1].creationTime)
        #expect(
            try await database.changes(in: streams[0].shards[0], of: streams[0]).changes.map(\.key) == [["id": "a"]]
        )
        #expect(try await database.changes().map(\.key) == [["id": "b"]])
    }

    @Test func `a stream takes its time to be enabled and disabled`() async throws {
        let database = try Database.forTests(clock: clock, transitionDelay: .seconds(5))
        try await database.createTable()
        clock.advance(by: .seconds(5))
        func status() -> Stream.Status? { database.allStreams().last?.status(at: clock.now) }

        try await database.setStream(.keysOnly)
        let enabling = status()
        clock.advance(by: .seconds(5))
        let enabled = status()
        try await database.setStream(nil)
        let disabling = status()
        clock.advance(by: .seconds(5))

        #expect([enabling, enabled, disabling, status()] == [.enabling, .enabled, .disabling, .disabled])
    }

    @Test func `streams of different tables and regions are told apart`() async throws {
        let database = try Database.forTests(clock: clock)
        try await database.createStreamingTable("Dogs")
        try await database.createStreamingTable("Cats")
        try await database.createTable("Birds")

        #expect(database.streams.streams(in: "eu-north-1").map(\.tableName.text) == ["Cats", "Dogs"])
        #expect(database.allStreams(of: "Dogs").count == 1)
        #expect(database.allStreams(of: "Birds").isEmpty)
        #expect(database.streams.streams(in: "us-east-1").isEmpty)
    }

    // MARK: Opening again

    @Test(arguments: StoreKind.allCases)
    func `streams go on after opening again, even if the clock was set back`(kind: StoreKind) async throws {
        let store = try kind.makeStore()
        let before = try Database.forTests(store, clock: clock)
        let table = try await before.createStreamingTable()
        try await before.put(["id": "a"], in: table)
        clock.advance(by: .seconds(7_200))
        let split = try await before.renewShards(.split)
        try await before.put(["id": "a", "n": 1], in: table)

        let earlier = ManualClock(clock.now.advanced(by: .seconds(-3_600)))
        let after = try Database.forTests(store, clock: earlier)
        let reopened = try after.catalog.activeTable(named: table.name, in: "eu-north-1")
        try await after.put(["id": "a", "n": 2], in: reopened)

        #expect(try await after.stream() == split)
        let changes = try await after.changes()
        #expect(changes.map { $0.new?["n"] } == [nil, 1, 2])
        #expect(changes.map(\.number) == changes.map(\.number).sorted())
        #expect(Set(changes.map(\.number)).count == 3)
    }

    @Test func `a stream of a store in which it had no effect is opened`() async throws {
        let store = MemoryStore()
        let before = try Database.forTests(store, clock: clock)
        let table = try await before.createTable()
        try store.writeAndWait { transaction in
            var record = TableRecord(id: table.id, definition: table.definition)
            record.definition.settings.stream = TableStream(viewType: .newImage)
            record.definition.settings.lastStreamTime = Timestamp(milliseconds: 1_767_225_000_000)
            transaction.put(record)
        }

        let after = try Database.forTests(store, clock: clock)
        try store.writeAndWait { _ in }
        let reopened = try after.catalog.activeTable(named: table.name, in: "eu-north-1")
        try await after.put(["id": "a"], in: reopened)

        #expect(after.allStreams().map(\.creationTime.milliseconds) == [1_767_225_000_000])
        #expect(try await after.changes().map(\.key) == [["id": "a"]])
    }

    @Test func `shards whose time came while the database was closed are seen to when it opens`() async throws {
        let store = MemoryStore()
        let before = try Database.forTests(store, clock: clock)
        let table = try await before.createStreamingTable()
        try await before.put(["id": "a"], in: table)
        try await before.renewShards(.roll)

        let later = ManualClock(clock.now.advanced(by: .seconds(3 * 86_400)))
        let after = try Database.forTests(store, clock: later)
        try await settle(after, store)

        #expect(try Self.changeKeys(in: store).isEmpty)
        let shards = try #require(try store.snapshot().streams().first).shards
        #expect(shards.filter(\.isOpen).allSatisfy { $0.id.start.time == later.now })
        #expect(shards.allSatisfy { $0.id.number > 0 })
    }

    // MARK: Help

    /// Waits for what alarms have begun: work for the worker thread, then for the writer thread.
    private func settle(_ database: Database, _ store: any Store) async throws {
        for _ in 0..<4 {
            await database.finishBackgroundWork()
            try store.writeAndWait { _ in }
        }
    }

    private static func changeKeys(in store: any Store) throws -> [[UInt8]] {
        var keys: [[UInt8]] = []
        try store.snapshot().scan(.prefix([0, 0, 0, 0, 8]), .forward) { key, _ in
            keys.append([UInt8](key))
            return .next
        }
        return keys
    }
}
