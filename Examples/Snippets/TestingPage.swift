// The code of the pages about tests.

import ApusTesting
import Testing

struct TestingPage {
    @Test(.apus(clock: .manual)) func `units come back with time`() async throws {
        let server = TestServer.current
        let billing = TableBilling.provisioned(readUnits: 5, writeUnits: 5)
        try await server.createTable("Films", partitionKey: ("title", .s), billing: billing)
        let client = server.client(retries: .none)
        _ = try await client.putItem(PutItemInput(tableName: "Films", item: ["title": "Metropolis"]))
        let time = try await server.clock.advance(by: .seconds(300))

        #expect(try await server.clock.now == time)
    }

    @Test(.apus) func `a lost answer is no lost write`() async throws {
        let server = TestServer.current
        let films = try await Film.table()
        try await server.faults.add(FaultRule(.drop(.after), on: ["PutItem"], next: 1))
        try await films.put(Film(title: "Metropolis", year: 1927))

        #expect(try await server.faults.counts.map(\.struck) == [1])
    }
}
