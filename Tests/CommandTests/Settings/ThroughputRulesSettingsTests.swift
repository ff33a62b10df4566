// The rules of throughput, out of the settings.

import Testing

@testable import ApusCommand

struct ThroughputRulesSettingsTests {
    private func settings(_ texts: [Setting: String]) throws -> ServeSettings {
        try ServeSettings(layers: [SettingLayer(.flags, texts)])
    }

    private func complaint(_ setting: Setting, _ text: String) -> String {
        do {
            return "no complaint: \(try settings([setting: text]))"
        } catch {
            return "\(error)"
        }
    }

    @Test func `without a word they are those of the service`() throws {
        let rules = try settings([:]).throughput

        #expect(rules.isEnforced)
        #expect((rules.burstSeconds, rules.initialBurstSeconds) == (300, 300))
        #expect((rules.splitSeconds, rules.peakSeconds) == (60, 1_800))
        #expect((rules.partitionReadUnits, rules.partitionWriteUnits) == (3_000, 1_000))
        #expect((rules.tableReadUnits, rules.tableWriteUnits) == (40_000, 40_000))
        #expect(rules.controlPlaneRate == 50)
    }

    @Test func `each is set by itself`() throws {
        let rules = try settings([
            .throughput: "unlimited", .burst: "2m", .initialBurst: "7s", .shortBurst: "3s", .splitAfter: "4s",
            .peakAfter: "1h", .partitionLimit: "30/10", .tableQuota: "500/10000000", .controlPlaneRate: "1000000",
        ]).throughput

        #expect(!rules.isEnforced)
        #expect((rules.burstSeconds, rules.initialBurstSeconds, rules.shortBurstSeconds) == (120, 7, 3))
        #expect((rules.splitSeconds, rules.peakSeconds) == (4, 3_600))
        #expect((rules.partitionReadUnits, rules.partitionWriteUnits) == (30, 10))
        #expect((rules.tableReadUnits, rules.tableWriteUnits) == (500, 10_000_000))
        #expect(rules.controlPlaneRate == 1_000_000)
    }

    @Test(arguments: [(nil, 300), ("20s", 20), ("10m", 600)] as [(String?, Int)])
    func `a table begins with all of its burst where nothing else is said`(
        burst: String?,
        seconds: Int
    ) throws {
        #expect(try settings(burst.map { [.burst: $0] } ?? [:]).throughput.initialBurstSeconds == seconds)
    }

    @Test func `with a manual clock unused throughput of partitions is kept for a second`() throws {
        let machine = try settings([:]).throughput
        let manual = try settings([.clock: "manual"]).throughput
        let both = try settings([.clock: "manual:2026-01-01T00:00:00Z", .shortBurst: "5s"]).throughput

        #expect(machine.shortBurstSeconds > 1)
        #expect((manual.shortBurstSeconds, both.shortBurstSeconds) == (1, 5))
    }

    @Test(arguments: [Setting.burst, .initialBurst, .shortBurst, .splitAfter, .peakAfter])
    func `a length of time is whole seconds up to a day`(setting: Setting) throws {
        for text in ["1s", "24h", "1000ms"] { _ = try settings([setting: text]) }
        for text in ["0s", "500ms", "1500ms", "25h", "5", "-1s", "", "long"] {
            #expect(
                complaint(setting, text) == "--\(setting.rawValue) is \"\(text)\"; it is a whole number of seconds "
                    + "from 1s to 24h, such as 300s or 5m"
            )
        }
    }

    @Test(arguments: [Setting.partitionLimit, .tableQuota])
    func `limits are two whole numbers`(setting: Setting) throws {
        for text in ["1/1", "10000000/10000000"] { _ = try settings([setting: text]) }
        for text in ["0/1", "1/0", "3000", "3000/1000/1", "/1", "1/", "a/b", "10000001/1", "1.5/1", "3000 / 1000", ""] {
            #expect(
                complaint(setting, text) == "--\(setting.rawValue) is \"\(text)\"; it is two whole numbers from 1 to "
                    + "10000000, of read and of write units, such as 3000/1000"
            )
        }
    }

    @Test(
        arguments: [
            (.throughput, "limited", "it is enforced or unlimited"), (.throughput, "", "it is enforced or unlimited"),
            (.controlPlaneRate, "0", "it is a whole number from 1 to 1000000"),
            (.controlPlaneRate, "1000001", "it is a whole number from 1 to 1000000"),
            (.controlPlaneRate, "fast", "it is a whole number from 1 to 1000000"),
        ] as [(Setting, String, String)]
    )
    func `a bad value is told with what is allowed`(setting: Setting, text: String, forms: String) {
        #expect(complaint(setting, text) == "--\(setting.rawValue) is \"\(text)\"; \(forms)")
    }
}
