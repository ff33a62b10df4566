// Files of faults as the JSON that a server takes.

import Testing

@testable import ApusCommand

struct FaultFileTests {
    private func json(_ text: String) throws -> String {
        String(decoding: try FaultFile(text: text, path: "faults.yaml").json, as: UTF8.self)
    }

    private func complaint(_ text: String) -> String {
        do {
            return "no complaint: \(try json(text))"
        } catch {
            return "\(error)"
        }
    }

    @Test func `a plan in YAML becomes the same plan in JSON`() throws {
        let text = """
            # A bad day.
            seed: 18446744073709551615
            rules:
              - name: ada
                operations: [GetItem, Query]
                key: {id: {S: ada}, age: {N: "5"}}
                probability: .5
                from: 2026-01-01T00:00:00Z
                effect:
                  delay: {median: 50ms, p99: 2s}
            scenarios:
              rainy: {summary: "No \\"sun\\"", rules: []}
            """

        let json = try json(text)

        let expected = #"""
            {"seed":18446744073709551615,"rules":[{"name":"ada","operations":["GetItem","Query"],
            "key":{"id":{"S":"ada"},"age":{"N":"5"}},"probability":0.5,"from":"2026-01-01T00:00:00Z",
            "effect":{"delay":{"median":"50ms","p99":"2s"}}}],
            "scenarios":{"rainy":{"summary":"No \"sun\"","rules":[]}}}
            """#
        #expect(json == expected.replacing("\n", with: ""))
    }

    @Test(arguments: [
        (#"a: "3""#, #"{"a":"3"}"#),
        ("a: '3'", #"{"a":"3"}"#),
        ("a: !!str 3", #"{"a":"3"}"#),
        ("a: |\n  3\n", #"{"a":"3\n"}"#),
        ("a: 3", #"{"a":3}"#),
        ("3: a", #"{"3":"a"}"#),
        ("true: a", #"{"true":"a"}"#),
        (#"a: "true""#, #"{"a":"true"}"#),
        ("a: true", #"{"a":true}"#),
        ("a: no", #"{"a":"no"}"#),
        ("a:", #"{"a":null}"#),
        ("a: ''", #"{"a":""}"#),
        ("a: [1, two, [3]]", #"{"a":[1,"two",[3]]}"#),
        ("<<: {a: 1}", #"{"<<":{"a":1}}"#),
        ("a: R&D\nb: a &b\nc: &d 1", #"{"a":"R&D","b":"a &b","c":1}"#),
        ("---\na: 1\n...\n", #"{"a":1}"#),
        ("\u{FEFF}a: 1", #"{"a":1}"#),
    ])
    func `numbers, truth values and texts stay what they are`(yaml: String, expected: String) throws {
        #expect(try json(yaml) == expected)
    }

    @Test(arguments: [
        #"{"a":"\ud83d\ude38"}"#, "{\n\t\"a\":\t1e5\n}", #"{"a":{"b":[{"b":1},{"b":"\/"}]}}"#, "{}",
    ])
    func `JSON is taken as it is, even where it is no YAML`(text: String) throws {
        #expect(try json(text) == text)
    }

    @Test(arguments: [
        ("", "is no mapping"),
        ("~", "is no mapping"),
        ("- a", "is no mapping"),
        ("[]", "is no mapping"),
        ("a: 1\nb: {c: 1, c: 2}", "line 2: the key \"c\" stands in a mapping twice"),
        ("3: 1\n\"3\": 2", "the key \"3\" stands in a mapping twice"),
        (#"{"a": 1, "\u0061": 2}"#, "the key \"a\" stands in a mapping twice"),
        ("a: &x 1\nb: *x", "line 2: there is an alias"),
        ("a: 1\nb: *x", "line 2: there is an alias"),
        ("? [a]\n: 1", "line 1: a key is no text"),
        ("a: !!int '3'", "line 1: there is the tag tag:yaml.org,2002:int"),
        ("!cat a: 1", "line 1: there is the tag !cat"),
        ("a: 1\n---\nb: 2", "is no valid YAML: line 2, column 1: but found another document"),
        ("a: [1", "is no valid YAML: line 2, column 1"),
        ("a: {b: 1\nc: ]", "is no valid YAML"),
        ("a: \u{1}", "is no valid YAML: control characters are not allowed"),
    ])
    func `what cannot be is told with its place`(text: String, told: String) {
        let complaint = complaint(text)

        #expect(complaint.hasPrefix("faults.yaml") && complaint.contains(told), "\(complaint)")
    }

    @Test func `a few lines do not stand for billions of values`() {
        let levels = (1...40).map { "l\($0): &l\($0) [*l\($0 - 1), *l\($0 - 1)]" }.joined(separator: "\n")
        let lines = "l0: &l0 [x]\n\(levels)\n"

        #expect(complaint(lines).contains("line 2: there is an alias"))
        #expect(complaint("\(lines)? *l40\n: 1").contains("line 2: there is an alias"))
    }

    @Test(arguments: ["[", "{a: ", "- "])
    func `depth has a limit`(opening: String) {
        let text = "a: \(opening == "- " ? "\n" : "")" + String(repeating: opening, count: 100_000)

        #expect(complaint(text).contains("is no valid YAML"))
    }

    @Test func `size has a limit`() throws {
        let rest = FaultFile.limitBytes - "a: ".utf8.count

        #expect(try json("a: " + String(repeating: "b", count: rest)).utf8.count == rest + 8)
        #expect(complaint("a: " + String(repeating: "b", count: rest + 1)).contains("larger than 1 MiB"))
    }

    @Test func `a file that is not there is said so`() {
        let complaint = "The faults cannot be had: /nowhere/at-all cannot be opened: No such file or directory"

        #expect(throws: SettingError(complaint)) { try FaultFile(path: "/nowhere/at-all") }
    }
}
