// Fault rules from JSON and back, and what is said about wrong ones.

import ApusModel
import ApusThroughput
import ApusWire
import Testing

@testable import ApusServer

struct FaultRuleJSONTests {
    private static let full =
        #"{"name":"slow-cats","operations":["PutItem","Query"],"table":"Cats","index":"byOwner","#
        + #""key":{"owner":{"S":"ada"},"age":{"N":"3"}},"caller":"AKIAADA","next":3,"every":4,"probability":0.2,"#
        + #""from":"10s","until":"2026-01-01T00:00:00Z","effect":{"halfReply":0}}"#

    // MARK: What is read

    @Test func `a rule with all members is read, and written as it was`() throws {
        let json = Self.full.replacing(#"{"halfReply":0}"#, with: #"{"reply":"half"}"#)

        let rule = try Self.rule(json)

        #expect(
            try rule
                == FaultRule(
                    name: "slow-cats",
                    match: FaultMatch(
                        operations: ["PutItem", "Query"],
                        table: "Cats",
                        index: "byOwner",
                        key: ["owner": "ada", "age": 3],
                        caller: "AKIAADA"
                    ),
                    trigger: FaultTrigger(
                        next: 3,
                        every: 4,
                        probability: 0.2,
                        from: .after(.seconds(10)),
                        until: .at(Timestamp(milliseconds: 1_767_225_600_000))
                    ),
                    effect: .halfReply
                )
        )
        #expect(Self.json(rule) == json)
    }

