// The code of docs/snippets.md about versions and global tables.

import ApusTesting
import Testing

struct GlobalOrder: Codable, Equatable {
    var id: String
    var payload: String
    var version: Int?
}

struct SnippetsOnTables {
    @Test(.apus) func `who writes first wins, and the other is told`() async throws {
        let server = TestServer.current
        try await server.createTable("GlobalOrders", partitionKey: ("id", .s))
        let client = server.client()
        let orders = Table(
            "GlobalOrders",
            of: GlobalOrder.self,
            partitionKey: "id",
            versionAttribute: "version",
            client: client
        )
        var order = try await orders.save(GlobalOrder(id: "1", payload: "first"))
        try await orders.update(.key("1"), by: UpdateExpression().set("payload", to: "from elsewhere"))
        var told: [GlobalOrder?] = []
        order.payload = "mine"
        do {
            order = try await orders.save(order)
        } catch let conflict as VersionConflict<GlobalOrder> {
            told.append(conflict.current)
        }

        #expect(told == [GlobalOrder(id: "1", payload: "from elsewhere", version: 2)])
    }

    @Test(.apus) func `a single attribute is set under a version`() async throws {
        let server = TestServer.current
        try await server.createTable("GlobalOrders", partitionKey: ("id", .s))
        let orders = Table("GlobalOrders", of: Item.self, partitionKey: "id", client: server.client())
        try await orders.put(["id": "1", "version": 7])
        let expectedVersion: AttributeValue = 7
        let update = UpdateExpression().set("payload", to: "mine").set("lastUpdatedAt", to: 2026).add(1, to: "version")
        do {
            let item = try await orders.update(.key("1"), by: update, if: path("version") == expectedVersion)
            print("now \(item ?? [:])")
        } catch let failure as ConditionFailure<Item> {
            print("someone else wrote \(failure.item ?? [:])")
        }

        #expect(try await orders.get(.key("1"))?["version"] == 8)
    }

    @Test(.apus) func `a replica is asked for and looked at`() async throws {
        let server = TestServer.current
        try await server.createTable("GlobalOrders", partitionKey: ("id", .s))
        let client = server.client()
        let input = UpdateTableInput(
            tableName: "GlobalOrders",
            replicaUpdates: [
                ReplicationGroupUpdate(create: CreateReplicationGroupMemberAction(regionName: "eu-west-1"))
            ]
        )
        let table = try await client.describeTable(DescribeTableInput(tableName: "GlobalOrders")).table
        for replica in table?.replicas ?? [] {
            print(replica.regionName ?? "", replica.replicaStatus ?? "")
        }

        #expect(table?.replicas == nil)
        let body = String(decoding: UpdateTableCommand(input).body(), as: UTF8.self)
        #expect(body.contains(#""ReplicaUpdates":[{"Create":{"RegionName":"eu-west-1"}}]"#))
    }
}
