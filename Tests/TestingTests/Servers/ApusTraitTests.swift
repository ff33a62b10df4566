// A server for each test of a suite.

import ApusTesting
import Testing

@Suite(.apus(clock: .manual)) struct ApusTraitTests {
    @Test(arguments: ["first", "second", "third"])
    func `each case of a test begins without tables`(name: String) async throws {
        let server = TestServer.current
        // The same name in each: a table of another case would be in the way.
        try await server.createTable("Birds", partitionKey: ("name", .s))

        let tables = try await server.client().listTables(ListTablesInput()).tableNames

        #expect(tables == ["Birds"])
    }

    @Test func `a suite hands its options to its tests`() async throws {
        #expect(try await TestServer.current.clock.now == Timestamp(milliseconds: 1_767_225_600_000))
    }

    @Test(.apus(clock: .manual(startingAt: Timestamp(milliseconds: 5_000))))
    func `the trait of a test stands over that of its suite`() async throws {
        #expect(try await TestServer.current.clock.now == Timestamp(milliseconds: 5_000))
    }

    @Test func `tasks of a test have its server`() async throws {
        async let other = TestServer.current.endpoint

        #expect(await other == TestServer.current.endpoint)
    }
}
