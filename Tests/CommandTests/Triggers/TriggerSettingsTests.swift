// The settings of triggers, from any source.

import Testing

@testable import ApusCommand

struct TriggerSettingsTests {
    private func settings(
        flags: [Setting: String] = [:],
        environment: [String: String] = [:],
        yaml: String = ""
    ) throws(SettingError) -> TriggerSettings {
        try ServeSettings(layers: [
            SettingLayer(.flags, flags), SettingLayer(environment: environment),
            SettingLayer(yaml: yaml, path: "apus.yaml"),
        ]).triggers
    }

    private func complaint(flags: [Setting: String] = [:], yaml: String = "") -> String {
        do throws(SettingError) {
            return "no complaint: \(try settings(flags: flags, yaml: yaml))"
        } catch {
            return "\(error)"
        }
    }

    @Test func `without a word there are none`() throws {
        let settings = try settings()

        #expect(settings.targets.isEmpty)
        #expect(settings.batchCount == 100)
        #expect(settings.rules == TriggerDelivery.Rules(retries: 10, isBisecting: false))
        #expect(settings.failuresPath == "apus-data/trigger-failures.jsonl")
        #expect(settings.checkpointsPath == "apus-data/triggers")
    }

    @Test func `in memory nothing is kept but failures`() throws {
        let settings = try settings(flags: [.inMemory: "true"])

        #expect(settings.failuresPath == "trigger-failures.jsonl")
        #expect(settings.checkpointsPath == nil)
    }

    @Test func `several targets come from any source`() throws {
        let wanted = ["Cats=http://127.0.0.1:9000/", "Dogs=https://example.org:443/a?b=c"]
        let text = "Cats=http://127.0.0.1:9000, Dogs=https://example.org/a?b=c"

        let all = [
            try settings(flags: [.trigger: text]), try settings(environment: ["APUS_TRIGGER": text]),
            try settings(yaml: "trigger: \(text)"),
            try settings(yaml: "trigger:\n- Cats=http://127.0.0.1:9000\n- Dogs=https://example.org/a?b=c"),
        ]

        for settings in all {
            #expect(settings.targets == wanted.compactMap { TriggerTarget($0) })
        }
    }

    @Test func `each figure can be set`() throws {
        let settings = try settings(
            flags: [.triggerBatch: "10000", .triggerBisect: "true"],
            yaml: "trigger-retries: 0\ntrigger-failures: /srv/failures"
        )

        #expect(settings.batchCount == 10_000)
        #expect(settings.rules == TriggerDelivery.Rules(retries: 0, isBisecting: true))
        #expect(settings.failuresPath == "/srv/failures")
    }

    @Test(arguments: [
        "Cats", "", "Cats=", "=http://a", "Cats=ftp://a", "Cats=127.0.0.1:9000", "Ca=http://a", "Ca ts=http://a",
        "Cats=http://", "Cats=http://a:0", "Cats=http://u:p@a", "Cats=http://a/b c", "Cats=http://a/ü",
    ])
    func `a bad target is refused`(text: String) {
        #expect(complaint(flags: [.trigger: text]) == "--trigger has \"\(text)\"; \(TriggerTarget.forms)")
        #expect(complaint(flags: [.trigger: "Dogs=http://a,\(text)"]).hasPrefix("--trigger has \"\(text)\"; a trigger"))
    }

    @Test func `the same target twice is refused`() {
        #expect(
            complaint(flags: [.trigger: "Cats=http://a,Cats=http://A/b,Cats=http://a:80/#c"])
                == "--trigger has Cats=http://a/ twice"
        )
    }

    @Test func `a bad figure is refused`() {
        #expect(complaint(flags: [.triggerBatch: "0"]).hasSuffix("is \"0\"; it is a whole number from 1 to 10000"))
        #expect(complaint(flags: [.triggerBatch: "10001"]).contains("from 1 to 10000"))
        #expect(complaint(flags: [.triggerRetries: "-1"]).contains("from 0 to 10000"))
        #expect(complaint(flags: [.triggerBisect: "maybe"]).contains("true or false"))
        #expect(
            complaint(yaml: "trigger-failures:") == "trigger-failures in apus.yaml is \"\"; it is the path of a file"
        )
        #expect(complaint(yaml: "trigger: {a: b}") == "trigger in apus.yaml is neither a value nor a list of values")
    }

    @Test func `each target has a folder of its own`() throws {
        let texts = [
            "Cats=http://a", "Cats=http://b", "Dogs=http://a", "\(String(repeating: "x", count: 255))=http://a",
        ]

        let names = texts.compactMap { TriggerTarget($0)?.folderName }

        #expect(Set(names).count == texts.count)
        #expect(names.allSatisfy { $0.utf8.count < 255 && !$0.contains("/") })
    }

    @Test(arguments: [
        ("127.0.0.1", "http://127.0.0.1:8000"), ("0.0.0.0", "http://127.0.0.1:8000"), ("::", "http://[::1]:8000"),
        ("[::1]", "http://[::1]:8000"), ("localhost", "http://localhost:8000"),
    ])
    func `triggers reach their server where it listens`(host: String, address: String) throws {
        let endpoint = try #require(Triggers.endpoint(host: host, port: 8_000))

        #expect("\(endpoint)" == address)
    }
}
