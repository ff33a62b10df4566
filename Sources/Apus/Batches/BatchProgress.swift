// How far a batch writer has come.

/// Counts of changes. In the end, `accepted` is the sum of `written`, `refused` and `leftOver`.
package struct BatchProgress: Equatable, Sendable {
    package internal(set) var accepted = 0
    package internal(set) var written = 0
    package internal(set) var refused = 0
    package internal(set) var leftOver = 0
    /// How often changes were sent again.
    package internal(set) var retried = 0
    /// The rounds of sending: one ends when changes come back and the writer waits.
    package internal(set) var round = 1
    /// How many changes have come back in this round, or in the last where this one has just begun.
    package internal(set) var unprocessedInRound = 0

    package init() {}

    package var held: Int { accepted - written - refused - leftOver }
}

/// What became of all changes: `written + refused + leftOver` is `accepted`.
package struct BatchSummary: Equatable, Sendable {
    package let accepted: Int
    package let written: Int
    package let refused: Int
    package let leftOver: Int
    /// Why the writer stopped before its end, if it did.
    package let stopReason: String?
}
