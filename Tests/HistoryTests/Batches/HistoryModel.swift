// What tables may hold after a history, by what was said of each change; and whether what was said can be true.

import ApusTesting

/// The plain model: the last change to each key counts, and of what is left over, what was sent may count too.
struct HistoryModel {
    private let changes: [HistoryChange]
    private let notes: HistoryAccount.State
    /// What each key may hold: the numbers of puts, or nil where it may be absent.
    private(set) var allowed: [HistoryChange.Place: [Int?]] = [:]

    init(changes: [HistoryChange], notes: HistoryAccount.State) {
        self.changes = changes
        self.notes = notes
        for change in changes where !change.isFaulty {
            let number: Int? = if case .put = change.kind { change.number } else { nil }
            switch notes.fates[change.number] {
            case .written: allowed[change.place] = [number]
            case .leftOver(_, let attempts) where attempts > 0: allowed[change.place, default: [nil]].append(number)
            default: break
            }
        }
    }

    /// What cannot be, of the fates alone; empty where all is well.
    func disagreements(with outcome: BatchWriteOutcome<Int>) -> [String] {
        unsettled + unjust + outOfOrder + unreplaced + miscounted(outcome)
    }

    private var unsettled: [String] {
        let (taken, settled) = (notes.taken.sorted(), notes.order.sorted())
        if taken == settled { return [] }
        return ["\(taken.count) changes were taken, \(settled.count) settled, \(Set(settled).count) of them different"]
    }

    private var unjust: [String] {
        changes.compactMap { change in
            switch notes.fates[change.number] {
            case .written where change.isFaulty: "\(change) cannot have been written"
            case .refused(let reason) where !change.isFaulty: "\(change) was refused: \(reason)"
            default: nil
            }
        }
    }

    /// Fates of changes to one key are told in the order of the changes, but for refused ones.
    private var outOfOrder: [String] {
        var last: [HistoryChange.Place: Int] = [:]
        var found: [String] = []
        for number in notes.order {
            let change = changes[number - 1]
            if case .refused = notes.fates[number] { continue }
            // What names no key of the table stands in no order.
            if change.kind == .wrongType || change.kind == .keyless { continue }
            if let before = last[change.place], before > number {
                found.append("\(change) was settled after \(before)")
            }
            last[change.place] = number
        }
        return found
    }

    private var unreplaced: [String] {
        var written: Set<HistoryChange.Place> = []
        var found: [String] = []
        for change in changes.reversed() {
            switch notes.fates[change.number] {
            case .written: written.insert(change.place)
            case .superseded where !written.contains(change.place):
                found.append("\(change) was superseded, and nothing newer is written")
            default: break
            }
        }
        return found
    }

    private func miscounted(_ outcome: BatchWriteOutcome<Int>) -> [String] {
        var (written, superseded, refused, leftOver) = (0, 0, 0, 0)
        for fate in notes.fates.values {
            switch fate {
            case .written: written += 1
            case .superseded: superseded += 1
            case .refused: refused += 1
            case .leftOver: leftOver += 1
            }
        }
        let told = [outcome.accepted, outcome.written, outcome.superseded, outcome.refused, outcome.leftOver]
        let counted = [notes.taken.count, written + superseded, superseded, refused, leftOver]
        var found = told == counted ? [] : ["the outcome counts \(told), there were \(counted)"]
        if outcome.written + outcome.refused + outcome.leftOver != outcome.accepted {
            found.append("written, refused and left over are not all that was accepted: \(told)")
        }
        return found + mistold(outcome)
    }

    /// Whether those that are told of as unwritten are those that are.
    private func mistold(_ outcome: BatchWriteOutcome<Int>) -> [String] {
        var told = notes.unwritten
        for unwritten in outcome.unwritten { told[unwritten.change.origin] = unwritten.cause }
        let expected = notes.fates.compactMapValues { fate -> UnwrittenChange<Int>.Cause? in
            switch fate {
            case .written, .superseded: nil
            case .refused: .refused
            case .leftOver: .leftOver
            }
        }
        return told == expected ? [] : ["\(told.count) are told of as unwritten, \(expected.count) are"]
    }
}
