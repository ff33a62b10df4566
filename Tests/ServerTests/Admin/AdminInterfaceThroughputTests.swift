// The figures of throughput over the admin interface.

import ApusDatabase
import ApusModel
import ApusThroughput
import NIOCore
import NIOHTTP1
import Testing

@testable import ApusServer

struct AdminInterfaceThroughputTests {
    private let service: MeasuredService

    init() throws {
        service = try MeasuredService()
    }

    @Test func `a server without tables has none to tell of`() {
        #expect(text("/_apus/throughput") == #"{"now":"2026-01-01T00:00:00Z","tables":[]}"#)
    }

    // A put takes a unit for the item and one for its entry in the local index, both of the table, and one of the global
    // index. With a local index, partitions are not divided within a partition key. Table and global index have 5 units in a second, kept for 300 seconds.
    @Test func `the figures of a table and its indexes are told, down to the hottest keys`() async throws {
        let table = try await service.createTable("Cats", in: "eu-north-1")
        try await service.put(["id": "tom", "at": 1, "boss": "ann"], in: table)
        let idle = #"{"consumedUnits":0.0,"admitted":0,"throttled":{},"unitsPerSecond":5,"levelUnits":1500.0}"#
        let idlePartition = #"{"consumedUnits":0.0,"throttled":0,"levelUnits":3000.0,"hottestKeys":[]}"#

        let text = text("/_apus/throughput")

        #expect(
            text == #"{"now":"2026-01-01T00:00:00Z","tables":[{"region":"eu-north-1","table":"Cats","enforced":true,"#
                + #""billingMode":"PROVISIONED","read":\#(idle),"#
                + #""write":{"consumedUnits":2.0,"admitted":1,"throttled":{},"unitsPerSecond":5,"levelUnits":1498.0},"#
                + #""partitions":[{"partition":0,"from":"","read":\#(idlePartition),"#
                + #""write":{"consumedUnits":2.0,"throttled":0,"levelUnits":998.0,"hottestKeys":["#
                + #"{"key":{"id":{"S":"tom"}},"units":2.0}]}}],"#
                + #""indexes":[{"index":"global","billingMode":"PROVISIONED","read":\#(idle),"#
                + #""write":{"consumedUnits":1.0,"admitted":1,"throttled":{},"unitsPerSecond":5,"levelUnits":1499.0},"#
                + #""partitions":[{"partition":0,"from":"","read":\#(idlePartition),"#
                + #""write":{"consumedUnits":1.0,"throttled":0,"levelUnits":999.0,"hottestKeys":["#
                + #"{"key":{"id":{"S":"tom"},"at":{"N":"1"},"boss":{"S":"ann"}},"units":1.0}]}}]}]}]}"#
        )
    }

    @Test func `refusals are told by cause, and what is made up for as less than nothing`() async throws {
        let table = try await service.createTable("Cats", in: "eu-north-1")
        let charge = TableThroughput.Charge(1_501, of: .table, at: KeyPlace([1], KeyForm(prefixLength: 0)))
        try table.throughput.admit(charge, for: .read, service.clock.now)
        for _ in 0..<2 {
            #expect(throws: ServiceError.self) { try table.throughput.admit(charge, for: .read, service.clock.now) }
        }

        let text = text("/_apus/throughput")

        #expect(
            text.contains(
                #""read":{"consumedUnits":1501.0,"admitted":1,"throttled":{"ProvisionedThroughputExceeded":2},"#
                    + #""unitsPerSecond":5,"levelUnits":-1.0}"#
            )
        )
        service.clock.advance(by: .seconds(2))
        #expect(self.text("/_apus/throughput").contains(#""unitsPerSecond":5,"levelUnits":9.0}"#))
    }

    @Test(arguments: [
        ("", ["eu-north-1 Ants", "eu-north-1 Cats", "us-east-1 Cats"]),
        ("?table=Cats", ["eu-north-1 Cats", "us-east-1 Cats"]),
        ("?region=eu-north-1", ["eu-north-1 Ants", "eu-north-1 Cats"]),
        ("?region=us-east-1&table=C%61ts", ["us-east-1 Cats"]), ("?table=cats", []), ("?table=", []),
        (
            "?other=1",
            [
                "eu-north-1 Ants", "eu-north-1 Cats", "us-east-1 Cats",
            ]
        ),
    ])
    func `tables are chosen by name and region, and come in order`(query: String, tables: [String]) async throws {
        try await service.createTable("Cats", in: "us-east-1")
        try await service.createTable("Cats", in: "eu-north-1")
        try await service.createTable("Ants", in: "eu-north-1")

        let text = text("/_apus/throughput\(query)")

        let found = text.matches(of: /"region":"([^"]*)","table":"([^"]*)"/).map { "\($0.1) \($0.2)" }
        #expect(found == tables)
    }

    private func text(_ uri: String) -> String {
        let admin = AdminInterface(
            database: service.database,
            faults: service.faults,
            metrics: service.requests,
            key: nil,
            allowsScenarios: false
        )
        let request = HTTPRequest(method: .GET, uri: uri, headers: [:], body: ByteBuffer(), isLocal: true)
        let reply = admin.reply(to: request)
        #expect(reply.status == .ok)
        return reply.text
    }
}
