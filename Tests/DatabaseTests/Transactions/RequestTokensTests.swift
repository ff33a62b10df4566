// Tokens: what counts as the same transaction, for how long, and what is kept of it.

import ApusExpressions
import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

struct RequestTokensTests {
    private static func token(_ text: String = "one", _ value: UInt128 = 1, in region: String = "eu") -> RequestToken {
        RequestToken(text, in: region, fingerprint: Fingerprint(value: value))
    }

    private static let mismatch = ServiceError(
        .idempotentParameterMismatch,
        "Request with the same client request token, but other parameters, has been made before"
    )

    @Test func `the same transaction is done once, and costs reading its items again`() async throws {
        let database = try Database.forTests()
        let table = try await database.createTable()
        let item: Item = ["id": "tom", "v": .binary(Array(repeating: 0, count: 5_000))]

        let first = try await database.transact(.putting(item, in: table), token: Self.token())
        try await database.put(["id": "tom", "v": 1], in: table)
        let second = try await database.transact(.putting(item, in: table), token: Self.token())
        try await database.put(item, in: table)
        let third = try await database.transact(.putting(item, in: table), token: Self.token())

        #expect(first.replayUnits == nil)
        #expect(second.replayUnits == [2])
        #expect(third.replayUnits == [4])
    }

    @Test func `other parameters are refused, and other regions have tokens of their own`() async throws {
        let database = try Database.forTests()
        let table = try await database.createTable()
        try await database.transact(.putting(["id": "tom"], in: table), token: Self.token())

        await #expect(throws: Self.mismatch) {
            try await database.transact(.putting(["id": "kit"], in: table), token: Self.token("one", 2))
        }
        let other = try await database.transact(
            .putting(["id": "zoe"], in: table),
            token: Self.token("one", 2, in: "us")
        )

        #expect(other.replayUnits == nil)
        #expect(try await database.allItems(of: table).count == 2)
    }

    @Test func `a token counts for ten minutes after the transaction was done`() async throws {
        let clock = ManualClock()
        let database = try Database.forTests(clock: clock)
        let table = try await database.createTable()
        async let held = database.transact(
            .putting(["id": "tom"], in: table),
            token: Self.token(),
            window: .seconds(60)
        )
        try await database.waitUntilHeld(["id": "tom"], in: table)
        clock.advance(by: .seconds(60))
        _ = try await held

        clock.advance(by: .milliseconds(599_999))
        let within = try await database.transact(.putting(["id": "tom"], in: table), token: Self.token())
        clock.advance(by: .milliseconds(1))
        let after = try await database.transact(.putting(["id": "kit"], in: table), token: Self.token("one", 2))
        let again = try await database.transact(.putting(["id": "kit"], in: table), token: Self.token("one", 2))

        #expect(within.replayUnits != nil)
        #expect(after.replayUnits == nil)
        #expect(again.replayUnits != nil)
    }

    @Test func `a transaction under way is told, and a cancelled one leaves its token free`() async throws {
        let clock = ManualClock()
        let database = try Database.forTests(clock: clock)
        let table = try await database.createTable()
        async let held = database.transact(.putting(["id": "tom"], in: table), token: Self.token(), window: .seconds(1))
        try await database.waitUntilHeld(["id": "tom"], in: table)

        let error = await #expect(throws: ServiceError.self) {
            try await database.transact(.putting(["id": "tom"], in: table), token: Self.token())
        }
        clock.advance(by: .seconds(1))
        _ = try await held
        await #expect(throws: ServiceError.self) {
            try await database.transact(
                .putting(["id": "tom"], in: table, condition: try Condition("attribute_not_exists(id)")),
                token: Self.token("two")
            )
        }
        let second = try await database.transact(.putting(["id": "kit"], in: table), token: Self.token("two", 2))

        #expect(error?.code == .transactionInProgress)
        #expect(second.replayUnits == nil)
    }

    @Test func `tokens survive a restart`() async throws {
        let (directory, clock) = (TemporaryDirectory(), ManualClock())
        let database = try Database.forTests(try RocksDBStore(directory: directory.path), clock: clock)
        let table = try await database.createTable()
        try await database.transact(.putting(["id": "tom"], in: table), token: Self.token())
        try database.close()

        let reopened = try Database.forTests(try RocksDBStore(directory: directory.path), clock: clock)
        let tableAgain = try reopened.catalog.activeTable(named: table.name, in: "eu-north-1")
        let replay = try await reopened.transact(.putting(["id": "tom"], in: tableAgain), token: Self.token())

        #expect(replay.replayUnits == [2])
        try reopened.close()
    }

    @Test func `what is too old is forgotten, a part at a time`() async throws {
        let (clock, store) = (ManualClock(), MemoryStore())
        let database = try Database.forTests(store, clock: clock)
        let table = try await database.createTable()
        for number in 0..<1_200 {
            try await database.transact(.putting(["id": "tom"], in: table), token: Self.token("old \(number)"))
        }
        clock.advance(by: .seconds(601))

        try await database.transact(.putting(["id": "tom"], in: table), token: Self.token("new"))
        let afterOne = try store.snapshot().tokenCounts
        for number in 0..<2 {
            try await database.transact(.putting(["id": "tom"], in: table), token: Self.token("new \(number)"))
        }

        #expect(afterOne == [701, 701])
        #expect(try store.snapshot().tokenCounts == [3, 3])
    }

    // MARK: The format

    @Test func `records and keys are as they are written down`() throws {
        let record = RequestTokenRecord(
            finishTime: Timestamp(milliseconds: 1_767_225_600_000),
            fingerprint: Fingerprint(value: 0x0102_0304_0506_0708_090A_0B0C_0D0E_0F10)
        )
        let token = KeySpace.requestToken("7f3c", in: "eu")
        let time = KeySpace.requestTokenTime(record.finishTime, of: token)

        #expect(record.bytes.hex == "01 00 00 01 9B 76 DA A8 00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F 10")
        #expect(token.hex == "00 00 00 00 09 65 75 00 01 37 66 33 63 00 01")
        #expect(time.hex == "00 00 00 00 0A 00 00 01 9B 76 DA A8 00 65 75 00 01 37 66 33 63 00 01")
        #expect(KeySpace.requestToken(ofTime: time) == token)
        let read = try record.bytes.withUnsafeBytes { bytes in try RequestTokenRecord(bytes) }
        #expect(read == record)
    }

    @Test(arguments: [[], [1], [2] + Array(repeating: 0, count: 24), Array(repeating: 1, count: 26)] as [[UInt8]])
    func `what does not fit the format is damage`(bytes: [UInt8]) {
        #expect(throws: StorageError.self) { try bytes.withUnsafeBytes { try RequestTokenRecord($0) } }
    }
}

extension Snapshot {
    /// How many records and how many marks of tokens there are.
    fileprivate var tokenCounts: [Int] {
        get throws {
            try ([9, 10] as [UInt8]).map { kind in
                var count = 0
                try scan(.prefix([0, 0, 0, 0, kind]), .forward) { _, _ in
                    count += 1
                    return .next
                }
                return count
            }
        }
    }
}
