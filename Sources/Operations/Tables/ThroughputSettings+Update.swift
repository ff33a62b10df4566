// How the throughput of one table or index changes: what may go down how often, and what only goes up.

import ApusDatabase
import ApusModel

extension ThroughputSettings {
    /// Takes over what is asked for; what is not mentioned stays.
    mutating func change(
        to wish: ThroughputWish,
        of owner: ThroughputOwner,
        at moment: Moment
    ) throws(ServiceError) {
        if let wanted = wish.provisioned {
            try provision(ThroughputUnits(wanted, of: owner), of: owner, at: moment.now)
        }
        if let wanted = wish.onDemand { try onDemandMaximum.change(to: wanted, of: owner, removing: true) }
        if let wanted = wish.warm {
            let raised = try warm.raised(to: wanted, of: owner)
            if raised != warm { warmedTime = moment.ready }
            warm = raised
        }
    }

    /// Does without provisioned units. What could be served at once can be served on.
    mutating func switchToOnDemand() {
        provisioned = nil
        warm.raise(to: ThroughputSettings(provisioned: nil).warm)
    }

    private mutating func provision(
        _ units: ThroughputUnits,
        of owner: ThroughputOwner,
        at now: Timestamp
    ) throws(ServiceError) {
        if let current = provisioned {
            guard units != current else { throw .noThroughputChange(of: owner, units) }
            // Fewer units of one kind are a decrease, even where there are more of the other.
            if units.readUnits < current.readUnits || units.writeUnits < current.writeUnits {
                try countDecrease(at: now)
            }
            if units.readUnits > current.readUnits || units.writeUnits > current.writeUnits { lastIncreaseTime = now }
        }
        provisioned = units
        warm.raise(to: units)
    }

    private mutating func countDecrease(at now: Timestamp) throws(ServiceError) {
        let today = decreases(onDayOf: now)
        if today >= Limits.freeDecreases, let lastDecreaseTime {
            let next = lastDecreaseTime.advanced(by: Limits.decreaseInterval)
            guard next <= now else { throw .tooManyDecreases(today, last: lastDecreaseTime, next: next) }
        }
        decreases = today + 1
        lastDecreaseTime = now
    }
}

extension ThroughputUnits {
    /// Takes over what is more.
    fileprivate mutating func raise(to units: ThroughputUnits) {
        readUnits = max(readUnits, units.readUnits)
        writeUnits = max(writeUnits, units.writeUnits)
    }
}

extension ServiceError {
    fileprivate static func noThroughputChange(of owner: ThroughputOwner, _ units: ThroughputUnits) -> ServiceError {
        let (kind, name) = owner.index.map { ("index", "index \($0)") } ?? ("table", "table")
        return .validation(
            "The provisioned throughput for the \(name) will not change. "
                + "The requested value equals the current value. "
                + "Current ReadCapacityUnits provisioned for the \(kind): \(units.readUnits). "
                + "Requested ReadCapacityUnits: \(units.readUnits). "
                + "Current WriteCapacityUnits provisioned for the \(kind): \(units.writeUnits). "
                + "Requested WriteCapacityUnits: \(units.writeUnits). "
                + "Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits."
        )
    }

    fileprivate static func tooManyDecreases(_ count: Int, last: Timestamp, next: Timestamp) -> ServiceError {
        ServiceError(
            .limitExceeded,
            "Subscriber limit exceeded: Provisioned throughput decreases are limited within a given UTC day. "
                + "After the first \(Limits.freeDecreases) decreases, each subsequent decrease in the same UTC day can "
                + "be performed at most once every \(Limits.decreaseInterval.components.seconds) seconds. "
                + "Number of decreases today: \(count). Last decrease at \(last.longText). "
                + "Next decrease can be made at \(next.longText)"
        )
    }
}
