// How much throughput a table or a global secondary index is to have, and how that has changed.

/// Read and write units per second.
package struct ThroughputUnits: Equatable, Sendable {
    package var readUnits: Int
    package var writeUnits: Int

    package init(readUnits: Int, writeUnits: Int) {
        self.readUnits = readUnits
        self.writeUnits = writeUnits
    }
}

extension ThroughputUnits {
    package static let none = ThroughputUnits(readUnits: 0, writeUnits: 0)

    package static func += (left: inout ThroughputUnits, right: ThroughputUnits) {
        left.readUnits += right.readUnits
        left.writeUnits += right.writeUnits
    }
}

/// The most that an on-demand table or index may use, in units per second; nil for no such bound.
package struct OnDemandMaximum: Equatable, Sendable {
    package var readUnits: Int?
    package var writeUnits: Int?

    package init(readUnits: Int? = nil, writeUnits: Int? = nil) {
        self.readUnits = readUnits
        self.writeUnits = writeUnits
    }
}

/// The throughput of a table or of a global secondary index.
package struct ThroughputSettings: Equatable, Sendable {
    /// What is provisioned, in units per second; nil for on-demand.
    package var provisioned: ThroughputUnits?
    package var onDemandMaximum = OnDemandMaximum()
    /// What can be served at once. It never goes down.
    package var warm: ThroughputUnits
    /// When a raise of the warm throughput comes to its end; UPDATING until then.
    package var warmedTime: Timestamp?
    package var lastIncreaseTime: Timestamp?
    package var lastDecreaseTime: Timestamp?
    /// How many decreases there were on the day (UTC) of the last one.
    package var decreases = 0

    /// - Parameter warm: nil for what a new table or index of this billing has.
    package init(provisioned: ThroughputUnits?, warm: ThroughputUnits? = nil) {
        self.provisioned = provisioned
        self.warm =
            warm ?? provisioned
            ?? ThroughputUnits(readUnits: Limits.onDemandReadUnits, writeUnits: Limits.onDemandWriteUnits)
    }

    /// How many decreases there were on the day (UTC) of a point in time.
    package func decreases(onDayOf time: Timestamp) -> Int {
        guard let lastDecreaseTime, lastDecreaseTime.day == time.day else { return 0 }
        return decreases
    }
}

extension Timestamp {
    /// The days since the beginning of 1970 (UTC).
    fileprivate var day: Int64 { milliseconds / 86_400_000 }
}
