// What faults do to requests that are done as a whole.

import ApusModel
import ApusThroughput
import ApusWire
import Testing

@testable import ApusOperations

struct FaultyRunTests {
    private static let put = #"{"TableName":"Cats","Item":{"id":{"S":"tom"},"kind":{"S":"tabby"}}}"#
    private static let key = #""TableName":"Cats","Key":{"id":{"S":"kit"}}"#

    /// Requests that change something, where there is a cat named kit.
    private static let changes: [(OperationName, String)] = [
        (.putItem, put),
        (
            .updateItem,
            #"{\#(key),"UpdateExpression":"SET age = :n","ExpressionAttributeValues":{":n":{"N":"1"}}}"#
        ),
        (.deleteItem, "{\(key)}"),
        (.batchWriteItem, #"{"RequestItems":{"Cats":[{"DeleteRequest":{"Key":{"id":{"S":"kit"}}}}]}}"#),
        (.createTable, NewTable(name: "Dogs").json),
        (.updateTable, #"{"TableName":"Visits","DeletionProtectionEnabled":true}"#),
        (.deleteTable, #"{"TableName":"Visits"}"#),
    ]

    private static let reads: [(OperationName, String)] = [
        (.getItem, "{\(key)}"), (.scan, #"{"TableName":"Cats"}"#),
        (
            .query,
            #"{"TableName":"Cats","KeyConditionExpression":"id = :a","ExpressionAttributeValues":{":a":{"S":"kit"}}}"#
        ),
        (.batchGetItem, #"{"RequestItems":{"Cats":{"Keys":[{"id":{"S":"kit"}}]}}}"#),
        (.describeTable, #"{"TableName":"Cats"}"#), (.listTables, "{}"),
    ]

    private static func service() async throws -> FaultyService {
        let service = try await FaultyService()
        try await service.call(.putItem, #"{"TableName":"Cats","Item":{"id":{"S":"kit"},"v":{"N":"1"}}}"#)
        return service
    }

    // MARK: Internal errors

    @Test(arguments: changes, FaultPhase.allCases)
    func `an error before leaves nothing done, one after leaves all done`(
        change: (operation: OperationName, body: String),
        phase: FaultPhase
    ) async throws {
        let service = try await Self.service()
        let before = try await service.state()
        let other = try await Self.service()
        try await other.call(change.operation, change.body)
        let after = try await other.state()
        try service.add(.error(phase), on: [change.operation.rawValue])

        await #expect(throws: FaultyService.failure) { try await service.call(change.operation, change.body) }

        #expect(before != after)
        #expect(try await service.state() == (phase == .before ? before : after))
    }

    @Test(arguments: reads, FaultPhase.allCases)
    func `a read fails before and after`(
        read: (operation: OperationName, body: String),
        phase: FaultPhase
    ) async throws {
        let service = try await Self.service()
        try service.add(.error(phase), trigger: FaultTrigger(next: 1))

        await #expect(throws: FaultyService.failure) { try await service.call(read.operation, read.body) }

        // The rule is spent.
        _ = try await service.call(read.operation, read.body)
    }

    @Test(
        arguments: [
            (.putItem, #"{"TableName":"Cats","Item":{"no":{"S":"x"}}}"#),
            (.putItem, #"{"TableName":"None","Item":{"id":{"S":"x"}}}"#),
            (.getItem, #"{"TableName":"Cats","Key":{"id":{"N":"1"}}}"#),
            (.deleteItem, #"{\#(key),"ConditionExpression":"attribute_not_exists(id)"}"#),
            (.query, #"{"TableName":"Cats"}"#), (.scan, #"{"TableName":"Cats","Segment":1}"#),
            (.batchGetItem, #"{"RequestItems":{"Cats":{"Keys":[{"id":{"S":"a"}},{"id":{"S":"a"}}]}}}"#),
            (.createTable, NewTable().json), (.deleteTable, #"{"TableName":"None"}"#),
        ] as [(OperationName, String)],
        [FaultEffect.error(.after), .drop(.after), .halfReply, .wrongChecksum, .stale(.seconds(1))]
    )
    func `a refusal of the request comes through as it is`(
        request: (operation: OperationName, body: String),
        effect: FaultEffect
    ) async throws {
        let service = try await Self.service()
        let refusal = await service.answer(request.operation, request.body).error
        try service.add(effect)

        let answer = await service.answer(request.operation, request.body)

        #expect(refusal != nil && answer.error == refusal)
    }

    @Test func `a body that cannot be read meets no rule`() async throws {
        let service = try await Self.service()
        try service.add(.error(.before))

        let answer = await service.answer(.putItem, "{")

        #expect(answer.error?.code == .serialization)
        #expect(service.faults.reports.map(\.matched) == [0])
    }

    // MARK: Throttling

    @Test(arguments: ThrottlingReason.allCases, [true, false])
    func `throttling gives the error of the billing mode, with the ARN`(
        reason: ThrottlingReason,
        isOnDemand: Bool
    ) async throws {
        let service = try await FaultyService(isOnDemand: isOnDemand)
        try service.add(.throttle(reason))

        let error = await service.answer(.putItem, Self.put).error

        let code: ServiceError.Code =
            switch reason.cause {
            case .accountLimit: .requestLimitExceeded
            case .onDemandMaximum: .throttling
            case .provisioned, .keyRange: isOnDemand ? .throttling : .provisionedThroughputExceeded
            }
        // A write is for all indexes: the first of them stands for them.
        let resource = FaultyService.catsARN + (reason.isOfIndex ? "/index/byKind" : "")
        #expect(error?.code == code)
        #expect(error?.throttling == [ThrottlingDetail(reason: reason, resource: resource)])
        #expect(try await service.catIDs().isEmpty)
    }

    @Test(arguments: [OperationName.query, .scan])
    func `a page of an index is throttled with the ARN of that index`(operation: OperationName) async throws {
        let service = try await FaultyService(isOnDemand: false)
        try service.add(.throttle(.indexReadProvisionedThroughputExceeded))
        let condition =
            operation == .query
            ? ##","KeyConditionExpression":"#o = :a","ExpressionAttributeNames":{"#o":"owner"},"##
                + #""ExpressionAttributeValues":{":a":{"S":"ann"}}"# : ""

        let error = await service.answer(operation, #"{"TableName":"Cats","IndexName":"byOwner"\#(condition)}"#).error

        #expect(
            error
                == .throttled(
                    .indexReadProvisionedThroughputExceeded,
                    of: "\(FaultyService.catsARN)/index/byOwner",
                    isOnDemand: false
                )
        )
    }

    @Test(arguments: changes + reads)
    func `what is throttled is not done`(operation: OperationName, body: String) async throws {
        let service = try await Self.service()
        let before = try await service.state()
        try service.add(.throttle(.tableWriteKeyRangeThroughputExceeded))

        let error = await service.answer(operation, body).error

        #expect(error?.isThrottling == true)
        #expect(error?.throttling.map(\.reason) == [.tableWriteKeyRangeThroughputExceeded])
        #expect(try await service.state() == before)
    }

    @Test func `a rule about other items leaves a request alone`() async throws {
        let service = try await Self.service()
        try service.add(.throttle(.tableWriteKeyRangeThroughputExceeded), key: ["id": "kit"])
        try service.add(.throttle(.tableWriteKeyRangeThroughputExceeded), table: "Visits")

        #expect(await service.answer(.putItem, Self.put).error == nil)
        #expect(await service.answer(.deleteItem, "{\(Self.key)}").error?.code == .throttling)
        #expect(try await service.catIDs() == ["kit", "tom"])
    }

    // MARK: Replies and delays

    @Test(
        arguments: [
            (.drop(.before), .dropped(.before), false), (.drop(.after), .dropped(.after), true),
            (.halfReply, .half, true), (.wrongChecksum, .wrongChecksum, true), (.stale(.seconds(1)), nil, true),
        ] as [(FaultEffect, FaultyReply?, Bool)]
    )
    func `a faulty reply is told to the server`(effect: FaultEffect, fault: FaultyReply?, isDone: Bool) async throws {
        let service = try await FaultyService()
        try service.add(effect)

        let answer = await service.answer(.putItem, Self.put)

        #expect(answer.fault == fault)
        #expect(answer.body == (isDone ? "{}" : nil))
        #expect(try await service.catIDs() == (isDone ? ["tom"] : []))
    }

    @Test(arguments: [
        (#"{"TableName":"None","Item":{"id":{"S":"x"}}}"#, "ResourceNotFoundException"),
        (#"{"TableName":"Cats","Item":{"id":{"S":"x"}}}"#, "InternalServerError"),
    ])
    func `the reply of an error may be faulty too`(body: String, code: String) async throws {
        let service = try await FaultyService()
        try service.add(.error(.after))
        try service.add(.halfReply)

        let answer = await service.answer(.putItem, body)

        #expect(answer.error?.code.rawValue == code)
        #expect(answer.fault == .half)
    }

    @Test func `a delay is waited for by the clock of the machine, and the request then done`() async throws {
        let service = try await FaultyService()
        try service.add(.delay(.fixed(.milliseconds(40))))
        let start = ContinuousClock.now

        let answer = await service.answer(.putItem, Self.put)

        #expect(ContinuousClock.now - start >= .milliseconds(40))
        #expect(answer.body == "{}" && answer.fault == nil)
        #expect(try await service.catIDs() == ["tom"])
    }

    @Test func `faulty operations on tables keep to their rate as well`() async throws {
        var rules = ThroughputRules()
        (rules.controlPlaneRate, rules.controlPlaneBurstSeconds) = (1, 3)
        let service = try await FaultyService(throughput: rules)
        try service.add(.wrongChecksum)

        // Two of three went into the tables of the service.
        #expect(await service.answer(.createTable, NewTable(name: "Dogs").json).error == nil)
        #expect(await service.answer(.createTable, NewTable(name: "Birds").json).error == .controlPlaneRateExceeded)
    }

    // MARK: Old states

    @Test(
        arguments: [
            (.getItem, "{\(key)MORE}"),
            (.batchGetItem, #"{"RequestItems":{"Cats":{"Keys":[{"id":{"S":"kit"}}]MORE}}}"#),
            (.scan, #"{"TableName":"Cats"MORE}"#),
            (
                .query,
                #"{"TableName":"Cats","KeyConditionExpression":"id = :a","ExpressionAttributeValues":{":a":{"S":"kit"}}MORE}"#
            ),
        ] as [(OperationName, String)]
    )
    func `an eventually consistent read sees an old state, a consistent one the newest`(
        operation: OperationName,
        body: String
    ) async throws {
        let service = try await Self.service()
        service.service.database.keepStates(for: .seconds(2))
        service.clock.advance(by: .seconds(10))
        try await service.call(.putItem, #"{"TableName":"Cats","Item":{"id":{"S":"kit"},"v":{"N":"2"}}}"#)
        try service.add(.stale(.seconds(2)), on: [operation.rawValue])
        func version(_ more: String = "") async throws -> Int {
            let answer = try await service.call(operation, body.replacing("MORE", with: more))
            return answer.contains(#""v":{"N":"2"}"#) ? 2 : answer.contains(#""v":{"N":"1"}"#) ? 1 : 0
        }

        #expect(try await version() == 1)
        #expect(try await version(#","ConsistentRead":true"#) == 2)
        service.clock.advance(by: .milliseconds(1_900))
        #expect(try await version() == 1)
        service.clock.advance(by: .milliseconds(100))
        #expect(try await version() == 2)
    }

    @Test func `only the reads that a rule meets see an old state`() async throws {
        let service = try await Self.service()
        service.service.database.keepStates(for: .seconds(2))
        service.clock.advance(by: .seconds(10))
        try await service.call(.deleteItem, "{\(Self.key)}")
        try service.add(.stale(.seconds(2)), trigger: FaultTrigger(next: 1))

        let answers = [
            try await service.call(.getItem, "{\(Self.key)}"), try await service.call(.getItem, "{\(Self.key)}"),
        ]

        #expect(answers == [#"{"Item":{"id":{"S":"kit"},"v":{"N":"1"}}}"#, "{}"])
    }
}
