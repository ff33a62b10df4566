// Faults that a test asks for, and what a client sees of them.

import Testing

@testable import ApusTesting

struct TestFaultsTests {
    /// Of so many writes, which were throttled.
    private func throttledWrites(seed: UInt64, of count: Int = 40) async throws -> [Int] {
        let rule = FaultRule(.throttle(.tableWrites), named: "unlucky", on: ["PutItem"], probability: 0.3)
        return try await withTestServer(TestServerOptions(faults: [rule], seed: seed)) { server in
            try await server.createTable("Birds", partitionKey: ("name", .s))
            let client = server.client(retries: .none)
            var throttled: [Int] = []
            for number in 0..<count {
                do throws(CallError) {
                    _ = try await client.putItem(PutItemInput(tableName: "Birds", item: ["name": .string("\(number)")]))
                } catch {
                    guard error.kind == .throttling else { throw error }
                    throttled.append(number)
                }
            }
            #expect(try await server.faults.counts.map(\.struck) == [throttled.count])
            #expect(try await server.faults.counts.map(\.matched) == [count])
            return throttled
        }
    }

    @Test func `the same seed strikes the same requests, and another others`() async throws {
        let (first, second) = (try await throttledWrites(seed: 7), try await throttledWrites(seed: 7))
        let other = try await throttledWrites(seed: 8)

        #expect(!first.isEmpty)
        #expect(first == second)
        #expect(first != other)
    }

    @Test(.apus) func `a plain batch gets back what was not processed`() async throws {
        let server = TestServer.current
        try await server.createTable("Birds", partitionKey: ("name", .s))
        let name = try await server.faults.add(FaultRule(.unprocessed(2), table: "Birds", next: 1))
        let requests = ["lark", "rook", "tern", "wren"].map { name in
            WriteRequest(putRequest: PutRequest(item: ["name": .string(name)]))
        }

        let client = server.client(retries: .none)
        let first = try await client.batchWriteItem(BatchWriteItemInput(requestItems: ["Birds": requests]))
        let second = try await client.batchWriteItem(BatchWriteItemInput(requestItems: first.unprocessedItems))

        #expect(first.unprocessedItems == ["Birds": Array(requests.suffix(2))])
        #expect(second.unprocessedItems.isEmpty)
        #expect(try await client.scan(ScanInput(tableName: "Birds")).count == 4)
        let count = FaultCount(name: name, scenario: nil, matched: 2, struck: 1, left: 0)
        #expect(try await server.faults.counts == [count])
    }

    @Test(.apus) func `a write whose answer is lost has taken effect, one that was dropped before has not`()
        async throws
    {
        let server = TestServer.current
        try await server.createTable("Birds", partitionKey: ("name", .s))
        let client = server.client(retries: .none)
        for (phase, name) in [(FaultRule.Phase.before, "lark"), (.after, "wren")] {
            try await server.faults.add(FaultRule(.drop(phase), named: "drop", on: ["PutItem"]))
            await #expect(throws: CallError.self) {
                try await client.putItem(PutItemInput(tableName: "Birds", item: ["name": .string(name)]))
            }
        }

        let items = try await client.scan(ScanInput(tableName: "Birds")).items

        #expect(items == [["name": "wren"]])
    }

    @Test(.apus) func `a client that repeats its calls gets over faults`() async throws {
        let server = TestServer.current
        try await server.createTable("Birds", partitionKey: ("name", .s))
        try await server.faults.add(FaultRule(.internalError(.before), on: ["GetItem"], next: 2))

        let answer = try await server.client().getItem(GetItemInput(tableName: "Birds", key: ["name": "wren"]))

        #expect(answer.item == nil)
        #expect(try await server.faults.counts.map(\.struck) == [2])
    }

    @Test(.apus) func `a rule may be for one caller and one key`() async throws {
        let server = TestServer.current
        try await server.createTable("Birds", partitionKey: ("name", .s))
        try await server.faults.add(FaultRule(.internalError(.before), key: ["name": "wren"], caller: "ADA"))

        let (ada, ben) = (server.client(retries: .none, accessKeyID: "ADA"), server.client(retries: .none))
        let wren = GetItemInput(tableName: "Birds", key: ["name": "wren"])
        let lark = GetItemInput(tableName: "Birds", key: ["name": "lark"])

        _ = try await ben.getItem(wren)
        _ = try await ada.getItem(lark)
        let error = await #expect(throws: CallError.self) { try await ada.getItem(wren) }
        #expect(error?.code == .internalServerError)
    }

    @Test(.apus(clock: .manual)) func `a rule strikes in its time only`() async throws {
        let server = TestServer.current
        try await server.faults.add(FaultRule(.internalError(.before), from: .seconds(10), until: .seconds(20)))
        let client = server.client(retries: .none)

        var outcomes: [Bool] = []
        for _ in 0..<3 {
            outcomes.append((try? await client.listTables(ListTablesInput())) != nil)
            try await server.clock.advance(by: .seconds(10))
        }

        #expect(outcomes == [true, false, true])
    }

    @Test(.apus) func `rules go one by one or all at once`() async throws {
        let faults = TestServer.current.faults
        let first = try await faults.add(FaultRule(.drop(.before), next: 1))
        try await faults.add(FaultRule(.drop(.after), named: "second"))
        try await faults.add(FaultRule(.halfReply))

        #expect(try await faults.counts.map(\.name) == ["fault-1", "second", "fault-2"])
        try await faults.remove(first)
        #expect(try await faults.counts.map(\.name) == ["second", "fault-2"])
        try await faults.clear()
        #expect(try await faults.counts.isEmpty)
        await #expect(throws: TestServerError.self) { try await faults.remove(first) }
    }

    @Test(.apus, arguments: FaultScenario.all)
    func `a scenario is switched on and off by its name`(scenario: FaultScenario) async throws {
        let faults = TestServer.current.faults

        try await faults.start(scenario)
        let counts = try await faults.counts
        try await faults.stop(scenario)

        #expect(!counts.isEmpty)
        #expect(counts.allSatisfy { $0.scenario == scenario.rawValue && $0.name.hasPrefix(scenario.rawValue) })
        #expect(try await faults.counts.isEmpty)
    }

    @Test(.apus) func `a scenario that is none is refused`() async throws {
        let error = await #expect(throws: TestServerError.self) {
            try await TestServer.current.faults.start("fair weather/light wind")
        }

        #expect(error?.description.contains("fair weather/light wind") == true)
    }

    @Test func `a server does not start with a rule that cannot be`() async throws {
        let options = TestServerOptions(faults: [FaultRule(.drop(.before), named: "odd", probability: 2)])

        let error = await #expect(throws: TestServerError.self) { try await TestServer.start(options) }

        #expect(error?.description.contains("probability") == true)
    }
}