    @Test(
        arguments: [
            (
                #"{"throttle":"TableWriteProvisionedThroughputExceeded"}"#,
                .throttle(.tableWriteProvisionedThroughputExceeded)
            ),
            (#"{"unprocessed":3}"#, .unprocessed(3)),
            (#"{"delay":"250ms"}"#, .delay(.fixed(.milliseconds(250)))),
            (
                #"{"delay":{"median":"20ms","p99":"2s"}}"#,
                .delay(.longTail(median: .milliseconds(20), percentile99: .seconds(2)))
            ),
            (#"{"conflict":"transaction"}"#, .conflict), (#"{"hold":"250ms"}"#, .hold(.milliseconds(250))),
            (#"{"error":"before"}"#, .error(.before)), (#"{"error":"after"}"#, .error(.after)),
            (#"{"drop":"before"}"#, .drop(.before)), (#"{"drop":"after"}"#, .drop(.after)),
            (#"{"reply":"half"}"#, .halfReply), (#"{"checksum":"wrong"}"#, .wrongChecksum),
            (#"{"stale":"500ms"}"#, .stale(.milliseconds(500))),
        ] as [(String, FaultEffect)]
    )
    func `each effect is read, and written as it was`(json: String, effect: FaultEffect) throws {
        // Only transactions can be held.
        let operation = if case .hold = effect { "TransactWriteItems" } else { "BatchWriteItem" }
        let written = #"{"name":"a","operations":["\#(operation)"],"effect":\#(json)}"#

        let rule = try Self.rule(written)

        #expect(rule.effect == effect)
        #expect(Self.json(rule) == written)
    }

    @Test func `members set to null count as absent`() throws {
        let rule = try Self.rule(
            #"{"name":null,"table":null,"key":null,"from":null,"effect":{"delay":null,"drop":"after"}}"#
        )

        #expect(try rule == FaultRule(name: "rule-1", effect: .drop(.after)))
    }

    @Test func `a name may come last and be escaped`() throws {
        #expect(try Self.rule(#"{"effect":{"reply":"half"},"n\u0061me":"\u0061"}"#).name == "a")
    }

    @Test func `a rule without a name gets the first that is free`() throws {
        let json = Array(#"{"effect":{"reply":"half"}}"#.utf8)

        let rule = try json.withUnsafeBytes { try FaultRule(json: $0, takenNames: ["rule-1", "rule-2", "rule-4"]) }

        #expect(rule.name == "rule-3")
    }

    @Test(arguments: FaultScenario.builtIn)
    func `the rules of built-in scenarios can be written and read back`(scenario: FaultScenario) throws {
        for rule in scenario.rules {
            #expect(try Self.rule(Self.json(rule)) == rule)
        }
    }

    // MARK: What is refused

    @Test(
        arguments: [
            (
                #""operations":["PutItm"]"#,
                #"operations has the unknown "PutItm"; known are BatchExecuteStatement, BatchGetItem, "#
            ),
            (#""operations":"PutItem""#, "operations must be a list of strings"),
            (#""operations":[null]"#, "each of operations must be a string"),
            (
                #""operation":["PutItem"]"#,
                #"it has the unknown member "operation"; known are name, operations, table, "#
            ),
            (#""name":5"#, "name must be a string"),
            (#""table":5"#, "table must be a string"),
            (#""index":[]"#, "index must be a string"),
            (#""caller":{}"#, "caller must be a string"),
            (#""key":[]"#, #"key must be an object of attribute values, such as {"id": {"S": "a"}}"#),
            (#""key":{"id":"a"}"#, "key is no object of attribute values: Unexpected field type"),
            (#""key":{"id":{"N":"a"}}"#, "key is no object of attribute values: "),
            (#""next":"3""#, "next must be a whole number from 1"),
            (#""next":0"#, "next is 0, but must be a whole number from 1"),
            (#""next":1.5"#, "next is 1.5, but must be a whole number from 1"),
            (#""every":0"#, "every is 0, but must be a whole number from 1"),
            (#""probability":"often""#, "probability must be a number from 0 to 1"),
            (#""probability":1.5"#, "probability is 1.5, but must be a number from 0 to 1"),
            (#""probability":1e999"#, "probability is inf, but must be a number from 0 to 1"),
            (#""from":10"#, "from must be a string"),
            (
                #""until":"soon""#,
                #"until is "soon", but must be a whole number with ms, s, m or h, such as 250ms, since "#
            ),
            (#""until":"1969-12-31T23:59:59Z""#, "until must be at most 366 days after the rule is added, or a time "),
            (#""from":"2s","until":"1s""#, "until must be later than from"),
        ]
    )
    func `what is wrong with a rule is told with its name and member`(member: String, violation: String) {
        let name = member.hasPrefix(#""name""#) ? "rule-1" : "mine"
        let naming = name == "mine" ? #","name":"mine""# : ""

        let message = Self.message(of: #"{\#(member),"effect":{"reply":"half"}\#(naming)}"#)

        #expect(message?.hasPrefix("Fault rule \"\(name)\": \(violation)") == true, "\(message ?? "none")")
    }

    @Test(
        arguments: [
            (
                #"{}"#,
                "effect must have one of throttle, unprocessed, conflict, hold, delay, error, drop, reply, "
            ),
            (
                #"{"drop":"after","error":"after"}"#,
                "effect must have one of throttle, unprocessed, conflict, hold, delay, error, drop, reply, "
            ),
            (#""drop""#, "effect must be an object"),
            (
                #"{"explode":true}"#,
                #"effect has the unknown member "explode"; known are throttle, unprocessed, conflict, hold, delay, "#
            ),
            (#"{"throttle":"Enough"}"#, #"effect.throttle is "Enough", but must be one of TableReadProvisioned"#),
            (#"{"throttle":true}"#, "effect.throttle must be a string"),
            (#"{"unprocessed":0}"#, "effect.unprocessed is 0, but must be a whole number from 1"),
            (#"{"unprocessed":"all"}"#, "effect.unprocessed must be a whole number from 1"),
            (#"{"delay":5}"#, "effect.delay must be a whole number with ms, s, m or h, such as 250ms"),
            (#"{"delay":"5"}"#, #"effect.delay is "5", but must be a whole number with ms, s, m or h, such as 250ms"#),
            (#"{"delay":"2h"}"#, "effect.delay must be from 0s to 1h"),
            (#"{"delay":{"median":"1s"}}"#, "effect.delay must have both median and p99"),
            (#"{"delay":{"mean":"1s"}}"#, #"effect.delay has the unknown member "mean"; known are median, p99"#),
            (#"{"delay":{"median":"2s","p99":"1s"}}"#, "effect.delay.p99 must not be shorter than median"),
            (#"{"delay":{"median":2}}"#, "effect.delay.median must be a whole number with ms, s, m or h"),
            (#"{"error":"during"}"#, #"effect.error is "during", but must be one of before, after"#),
            (#"{"drop":"during"}"#, #"effect.drop is "during", but must be one of before, after"#),
            (#"{"reply":"whole"}"#, #"effect.reply is "whole", but must be one of half"#),
            (#"{"checksum":"right"}"#, #"effect.checksum is "right", but must be one of wrong"#),
            (#"{"conflict":"always"}"#, #"effect.conflict is "always", but must be one of transaction"#),
            (#"{"hold":"61m"}"#, "effect.hold must be longer than 0s and at most 1h"),
            (#"{"stale":"0s"}"#, "effect.stale must be longer than 0s and at most 1h"),
            ("null", "effect is missing; it must be an object with one of throttle, unprocessed, conflict, hold, "),
        ]
    )
    func `what is wrong with an effect is told with the rule's name`(effect: String, violation: String) {
        let message = Self.message(of: #"{"effect":\#(effect),"name":"mine"}"#)

        #expect(message?.hasPrefix("Fault rule \"mine\": \(violation)") == true, "\(message ?? "none")")
    }

    @Test func `what is no object is no rule`() {
        #expect(Self.message(of: "[]") == #"Fault rule "rule-1": it must be an object"#)
    }

    @Test(
        arguments: [
            "", "{", #"{"name":"a""#, #"{"effect":{"reply":"half"}} x"#,
            #"{"next":1,"next":1,"effect":{"reply":"half"}}"#,
            #"{"key":{"a":{"S":"b"},"a":{"S":"b"}},"effect":{"reply":"half"}}"#,
        ]
    )
    func `what is no JSON, or names a member twice, is no rule`(json: String) {
        #expect(throws: ServiceError.serialization("The faults are no valid JSON, or name a member twice")) {
            try Self.rule(json)
        }
    }

    // MARK: Reports

    @Test func `a report is the rule with its counts`() throws {
        let engine = FaultEngine(seed: 1)
        try engine.add([Self.rule(#"{"name":"a","next":3,"effect":{"reply":"half"}}"#)], at: Timestamp(milliseconds: 0))
        try engine.switchOn("lost-answer", at: Timestamp(milliseconds: 0))

        _ = engine.decide(FaultSubject(operation: "PutItem"), at: Timestamp(milliseconds: 0))

        #expect(
            engine.reports.map { report in written { report.write(to: &$0) } } == [
                #"{"rule":{"name":"a","next":3,"effect":{"reply":"half"}},"matched":1,"fired":1,"left":2}"#,
                #"{"rule":{"name":"lost-answer.writes","operations":["BatchWriteItem","DeleteItem","PutItem","#
                    + #""TransactWriteItems","UpdateItem"],"every":3,"effect":{"drop":"after"}},"#
                    + #""scenario":"lost-answer","matched":1,"fired":0}"#,
            ]
        )
    }

    private static func rule(_ json: String) throws -> FaultRule {
        try Array(json.utf8).withUnsafeBytes { try FaultRule(json: $0) }
    }

    private static func json(_ rule: FaultRule) -> String {
        written { rule.write(to: &$0) }
    }

    private static func message(of json: String) -> String? {
        do {
            _ = try rule(json)
            return nil
        } catch {
            return (error as? ServiceError)?.message
        }
    }
}

/// What a writer has written, once `body` is done with it.
private func written(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
}
