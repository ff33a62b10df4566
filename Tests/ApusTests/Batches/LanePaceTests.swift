// What the pace makes of answers.

import Testing

@testable import Apus

struct LanePaceTests {
    /// A batch of 25 that were sent for the first time, of which the table took so many.
    private func passage(_ pace: LanePace, through: Int) -> LanePace.Passage {
        LanePace.Passage(epoch: pace.epoch, fresh: 25, freshBack: 25 - through, throughUnits: Double(through))
    }

    @Test(arguments: [0, 3]) func `a first batch that comes back tells no rate`(through: Int) {
        var pace = LanePace(mostBatches: 8, ceiling: nil)

        pace.noteAnswer(passage(pace, through: through), correction: 0, at: .milliseconds(5))

        #expect(pace.rate == nil)
    }

    @Test func `a table that takes little for a second has a rate`() throws {
        var pace = LanePace(mostBatches: 8, ceiling: nil)

        for milliseconds in stride(from: 0, through: 1_200, by: 200) {
            pace.noteAnswer(passage(pace, through: 1), correction: 0, at: .milliseconds(milliseconds))
        }

        let rate = try #require(pace.rate)
        #expect(rate < 10)
    }

    @Test func `a table that takes enough to be measured has a rate at once`() throws {
        var pace = LanePace(mostBatches: 8, ceiling: nil)

        for milliseconds in [0, 50] {
            pace.noteAnswer(passage(pace, through: 12), correction: 0, at: .milliseconds(milliseconds))
        }
        let early = pace.rate
        pace.noteAnswer(passage(pace, through: 12), correction: 0, at: .milliseconds(100))

        let rate = try #require(pace.rate)
        #expect(early == nil)
        #expect((30...36).contains(rate))
    }
}
