// An index that takes the id of another while the filling of that one comes to its end.

import ApusModel
import ApusStorage
import Testing

@testable import ApusDatabase

struct IndexSuccessionTests {
    private static let boss = KeySchema(partition: .string("boss"))
    private static let color = KeySchema(partition: .string("color"))

    @Test func `a filling that ends late leaves another index of its id alone`() async throws {
        let store = InterposedStore(try RocksDBStore.inMemory())
        let database = try Database.forTests(store)
        let table = try await database.createTable()
        try await database.put(
            (0..<10).map { ["id": .string("cat\($0)"), "boss": "ann", "color": "red"] },
            in: table
        )
        let steps = await IndexSteps(of: database)
        try await database.addIndex(.global(Self.boss))

        // The first group drops the index; meanwhile the only part of it is read, and queued for the second.
        let (inFirst, inSecond, beforeForgetting) = (Gate(), Gate(), Gate())
        await withCheckedContinuation { continuation in
            database.queueAlteration { definition in
                continuation.resume()
                inFirst.pass()
                definition.indexes[0].phase = .deleting
            }
        }
        steps.finish()
        database.waitForIndexWork()
        // While the second group is held up, the entries are discarded, and the index is about to be forgotten.
        await withCheckedContinuation { continuation in
            store.write(completingOn: ImmediateExecutor.shared) { _ in
                continuation.resume()
                inSecond.pass()
            } completion: { _ in
            }
            store.beforeNextWrite { beforeForgetting.open() }
            inFirst.open()
        }
        beforeForgetting.pass()
        database.waitForIndexWork()
        // The third group forgets it, and gives its id to another; the part that was entered in vain comes to its end.
        database.queueAlteration { definition in
            #expect(definition.indexes.isEmpty)
            definition.indexes = [.global(Self.color, phase: .building)]
        }
        inSecond.open()
        for _ in 0..<2 { try store.writeAndWait { _ in } }

        let settled = try await database.settledTable()
        #expect(settled.definition.indexes == [.global(Self.color)])
        try await database.expectExactIndexes(of: settled)
    }
}

extension Database {
    /// Waits until the work on indexes that has been queued is done.
    fileprivate func waitForIndexWork() {
        let gate = Gate()
        indexWorks.run { gate.open() }
        gate.pass()
    }
}
