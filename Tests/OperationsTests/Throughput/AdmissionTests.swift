// What a table admits at which time, through the operations, with every figure worked out by hand.

import ApusModel
import ApusThroughput
import ApusWire
import Testing

@testable import ApusOperations

struct AdmissionTests {
    /// How the load reaches the table. Each wish is about an item of 3,000 bytes: 3 write units, 1 read unit.
    enum Load: Sendable {
        case puts, batchesOfPuts
        case gets(isConsistent: Bool), batchesOfGets(isConsistent: Bool)
        /// Puts of one key over and over.
        case putsOfOneKey
    }

    /// More wishes than can be admitted, made at once, so long after those before.
    struct Wave: Sendable {
        let pause: Duration
        let admitted: Int
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let load: Load
        let table: String
        var rules = ThroughputRules()
        let wishes: Int
        let waves: [Wave]
        let refusal: ServiceError.Code
        let reason: ThrottlingReason
    }

    private static let provisioned1 = #""ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1}"#
    private static let onDemand = #""BillingMode":"PAY_PER_REQUEST""#
    private static let largePartitions: ThroughputRules = {
        var rules = ThroughputRules()
        (rules.partitionReadUnits, rules.partitionWriteUnits) = (1_000_000, 1_000_000)
        return rules
    }()

    // 1 write unit: 300 s of burst are 300 units, which are 100 puts of 3 units and leave 0.
    // 30 s later there are 30 units: 10 puts. 29 s later there are 29: 9 puts leave 2, which is something, so a tenth is
    // admitted and leaves -1. 31 s later there are 30: 10 puts. After ten minutes the bucket is full: 100 puts.
    private static let writeWaves = [
        Wave(pause: .zero, admitted: 100), Wave(pause: .seconds(30), admitted: 10),
        Wave(pause: .seconds(29), admitted: 10), Wave(pause: .seconds(31), admitted: 10),
        Wave(pause: .seconds(600), admitted: 100),
    ]

    // 1 read unit: 300 units are 300 consistent reads of up to 4 KB, or 600 others. 7 s later there are 7 units: 7 or 14.
    private static let consistentWaves = [
        Wave(pause: .zero, admitted: 300), Wave(pause: .seconds(7), admitted: 7),
    ]
    private static let eventualWaves = [
        Wave(pause: .zero, admitted: 600), Wave(pause: .seconds(7), admitted: 14),
    ]

