// What a load tells of itself.

import Testing

@testable import ApusCommand

struct ProgressLineTests {
    private func sight(written: Int, seconds: Int, totalBytes: Int? = 200) -> LoadSight {
        LoadSight(
            counts: LoadCounts(read: written + 5, written: written, rejected: 2),
            unprocessedInRound: 7,
            readBytes: 100,
            totalBytes: totalBytes,
            time: .seconds(seconds)
        )
    }

    @Test func `the rate is that since the last look`() {
        let line = ProgressLine.plain(sight(written: 300, seconds: 3), since: sight(written: 100, seconds: 1))

        #expect(line == "50 %, 300 items written, 100 items/s, 7 unprocessed in this round, 2 rejected")
    }

    @Test func `a bar wants a length`() {
        let known = ProgressLine.bar(sight(written: 1, seconds: 1), since: nil)
        let unknown = ProgressLine.bar(sight(written: 1, seconds: 1, totalBytes: nil), since: nil)

        #expect(known.hasPrefix("████████████░░░░░░░░░░░░ 50 %, 1 items written"))
        #expect(unknown.hasPrefix("1 items written, 1 items/s"))
    }

    @Test func `the closing line adds up`() {
        let counts = LoadCounts(read: 60_123, written: 60_120, rejected: 3, leftOver: 0)

        #expect("\(counts)" == "read 60123 = written 60120 + rejected 3 + left over 0")
        #expect(!counts.isComplete)
    }
}
