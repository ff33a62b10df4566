// Draws the changes of a history.

/// Which changes come how often.
struct ChangeDrawing {
    let tables: [HistoryTable]
    private let isHeavy: Bool
    private let deletePercent: Int
    /// Of a thousand changes, so many are refused by every table.
    private let faultyPerMille: Int
    private let mostLetters: Int

    private static let hotSlots = 3

    init(tables: [HistoryTable], isHeavy: Bool, _ chance: inout SeededGenerator) {
        self.tables = tables
        self.isHeavy = isHeavy
        deletePercent = chance.pick([0, 10, 40])
        faultyPerMille = chance.pick([0, 0, 3, 20])
        mostLetters = chance.pick([20, 200, 200, 3_000])
    }

    func changes(_ count: Int, _ chance: inout SeededGenerator) -> [HistoryChange] {
        (1...count).map { number in
            let place = chance.number(in: 0...tables.count - 1)
            let table = tables[place]
            let isHot = chance.happens(percent: table.hotPercent)
            let slots = isHot ? min(Self.hotSlots, table.keyCount) : table.keyCount
            let slot = chance.number(in: 0...slots - 1)
            return HistoryChange(number: number, table: place, slot: slot, kind: kind(for: table, &chance))
        }
    }

    private func kind(for table: HistoryTable, _ chance: inout SeededGenerator) -> HistoryChange.Kind {
        if chance.number(in: 0...999) < faultyPerMille {
            // What is too large is rare: it takes long to write down.
            return chance.happens(percent: 5) ? .tooLarge : chance.pick([.wrongType, .keyless, .overfullKey])
        }
        if chance.happens(percent: deletePercent) { return .delete }
        if isHeavy { return .put(letters: chance.number(in: 50_000...320_000)) }
        return .put(letters: chance.number(in: 0...(table.writeUnits == nil ? mostLetters : 200)))
    }
}
