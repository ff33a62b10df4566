// Work in the background, such as the filling of indexes, one step at a time or waited for.

import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

/// Lets a database work on its indexes, or on its indexes by time, only as a test says.
final class IndexSteps {
    private let database: Database
    private let isAboutExpiry: Bool
    private var gate = Gate()

    /// Holds up all work from now on.
    init(of database: Database, isAboutExpiry: Bool = false) async {
        self.database = database
        self.isAboutExpiry = isAboutExpiry
        await withCheckedContinuation { hold(at: gate, $0) }
    }

    deinit {
        // Where a test has failed before its end.
        finish()
    }

    /// Does the next step, such as to read and enter a part.
    func advance() async throws {
        let (old, next) = (gate, Gate())
        await withCheckedContinuation { continuation in
            hold(at: next, continuation)
            old.open()
        }
        gate = next
        // What the step has written, and what its completion has.
        for _ in 0..<2 { try database.store.writeAndWait { _ in } }
    }

    /// Lets the work go on by itself.
    func finish() {
        gate.open()
    }

    private func hold(at gate: Gate, _ continuation: CheckedContinuation<Void, Never>) {
        let step: @Sendable () -> Void = {
            continuation.resume()
            gate.pass()
        }
        if isAboutExpiry { database.expirations.run(step) } else { database.indexWorks.run(step) }
    }
}

extension Database {
    /// The newest version of a table, once all its indexes are built and none is being discarded.
    func settledTable(
        _ name: String = "Cats",
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Table {
        for _ in 0..<2_000 {
            let table = try #require(catalog.table(named: TableName(name)!, in: "eu-north-1")).table
            if table.definition.indexes.allSatisfy({ $0.phase == .built }) { return table }
            try await Task.sleep(for: .milliseconds(5))
        }
        Issue.record("the indexes of \(name) do not come to rest", sourceLocation: sourceLocation)
        throw StorageError.closed
    }

    /// Adds an index that is to be filled, and answers the table with it.
    @discardableResult
    func addIndex(_ index: IndexDefinition) async throws -> Table {
        var building = index
        building.phase = .building
        let added = building
        return try await alterTable { definition, _ in definition.indexes.append(added) }
    }

    /// Begins to discard an index.
    @discardableResult
    func dropIndex(_ id: UInt8) async throws -> Table {
        try await alterTable { definition, _ in
            guard let position = definition.indexes.firstIndex(where: { $0.id == id }) else { return }
            definition.indexes[position].phase = .deleting
        }
    }

    /// Queues a change of the table `Cats`, and does not wait for it.
    func queueAlteration(_ alteration: @escaping @Sendable (inout TableDefinition) throws -> Void) {
        let change: @Sendable (inout TableDefinition, Moment) throws -> Void = { definition, _ in
            try alteration(&definition)
        }
        alterTable(named: TableName("Cats")!, in: "eu-north-1", completingOn: ImmediateExecutor.shared, change) { _ in }
    }
}
