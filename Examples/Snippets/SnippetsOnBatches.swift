// The code of docs/snippets.md about batches.

import ApusTesting
import Testing

struct SnippetsOnBatches {
    private func client() async throws -> DynamoDBClient {
        let server = TestServer.current
        try await server.createTable("Orders", partitionKey: ("PK", .s), sortKey: ("SK", .s))
        return server.client()
    }

    private func orders(_ count: Int) -> [Item] {
        (1...count).map { ["PK": "USER#1", "SK": .string("ORDER#\($0)")] }
    }

    @Test(.apus) func `a batch is a command`() async throws {
        let client = try await client()
        try await TestServer.current.faults.add(FaultRule(.unprocessed(1), next: 1))
        let writes = orders(2).map { WriteRequest(putRequest: PutRequest(item: $0)) }
        let command = BatchWriteItemCommand(BatchWriteItemInput(requestItems: ["Orders": writes]))
        let response = try await client.send(command)
        print("not written: \(response.unprocessedItems)")

        #expect(response.unprocessedItems == ["Orders": [writes[1]]])
    }

    @Test(.apus) func `keys are read until each has an answer`() async throws {
        let client = try await client()
        _ = try await client.putItem(PutItemInput(tableName: "Orders", item: ["PK": "USER#1", "SK": "ORDER#1"]))
        var options = BatchGetOptions()
        options.tables["Orders"] = BatchGetOptions.Table(attributes: ["orderId", "status"])
        let found = BatchGetter(client: client, options: options).items(for: [
            BatchGetKey(["PK": "USER#1", "SK": "ORDER#1"], in: "Orders"),
            BatchGetKey(["PK": "USER#1", "SK": "ORDER#2"], in: "Orders"),
        ])
        for await order in found {
            print(order.item)
        }
        let outcome = await found.outcome
        print("found \(outcome.found), not there \(outcome.missing.count), not read \(outcome.leftOver.count)")

        #expect(outcome.found == 1 && outcome.missing.count == 1 && outcome.leftOver.isEmpty)
    }

    @Test(.apus) func `puts and deletes go together`() async throws {
        let client = try await client()
        let writer = BatchWriter<Void>(client: client)
        await writer.add(.put(["PK": "USER#1", "SK": "ORDER#3", "total": 42], into: "Orders"))
        await writer.add(.delete(["PK": "USER#1", "SK": "ORDER#0"], from: "Orders"))
        let outcome = await writer.finish()

        #expect(outcome.isComplete && outcome.written == 2)
    }

    @Test(.apus) func `all items are written, however many there are`() async throws {
        let client = try await client()
        let allItems = orders(60)
        try await TestServer.current.faults.start(.throttledImport)
        var options = BatchWriteOptions()
        options.backoff = .batchGuide
        let writer = BatchWriter<Void>(client: client, options: options)
        await writer.add(contentsOf: allItems.map { .put($0, into: "Orders") })
        let outcome = await writer.finish()

        #expect(outcome.isComplete)
        #expect(try await client.scan(ScanInput(tableName: "Orders")).count == 60)
    }

    @Test(.apus) func `what stays unprocessed is given up, and told`() async throws {
        let client = try await client()
        let items = orders(2)
        try await TestServer.current.faults.add(FaultRule(.throttle(.tableWrites), on: ["BatchWriteItem"]))
        var options = BatchWriteOptions()
        options.attemptsLimit = 10
        options.backoff = Backoff(base: .milliseconds(10), cap: .milliseconds(2_560), jitter: .full)
        let writer = BatchWriter<Void>(client: client.retrying(by: .none), options: options)
        await writer.add(contentsOf: items.map { .put($0, into: "Orders") })
        let outcome = await writer.finish()
        for change in outcome.unwritten {
            print("\(change.change.attributes): \(change.reason), after \(change.attempts) attempts")
        }

        #expect(outcome.leftOver == 2 && outcome.unwritten.allSatisfy { $0.attempts == 10 })
    }

    @Test(.apus) func `any number of items is written to any tables`() async throws {
        let client = try await client()
        let items = orders(30)
        var options = BatchWriteOptions()
        options.attemptsLimit = 5
        options.backoff = .batchPattern
        let writer = BatchWriter<Int>(client: client, options: options)
        for (line, item) in items.enumerated() {
            await writer.add(.put(item, into: "Orders", origin: line))
        }
        let outcome = await writer.finish()
        let failedLines = outcome.unwritten.map(\.change.origin)

        #expect(failedLines.isEmpty && outcome.written == 30)
    }
}
