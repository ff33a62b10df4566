// What a load tells of itself.

import Testing

@testable import ApusCommand

struct ProgressLineTests {
    private func sight(written: Int, seconds: Int, totalBytes: Int? = 400, rate: Double? = nil) -> LoadSight {
        LoadSight(
            counts: LoadCounts(read: written + 2, written: written, rejected: 2),
            unprocessedByRound: rate == nil ? [] : [120, 40, 3, 2, 1, 1],
            consumedUnits: Double(written * 2),
            rate: rate,
            readBytes: written,
            totalBytes: totalBytes,
            time: .seconds(seconds)
        )
    }

    @Test func `rates are those since the earlier look`() {
        let line = ProgressLine.plain(sight(written: 300, seconds: 3), since: sight(written: 100, seconds: 1))

        #expect(line == "75 %, 300 written, 100 items/s, 200 WCU/s, 2 rejected, 1 s to go")
    }

    @Test func `what is read and not yet settled is not counted as done`() {
        let sight = LoadSight(
            counts: LoadCounts(read: 100, written: 20, rejected: 3, leftOver: 2),
            unprocessedByRound: [],
            consumedUnits: 0,
            rate: nil,
            readBytes: 80,
            totalBytes: 100,
            time: .seconds(1)
        )

        #expect(sight.fraction == 0.2)
    }

    @Test func `each round tells its unprocessed entries, and the last count all further ones`() {
        let line = ProgressLine.plain(
            sight(written: 300, seconds: 3, totalBytes: nil, rate: 499.6),
            since: sight(written: 100, seconds: 1)
        )

        #expect(
            line == "300 written, 100 items/s, 200 WCU/s of 500 allowed, unprocessed 120 + 40 + 3 + 2 + 2, 2 rejected"
        )
    }

    @Test func `a bar wants a length`() {
        let start = sight(written: 0, seconds: 0)
        let known = ProgressLine.bar(sight(written: 200, seconds: 1), since: start)
        let unknown = ProgressLine.bar(sight(written: 1, seconds: 1, totalBytes: nil), since: start)

        #expect(known.hasPrefix("████████████░░░░░░░░░░░░ 50 %, 200 written"))
        #expect(unknown.hasPrefix("1 written, 1 items/s"))
    }

    @Test(arguments: [(0.2, "1 s"), (59, "59 s"), (61.5, "1 min 2 s"), (7_290, "2 h 1 min")])
    func `times have their two largest units`(seconds: Double, words: String) {
        #expect(ProgressLine.time(.seconds(seconds)) == words)
    }

    @Test func `the closing line adds up`() {
        let counts = LoadCounts(read: 60_123, written: 60_120, rejected: 3, leftOver: 0)

        #expect("\(counts)" == "read 60123 = written 60120 + rejected 3 + left over 0")
        #expect(!counts.isComplete)
    }
}
