// Which tables there are, in memory, as the store has them.

import ApusModel
import ApusStorage
import ApusThroughput
import Synchronization

/// The tables of all regions. It changes on the writer thread only, after what it shows is durable.
package final class Catalog: Sendable {
    private let tables: Mutex<[String: [TableName: Table]]>
    private let clock: any WallClock

    init(reading snapshot: any Snapshot, clock: any WallClock, throughput: ThroughputRules) throws(StorageError) {
        var tables: [String: [TableName: Table]] = [:]
        try snapshot.scan(KeySpace.definitions, .forward) { _, bytes throws(StorageError) in
            let record = try TableRecord(bytes)
            let line = TableLine(throughput: TableThroughput(rules: throughput))
            let table = Table(id: record.id, definition: record.definition, line: line)
            table.line.show(table)
            tables[record.definition.region, default: [:]][table.name] = table
            return .next
        }
        self.tables = Mutex(tables)
        self.clock = clock
    }

    /// The table, if it may be read and written now.
    ///
    /// - Throws: `ResourceNotFoundException` for one that does not exist, is being created or is being deleted.
    package func activeTable(named name: TableName, in region: String) throws(ServiceError) -> Table {
        guard let table = find(name, in: region), table.serves(at: clock.now) else { throw .tableNotFound }
        return table
    }

    /// The table and its state; nil where there is none.
    package func table(named name: TableName, in region: String) -> (table: Table, state: TableState)? {
        guard let table = find(name, in: region) else { return nil }
        let state = table.definition.state(at: clock.now)
        return state == .gone ? nil : (table, state)
    }

    /// The names of a region's tables, in order.
    package func tableNames(in region: String) -> [TableName] {
        let now = clock.now
        let tables = tables.withLock { $0[region]?.values.map(\.definition) ?? [] }
        return tables.filter { $0.state(at: now) != .gone }.map(\.name).sorted()
    }

    /// What is provisioned for all tables of a region and their indexes, but for one table.
    package func provisionedUnits(in region: String, but name: TableName) -> ThroughputUnits {
        let now = clock.now
        let tables = tables.withLock { $0[region]?.values.map(\.definition) ?? [] }
        return tables.filter { $0.name != name && $0.state(at: now) != .gone }.reduce(into: .none) { sum, table in
            sum += table.provisionedUnits
        }
    }

    /// Refuses one more table where a region has as many as the service allows. Two at once may both pass.
    func requireRoom(in region: String) throws(ServiceError) {
        guard tables.withLock({ $0[region]?.count ?? 0 }) >= Limits.tablesPerRegion else { return }
        throw ServiceError(
            .limitExceeded,
            "Subscriber limit exceeded: There is a limit of \(Limits.tablesPerRegion) tables per subscriber"
        )
    }

    /// The tables of all regions that may be read and written now.
    package var activeTables: [Table] {
        let now = clock.now
        return storedTables.filter { $0.serves(at: now) }
    }

    /// All tables that are stored, whatever their state.
    var storedTables: [Table] { tables.withLock { $0.values.flatMap(\.values) } }

    /// The tables whose deletion has come to its end, but which are still stored.
    var goneTables: [Table] {
        let now = clock.now
        return storedTables.filter { $0.definition.state(at: now) == .gone }
    }

    private func find(_ name: TableName, in region: String) -> Table? {
        tables.withLock { $0[region]?[name] }
    }

    /// The line of the table that has this name, and this id where one is given; nil where there is none.
    func line(of name: TableName, in region: String, id: UInt32? = nil) -> TableLine? {
        guard let table = find(name, in: region), id == nil || table.id == id else { return nil }
        return table.line
    }

    func show(_ table: Table) {
        tables.withLock { $0[table.definition.region, default: [:]][table.name] = table }
    }

    /// Forgets a table, unless another has taken its name meanwhile.
    func forget(_ table: Table) {
        tables.withLock { tables in
            guard tables[table.definition.region]?[table.name]?.id == table.id else { return }
            tables[table.definition.region]?[table.name] = nil
        }
    }
}
