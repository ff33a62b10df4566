// A global index leaves its table and comes back while the table is written to.

import ApusModel
import ApusWire

/// Deletes an index and makes it anew; meanwhile items change, and all of them must be in it in the end.
///
/// What the service does meanwhile on threads of its own is the one thing in a history that no seed decides.
struct RebuildStep: HistoryStep {
    let table: Int
    let index: PlainIndex
    let writes: [WriteStep]

    private static let pollLimit = 10_000

    func run(in world: inout HistoryWorld) async throws {
        let shape = world.tables[table].shape
        _ = try await world.answer(
            to: .updateTable,
            request(["Delete": ["IndexName": .string(index.name)]], of: shape)
        )
        try await waitForStatus(nil, of: shape, in: &world)
        try await create(puttingAgain: world.tables[table].items, of: shape, in: world)
        for write in writes { try await write.run(in: &world) }
        try await waitForStatus("ACTIVE", of: shape, in: &world)
        _ = try await PageStep(table: table, index: index, scope: .whole).wholeOrder(in: &world)
    }

    /// Makes the index while items are put as they are: whichever comes first, each must be entered once.
    private func create(puttingAgain items: [Item], of shape: PlainShape, in world: HistoryWorld) async throws {
        let requests = [(OperationName.updateTable, request(["Create": index.creation], of: shape))]
        let puts = (items + items).map { item in
            (OperationName.putItem, ["TableName": .string(shape.tableName), "Item": JSONTree(item)] as JSONTree)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (operation, request) in requests + puts {
                group.addTask { [service = world.service] in _ = try await service.call(operation, request) }
            }
            try await group.waitForAll()
        }
    }

    private func request(_ change: JSONTree, of shape: PlainShape) -> JSONTree {
        [
            "TableName": .string(shape.tableName), "AttributeDefinitions": shape.attributeDefinitions,
            "GlobalSecondaryIndexUpdates": [change],
        ]
    }

    /// Waits until the index has a status, or until it is gone.
    private func waitForStatus(_ wanted: String?, of shape: PlainShape, in world: inout HistoryWorld) async throws {
        for _ in 0..<Self.pollLimit {
            let answer = try await world.answer(to: .describeTable, ["TableName": .string(shape.tableName)])
            let found = answer["Table"]?["GlobalSecondaryIndexes"]?.elements.first {
                $0["IndexName"] == .string(index.name)
            }
            if found?["IndexStatus"] == wanted.map({ .string($0) }) { return }
            try await Task.sleep(for: .milliseconds(1))
        }
        throw Disagreement("the index \(index.name) has not become \(wanted ?? "deleted")")
    }
}

extension RebuildStep {
    init(in world: HistoryWorld, using chance: inout SeededGenerator) {
        table = Int.random(in: 0..<world.tables.count, using: &chance)
        let plain = world.tables[table]
        index = chance.pick(plain.shape.indexes.filter { !$0.isLocal })
        var writes: [WriteStep] = []
        for _ in 0..<Int.random(in: 0...20, using: &chance) {
            var write = WriteStep(of: table, plain.shape, using: &chance)
            // Whether an entry that is still to be made counts as one that is there, only the service knows.
            write.capacity = .absent
            writes.append(write)
        }
        self.writes = writes
    }
}
