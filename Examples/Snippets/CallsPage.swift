// The code of the page about operations and errors.

import ApusTesting
import Testing

struct CallsPage {
    @Test(.apus) func `an operation is a method and a value`() async throws {
        let client = try await Film.table().client
        let input = GetItemInput(tableName: "Films", key: ["title": "Metropolis", "year": 1927], consistentRead: true)
        let answer = try await client.getItem(input)
        let same = try await client.send(GetItemCommand(input))

        #expect(answer.item == nil && same.item == nil)
    }

    @Test(.apus) func `a failure says what it is`() async throws {
        let client = TestServer.current.client(retries: .none)
        var seen: [String] = []
        do throws(CallError) {
            _ = try await client.deleteTable(DeleteTableInput(tableName: "Films"))
        } catch {
            if error.code == .resourceNotFound { seen.append("there is no such table") }
            switch error.kind {
            case .throttling: seen.append("ask more slowly")
            case .passing: seen.append("try again later")
            case .clock: seen.append("set the clock")
            case .content, .lasting: seen.append("change the request")
            }
        }

        #expect(seen == ["there is no such table", "change the request"])
    }

    @Test(.apus) func `a call may be limited in time`() async throws {
        let client = TestServer.current.client()
        let hasty = client.limited(to: .seconds(2)).retrying(by: .none)
        let tables = try await hasty.listTables(ListTablesInput())

        #expect(tables.tableNames.isEmpty)
    }
}
