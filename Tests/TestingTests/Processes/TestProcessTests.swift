// Servers in processes of their own: killed, restarted, and ended.

import Foundation
import Testing

@testable import ApusTesting

@Suite(.timeLimit(.minutes(5))) struct TestProcessTests {
    @Test func `what was acknowledged is there after a kill`() async throws {
        try await withTestProcess { server in
            try await server.createTable("Birds", partitionKey: ("name", .s))
            let client = server.client(retries: .none)
            let writing = Task {
                var acknowledged = 0
                while true {
                    let item: Item = ["name": .string("\(acknowledged)")]
                    guard (try? await client.putItem(PutItemInput(tableName: "Birds", item: item))) != nil else {
                        break
                    }
                    acknowledged += 1
                }
                return acknowledged
            }
            try await Task.sleep(for: .milliseconds(300))
            await server.kill()
            let acknowledged = await writing.value
            #expect(await !server.isRunning)

            try await server.restart()

            #expect(acknowledged > 0)
            #expect(await server.isRunning)
            for number in 0..<acknowledged {
                let get = GetItemInput(tableName: "Birds", key: ["name": .string("\(number)")], consistentRead: true)
                #expect(try await server.client().getItem(get).item != nil, "\(number) of \(acknowledged)")
            }
        }
    }

    @Test func `a restart keeps the tables, the clock and the rules of the options`() async throws {
        let rule = FaultRule(.internalError(.before), on: ["GetItem"])
        try await withTestProcess(TestServerOptions(clock: .manual, faults: [rule], seed: 3)) { server in
            try await server.createTable("Birds", partitionKey: ("name", .s))
            let later = try await server.clock.advance(by: .seconds(90))
            try await server.faults.add(FaultRule(.halfReply, on: ["Scan"]))

            try await server.restart()

            #expect(try await server.clock.now == later)
            #expect(try await server.client().listTables(ListTablesInput()).tableNames == ["Birds"])
            let count = FaultCount(name: "fault-1", scenario: nil, matched: 0, struck: 0, left: nil)
            #expect(try await server.faults.counts == [count])
        }
    }

    @Test func `the same code runs against a server in this process and one beside it`() async throws {
        func names(of server: some ApusServer) async throws -> [String] {
            try await server.createTable("Birds", partitionKey: ("name", .s))
            try await server.clock.advance(by: .seconds(1))
            try await server.faults.add(FaultRule(.internalError(.before), next: 1))
            return try await server.client().listTables(ListTablesInput()).tableNames
        }
        let options = TestServerOptions(clock: .manual)

        let inProcess = try await withTestServer(options) { try await names(of: $0) }
        let beside = try await withTestProcess(options) { try await names(of: $0) }

        #expect(inProcess == ["Birds"])
        #expect(beside == inProcess)
    }

    @Test func `a server that was stopped is gone with its data`() async throws {
        let server = try await TestProcess.start()

        await server.stop()
        await server.stop()

        #expect(await !server.isRunning)
        await #expect(throws: TestServerError.self) { try await server.restart() }
        await #expect(throws: CallError.self) {
            try await server.client(retries: .none).listTables(ListTablesInput())
        }
    }

    @Test func `a process that nobody holds any more ends`() async throws {
        var server: TestProcess? = try await TestProcess.start()
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

    @Test func `what keeps a binary from serving is told`() async throws {
        var options = TestServerOptions()
        options.region = "no region"

        let error = await #expect(throws: TestServerError.self) { try await TestProcess.start(options) }

        #expect(error?.description.contains("a region is a name") == true)
    }

    @Test func `a program that is no server is not waited for`() async throws {
        let error = await #expect(throws: TestServerError.self) { try await TestProcess.start(executable: "/bin/true") }

        #expect(error?.description.hasPrefix("/bin/true does not serve") == true)
    }

    @Test func `the first lines tell the process and its port`() {
        var lines = StartLines()

        lines.take("apus is ready at http://127.0.0.1:4321, data in memory only")
        lines.take("1234")

        #expect(lines.pid == 1_234)
        #expect(lines.port == 4_321)
    }
}
