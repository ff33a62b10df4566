// The clock of a server, read and moved, and what follows it.

import ApusTesting
import Testing

struct TestClockTests {
    @Test(.apus(clock: .manual(startingAt: Timestamp(milliseconds: 1_000_500))))
    func `a manual clock stands still until it is moved`() async throws {
        let clock = TestServer.current.clock

        #expect(try await clock.now == Timestamp(milliseconds: 1_000_500))
        #expect(try await clock.advance(by: .seconds(300)) == Timestamp(milliseconds: 1_300_500))
        #expect(try await clock.advance(to: Timestamp(milliseconds: 2_000_000)) == Timestamp(milliseconds: 2_000_000))
        #expect(try await clock.now == Timestamp(milliseconds: 2_000_000))
    }

    @Test(.apus) func `the clock of the machine cannot be moved`() async throws {
        let error = await #expect(throws: TestServerError.self) {
            try await TestServer.current.clock.advance(by: .seconds(1))
        }

        #expect(error?.description.contains("cannot be moved") == true)
    }

    @Test(.apus(clock: .manual)) func `a clock does not go back`() async throws {
        let clock = TestServer.current.clock

        await #expect(throws: TestServerError.self) { try await clock.advance(to: Timestamp(milliseconds: 0)) }
        await #expect(throws: TestServerError.self) { try await clock.advance(to: Timestamp(milliseconds: -1)) }
        await #expect(throws: TestServerError.self) { try await clock.advance(by: .seconds(-1)) }
    }

    @Test func `units come back as the clock moves`() async throws {
        var options = TestServerOptions(clock: .manual)
        options.burstSeconds = 1

        try await withTestServer(options) { server in
            try await server.createTable(
                "Birds",
                partitionKey: ("name", .s),
                billing: .provisioned(readUnits: 5, writeUnits: 5)
            )
            let atFirst = try await writes(to: server, of: 10)
            let atTheSameTime = try await writes(to: server, of: 10)
            try await server.clock.advance(by: .seconds(1))
            let aSecondLater = try await writes(to: server, of: 10)

            #expect(atFirst == 5)
            #expect(atTheSameTime == 0)
            #expect(aSecondLater == 5)
        }
    }

    /// How many of so many writes of one unit are admitted, the others being throttled.
    private func writes(to server: TestServer, of count: Int) async throws -> Int {
        let client = server.client(retries: .none)
        var admitted = 0
        for number in 0..<count {
            do throws(CallError) {
                _ = try await client.putItem(PutItemInput(tableName: "Birds", item: ["name": .string("\(number)")]))
                admitted += 1
            } catch {
                guard error.code == .provisionedThroughputExceeded else { throw error }
            }
        }
        return admitted
    }
}
