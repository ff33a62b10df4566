// The page of metrics: all that a server counts, for Prometheus to read.

import ApusDatabase
import ApusModel
import ApusStorage
import ApusThroughput

/// How many tables and partitions a page of metrics shows, so that it stays within some megabytes.
struct MetricsLimits {
    /// Tables and indexes together. A table is shown with all of its indexes or not at all.
    var tables = 2_000
    var partitions = 2_000
}

/// Writes the figures of requests, tables, faults, the store and the process at a moment.
struct MetricsPage {
    private let requests: RequestMetrics
    private let database: Database
    private let faults: FaultEngine
    private let limits: MetricsLimits

    init(
        requests: RequestMetrics,
        database: Database,
        faults: FaultEngine,
        limits: MetricsLimits = MetricsLimits()
    ) {
        self.requests = requests
        self.database = database
        self.faults = faults
        self.limits = limits
    }

    /// The page, in the format of `MetricsText.contentType`. It reads the store for each table, so it is not to be
    /// asked for on an event loop.
    func text() throws(StorageError) -> String {
        var text = MetricsText()
        text.add(requests)
        try addTables(to: &text)
        text.add(faults.reports)
        text.add(database.storeFigures)
        text.add("apus_clock_seconds", .gauge, "What the clock of the server shows.", database.clock.now.seconds)
        text.add(ProcessFigures())
        return text.text
    }

    private func addTables(to text: inout MetricsText) throws(StorageError) {
        // By name, so that the same tables are shown each time.
        let tables = database.catalog.activeTables.sorted {
            ($0.definition.region, $0.name) < ($1.definition.region, $1.name)
        }
        var shown: [TableMetrics] = []
        for (position, table) in tables.enumerated() {
            let metrics = try TableMetrics.metrics(of: table, in: database)
            guard shown.count + metrics.count <= limits.tables else {
                text.comment("The page is full: \(tables.count - position) of \(tables.count) tables are left out.")
                break
            }
            shown += metrics
        }
        text.add(shown)
        addPartitions(of: shown, to: &text)
    }

    private func addPartitions(of tables: [TableMetrics], to text: inout MetricsText) {
        let lanes = tables.flatMap(\.partitionLanes)
        let (count, limit) = (lanes.count / 2, limits.partitions)
        if count > limit { text.comment("The page is full: \(count - limit) of \(count) partitions are left out.") }
        text.add(lanes.prefix(2 * limit))
    }
}

extension MetricsText {
    fileprivate mutating func add(_ store: StoreFigures) {
        add("apus_store_table_file_bytes", .gauge, "Files of the newest state.", Double(store.tableFileBytes))
        add("apus_store_live_file_bytes", .gauge, "What of them is still in use.", Double(store.liveFileBytes))
        add("apus_store_memtable_bytes", .gauge, "Memory for what is not in files yet.", Double(store.memtableBytes))
        add("apus_store_block_cache_bytes", .gauge, "Memory for what was read of files.", Double(store.blockCacheBytes))
        add(
            "apus_store_pending_compaction_bytes",
            .gauge,
            "What is left to be sorted into fewer files; an estimate.",
            Double(store.pendingCompactionBytes)
        )
    }

    fileprivate mutating func add(_ process: ProcessFigures) {
        if let bytes = process.residentBytes {
            add("process_resident_memory_bytes", .gauge, "Memory that the process takes.", Double(bytes))
        }
        add("process_cpu_seconds_total", .counter, "Processor time of all threads.", process.processorSeconds)
    }
}
