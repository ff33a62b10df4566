// When a fault rule strikes among the requests that it meets.

import ApusModel

/// The conditions under which a rule strikes; all that are given must hold.
///
/// They are asked in this order: the time; the count of matches, which goes on within that time only; chance; and what
/// is left of the firings.
package struct FaultTrigger: Equatable, Sendable {
    /// So many firings, and the rule is spent.
    package var next: Int?
    /// Only each match of this number: the third, the sixth and so on.
    package var every: Int?
    package var probability: Double?
    package var from: FaultMoment?
    /// The first moment at which the rule no longer strikes.
    package var until: FaultMoment?

    package init(
        next: Int? = nil,
        every: Int? = nil,
        probability: Double? = nil,
        from: FaultMoment? = nil,
        until: FaultMoment? = nil
    ) {
        self.next = next
        self.every = every
        self.probability = probability
        self.from = from
        self.until = until
    }

    /// What is wrong with it, if anything.
    var violation: String? {
        if let next, next < 1 { return "next is \(next), but must be a whole number from 1" }
        if let every, every < 1 { return "every is \(every), but must be a whole number from 1" }
        if let probability, !(0...1).contains(probability) {
            return "probability is \(probability), but must be a number from 0 to 1"
        }
        if let from, !from.isInRange { return "from \(FaultMoment.range)" }
        if let until, !until.isInRange { return "until \(FaultMoment.range)" }
        if let from, let until, !from.mayPrecede(until) { return "until must be later than from" }
        return nil
    }
}

/// A point in time, as a rule names it.
package enum FaultMoment: Equatable, Sendable {
    /// So long after the rule was added.
    case after(Duration)
    case at(Timestamp)

    /// The point in time, for a rule that is added now.
    func time(addedAt now: Timestamp) -> Timestamp {
        switch self {
        case .after(let duration): now.advanced(by: duration)
        case .at(let time): time
        }
    }

    static let range = "must be at most 366 days after the rule is added, or a time of the years 1970 to 9999"

    private static let longestDuration = Duration.seconds(366 * 24 * 3_600)
    private static let times = Timestamp.writable

    var isInRange: Bool {
        switch self {
        case .after(let duration): (.zero...Self.longestDuration).contains(duration)
        case .at(let time): Self.times.contains(time)
        }
    }

    /// False where this is known not to be the earlier one, whenever the rule is added.
    fileprivate func mayPrecede(_ other: FaultMoment) -> Bool {
        switch (self, other) {
        case (.after(let mine), .after(let theirs)): mine < theirs
        case (.at(let mine), .at(let theirs)): mine < theirs
        default: true
        }
    }
}
