// What a fault rule does to a request.

import ApusModel

/// The fault that a rule makes.
package enum FaultEffect: Equatable, Sendable {
    /// Refuses the request for want of capacity. In a batch, each entry is met and triggered by itself.
    case throttle(ThrottlingReason)
    /// Hands back the last entries of a batch that the rule meets, as many as said or as there are.
    case unprocessed(Int)
    case delay(FaultDelay)
    /// An internal error.
    case error(FaultPhase)
    /// Closes the connection without an answer.
    case drop(FaultPhase)
    /// Sends half of the answer and closes the connection.
    case halfReply
    /// Sends an answer whose checksum is not that of its body.
    case wrongChecksum
    /// Lets a read see what was there so long ago.
    case stale(Duration)

    private static let batchOperations: Set = ["BatchGetItem", "BatchWriteItem"]
    private static let longestStaleness = Duration.seconds(3_600)

    /// What is wrong with it in a rule that meets these requests, if anything.
    func violation(in match: FaultMatch) -> String? {
        switch self {
        case .unprocessed(let count) where count < 1:
            "effect.unprocessed is \(count), but must be a whole number from 1"
        case .unprocessed where !match.operations.isSubset(of: Self.batchOperations):
            "operations must be \(Self.batchOperations.sorted().joined(separator: " or ")) with effect.unprocessed"
        case .delay(let delay): delay.violation.map { "effect.delay\($0)" }
        case .stale(let duration) where duration <= .zero || duration > Self.longestStaleness:
            "effect.stale must be longer than 0s and at most 1h"
        default: nil
        }
    }

    /// A match without the operations on which the effect would be none.
    func narrowed(_ match: FaultMatch) -> FaultMatch {
        guard case .unprocessed = self, match.operations.isEmpty else { return match }
        var match = match
        match.operations = Self.batchOperations
        return match
    }
}

/// Whether a request fails before or after it took effect.
package enum FaultPhase: String, CaseIterable, Sendable {
    case before, after
}
