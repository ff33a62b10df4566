// Fault rules and scenarios over the admin interface.

import ApusModel
import ApusThroughput
import NIOCore
import NIOHTTP1
import Testing

@testable import ApusServer

struct AdminInterfaceFaultsTests {
    private let service: MeasuredService

    init() throws {
        service = try MeasuredService()
    }

    private static let half = #"{"name":"half","effect":{"reply":"half"}}"#
    private static let slow = #"{"name":"slow","effect":{"delay":"250ms"}}"#

    /// How the reply to any change begins: it is the list of all rules.
    private static func rules(_ rules: String...) -> String {
        let reports = rules.map { #"{"rule":\#($0),"matched":0,"fired":0}"# }
        return #"{"rules":[\#(reports.joined(separator: ","))],"scenarios":[{"name":"hot-partition","summary":""#
    }

    @Test func `rules are listed with their counts, and scenarios with what they are`() throws {
        try service.faults.add([FaultRule(name: "half", trigger: FaultTrigger(next: 3), effect: .halfReply)], at: .zero)
        _ = service.faults.decide(FaultSubject(operation: "PutItem"), at: .zero)
        try service.faults.switchOn("lost-answer", at: .zero)

        let text = reply(.GET, "/_apus/faults").text

        #expect(
            text.hasPrefix(
                #"{"rules":[{"rule":{"name":"half","next":3,"effect":{"reply":"half"}},"matched":1,"fired":1,"left":2},"#
                    + #"{"rule":{"name":"lost-answer.writes","operations":["BatchWriteItem","DeleteItem","PutItem","#
                    + #""TransactWriteItems","UpdateItem"],"every":3,"effect":{"drop":"after"}},"scenario":"lost-answer","matched":0,"fired":0}],"#
                    + #""scenarios":[{"name":"hot-partition","summary":"#
            )
        )
        #expect(
            text.contains(
                #"{"name":"lost-answer","summary":"Every third write takes effect, but its answer never arrives.","active":true}"#
            )
        )
        #expect(text.contains(#""active":false"#))
    }

    @Test func `a rule is added, and takes the place of one of its name`() {
        #expect(reply(.POST, "/_apus/faults", Self.half).text.hasPrefix(Self.rules(Self.half)))
        #expect(reply(.POST, "/_apus/faults", Self.slow).text.hasPrefix(Self.rules(Self.half, Self.slow)))
        let other = #"{"name":"half","table":"Cats","effect":{"reply":"half"}}"#
        #expect(reply(.POST, "/_apus/faults", other).text.hasPrefix(Self.rules(other, Self.slow)))
    }

    @Test func `rules without names get some that are free`() {
        for _ in 0..<2 { #expect(reply(.POST, "/_apus/faults", #"{"effect":{"reply":"half"}}"#).status == .ok) }
        #expect(reply(.POST, "/_apus/faults", #"{"rules":[{"effect":{"reply":"half"}}]}"#).status == .ok)

        #expect(names == ["rule-1", "rule-2", "rule-3"])
    }

    @Test func `a plan is added to what is there, or takes its place`() {
        #expect(reply(.POST, "/_apus/faults", Self.half).status == .ok)
        let plan = #"{"rules":[\#(Self.slow)],"scenarios":{"mine":{"summary":"Mine.","rules":[]}}}"#

        let added = reply(.POST, "/_apus/faults", plan).text
        #expect(added.hasPrefix(Self.rules(Self.half, Self.slow)))
        #expect(added.hasSuffix(#"{"name":"mine","summary":"Mine.","active":false}]}"#))

        let replaced = reply(.PUT, "/_apus/faults", #"{"rules":[\#(Self.half)]}"#).text
        #expect(replaced.hasPrefix(Self.rules(Self.half)) && !replaced.contains("mine"))
        #expect(reply(.PUT, "/_apus/faults", "{}").text.hasPrefix(Self.rules()))
    }

    @Test func `rules are removed one by one, or all`() {
        let plan = #"{"rules":[\#(Self.half),\#(Self.slow),{"name":"a.b-c","effect":{"reply":"half"}}]}"#
        #expect(reply(.PUT, "/_apus/faults", plan).status == .ok)

        #expect(reply(.DELETE, "/_apus/faults/a%2Eb-c").text.hasPrefix(Self.rules(Self.half, Self.slow)))
        let unknown = reply(.DELETE, "/_apus/faults/a.b-c")
        #expect(unknown.status == .notFound && unknown.text == #"{"error":"There is no fault rule \"a.b-c\""}"#)
        #expect(names == ["half", "slow"])
        #expect(reply(.DELETE, "/_apus/faults").text.hasPrefix(Self.rules()))
    }

    @Test(arguments: ["POST", "PUT"])
    func `what is wrong with a rule is told, and nothing changed`(method: String) {
        #expect(reply(.POST, "/_apus/faults", Self.half).status == .ok)
        for (body, message) in [
            (
                #"{"rules":[\#(Self.slow),{"name":"a","effect":{}}]}"#,
                #"Fault rule \"a\": effect must have one of throttle"#
            ),
            (#"{"rules":[\#(Self.slow),\#(Self.slow)]}"#, #"Fault rule \"slow\": name must differ from those of the"#),
            (#"{"rules":{}}"#, "Fault plan: rules must be a list of fault rules"),
            ("{", ""), ("", ""), ("[]", ""),
        ] {
            let reply = reply(HTTPMethod(rawValue: method), "/_apus/faults", body)

            #expect(reply.status == .badRequest, "\(body)")
            #expect(reply.text.hasPrefix(#"{"error":"\#(message)"#), "\(reply.text)")
            #expect(names == ["half"])
        }
    }

    @Test func `a plan is added as a whole or not at all`() throws {
        let rules = try (0..<FaultEngine.ruleLimit).map { try FaultRule(name: "many-\($0)", effect: .halfReply) }
        try service.faults.add(rules, at: .zero)

        let reply = reply(
            .POST,
            "/_apus/faults",
            #"{"rules":[\#(Self.half)],"scenarios":{"mine":{"summary":"Mine.","rules":[]}}}"#
        )

        #expect(reply.status == .badRequest)
        #expect(reply.text.contains("There may be at most 1000 fault rules"))
        #expect(!service.faults.scenarios.contains { $0.name == "mine" })
    }

    @Test func `a scenario is switched on and off`() {
        let on = reply(.PUT, "/_apus/scenarios/lost%2Danswer").text
        #expect(names == ["lost-answer.writes"])
        #expect(on.contains(#"{"name":"lost-answer","summary":"Every third write takes effect, but its answer never "#))

        let off = reply(.DELETE, "/_apus/scenarios/lost-answer").text
        #expect(off.hasPrefix(Self.rules()) && !off.contains(#""active":true"#))
        #expect(reply(.DELETE, "/_apus/scenarios/lost-answer").status == .ok)
    }

    @Test(arguments: ["PUT", "DELETE"])
    func `an unknown scenario is not found`(method: String) {
        let reply = reply(HTTPMethod(rawValue: method), "/_apus/scenarios/none")

        #expect(reply.status == .notFound)
        #expect(reply.text.hasPrefix(#"{"error":"There is no fault scenario \"none\"; known are hot-partition, "#))
    }

    @Test func `the times of a rule run from its addition, by the server's clock`() {
        service.clock.advance(by: .seconds(100))
        let rule = #"{"name":"late","from":"10s","effect":{"reply":"half"}}"#
        #expect(reply(.POST, "/_apus/faults", rule).status == .ok)

        var decisions: [FaultDecision] = []
        for _ in 0..<2 {
            decisions.append(service.faults.decide(FaultSubject(operation: "PutItem"), at: service.clock.now))
            service.clock.advance(by: .seconds(10))
        }

        #expect(decisions.map(\.reply) == [nil, .half])
    }

    // MARK: Asking

    private var names: [String] { service.faults.reports.map(\.rule.name) }

    private func reply(_ method: HTTPMethod, _ uri: String, _ body: String = "") -> HTTPReply {
        let admin = AdminInterface(
            database: service.database,
            faults: service.faults,
            metrics: service.requests,
            key: nil,
            allowsScenarios: false
        )
        return admin.reply(
            to: HTTPRequest(method: method, uri: uri, headers: [:], body: ByteBuffer(string: body), isLocal: true)
        )
    }
}

extension Timestamp {
    fileprivate static let zero = Timestamp(milliseconds: 0)
}
