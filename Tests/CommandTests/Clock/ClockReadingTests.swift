// What the clock of a server shows.

import Apus
import Testing

@testable import ApusCommand

struct ClockReadingTests {
    private func reading(_ json: String) throws -> ClockReading {
        let endpoint = Endpoint("http://127.0.0.1:8000")
        return try ClockReading(AdminAnswer(endpoint: endpoint, json: Array(json.utf8)))
    }

    @Test(arguments: [("manual", true), ("machine", false)])
    func `a clock has a time and a mode`(mode: String, isManual: Bool) throws {
        let reading = try reading(#"{"now":"2026-01-01T00:00:00Z","milliseconds":1767225600000,"mode":"\#(mode)"}"#)

        #expect(reading == ClockReading(now: "2026-01-01T00:00:00Z", isManual: isManual))
        #expect(reading.text == "2026-01-01T00:00:00Z")
    }

    @Test(arguments: ["", "{}", #"{"now":3,"mode":"manual"}"#, #"{"now":"2026-01-01T00:00:00Z"}"#])
    func `what is no clock is said so`(json: String) {
        #expect(throws: AdminError.self) { try reading(json) }
    }
}
