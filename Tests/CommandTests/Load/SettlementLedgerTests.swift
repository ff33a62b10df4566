// Fates in any order, and the account in that of the input.

import Testing

@testable import ApusCommand

struct SettlementLedgerTests {
    private let kind = RecordKind(format: .plainJSON)

    /// A ledger with records of ten bytes each.
    private func ledger(records: Int, from start: SettledPart = SettledPart()) -> SettlementLedger {
        var ledger = SettlementLedger(from: start)
        let first = ledger.admit(ends(1...records), of: start.place.file, kind: kind)
        #expect(first == 0)
        return ledger
    }

    private func ends(_ numbers: ClosedRange<Int>) -> [InputPosition] {
        numbers.map { InputPosition(byte: $0 * 10, line: $0 + 1) }
    }

    private func place(_ number: Int) -> LoadPlace {
        LoadPlace(position: InputPosition(byte: number * 10, line: number + 1), kind: kind)
    }

    private func text(_ lines: [UInt8]) -> String { String(decoding: lines, as: UTF8.self) }

    @Test func `only what lies before every open record is settled`() {
        var ledger = ledger(records: 4)

        ledger.settle(1, .written)
        ledger.settle(2, .rejected, line: Array("two\n".utf8))
        #expect(ledger.settledPart == SettledPart(place: LoadPlace(kind: kind)))
        #expect(ledger.takeLines() == [])

        ledger.settle(0, .superseded)
        #expect(ledger.settledPart.place == place(3))
        #expect(ledger.settledPart.counts == LoadCounts(read: 3, written: 2, superseded: 1, rejected: 1))
        #expect(ledger.settledPart.rejectsBytes == 4)
        #expect(text(ledger.takeLines()) == "two\n")
        #expect(ledger.takeLines() == [])
    }

    @Test func `lines of rejected records come in the order of the input`() {
        var ledger = ledger(records: 3)

        for number in [2, 1, 0] { ledger.settle(number, .leftOver, line: Array("\(number)\n".utf8)) }

        #expect(text(ledger.takeLines()) == "0\n1\n2\n")
        #expect(ledger.settledPart.counts == LoadCounts(read: 3, leftOver: 3))
    }

    @Test func `a load that is broken off goes on at the first record that was left over for it`() {
        var ledger = ledger(records: 3)

        ledger.settle(2, .unfinished, line: Array("2\n".utf8))
        ledger.settle(1, .written)
        ledger.settle(0, .rejected, line: Array("0\n".utf8))
        let first = ledger.settledPart
        #expect(first.place == place(2))
        #expect(first.counts == LoadCounts(read: 2, written: 1, rejected: 1))
        #expect(first.rejectsBytes == 2)

        let more = ledger.admit(ends(4...4), of: 0, kind: kind)
        ledger.settle(more, .written)
        #expect(ledger.settledPart == first)
        // All that is not written stands in the file; one that goes on cuts it off.
        #expect(text(ledger.takeLines()) == "0\n2\n")
    }

    @Test func `an input is passed once it is read to its end and all of it is settled`() {
        var ledger = ledger(records: 1)

        ledger.admitEnd(of: 0)
        let next = ledger.admit([InputPosition(byte: 5, line: 2)], of: 1, kind: kind)
        ledger.settle(next, .written)
        #expect(ledger.settledPart.place == LoadPlace(kind: kind))
        ledger.settle(0, .written)

        #expect(ledger.settledPart.place == LoadPlace(file: 1, position: InputPosition(byte: 5, line: 2), kind: kind))
        ledger.admitEnd(of: 1)
        #expect(ledger.settledPart.place == LoadPlace(file: 2))
    }

    @Test func `a load that goes on adds to what is settled`() {
        let start = SettledPart(place: place(7), counts: LoadCounts(read: 7, written: 6, rejected: 1), rejectsBytes: 50)
        var ledger = SettlementLedger(from: start)
        #expect(ledger.settledPart == start)

        let number = ledger.admit(ends(8...8), of: 0, kind: kind)
        ledger.settle(number, .rejected, line: Array("x\n".utf8))

        #expect(ledger.settledPart.place == place(8))
        #expect(ledger.settledPart.counts == LoadCounts(read: 8, written: 6, rejected: 2))
        #expect(ledger.settledPart.rejectsBytes == 52)
    }

    @Test func `reading waits where an early record stays open`() {
        var ledger = ledger(records: 1 << 18)
        #expect(ledger.isFull)

        for number in 1..<(1 << 18) { ledger.settle(number, .written) }
        #expect(ledger.isFull)
        ledger.settle(0, .written)

        #expect(!ledger.isFull)
        #expect(ledger.settledPart.counts.written == 1 << 18)
    }

    @Test func `whatever the order, the account is that of a run in order`() {
        var chance = Chance(seed: 11)
        for _ in 0..<50 {
            let fates: [SettlementLedger.Fate] = (0..<40).map { _ in
                [.written, .superseded, .rejected, .leftOver].randomElement(using: &chance)!
            }
            var (inOrder, shuffled) = (ledger(records: 40), ledger(records: 40))
            for number in 0..<40 { settle(number, fates, &inOrder) }
            for number in (0..<40).shuffled(using: &chance) { settle(number, fates, &shuffled) }

            #expect(inOrder.settledPart == shuffled.settledPart)
            #expect(inOrder.takeLines() == shuffled.takeLines())
        }
    }

    private func settle(_ number: Int, _ fates: [SettlementLedger.Fate], _ ledger: inout SettlementLedger) {
        let isUnwritten = fates[number] == .rejected || fates[number] == .leftOver
        ledger.settle(number, fates[number], line: isUnwritten ? Array("\(number)\n".utf8) : nil)
    }
}

/// A generator whose numbers follow from a seed.
private struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
