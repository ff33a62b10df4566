// The work on indexes that joins or leaves tables, and the thread that does it.

import ApusModel
import Dispatch
import Synchronization

/// The indexes that are being filled or discarded, one part at a time, in turn.
final class IndexWorks: Sendable {
    private struct Place: Hashable {
        let table: UInt32
        let index: UInt8
        let isLeaving: Bool
    }

    private let queue = DispatchQueue(label: "apus.indexes", qos: .utility)
    private let underWay = Mutex<Set<Place>>([])

    func run(_ work: @escaping @Sendable () -> Void) {
        queue.async(execute: work)
    }

    func run(after seconds: Double, _ work: @escaping @Sendable () -> Void) {
        queue.asyncAfter(deadline: .now() + seconds, execute: work)
    }

    /// Notes that work on an index begins. False where it has begun before.
    func begin(_ index: IndexDefinition, of table: Table) -> Bool {
        underWay.withLock { $0.insert(Self.place(of: index, in: table)).inserted }
    }

    func end(_ index: IndexDefinition, of table: Table) {
        _ = underWay.withLock { $0.remove(Self.place(of: index, in: table)) }
    }

    private static func place(of index: IndexDefinition, in table: Table) -> Place {
        Place(table: table.id, index: index.id, isLeaving: index.phase == .deleting)
    }
}
