// Servers in the process of the test.

import ApusTesting
import Foundation
import Testing

struct TestServerTests {
    @Test func `a new server has no tables`() async throws {
        try await withTestServer { server in
            let tables = try await server.client().listTables(ListTablesInput())

            #expect(tables.tableNames == [])
        }
    }

    @Test func `servers side by side do not see each other`() async throws {
        let (first, second) = (try await TestServer.start(), try await TestServer.start())
        try await first.createTable("Birds", partitionKey: ("name", .s))
        _ = try await first.client().putItem(PutItemInput(tableName: "Birds", item: ["name": "wren"]))

        let get = GetItemInput(tableName: "Birds", key: ["name": "wren"])
        let found = try await first.client().getItem(get).item
        let missing = await #expect(throws: CallError.self) { try await second.client().getItem(get) }

        #expect(found == ["name": "wren"])
        #expect(missing?.code == .resourceNotFound)
        await first.stop()
        await second.stop()
    }

    @Test func `many servers at once each keep what is theirs`() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                group.addTask {
                    try await withTestServer { server in
                        try await server.createTable("Table\(number)", partitionKey: ("id", .n))
                        let names = try await server.client().listTables(ListTablesInput()).tableNames
                        #expect(names == ["Table\(number)"])
                    }
                }
            }
            try await group.waitForAll()
        }
    }

    @Test func `a stopped server answers no more, and may be stopped again`() async throws {
        let server = try await TestServer.start()

        await server.stop()
        await server.stop()

        let error = await #expect(throws: CallError.self) {
            try await server.client(retries: .none).listTables(ListTablesInput())
        }
        guard case .unreachable = error else {
            Issue.record("it answered \(String(describing: error))")
            return
        }
    }

    @Test func `a server that nobody holds any more ends`() async throws {
        var server: TestServer? = try await TestServer.start()
        let client = try #require(server).client(retries: .none)
        _ = try await client.listTables(ListTablesInput())

        server = nil

        var answers = true
        let limit = ContinuousClock.now + .seconds(20)
        while answers, ContinuousClock.now < limit {
            answers = (try? await client.listTables(ListTablesInput())) != nil
        }
        #expect(!answers)
    }

    @Test func `the region of the options is the server's and its clients'`() async throws {
        var options = TestServerOptions()
        options.region = "eu-north-1"

        try await withTestServer(options) { server in
            let table = try await server.createTable("Birds", partitionKey: ("name", .s))

            #expect(server.configuration.region == "eu-north-1")
            #expect(table.tableArn?.hasPrefix("arn:aws:dynamodb:eu-north-1:") == true)
        }
    }

    @Test func `what a body throws comes out, and its server ends`() async throws {
        struct Mishap: Error {}
        var seen: TestServer?

        await #expect(throws: Mishap.self) {
            try await withTestServer { server in
                seen = server
                throw Mishap()
            }
        }

        let server = try #require(seen)
        await #expect(throws: CallError.self) {
            try await server.client(retries: .none).listTables(ListTablesInput())
        }
    }

    @Test func `the server in use is the innermost`() async throws {
        try await withTestServer { outer in
            #expect(TestServer.current === outer)
            try await withTestServer { inner in
                #expect(TestServer.current === inner)
            }
            #expect(TestServer.current === outer)
        }
    }
}
