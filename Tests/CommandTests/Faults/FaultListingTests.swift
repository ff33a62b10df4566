// The rules and scenarios of a server, shown as tables.

import Apus
import Testing

@testable import ApusCommand

struct FaultListingTests {
    private func listing(_ json: String) throws -> FaultListing {
        let endpoint = Endpoint("http://127.0.0.1:8000")
        return try FaultListing(AdminAnswer(endpoint: endpoint, json: Array(json.utf8)))
    }

    @Test func `a listing is two tables`() throws {
        let listing = try listing(
            #"""
            {"rules": [
                {"rule": {"name": "ada", "operations": ["GetItem", "Query"], "table": "Cats", "index": "byAge",
                    "key": {"id": {"S": "ada"}, "age": {"N": "5"}}, "caller": "KEY",
                    "next": 5, "every": 3, "probability": 0.5, "from": "10s", "until": "2026-01-01T00:00:00Z",
                    "effect": {"throttle": "TableReadProvisionedThroughputExceeded"}},
                    "matched": 1200, "fired": 3, "left": 2},
                {"rule": {"name": "rainy.slow", "effect": {"delay": {"median": "50ms", "p99": "2s"}}},
                    "scenario": "rainy", "matched": 7, "fired": 7}],
             "scenarios": [{"name": "rainy", "summary": "All is slow.", "active": true},
                {"name": "sunny", "summary": "All is well.", "active": false}], "more": {}}
            """#
        )

        let lines = listing.text.split(separator: "\n", omittingEmptySubsequences: false)

        let requests = #"GetItem, Query, table Cats, index byAge, key {id: {S: ada}, age: {N: "5"}}, caller KEY"#
        let trigger = "next 5, every 3, probability 0.5, from 10s, until 2026-01-01T00:00:00Z"
        let effect = "throttle TableReadProvisionedThroughputExceeded"
        #expect(lines.count == 7)
        #expect(
            lines[0].split(separator: " ") == ["NAME", "REQUESTS", "TRIGGER", "EFFECT", "MATCHED", "FIRED", "LEFT"]
        )
        #expect(lines[1] == "ada         \(requests)  \(trigger)  \(effect)     1200      3     2")
        #expect(lines[2].hasPrefix("rainy.slow  all  ") && lines[2].hasSuffix("        7      7     -"))
        #expect(lines[2].contains("  always  ") && lines[2].contains("  delay {median: 50ms, p99: 2s}  "))
        #expect(
            lines[3...] == ["", "   SCENARIO  WHAT HAPPENS", "*  rainy     All is slow.", "   sunny     All is well."]
        )
    }

    @Test func `without rules it says so`() throws {
        #expect(try listing(#"{"rules":[],"scenarios":[]}"#).text == "No fault rule is at work.")
    }

    @Test(arguments: [
        (#""a b""#, "a b"), ("5", "5"), ("null", "null"), ("[1, true]", "[1, true]"), (#"{"a":{}}"#, "{a: {}}"),
        (#"{"a b":"x: y"}"#, #"{"a b": "x: y"}"#),
        (#"["no","null","-","",".5","é"]"#, #"[no, "null", "-", "", ".5", é]"#),
    ])
    func `what nests is shown as YAML has it on one line`(value: String, text: String) throws {
        let listing = try listing(#"{"rules":[{"rule":{"name":"a","effect":{"new":\#(value)}}}]}"#)

        #expect(listing.rules[0].effect == ["new \(text)"])
    }

    @Test(arguments: ["", "[]", "<html>", #"{"rules":[{"rule":3}]}"#, #"{"rules":{}}"#])
    func `what is no listing is said so`(json: String) {
        #expect(throws: AdminError.self) { try listing(json) }
    }
}
