// The same requests at the same readings of the clock get the same answers.

import ApusModel
import ApusThroughput
import ApusWire
import Testing

@testable import ApusOperations

struct ReplayTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `a run under throttling and faults can be brought back`(seed: UInt64) async throws {
        let first = try await Self.answers(seed: seed)
        let second = try await Self.answers(seed: seed)
        let other = try await Self.answers(seed: seed + 100)

        #expect(first == second, "seed \(seed)")
        #expect(first != other)
        // Without these the run has shown nothing.
        for part in ["UnprocessedItems\":{\"Cats", ".provisionedThroughputExceeded", ".internalServerError"] {
            #expect(first.contains { $0.contains(part) }, "\(part), seed \(seed)")
        }
    }

    /// The answers to some hundred requests by chance, refusals among them.
    private static func answers(seed: UInt64) async throws -> [String] {
        var chance = SeededGenerator(seed: seed)
        let clock = ManualClock()
        let faults = FaultEngine(seed: seed)
        let service = try TestService(throughput: ThroughputRules(), clock: clock, faults: faults)
        try await service.call(
            .createTable,
            #"{"TableName":"Cats","KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],"#
                + #""AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],"#
                + #""ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":2}}"#
        )
        try faults.switchOn("throttled-import", at: clock.now)
        try faults.switchOn("brown-out", at: clock.now)
        // The delays of a brown-out are the only thing here that takes real time.
        for report in faults.reports where report.rule.isDelay { faults.remove(report.rule.name) }
        var answers: [String] = []
        for _ in 0..<400 {
            clock.advance(by: .milliseconds(Int.random(in: 0...2_000, using: &chance)))
            answers.append(await answer(of: service, using: &chance))
        }
        return answers
    }

    private static func answer(of service: TestService, using chance: inout SeededGenerator) async -> String {
        let ids = (0..<Int.random(in: 1...25, using: &chance)).map { "\($0)-\(Int.random(in: 0..<40, using: &chance))" }
        let puts = ids.map { #"{"PutRequest":{"Item":{"id":{"S":"\#($0)"},"text":{"S":"\#(text)"}}}}"# }
        let keys = ids.map { #"{"id":{"S":"\#($0)"}}"# }
        do {
            return switch Int.random(in: 0..<4, using: &chance) {
            case 0: try await service.call(.getItem, #"{"TableName":"Cats","Key":\#(keys[0])}"#)
            case 1: try await service.call(.scan, #"{"TableName":"Cats","ReturnConsumedCapacity":"TOTAL"}"#)
            case 2:
                try await service.call(
                    .batchGetItem,
                    #"{"RequestItems":{"Cats":{"Keys":[\#(keys.joined(separator: ","))]}}}"#
                )
            default:
                try await service.call(
                    .batchWriteItem,
                    #"{"RequestItems":{"Cats":[\#(puts.joined(separator: ","))]}}"#
                )
            }
        } catch {
            return "\(error)"
        }
    }

    private static let text = String(repeating: "x", count: 1_500)
}

extension FaultRule {
    fileprivate var isDelay: Bool {
        if case .delay = effect { true } else { false }
    }
}
