// What came of a history, and of many.

import ApusTesting

/// The outcome, what befell writer and server, and what does not fit.
struct HistoryResult: Sendable {
    let plan: HistoryPlan
    let outcome: BatchWriteOutcome<Int>
    let happened: [HistoryPlan.Event.What]
    var disagreements: [String] = []
}

/// Counts over histories.
struct HistoryTally: CustomStringConvertible {
    private(set) var histories = 0
    private(set) var entries = 0
    private(set) var written = 0
    private(set) var superseded = 0
    private(set) var refused = 0
    private(set) var leftOver = 0
    private(set) var kills = 0
    private(set) var cancellations = 0
    private(set) var stops = 0
    private(set) var deletedTables = 0
    private(set) var brokenOff = 0

    mutating func add(_ result: HistoryResult) {
        histories += 1
        entries += result.outcome.accepted
        written += result.outcome.written
        superseded += result.outcome.superseded
        refused += result.outcome.refused
        leftOver += result.outcome.leftOver
        brokenOff += result.outcome.sequenceError == nil ? 0 : 1
        for event in result.happened {
            switch event {
            case .cancel: cancellations += 1
            case .stop: stops += 1
            case .deleteTable: deletedTables += 1
            case .killServer: kills += 1
            }
        }
    }

    var description: String {
        "\(histories) histories, \(entries) entries: \(written) written (\(superseded) of them superseded), "
            + "\(refused) refused, \(leftOver) left over; \(kills) kills, \(cancellations) cancellations, "
            + "\(stops) stops, \(deletedTables) deleted tables, \(brokenOff) sequences broken off"
    }
}
