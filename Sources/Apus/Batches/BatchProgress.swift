// How far a batch writer has come.

/// A look at a running batch writer: in total, and for each table.
public struct BatchProgress: Equatable, Sendable {
    /// Counts of changes. In the end, `accepted` is the sum of `written`, `refused` and `leftOver`.
    public struct Figures: Equatable, Sendable {
        /// How many changes were taken in.
        public internal(set) var accepted = 0
        /// How many are written, those that newer ones replaced included.
        public internal(set) var written = 0
        /// How many of the written were replaced by newer changes to their keys.
        public internal(set) var superseded = 0
        /// How many are at fault themselves.
        public internal(set) var refused = 0
        /// How many were given up.
        public internal(set) var leftOver = 0
        /// How often changes were sent again.
        public internal(set) var retried = 0
        /// How many changes came back unprocessed from their first sending, from their second, and so on; the last
        /// count, the `mostRounds`th, stands for all sendings from there on.
        public internal(set) var unprocessedByRound: [Int] = []
        /// How many changes have come back and wait to be sent again.
        public internal(set) var returned = 0
        /// The capacity units that the service says were used.
        public internal(set) var consumedUnits = 0.0
        /// The rate in units per second that is kept to; nil where nothing is held back, and in total where that is
        /// so of any table.
        public internal(set) var rate: Double?
        /// How many batches are under way.
        public internal(set) var batchesInFlight = 0

        /// How many sendings are told apart in `unprocessedByRound`.
        public static let mostRounds = 16

        public init() {}

        /// How many changes are held, waiting or in flight.
        public var held: Int { accepted - written - refused - leftOver }
    }

    public internal(set) var total = Figures()
    /// The same for each table that a change was for.
    public internal(set) var tables: [String: Figures] = [:]

    public init() {}
}

extension BatchProgress.Figures {
    mutating func noteUnprocessed(attempt: Int) {
        let round = min(attempt, Self.mostRounds)
        while unprocessedByRound.count < round { unprocessedByRound.append(0) }
        unprocessedByRound[round - 1] += 1
    }

    /// Adds the figures of another table.
    mutating func add(_ other: BatchProgress.Figures) {
        accepted += other.accepted
        written += other.written
        superseded += other.superseded
        refused += other.refused
        leftOver += other.leftOver
        retried += other.retried
        returned += other.returned
        consumedUnits += other.consumedUnits
        batchesInFlight += other.batchesInFlight
        while unprocessedByRound.count < other.unprocessedByRound.count { unprocessedByRound.append(0) }
        for (round, count) in other.unprocessedByRound.enumerated() { unprocessedByRound[round] += count }
    }
}