    private static let cases: [Case] = [
        Case(
            testDescription: "puts into 1 write unit",
            load: .puts,
            table: provisioned1,
            wishes: 1_000,
            waves: writeWaves,
            refusal: .provisionedThroughputExceeded,
            reason: .tableWriteProvisionedThroughputExceeded
        ),
        Case(
            testDescription: "batches into 1 write unit",
            load: .batchesOfPuts,
            table: provisioned1,
            wishes: 1_000,
            waves: writeWaves,
            refusal: .provisionedThroughputExceeded,
            reason: .tableWriteProvisionedThroughputExceeded
        ),
        Case(
            testDescription: "consistent gets from 1 read unit",
            load: .gets(isConsistent: true),
            table: provisioned1,
            wishes: 1_000,
            waves: consistentWaves,
            refusal: .provisionedThroughputExceeded,
            reason: .tableReadProvisionedThroughputExceeded
        ),
        Case(
            testDescription: "eventually consistent gets from 1 read unit",
            load: .gets(isConsistent: false),
            table: provisioned1,
            wishes: 1_000,
            waves: eventualWaves,
            refusal: .provisionedThroughputExceeded,
            reason: .tableReadProvisionedThroughputExceeded
        ),
        Case(
            testDescription: "batches of consistent gets from 1 read unit",
            load: .batchesOfGets(isConsistent: true),
            table: provisioned1,
            wishes: 1_000,
            waves: consistentWaves,
            refusal: .provisionedThroughputExceeded,
            reason: .tableReadProvisionedThroughputExceeded
        ),
        Case(
            testDescription: "batches of eventually consistent gets from 1 read unit",
            load: .batchesOfGets(isConsistent: false),
            table: provisioned1,
            wishes: 1_000,
            waves: eventualWaves,
            refusal: .provisionedThroughputExceeded,
            reason: .tableReadProvisionedThroughputExceeded
        ),
        // The index holds whole items, so each put takes 3 of its units as well: the figures are those of 1 write unit,
        // though the table has 300,000 units of burst. Its partition serves 1,000 a second, more than is asked of it.
        Case(
            testDescription: "puts into an index of 1 write unit",
            load: .puts,
            table: #"""
                "ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1000},
                "GlobalSecondaryIndexes":[{"IndexName":"byKind","Projection":{"ProjectionType":"ALL"},
                 "KeySchema":[{"AttributeName":"kind","KeyType":"HASH"}],
                 "ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":1}}]
                """#,
            wishes: 300,
            waves: writeWaves,
            refusal: .provisionedThroughputExceeded,
            reason: .indexWriteProvisionedThroughputExceeded
        ),
        // One key is in one partition, which serves 1,000 units a second: 333 puts leave 1, and a further one -2. A second
        // later there are 998: 332 puts leave 2, and a further one -1. Two seconds later it is full again: 334.
        Case(
            testDescription: "puts of one key into 5,000 write units",
            load: .putsOfOneKey,
            table: #""ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":5000}"#,
            wishes: 400,
            waves: [
                Wave(pause: .zero, admitted: 334), Wave(pause: .seconds(1), admitted: 333),
                Wave(pause: .seconds(2), admitted: 334),
            ],
            refusal: .provisionedThroughputExceeded,
            reason: .tableWriteKeyRangeThroughputExceeded
        ),
        // A new table serves 4,000 units a second: 1,333 puts leave 1, and a further one -2. A second later: 3,998 units,
        // 1,332 puts leave 2, a further one -1. The peak was 1,334 puts of 3 units, 4,002. Half an hour after it the table
        // serves twice that, 8,004 units: 2,668 puts.
        Case(
            testDescription: "puts past the peak of an on-demand table",
            load: .puts,
            table: onDemand,
            rules: largePartitions,
            wishes: 2_700,
            waves: [
                Wave(pause: .zero, admitted: 1_334), Wave(pause: .seconds(1), admitted: 1_333),
                Wave(pause: .seconds(1_800), admitted: 2_668),
            ],
            refusal: .throttling,
            reason: .tableWriteKeyRangeThroughputExceeded
        ),
        // A maximum of 2 units with 300 s of burst is 600: 200 puts. 6 s later there are 12: 4 puts.
        Case(
            testDescription: "puts into a configured maximum of 2 write units",
            load: .puts,
            table: onDemand + #","OnDemandThroughput":{"MaxReadRequestUnits":2,"MaxWriteRequestUnits":2}"#,
            wishes: 300,
            waves: [Wave(pause: .zero, admitted: 200), Wave(pause: .seconds(6), admitted: 4)],
            refusal: .throttling,
            reason: .tableWriteMaxOnDemandThroughputExceeded
        ),
    ]

    @Test(arguments: cases)
    func `a table admits what burst and time allow, entry by entry`(example: Case) async throws {
        let clock = ManualClock()
        let run = try await AdmissionRun(example, clock: clock)
        for (number, wave) in example.waves.enumerated() {
            clock.advance(by: wave.pause)

            let count = try await run.admittedCount(inWave: number)

            #expect(count == wave.admitted, "wave \(number)")
        }
    }
}

/// A load on a table.
private struct AdmissionRun {
    private static let text = String(repeating: "x", count: 2_900)
    private static let batchSize = 25

    private let example: AdmissionTests.Case
    private let service: TestService

    init(_ example: AdmissionTests.Case, clock: ManualClock) async throws {
        self.example = example
        service = try TestService(throughput: example.rules, clock: clock)
        let attributes = #"{"AttributeName":"id","AttributeType":"S"}"#
        let kind = example.table.contains("byKind") ? #",{"AttributeName":"kind","AttributeType":"S"}"# : ""
        try await service.call(
            .createTable,
            #"{"TableName":"Cats","KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],"#
                + "\"AttributeDefinitions\":[\(attributes)\(kind)],\(example.table)}"
        )
        // What is read is there, for the least of the write units.
        if case .gets = example.load { try await service.call(.putItem, put(0)) }
        if case .batchesOfGets = example.load { try await service.call(.putItem, put(0)) }
    }

    /// How many of the wishes are admitted, made one after another at once. Each wave has items of its own: an index takes
    /// nothing of an item that is put again as it is.
    func admittedCount(inWave wave: Int) async throws -> Int {
        var count = 0
        let first = wave * example.wishes
        switch example.load {
        case .puts, .putsOfOneKey, .gets:
            for number in first..<first + example.wishes { count += try await one(number) }
        case .batchesOfPuts:
            for start in stride(from: first, to: first + example.wishes, by: Self.batchSize) {
                count += try await batch(.batchWriteItem, batchOfPuts(start), "UnprocessedItems")
            }
        case .batchesOfGets(let isConsistent):
            for start in stride(from: first, to: first + example.wishes, by: Self.batchSize) {
                count += try await batch(.batchGetItem, batchOfGets(start, isConsistent), "UnprocessedKeys")
            }
        }
        return count
    }

    private func one(_ number: Int) async throws -> Int {
        do {
            switch example.load {
            case .gets(let isConsistent):
                try await service.call(
                    .getItem,
                    #"{"TableName":"Cats","Key":{"id":{"S":"cat-0"}},"ConsistentRead":\#(isConsistent)}"#
                )
            case .putsOfOneKey: try await service.call(.putItem, put(0))
            default: try await service.call(.putItem, put(number))
            }
            return 1
        } catch let error as ServiceError {
            expectRefusal(error)
            return 0
        }
    }

    private func batch(_ operation: OperationName, _ body: String, _ member: String) async throws -> Int {
        do {
            let answer = try JSONTree(parsing: Array(try await service.call(operation, body).utf8))
            let left = answer[member]?["Cats"]
            return Self.batchSize - (left?["Keys"] ?? left ?? []).elements.count
        } catch let error as ServiceError {
            expectRefusal(error)
            return 0
        }
    }

    private func expectRefusal(_ error: ServiceError) {
        #expect(error.code == example.refusal)
        #expect(error.throttling.map(\.reason) == [example.reason])
        let index = example.reason.isOfIndex ? "/index/byKind" : ""
        #expect(
            error.throttling.map(\.resource) == ["arn:aws:dynamodb:eu-north-1:111122223333:table/Cats\(index)"]
        )
    }

    /// An item of some 3,000 bytes.
    private func item(_ number: Int) -> String {
        #"{"id":{"S":"cat-\#(number)"},"kind":{"S":"tabby"},"text":{"S":"\#(Self.text)"}}"#
    }

    private func put(_ number: Int) -> String {
        #"{"TableName":"Cats","Item":\#(item(number))}"#
    }

    private func batchOfPuts(_ start: Int) -> String {
        let puts = (start..<start + Self.batchSize).map { #"{"PutRequest":{"Item":\#(item($0))}}"# }
        return #"{"RequestItems":{"Cats":[\#(puts.joined(separator: ","))]}}"#
    }

    /// Keys of items that are not there cost as little as an item of 3,000 bytes.
    private func batchOfGets(_ start: Int, _ isConsistent: Bool) -> String {
        let keys = (start..<start + Self.batchSize).map { #"{"id":{"S":"cat-\#($0)"}}"# }.joined(separator: ",")
        return #"{"RequestItems":{"Cats":{"Keys":[\#(keys)],"ConsistentRead":\#(isConsistent)}}}"#
    }
}
