// What became of the changes that a batch writer was given.

/// What became of one change.
public enum BatchFate: Equatable, Sendable {
    /// The table has taken it.
    case written
    /// A newer change to its key took its place before the table had taken this one, and is written.
    case superseded
    /// The change itself is at fault: it will never be written as it is.
    case refused(reason: String)
    /// It was given up after so many attempts. Where there were any, the last of them may have been written unseen.
    case leftOver(reason: String, attempts: Int)
}

/// A change that was not written, and why.
public struct UnwrittenChange<Origin: Sendable>: Sendable {
    /// Why a change was not written.
    public enum Cause: Equatable, Sendable {
        /// The change itself is at fault.
        case refused
        /// It was given up, and may be tried again.
        case leftOver
    }

    public let change: BatchChange<Origin>
    public let cause: Cause
    /// What the service or the writer says of it, in words.
    public let reason: String
    /// How often it was sent. A change that was sent and is left over may have been written unseen.
    public let attempts: Int
}

/// What became of all changes: `written + refused + leftOver` is `accepted`.
public struct BatchWriteOutcome<Origin: Sendable>: Sendable {
    /// How many changes were taken in.
    public let accepted: Int
    /// How many are written, those that newer ones replaced included.
    public let written: Int
    /// How many of the written were replaced by newer changes to their keys, and so were perhaps never sent.
    public let superseded: Int
    /// How many are at fault themselves.
    public let refused: Int
    /// How many were given up.
    public let leftOver: Int
    /// The changes that are not written. Empty where a handler was given for them.
    public let unwritten: [UnwrittenChange<Origin>]
    /// The capacity units that the service says were used, by table.
    public let consumedUnits: [String: Double]
    /// From the first change to the last answer.
    public let duration: Duration
    /// How often the most unlucky change was sent.
    public let rounds: Int
    /// Why the writer stopped before its end, if it did.
    public let stopReason: String?
    /// The tables that nothing more was written to, each with the reason: what was still held for them is left over.
    public let stoppedTables: [String: String]
    /// What the sequence of changes threw, if it did. All that came before is accounted for.
    public let sequenceError: (any Error)?

    /// Whether all that was taken in is written, and the sequence came to its end.
    public var isComplete: Bool { written == accepted && sequenceError == nil && stopReason == nil }
}
