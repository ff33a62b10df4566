// The words of `apus clock`.

import Testing

@testable import ApusCommand

struct ClockCommandTests {
    @Test(arguments: [
        ["now"], ["now", "--output", "json"], ["now", "--output", "table"], ["advance", "250ms"], ["advance", "90s"],
        ["advance", "5m"],
        ["advance", "2h"], ["set", "2026-01-01T00:05:00Z"],
    ])
    func `words that make a command`(words: [String]) {
        #expect(throws: Never.self) { try ClockCommand.parseAsRoot(words) }
    }

    @Test(arguments: [
        ["now", "90s"], ["advance"], ["advance", "90"], ["advance", "-90s"], ["advance", "soon"], ["set"], ["stop"],
    ])
    func `words that make none`(words: [String]) {
        #expect(throws: (any Error).self) { try ClockCommand.parseAsRoot(words) }
    }
}
