// What is to be done to one request, once all fault rules have been asked.

import ApusModel

/// The faults of one request.
///
/// Several rules may strike at once. Delays add up. Of two rules about one entry, two internal errors, two broken
/// replies or two ages of a read, the first in the order of the rules stands. Who carries this out goes from top to
/// bottom: waits, closes the connection or fails before anything is done, throttles, hands back and refuses for
/// conflicts, holds items, reads the old state, and fails or breaks the reply after everything is done.
package struct FaultDecision: Equatable, Sendable {
    package static let none = FaultDecision()

    package private(set) var delay = Duration.zero
    /// Why entries are refused, by their positions in the request; position 0 where it has no entries.
    package private(set) var throttled: [Int: ThrottlingReason] = [:]
    /// The positions of the entries of a batch that are handed back; none of them is throttled as well.
    package private(set) var unprocessed: Set<Int> = []
    /// The positions of the entries that meet an unfinished transaction; none of them is in one of the others.
    package private(set) var conflicts: Set<Int> = []
    /// How long a transaction holds its items.
    package private(set) var hold: Duration?
    /// When an internal error happens.
    package private(set) var failure: FaultPhase?
    package private(set) var reply: FaultyReply?
    /// How old the state is that a read sees.
    package private(set) var staleness: Duration?

    mutating func throttle(_ position: Int, _ reason: ThrottlingReason) {
        guard !isRefused(position) else { return }
        throttled[position] = reason
    }

    mutating func handBack(_ positions: some Sequence<Int>) {
        for position in positions where !isRefused(position) { unprocessed.insert(position) }
    }

    mutating func conflict(_ position: Int) {
        if !isRefused(position) { conflicts.insert(position) }
    }

    private func isRefused(_ position: Int) -> Bool {
        throttled[position] != nil || unprocessed.contains(position) || conflicts.contains(position)
    }

    mutating func hold(for duration: Duration) {
        hold = hold ?? duration
    }

    mutating func wait(_ duration: Duration) {
        delay += duration
    }

    mutating func fail(_ phase: FaultPhase) {
        failure = failure ?? phase
    }

    mutating func breakReply(_ fault: FaultyReply) {
        reply = reply ?? fault
    }

    mutating func age(by duration: Duration) {
        staleness = staleness ?? duration
    }
}

/// How a reply goes wrong on its way.
package enum FaultyReply: Equatable, Sendable {
    /// The connection is closed without a reply, before or after the request took effect.
    case dropped(FaultPhase)
    /// Half of it is sent, and the connection closed.
    case half
    case wrongChecksum
}
