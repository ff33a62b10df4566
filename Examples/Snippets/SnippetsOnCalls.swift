// The code of docs/snippets.md about single calls.

import ApusTesting
import Foundation
import Testing

struct Order: Codable, Equatable {
    var orderId: String
    var status: String
    var amount: Decimal?
}

struct SnippetsOnCalls {
    private func orders() async throws -> Table<Order> {
        let server = TestServer.current
        try await server.createTable("Orders", partitionKey: ("orderId", .s))
        return Table("Orders", of: Order.self, partitionKey: "orderId", client: server.client())
    }

    @Test(.apus) func `a failed put says whether to try again`() async throws {
        let client = try await orders().client
        let item: Item = ["orderId": "ord-001"]
        var reasons: [String] = []
        do throws(CallError) {
            _ = try await client.putItem(PutItemInput(tableName: "Orders", item: item))
            // The item is saved.
        } catch {
            // Not saved where the service refused; not known where no answer came.
            reasons.append(error.refusal == nil ? "not known: \(error)" : "refused: \(error)")
        }

        #expect(reasons.isEmpty)
        #expect(try await client.scan(ScanInput(tableName: "Orders")).count == 1)
    }

    @Test(.apus) func `an order is put and got`() async throws {
        let orders = try await orders()
        try await orders.put(Order(orderId: "ord-001", status: "pending", amount: Decimal(string: "99.99")))
        let order = try await orders.get(.key("ord-001"))

        #expect(order?.amount == Decimal(string: "99.99"))
    }

    @Test(.apus) func `a throttled put is repeated with full jitter`() async throws {
        let orders = try await orders()
        try await TestServer.current.faults.add(FaultRule(.throttle(.tableWrites), next: 2))
        let settings = RetrySettings(
            attempts: 8,
            backoff: Backoff(base: .milliseconds(100), cap: .seconds(20), jitter: .full),
            costs: .nothing
        )
        let client = orders.client.retrying(by: StandardRetries(settings))
        _ = try await client.putItem(PutItemInput(tableName: "Orders", item: ["orderId": "ord-002", "status": "new"]))

        #expect(settings == .throttlingPattern)
        #expect(try await orders.get(.key("ord-002"))?.status == "new")
    }

    @Test func `an interface endpoint is named`() throws {
        let configuration = ClientConfiguration(
            endpoint: "https://vpce-0a1b2c3d.dynamodb.us-east-1.vpce.amazonaws.com",
            region: "us-east-1",
            credentials: try ClientConfiguration().credentials
        )

        #expect(configuration.endpoint.description == "https://vpce-0a1b2c3d.dynamodb.us-east-1.vpce.amazonaws.com")
    }

    @Test(.apus) func `the events of a user are queried, page by page`() async throws {
        let server = TestServer.current
        try await server.createTable("UserEvents", partitionKey: ("userId", .s), sortKey: ("time", .n))
        let client = server.client()
        let userId = "ada"
        let item: Item = ["userId": .string(userId), "time": 1]
        _ = try await client.putItem(PutItemInput(tableName: "UserEvents", item: item))
        var events: [Item] = []
        let input = try QueryInput(tableName: "UserEvents")
            .with(keyCondition: KeyConditionExpression("userId", equals: .string(userId)))
        for try await event in client.queryItems(input) {
            events.append(event)
        }

        #expect(events == [item])
    }

    @Test(.apus) func `only some attributes are asked for`() async throws {
        let server = TestServer.current
        try await server.createTable("UserData", partitionKey: ("userId", .s))
        let client = server.client()
        let stored: Item = ["userId": "ada", "email": "ada@example.com", "ssn": "secret"]
        _ = try await client.putItem(PutItemInput(tableName: "UserData", item: stored))
        let input = try GetItemInput(tableName: "UserData", key: ["userId": "ada"])
            .with(projection: ["userId", "email", "preferences", "createdAt"])
        let item = try await client.getItem(input).item

        #expect(item == ["userId": "ada", "email": "ada@example.com"])
    }

    @Test func `a policy is attached to a table`() throws {
        let policy = #"{"Version": "2012-10-17", "Statement": []}"#
        let input = PutResourcePolicyInput(
            resourceArn: "arn:aws:dynamodb:us-east-1:123456789012:table/UserEvents",
            policy: policy
        )

        #expect(String(decoding: PutResourcePolicyCommand(input).body(), as: UTF8.self).contains("2012-10-17"))
    }
}
