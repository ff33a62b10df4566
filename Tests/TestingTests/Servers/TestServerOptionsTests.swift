// What the options ask of a server in this process and of one beside it.

import ApusModel
import Testing

@testable import ApusTesting

struct TestServerOptionsTests {
    private func value(_ flag: String, of words: [String]) -> String? {
        words.firstIndex(of: flag).map { words[$0 + 1] }
    }

    @Test func `without a choice a process gets the words of the defaults`() {
        let words = TestServerOptions().arguments(data: "birds", port: 0)

        #expect(
            words == [
                "serve", "--data", "birds", "--host", "127.0.0.1", "--port", "0", "--region", "us-east-1", "--clock",
                "machine", "--throughput", "enforced", "--burst", "300s", "--staleness", "0s",
                "--transaction-window", "0s", "--transition-delay", "0s", "--log-level", "warning",
            ]
        )
    }

    @Test func `what is chosen becomes words`() {
        var options = TestServerOptions(clock: .manual, throughput: .unlimited)
        options.burstSeconds = 1
        options.staleness = .milliseconds(250)
        options.transitionDelay = .seconds(90)
        options.region = "eu-north-1"

        let words = options.arguments(data: "birds", port: 8123)

        #expect(value("--clock", of: words) == "manual:2026-01-01T00:00:00Z")
        #expect(value("--throughput", of: words) == "unlimited")
        #expect(value("--burst", of: words) == "1s")
        #expect(value("--staleness", of: words) == "250ms")
        #expect(value("--transition-delay", of: words) == "90s")
        #expect(value("--region", of: words) == "eu-north-1")
        #expect(value("--port", of: words) == "8123")
    }

    @Test(arguments: [
        (nil, "1970-01-01T00:01:00Z"), (90_000, "1970-01-01T00:01:30Z"), (30_000, "1970-01-01T00:01:00Z"),
    ])
    func `a clock goes on from the later of its start and what it has shown`(seen: Int64?, time: String) {
        let options = TestServerOptions(clock: .manual(startingAt: Timestamp(milliseconds: 60_000)))

        let words = options.arguments(data: "birds", port: 0, now: seen.map { Timestamp(milliseconds: $0) })

        #expect(value("--clock", of: words) == "manual:\(time)")
    }

    @Test func `a database in this process gets the same`() {
        var options = TestServerOptions(clock: .manual, throughput: .unlimited)
        options.burstSeconds = 2
        options.staleness = .milliseconds(250)

        let settings = options.databaseSettings

        #expect(!settings.throughput.isEnforced)
        #expect(settings.throughput.burstSeconds == 2)
        #expect(settings.throughput.initialBurstSeconds == 2)
        #expect(settings.throughput.shortBurstSeconds == 1)
        #expect(settings.staleness == .milliseconds(250))
        #expect(TestServerOptions().databaseSettings.throughput.shortBurstSeconds == 20)
    }
}
