// Whole plans of faults from JSON, sound and broken in every way chance comes upon.

import ApusModel
import ApusThroughput
import ApusWire
import Testing

@testable import ApusServer

struct FaultPlanJSONTests {
    private static let sample =
        #"{"seed":7,"rules":[{"name":"rule-2","effect":{"error":"after"}},"#
        + #"{"key":{"id":{"S":"a"}},"effect":{"throttle":"IndexReadAccountLimitExceeded"}},"#
        + #"{"probability":2.5e-1,"effect":{"delay":{"median":"20ms","p99":"2s"}}}],"#
        + #""scenarios":{"mine":{"summary":"One \u00e9.","rules":[{"effect":{"stale":"500ms"}},"#
        + #"{"name":"last","from":"10s","until":"2026-01-01T00:00:00.250Z","effect":{"unprocessed":3}}]}}}"#

    @Test func `a plan is read, and rules without names are called by their place`() throws {
        let plan = try Self.plan(Array(Self.sample.utf8))

        #expect(plan.seed == 7)
        #expect(plan.rules.map(\.name) == ["rule-2", "rule-3", "rule-4"])
        #expect(plan.scenarios.map(\.name) == ["mine"])
        #expect(plan.scenarios[0].summary == "One é.")
        #expect(plan.scenarios[0].rules.map(\.name) == ["mine.rule-1", "last"])
    }

    @Test func `a plan may say nothing, and the largest seed there is`() throws {
        #expect(try Self.plan(Array("{}".utf8)) == FaultPlan())
        #expect(try Self.plan(Array(#"{"seed":18446744073709551615}"#.utf8)).seed == .max)
    }

    @Test func `rules without names leave those that are taken`() throws {
        let json = Array(#"{"rules":[{"effect":{"reply":"half"}},{"effect":{"reply":"half"}}]}"#.utf8)

        let plan = try json.withUnsafeBytes { try FaultPlan(json: $0, takenNames: ["rule-1", "rule-3"]) }

        #expect(plan.rules.map(\.name) == ["rule-2", "rule-4"])
    }

    @Test(
        arguments: [
            ("[]", "Fault plan: it must be an object"),
            (#"{"rule":[]}"#, #"Fault plan: it has the unknown member "rule"; known are seed, rules, scenarios"#),
            (#"{"seed":-1}"#, "Fault plan: seed is -1, but must be a whole number from 0 to 18446744073709551615"),
            (#"{"seed":"x"}"#, "Fault plan: seed must be a whole number from 0 to 18446744073709551615"),
            (#"{"rules":{}}"#, "Fault plan: rules must be a list of fault rules"),
            (#"{"rules":[{"effect":{}}]}"#, #"Fault rule "rule-1": effect must have one of throttle, unprocessed, "#),
            (#"{"rules":[5]}"#, #"Fault rule "rule-1": it must be an object"#),
            (#"{"scenarios":[]}"#, "Fault plan: scenarios must be an object of scenarios by name"),
            (#"{"scenarios":{"s":5}}"#, #"Fault scenario "s": it must be an object"#),
            (#"{"scenarios":{"s":{"rule":[]}}}"#, #"Fault scenario "s": it has the unknown member "rule"; known are "#),
            (#"{"scenarios":{"s":{"summary":1}}}"#, #"Fault scenario "s": summary must be a string"#),
            (#"{"scenarios":{"s":{"rules":1}}}"#, #"Fault scenario "s": rules must be a list of fault rules"#),
            (#"{"scenarios":{"s":{"rules":[{}]}}}"#, #"Fault rule "s.rule-1": effect is missing"#),
            (#"{"scenarios":{"a b":{}}}"#, #"Fault scenario "a b": name must have 1 to 200 letters, digits, "#),
            (#"{"rules":[\#(String(repeating: "{},", count: 1_000)){}]}"#, "Fault plan: rules must be at most 1000"),
            (#"{"#, "The faults are no valid JSON, or name a member twice"),
        ]
    )
    func `what is wrong with a plan is told with its place`(json: String, violation: String) {
        #expect {
            try Self.plan(Array(json.utf8))
        } throws: { error in
            (error as? ServiceError)?.message?.hasPrefix(violation) == true
        }
    }

    @Test func `a scenario is written with its rules`() throws {
        let scenario = try Self.plan(Array(Self.sample.utf8)).scenarios[0]

        let json = Self.json { scenario.write(to: &$0) }

        #expect(
            json == #"{"name":"mine","summary":"One é.","rules":[{"name":"mine.rule-1","effect":{"stale":"500ms"}},"#
                + #"{"name":"last","operations":["BatchGetItem","BatchWriteItem"],"from":"10s","#
                + #""until":"2026-01-01T00:00:00.250Z","effect":{"unprocessed":3}}]}"#
        )
    }

    // MARK: Broken plans

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `a broken plan is refused in words, or its rules can be written and read back`(seed: UInt64) throws {
        let chance = SeededChance(seed: seed)
        var taken = 0
        for _ in 0..<2_500 {
            let json = Self.mutated(by: chance)
            do {
                for rule in try Self.plan(json).rules {
                    let copy = Self.json { rule.write(to: &$0) }
                    #expect(try Array(copy.utf8).withUnsafeBytes { try FaultRule(json: $0) } == rule)
                }
                taken += 1
            } catch let error as ServiceError {
                #expect(error.message?.isEmpty == false, "\(String(decoding: json, as: UTF8.self))")
            }
        }
        // Mutations that change nothing of weight leave some plans sound.
        #expect(taken > 10)
    }

    @Test func `a plan cut off anywhere is refused`() {
        let bytes = Array(Self.sample.utf8)
        for length in 0..<bytes.count {
            #expect(throws: ServiceError.self) { try Self.plan(Array(bytes[..<length])) }
        }
    }

    private static func mutated(by chance: SeededChance) -> [UInt8] {
        var bytes = Array(sample.utf8)
        func below(_ limit: Int) -> Int { Int(chance.next() % UInt64(limit)) }
        for _ in 0...below(3) where !bytes.isEmpty {
            let position = below(bytes.count)
            let end = min(bytes.count, position + 1 + below(20))
            switch below(5) {
            case 0: bytes[position] = UInt8(below(256))
            case 1: bytes[position] = Array(#"{}[]",:\0123456789-.eumsh"#.utf8)[below(25)]
            case 2: bytes.removeSubrange(position..<end)
            case 3: bytes.insert(contentsOf: bytes[position..<end], at: position)
            default: bytes.removeSubrange(position...)
            }
        }
        return bytes
    }

    private static func plan(_ json: [UInt8]) throws -> FaultPlan {
        try json.withUnsafeBytes { try FaultPlan(json: $0) }
    }

    private static func json(_ body: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        body(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
