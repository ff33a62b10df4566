// Tables made in one line.

import ApusTesting
import Testing

struct ApusServerTablesTests {
    @Test(.apus) func `a table on demand can be used at once`() async throws {
        let table = try await TestServer.current.createTable("Birds", partitionKey: ("name", .s))

        #expect(table.tableStatus == .active)
        #expect(table.billingModeSummary?.billingMode == .payPerRequest)
        #expect(table.keySchema == [KeySchemaElement(attributeName: "name", keyType: .hash)])
    }

    @Test(.apus) func `a table has the keys and units that it was made with`() async throws {
        let table = try await TestServer.current.createTable(
            "Sightings",
            partitionKey: ("bird", .b),
            sortKey: ("at", .n),
            billing: .provisioned(readUnits: 3, writeUnits: 7)
        )

        let types = Dictionary(
            uniqueKeysWithValues: (table.attributeDefinitions ?? []).map { ($0.attributeName, $0.attributeType) }
        )
        #expect(types == ["bird": .b, "at": .n])
        #expect(table.keySchema?.map(\.attributeName) == ["bird", "at"])
        #expect(table.keySchema?.map(\.keyType) == [.hash, .range])
        #expect(table.provisionedThroughput?.readCapacityUnits == 3)
        #expect(table.provisionedThroughput?.writeCapacityUnits == 7)
    }

    @Test func `a table that takes its time is waited for`() async throws {
        var options = TestServerOptions()
        options.transitionDelay = .milliseconds(100)

        try await withTestServer(options) { server in
            let start = ContinuousClock.now
            let table = try await server.createTable("Birds", partitionKey: ("name", .s))

            #expect(table.tableStatus == .active)
            #expect(ContinuousClock.now - start >= .milliseconds(90))
        }
    }

    @Test(.apus) func `a refusal comes out as it is`() async throws {
        try await TestServer.current.createTable("Birds", partitionKey: ("name", .s))

        let error = await #expect(throws: CallError.self) {
            try await TestServer.current.createTable("Birds", partitionKey: ("name", .s))
        }

        #expect(error?.code == .resourceInUse)
    }
}
