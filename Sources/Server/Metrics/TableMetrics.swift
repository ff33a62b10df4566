// The figures of a table and its indexes, gathered for the page of metrics.

import ApusDatabase
import ApusModel
import ApusStorage
import ApusThroughput

/// What is shown of a table, or of an index.
struct TableMetrics {
    let labels: MetricsLabels
    /// Nil for a local index, which draws on its table's.
    let throughput: ThroughputReport.Member?
    let size: TableStatistics.Figures
    /// How many items were removed because they had expired; nil for an index.
    var expiredItemCount: Int?

    /// The metrics of a table, and of each of its indexes. It reads the store.
    static func metrics(of table: Table, in database: Database) throws(StorageError) -> [TableMetrics] {
        let members = table.throughput.report(at: database.clock.now).members
        let statistics = try database.statistics(of: table)
        let labels: MetricsLabels = ["region": table.definition.region, "table": table.name.text]
        let own = TableMetrics(
            labels: labels.adding("index", ""),
            throughput: members.first { $0.indexName == nil },
            size: statistics.table,
            expiredItemCount: database.expiredItemCount(of: table)
        )
        let indexes = table.indexes.map { index in
            TableMetrics(
                labels: labels.adding("index", index.name),
                throughput: members.first { $0.indexName == index.name },
                size: statistics.indexes[index.definition.id] ?? TableStatistics.Figures()
            )
        }
        return [own] + indexes
    }

    /// Reads and writes, each with its labels.
    var lanes: [Labelled<ThroughputReport.Lane>] {
        guard let throughput else { return [] }
        return ThrottlingReason.Direction.allCases.map { Labelled(throughput.lanes[$0], labels.adding($0)) }
    }

    /// Reads and writes of each partition.
    var partitionLanes: [Labelled<ThroughputReport.Partition.Lane>] {
        guard let throughput else { return [] }
        return throughput.partitions.flatMap { partition in
            let labels = labels.adding("partition", "\(partition.id)")
            return ThrottlingReason.Direction.allCases.map { Labelled(partition.lanes[$0], labels.adding($0)) }
        }
    }
}

extension MetricsText {
    mutating func add(_ tables: [TableMetrics]) {
        let sizes = tables.map { Labelled($0.size, $0.labels) }
        add("apus_table_items", .gauge, "Items of a table, or entries of an index.", of: sizes) {
            Double($0.itemCount)
        }
        add("apus_table_bytes", .gauge, "Their size by the measure of the service.", of: sizes) {
            Double($0.sizeBytes)
        }
        let expired = tables.compactMap { table in table.expiredItemCount.map { Labelled($0, table.labels) } }
        add(
            "apus_time_to_live_deleted_items_total",
            .counter,
            "Items that were removed because they had expired.",
            of: expired
        ) { Double($0) }
        add(tables.flatMap(\.lanes))
    }

    private mutating func add(_ lanes: [Labelled<ThroughputReport.Lane>]) {
        add("apus_consumed_units_total", .counter, "Capacity units that were used.", of: lanes) { $0.consumedUnits }
        add("apus_admitted_total", .counter, "Reads or writes that found room.", of: lanes) {
            Double($0.admittedCount)
        }
        let refusals = lanes.flatMap { lane in
            // All causes from the start: the growth of a counter that was not there before cannot be told.
            ThrottlingReason.Cause.allCases.map { cause in
                Labelled(lane.subject.throttledCounts[cause] ?? 0, lane.labels.adding("reason", cause.rawValue))
            }
        }
        add("apus_throttled_total", .counter, "Reads or writes that were refused.", of: refusals) { Double($0) }
        add("apus_throughput_level_units", .gauge, "Capacity units that are left now.", of: lanes) { $0.levelUnits }
        add("apus_throughput_units_per_second", .gauge, "Capacity units that come in.", of: lanes) {
            Double($0.unitsPerSecond)
        }
    }

    mutating func add(_ lanes: some Collection<Labelled<ThroughputReport.Partition.Lane>>) {
        let lanes = Array(lanes)
        add("apus_partition_consumed_units_total", .counter, "Capacity units that a partition gave.", of: lanes) {
            $0.consumedUnits
        }
        add("apus_partition_throttled_total", .counter, "Reads or writes that a partition refused.", of: lanes) {
            Double($0.throttledCount)
        }
        add("apus_partition_level_units", .gauge, "Capacity units that a partition has left now.", of: lanes) {
            $0.levelUnits
        }
    }
}

extension MetricsLabels {
    fileprivate func adding(_ direction: ThrottlingReason.Direction) -> MetricsLabels {
        adding("direction", direction == .read ? "read" : "write")
    }
}
