// Progress of transfers in words.

import Testing

@testable import ApusCommand

struct TransferLineTests {
    private let early = TransferFigures(scanned: 100, read: 50, readUnits: 10)
    private let late = TransferFigures(scanned: 200, read: 90, readUnits: 40)

    @Test func `rates are those since the look before`() {
        let line = TransferLine(figures: late, earlier: early, time: .seconds(2), total: 400)

        #expect(line.plain == "50 %, 90 items read, 20 items/s, 15 RCU/s")
        #expect(line.bar == "████████████░░░░░░░░░░░░ 50 %, 90 items read, 20 items/s, 15 RCU/s")
    }

    @Test func `without a total there is no bar, and a copy tells what is written`() {
        var figures = late
        figures.written = 80

        let line = TransferLine(figures: figures, earlier: nil, time: .seconds(10), total: 0)

        #expect(line.bar == "90 items read, 80 written, 9 items/s, 4 RCU/s")
    }

    @Test func `more than was expected is no more than all`() {
        #expect(TransferLine(figures: late, earlier: nil, time: .zero, total: 10).plain.hasPrefix("100 %, "))
    }
}
