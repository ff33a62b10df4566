// Where the faults of a request come from.

import ApusModel
import ApusThroughput
import Testing

@testable import ApusOperations

struct RequestFaultsTests {
    private static let put = #"{"TableName":"Cats","Item":{"id":{"S":"tom"}}}"#

    @Test func `a request may ask for a scenario for itself alone`() async throws {
        let service = try await FaultyService()
        let scenarios: [String?] = ["lost-answer", "lost-answer", nil, "lost-answer"]
        var faults: [FaultyReply?] = []
        for scenario in scenarios { faults.append(await service.answer(.putItem, Self.put, scenario: scenario).fault) }

        // Every third write that asks for it loses its answer.
        #expect(faults == [nil, nil, nil, .dropped(.after)])
    }

    @Test func `a scenario that is not known is refused, and nothing done`() async throws {
        let service = try await FaultyService()

        let error = await service.answer(.putItem, Self.put, scenario: "none").error

        #expect(error?.code == .validation)
        #expect(error?.message?.hasPrefix(#"There is no fault scenario "none"; known are hot-partition, "#) == true)
        #expect(try await service.catIDs().isEmpty)
    }

    @Test(arguments: [("ADA", true), ("BOB", false), (nil, false)] as [(String?, Bool)])
    func `a rule may be about one caller`(caller: String?, isMet: Bool) async throws {
        let service = try await FaultyService()
        let rule = try FaultRule(name: "ada", match: FaultMatch(caller: "ADA"), effect: .error(.before))
        try service.faults.add([rule], at: service.clock.now)

        let answer = await service.answer(.putItem, Self.put, caller: caller)

        #expect(answer.error == (isMet ? FaultyService.failure : nil))
    }

    @Test func `the times of rules are those of the server's clock`() async throws {
        let service = try await FaultyService()
        try service.add(
            .halfReply,
            trigger: FaultTrigger(from: .after(.seconds(10)), until: .after(.seconds(20)))
        )
        var faults: [FaultyReply?] = []
        for _ in 0..<3 {
            faults.append(await service.answer(.putItem, Self.put).fault)
            service.clock.advance(by: .seconds(10))
        }

        #expect(faults == [nil, .half, nil])
    }

    @Test func `a refusal names a table that is not there, and the table where it has no index`() async throws {
        let service = try await FaultyService()
        try service.add(.throttle(.indexWriteProvisionedThroughputExceeded))

        let errors = [
            await service.answer(.putItem, #"{"TableName":"None","Item":{"id":{"S":"tom"}}}"#).error,
            await service.answer(.putItem, #"{"TableName":"Visits","Item":{"id":{"S":"tom"},"at":{"N":"1"}}}"#).error,
        ]

        #expect(errors.map { $0?.code } == [.provisionedThroughputExceeded, .throttling])
        #expect(
            errors.map { $0?.throttling.first?.resource } == [
                FaultyService.catsARN.replacing("Cats", with: "None"), FaultyService.visitsARN,
            ]
        )
    }
}
