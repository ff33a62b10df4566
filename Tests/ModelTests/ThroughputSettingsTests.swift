// How much throughput there is, and how often it went down.

import Testing

@testable import ApusModel

struct ThroughputSettingsTests {
    private static let midnight: Int64 = 1_767_225_600_000

    @Test(
        arguments: [
            (nil, 0, 0), (0, 0, 3), (0, 86_399_999, 3), (86_399_999, 0, 3), (0, 86_400_000, 0), (0, -1, 0),
            (-1, 0, 0), (-1, -86_400_000, 3), (0, 365 * 86_400_000, 0),
        ] as [(Int64?, Int64, Int)]
    )
    func `decreases count on the day of the last one`(last: Int64?, now: Int64, count: Int) {
        var settings = ThroughputSettings(provisioned: ThroughputUnits(readUnits: 1, writeUnits: 1))
        settings.lastDecreaseTime = last.map { Timestamp(milliseconds: Self.midnight + $0) }
        settings.decreases = 3

        #expect(settings.decreases(onDayOf: Timestamp(milliseconds: Self.midnight + now)) == count)
    }

    @Test func `what can be served at once is what is provisioned, or what on-demand begins with`() {
        let units = ThroughputUnits(readUnits: 5, writeUnits: 7)
        let more = ThroughputUnits(readUnits: 50, writeUnits: 70)

        #expect(ThroughputSettings(provisioned: units).warm == units)
        #expect(ThroughputSettings(provisioned: units, warm: more).warm == more)
        #expect(ThroughputSettings(provisioned: nil).warm == ThroughputUnits(readUnits: 12_000, writeUnits: 4_000))
    }
}
