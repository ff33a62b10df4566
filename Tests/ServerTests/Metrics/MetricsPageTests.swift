// What the page of metrics says of a server.

import ApusDatabase
import ApusModel
import ApusStorage
import ApusThroughput
import ApusWire
import Testing

@testable import ApusServer

struct MetricsPageTests {
    @Test func `a server that nobody has used has a page`() throws {
        let service = try MeasuredService()

        let page = try service.page()

        #expect(page["apus_clock_seconds"] == service.clock.now.seconds)
        #expect(page["apus_unprocessed_entries_total", ["operation": "BatchWriteItem"]] == 0)
        #expect(page["process_cpu_seconds_total"] ?? 0 > 0)
        #expect(page.series(of: "apus_requests_total").isEmpty && page.comments.isEmpty)
        #if os(Linux)
        #expect(page["process_resident_memory_bytes"] ?? 0 > 1_000_000)
        #endif
    }

    @Test func `requests are told by operation, code and duration`() throws {
        let service = try MeasuredService()
        service.requests.note(.putItem, nil, nanoseconds: 100_000)
        service.requests.note(.putItem, nil, nanoseconds: 3_000_000_000)
        service.requests.note(.putItem, .provisionedThroughputExceeded, nanoseconds: 20_000_000_000)
        service.requests.note(nil, .unknownOperation, nanoseconds: 1)
        service.requests.noteBytes(.putItem, received: 10, sent: 2)
        service.requests.noteUnprocessed(.batchGetItem, count: 3)

        let page = try service.page()

        let put = ["operation": "PutItem"]
        #expect(page["apus_requests_total", ["operation": "PutItem", "code": "ok"]] == 2)
        #expect(
            page["apus_requests_total", ["operation": "PutItem", "code": "ProvisionedThroughputExceededException"]] == 1
        )
        #expect(page["apus_requests_total", ["operation": "", "code": "UnknownOperationException"]] == 1)
        let buckets = ["5e-05", "0.0001", "3.2768", "13.1072", "+Inf"].map { bound in
            page["apus_request_duration_seconds_bucket", ["operation": "PutItem", "le": bound]]
        }
        #expect(buckets == [0, 1, 2, 2, 3])
        #expect(page["apus_request_duration_seconds_sum", put] == 23.0001)
        #expect(page["apus_received_bytes_total", put] == 10 && page["apus_sent_bytes_total", put] == 2)
        #expect(page["apus_unprocessed_entries_total", ["operation": "BatchGetItem"]] == 3)
    }

    @Test func `tables and indexes are told by region, name and index`() async throws {
        let service = try MeasuredService()
        try await service.createTable("Cats", in: "eu-north-1")
        let table = try await service.createTable("Cats", in: "us-east-1")
        try await service.put(["id": "tom", "at": 1, "boss": "ann"], in: table)
        try await service.put(["id": "kit", "at": 1], in: table)

        let page = try service.page()

        let names = ["", "global", "local"]
        let labels = names.map { ["region": "us-east-1", "table": "Cats", "index": $0] }
        #expect(labels.map { page["apus_table_items", $0] } == [2, 1, 2])
        #expect(labels.map { page["apus_table_bytes", $0] ?? 0 > 0 } == [true, true, true])
        let lanes = labels.map { $0.merging(["direction": "write"]) { $1 } }
        // A put takes a unit of the table and of its local index, and one of the global index where it has an entry.
        #expect(lanes.map { page["apus_consumed_units_total", $0] } == [4, 1, nil])
        #expect(lanes.map { page["apus_admitted_total", $0] } == [2, 1, nil])
        #expect(lanes.map { page["apus_throughput_units_per_second", $0] } == [5, 5, nil])
        #expect(lanes.map { page["apus_throughput_level_units", $0] } == [1_496, 1_499, nil])
        let other = ["region": "eu-north-1", "table": "Cats", "index": ""]
        #expect(page["apus_table_items", other] == 0)
        #expect(page["apus_store_memtable_bytes"] ?? 0 > 100)
    }

    @Test func `refusals are told by reason, and of the partition`() async throws {
        let service = try MeasuredService()
        let table = try await service.createTable("Cats", in: "eu-north-1")
        let charge = TableThroughput.Charge(1_501, of: .table, at: KeyPlace([1], KeyForm(prefixLength: 0)))
        try table.throughput.admit(charge, for: .read, service.clock.now)

        for _ in 0..<2 {
            #expect(throws: ServiceError.self) { try table.throughput.admit(charge, for: .read, service.clock.now) }
        }

        let page = try service.page()
        let lane = ["region": "eu-north-1", "table": "Cats", "index": "", "direction": "read"]
        let reasons = ThrottlingReason.Cause.allCases.map { cause in
            page["apus_throttled_total", lane.merging(["reason": cause.rawValue]) { $1 }]
        }
        #expect(reasons == [2, 0, 0, 0])
        #expect(page["apus_throughput_level_units", lane] == -1)
        let partition = lane.merging(["partition": "0"]) { $1 }
        #expect(page["apus_partition_consumed_units_total", partition] == 1_501)
        #expect(page["apus_partition_level_units", partition] == 1_499)
        #expect(page["apus_partition_throttled_total", partition] == 0)
    }

    @Test func `fault rules are told by name`() throws {
        let service = try MeasuredService()
        let rule = try FaultRule(name: "every-2", trigger: FaultTrigger(every: 2), effect: .error(.before))
        try service.faults.add([rule], at: service.clock.now)
        for _ in 0..<5 { _ = service.faults.decide(FaultSubject(operation: "GetItem"), at: service.clock.now) }

        let page = try service.page()

        #expect(page["apus_fault_matched_total", ["rule": "every-2"]] == 5)
        #expect(page["apus_fault_fired_total", ["rule": "every-2"]] == 2)
    }

    @Test(arguments: [
        (MetricsLimits(tables: 9, partitions: 6), 9, 12, []),
        (MetricsLimits(tables: 8, partitions: 6), 6, 8, ["# The page is full: 1 of 3 tables are left out."]),
        (MetricsLimits(tables: 9, partitions: 5), 9, 10, ["# The page is full: 1 of 6 partitions are left out."]),
        (MetricsLimits(tables: 0, partitions: 0), 0, 0, ["# The page is full: 3 of 3 tables are left out."]),
    ])
    func `a page has its limits, and says so`(
        limits: MetricsLimits,
        tables: Int,
        partitionLanes: Int,
        comments: [String]
    ) async throws {
        let service = try MeasuredService()
        for name in ["Ants", "Bees", "Cats"] { try await service.createTable(name, in: "eu-north-1") }

        let page = try service.page(limits)

        #expect(page.series(of: "apus_table_items").count == tables)
        #expect(page.series(of: "apus_partition_level_units").count == partitionLanes)
        #expect(page.comments == comments)
        if tables == 6 {
            #expect(page["apus_table_items", ["region": "eu-north-1", "table": "Cats", "index": ""]] == nil)
        }
    }

    @Test func `a closed store has no page`() async throws {
        let service = try MeasuredService()
        try await service.createTable("Cats", in: "eu-north-1")

        try service.database.close()

        #expect(throws: StorageError.self) { try service.page() }
    }
}
