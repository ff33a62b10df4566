// What the throughput of a table and its indexes looks like at a point in time.

import ApusModel

/// The live figures of a table's throughput, and of each of its global secondary indexes.
package struct ThroughputReport: Sendable {
    /// The figures of reads, or of writes.
    package struct Lane: Sendable {
        /// Units since the server has started.
        package let consumedUnits: Double
        package let admittedCount: Int
        package let throttledCounts: [ThrottlingReason.Cause: Int]
        /// What may be used in a second for long, and what is left at this moment, in units.
        package let unitsPerSecond: Int
        package let levelUnits: Double
    }

    /// A key, and the units lately used on it, halved every minute.
    package struct HotKey: Sendable {
        package let key: [UInt8]
        package let units: Double
    }

    /// The figures of one partition.
    package struct Partition: Sendable {
        package struct Lane: Sendable {
            package let consumedUnits: Double
            package let throttledCount: Int
            package let levelUnits: Double
            /// The hottest first.
            package let hottestKeys: [HotKey]
        }

        package let id: Int
        package let lowerBound: [UInt8]
        package let lanes: ByDirection<Lane>
    }

    /// The figures of the table, or of an index.
    package struct Member: Sendable {
        /// The name of an index; nil for the table.
        package let indexName: String?
        package let isOnDemand: Bool
        package let lanes: ByDirection<Lane>
        package let partitions: [Partition]
    }

    package let isEnforced: Bool
    /// The table first.
    package let members: [Member]
}

extension TableThroughput {
    /// The figures at a point in time.
    package func report(at now: Timestamp) -> ThroughputReport {
        // Copied at once, and worked out outside of the lock that every request needs.
        let state = state.withLock { $0 }
        let members = [state.table].compactMap(\.self) + state.indexes.sorted { $0.key < $1.key }.map(\.value)
        return ThroughputReport(
            isEnforced: state.isEnforced,
            members: members.map { ThroughputReport.Member($0, at: now) }
        )
    }
}

extension ThroughputReport.Member {
    fileprivate init(_ member: TableThroughput.Member, at now: Timestamp) {
        var throughput = member.throughput
        for direction in ThrottlingReason.Direction.allCases { _ = throughput.room(for: direction, now) }
        self.init(
            indexName: member.indexName,
            isOnDemand: throughput.isOnDemand,
            lanes: ByDirection(
                read: ThroughputReport.Lane(throughput.lanes.read, at: now),
                write: ThroughputReport.Lane(throughput.lanes.write, at: now)
            ),
            partitions: throughput.partitions.partitions.map { ThroughputReport.Partition($0, at: now) }
        )
    }
}

extension ThroughputReport.Lane {
    fileprivate init(_ lane: ResourceThroughput.Lane, at now: Timestamp) {
        self.init(
            consumedUnits: lane.consumed.units,
            admittedCount: lane.admittedCount,
            throttledCounts: lane.throttledCounts,
            unitsPerSecond: [lane.maximum, lane.quota].compactMap { $0?.rate }.reduce(lane.bucket.rate, min),
            levelUnits: lane.level(at: now).units
        )
    }
}

extension ThroughputReport.Partition {
    fileprivate init(_ partition: Partition, at now: Timestamp) {
        self.init(
            id: partition.id,
            lowerBound: partition.lowerBound,
            lanes: ByDirection(
                read: Lane(partition.lanes.read, at: now),
                write: Lane(partition.lanes.write, at: now)
            )
        )
    }
}

extension ThroughputReport.Partition.Lane {
    fileprivate init(_ lane: Partition.Lane, at now: Timestamp) {
        self.init(
            consumedUnits: lane.consumed.units,
            throttledCount: lane.throttledCount,
            levelUnits: lane.bucket.level(at: now).units,
            hottestKeys: lane.heat.entries.sorted { $0.amount > $1.amount }
                .map { ThroughputReport.HotKey(key: $0.place.key, units: $0.amount.units) }
        )
    }
}

extension Int {
    /// Thousandths of a unit as units.
    fileprivate var units: Double { Double(self) / Double(TokenBucket.thousandths) }
}
