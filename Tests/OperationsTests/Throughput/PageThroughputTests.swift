// How far a Query or a Scan goes with the throughput that is left, and what it takes of it.

import ApusModel
import ApusThroughput
import ApusWire
import Testing

@testable import ApusOperations

struct PageThroughputTests {
    /// The items of a table by which pages are tried, all of one size.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var operation = OperationName.scan
        /// Further members of the request.
        var members = ""
        var isConsistent = true
        /// How many items the first page has.
        let firstCount: Int
    }

    /// 20 items of 3,921 bytes under 4 partition keys: two take 2 read units, and so on up to 20 of them 20.
    private static let ids = ["a", "b", "c", "d"]
    private static let itemsPerID = 5
    private static let readUnits = 5
    private static let cats =
        ##"{"id":{"S":"ID"},"at":{"N":"AT"},"kind":{"S":"tabby"},"age":{"N":"AT"},"text":{"S":"TEXT"}}"##

    private static let table = NewTable(
        definitions: "id:S at:N kind:S age:N",
        billing: UpdateMembers.units(readUnits, 1_000),
        local: [
            NewTable.index("byAge", "id:HASH age:RANGE"),
            NewTable.index("ages", "id:HASH age:RANGE", projection: #"{"ProjectionType":"KEYS_ONLY"}"#),
        ],
        global: [NewTable.index("byKind", "kind:HASH at:RANGE", more: UpdateMembers.units(2, 1_000))]
    )

    private static func service(partitionReadUnits: Int = 3_000) async throws -> ThroughputService {
        let service = try await ThroughputService(table) { $0.partitionReadUnits = partitionReadUnits }
        let text = String(repeating: "x", count: 3_890)
        for id in ids {
            for at in 0..<itemsPerID {
                let item = cats.replacing("ID", with: id).replacing("AT", with: "\(at)").replacing("TEXT", with: text)
                try await service.call(.putItem, #"{"TableName":"Cats","Item":\#(item)}"#)
                service.clock.advance(by: .seconds(1))
            }
        }
        return service
    }

    private static func condition(_ name: String, _ value: String) -> String {
        ##","KeyConditionExpression":"#k = :k","ExpressionAttributeNames":{"#k":"\##(name)"},"##
            + #""ExpressionAttributeValues":{":k":{"S":"\#(value)"}}"#
    }

    // 5 items of 3,921 bytes are 19,605: 5 units of 4,096 bytes, or 10 halves for 10 items of 39,210 bytes. With
    // partitions that serve 2 units in a second, a page ends once it has used up one of them.
    private static let cases = [
        Case(testDescription: "a consistent Scan", firstCount: 5),
        Case(testDescription: "an eventually consistent Scan", isConsistent: false, firstCount: 10),
        Case(testDescription: "a Scan with a limit", members: #","Limit":3"#, firstCount: 3),
        Case(testDescription: "a Scan without items", members: #","Select":"COUNT""#, firstCount: 5),
        Case(
            testDescription: "a Query of an index",
            operation: .query,
            members: condition("kind", "tabby") + #","IndexName":"byKind""#,
            isConsistent: false,
            firstCount: 4
        ),
        Case(
            testDescription: "a Query of an index, backward",
            operation: .query,
            members: condition("kind", "tabby") + #","IndexName":"byKind","ScanIndexForward":false"#,
            isConsistent: false,
            firstCount: 4
        ),
        Case(testDescription: "a Scan of a local index", members: #","IndexName":"byAge""#, firstCount: 5),
    ]

    // MARK: Ends of pages

    @Test(arguments: cases)
    func `pages end early, and every item is seen once over all of them`(example: Case) async throws {
        let service = try await Self.service()
        var walk = PageWalk(example, service)

        try await walk.run()

        #expect(walk.counts.first == example.firstCount)
        #expect(walk.counts.reduce(0, +) == 20)
    }

    @Test(arguments: [1, 2, 3, 4], [true, false])
    func `pages end early at partitions as well, and every item is seen once`(
        partitionReadUnits: Int,
        isConsistent: Bool
    ) async throws {
        let service = try await Self.service(partitionReadUnits: partitionReadUnits)
        let example = Case(testDescription: "a Scan", isConsistent: isConsistent, firstCount: 0)

        var walk = PageWalk(example, service)

        try await walk.run()

        #expect(try service.table().throughput.report(at: service.clock.now).members[0].partitions.count > 1)
        #expect(walk.counts.count > 2)
        #expect(walk.counts.reduce(0, +) == 20)
    }

    @Test func `segments end early each by itself`() async throws {
        let service = try await Self.service()
        var count = 0
        for segment in 0..<3 {
            let members = #","Segment":\#(segment),"TotalSegments":3"#
            let example = Case(testDescription: "a segment", members: members, firstCount: 0)
            var walk = PageWalk(example, service)
            try await walk.run()
            count += walk.counts.reduce(0, +)
        }

        #expect(count == 20)
    }

    @Test func `a Query ends early, goes on after a while, and is refused where nothing is left`() async throws {
        let service = try await Self.service()
        let query = #"{"TableName":"Cats","Select":"COUNT","ConsistentRead":true\#(Self.condition("id", "b"))}"#
        // 5 units less 2 of other reads: 3 units are used up with the third item.
        let get = #"{"TableName":"Cats","Key":{"id":{"S":"none"},"at":{"N":"1"}},"ConsistentRead":true}"#
        for _ in 0..<2 { try await service.call(.getItem, get) }

        let first = try await service.call(.query, query)
        let refusal = try await service.refusal(.query, query)
        service.clock.advance(by: .milliseconds(200))
        let rest = query.dropLast() + #","ExclusiveStartKey":{"id":{"S":"b"},"at":{"N":"2"}}}"#
        let second = try await service.call(.query, String(rest))
        service.clock.advance(by: .milliseconds(200))
        let last = rest.replacing(#""at":{"N":"2"}"#, with: #""at":{"N":"3"}"#)
        let third = try await service.call(.query, String(last))

        #expect(first == #"{"Count":3,"ScannedCount":3,"LastEvaluatedKey":{"id":{"S":"b"},"at":{"N":"2"}}}"#)
        #expect(
            refusal
                == .throttled(
                    .tableReadProvisionedThroughputExceeded,
                    of: ThroughputService.catsARN,
                    isOnDemand: false
                )
        )
        // A fifth of a second brings one unit: one item.
        #expect(second == #"{"Count":1,"ScannedCount":1,"LastEvaluatedKey":{"id":{"S":"b"},"at":{"N":"3"}}}"#)
        #expect(third.hasPrefix(#"{"Count":1,"ScannedCount":1"#))
    }

    @Test func `a page has at least one item, however little is left`() async throws {
        let service = try await Self.service()
        for _ in 0..<9 {
            try await service.call(.getItem, #"{"TableName":"Cats","Key":{"id":{"S":"none"},"at":{"N":"1"}}}"#)
        }
        #expect(try service.lane(.read).levelUnits == 0.5)

        let page = try await service.call(.scan, #"{"TableName":"Cats","Select":"COUNT","ConsistentRead":true}"#)

        #expect(page.hasPrefix(#"{"Count":1,"ScannedCount":1,"LastEvaluatedKey":"#))
        #expect(try service.lane(.read).levelUnits == -0.5)
    }

    @Test func `what a filter drops is paid for, and so is finding nothing`() async throws {
        let service = try await Self.service()
        let nothing = try await service.call(.query, #"{"TableName":"Cats"\#(Self.condition("id", "z"))}"#)
        #expect(nothing == #"{"Items":[],"Count":0,"ScannedCount":0}"#)
        #expect(try service.lane(.read).levelUnits == 4.5)

        let page = try await service.call(
            .scan,
            #"{"TableName":"Cats","ConsistentRead":true,"FilterExpression":"attribute_not_exists(age)"}"#
        )

        #expect(page.hasPrefix(#"{"Items":[],"Count":0,"ScannedCount":5,"LastEvaluatedKey":"#))
        #expect(try service.lane(.read).levelUnits == -0.5)
    }

    // MARK: Whose throughput

    @Test(
        arguments: [
            (nil, "", 4.0, 0.0), ("byAge", "", 4.0, 0.0), ("byKind", "", 0.0, 2.0),
            // 7 entries in the index are 1 unit together, and each of the items fetched is 1 by itself.
            ("ages", #","Select":"ALL_ATTRIBUTES""#, 4.0, 0.0),
        ] as [(String?, String, Double, Double)]
    )
    func `a page draws on its table or its global index, as much as it tells`(
        index: String?,
        members: String,
        ofTable: Double,
        ofIndex: Double
    ) async throws {
        let service = try await Self.service()
        let before = try (service.lane(.read), service.lane(.read, of: "byKind"))
        let name = index.map { #","IndexName":"\#($0)""# } ?? ""
        let isConsistent = index != "byKind"

        let answer = try JSONTree(
            parsing: Array(
                try await service.call(
                    .scan,
                    #"{"TableName":"Cats","Limit":\#(index == "ages" ? 3 : 4),"ConsistentRead":\#(isConsistent)"#
                        + #","ReturnConsumedCapacity":"TOTAL"\#(name)\#(members)}"#
                ).utf8
            )
        )

        let after = try (service.lane(.read), service.lane(.read, of: "byKind"))
        #expect(answer.consumedUnits == ofTable + ofIndex)
        #expect(after.0.consumedUnits - before.0.consumedUnits == ofTable)
        #expect(before.0.levelUnits - after.0.levelUnits == ofTable)
        #expect(after.1.consumedUnits - before.1.consumedUnits == ofIndex)
        #expect(before.1.levelUnits - after.1.levelUnits == ofIndex)
    }

    @Test(
        arguments: [
            ("byAge", .tableReadProvisionedThroughputExceeded, ""),
            ("byKind", .indexReadProvisionedThroughputExceeded, "/index/byKind"),
        ] as [(String, ThrottlingReason, String)]
    )
    func `where nothing is left the refusal is that of the table or the index`(
        index: String,
        reason: ThrottlingReason,
        suffix: String
    ) async throws {
        let service = try await Self.service()
        let scan = #"{"TableName":"Cats","IndexName":"\#(index)"}"#
        try await service.call(.scan, scan)

        let refusal = try await service.refusal(.scan, scan)

        #expect(
            refusal == .throttled(reason, of: ThroughputService.catsARN + suffix, isOnDemand: false)
        )
    }

    @Test(arguments: [1, 2, 3, 4])
    func `pages over several partitions take of all together what they tell`(partitionReadUnits: Int) async throws {
        let service = try await Self.service(partitionReadUnits: partitionReadUnits)
        let before = try service.lane(.read).consumedUnits
        let example = Case(testDescription: "a Scan", isConsistent: false, firstCount: 0)

        var walk = PageWalk(example, service)
        try await walk.run()

        let report = try service.table().throughput.report(at: service.clock.now).members[0]
        #expect(report.lanes.read.consumedUnits - before == walk.consumedUnits)
        #expect(report.partitions.reduce(0) { $0 + $1.lanes.read.consumedUnits } == report.lanes.read.consumedUnits)
    }
}

/// Pages one after another, with a pause wherever nothing is left.
private struct PageWalk {
    private let example: PageThroughputTests.Case
    private let service: ThroughputService
    /// How many items each page has shown.
    private(set) var counts: [Int] = []
    private(set) var consumedUnits = 0.0
    private var seen: [JSONTree] = []

    init(_ example: PageThroughputTests.Case, _ service: ThroughputService) {
        self.example = example
        self.service = service
    }

    mutating func run() async throws {
        var request = try JSONTree(
            parsing: Array(
                (#"{"TableName":"Cats","ConsistentRead":\#(example.isConsistent),"#
                    + #""ReturnConsumedCapacity":"TOTAL"\#(example.members)}"#).utf8
            )
        )
        for _ in 0..<1_000 {
            do {
                let text = try await service.service.call(example.operation, request.bytes)
                let page = try JSONTree(parsing: Array(text.utf8))
                note(page)
                guard let start = page["LastEvaluatedKey"] else { return }
                request = .object(request.members.filter { $0.name != "ExclusiveStartKey" })
                request.add("ExclusiveStartKey", start)
            } catch let error as ServiceError where error.isThrottling {
                service.clock.advance(by: .milliseconds(700))
            }
        }
        throw Disagreement("the pages never end")
    }

    /// No item has been seen before.
    private mutating func note(_ page: JSONTree) {
        consumedUnits += page.consumedUnits
        if case .number(let count)? = page["ScannedCount"] { counts.append(Int(count)) }
        for item in page["Items"]?.elements ?? [] {
            let key: JSONTree = .array([item["id"] ?? .null, item["at"] ?? .null])
            #expect(!seen.contains(key))
            seen.append(key)
        }
    }
}
