// When a table serves items.

import ApusModel
import Testing

@testable import ApusDatabase

struct TableTests {
    @Test func `a table serves items while it is ACTIVE or UPDATING`() {
        var definition = TableDefinition(
            name: TableName("Cats")!,
            region: "eu-north-1",
            uniqueID: "id",
            keySchema: KeySchema(partition: KeyAttribute(name: "id", type: .string)),
            creationTime: Timestamp(milliseconds: 0),
            readyTime: Timestamp(milliseconds: 10)
        )
        definition.updatedTime = Timestamp(milliseconds: 20)
        var deleted = definition
        deleted.goneTime = Timestamp(milliseconds: 30)
        var states: Set<TableState> = []

        for definition in [definition, deleted] {
            for time in stride(from: 5, to: 40, by: 10).map({ Timestamp(milliseconds: $0) }) {
                let state = definition.state(at: time)
                states.insert(state)

                #expect(Table(id: 1, definition: definition).serves(at: time) == [.active, .updating].contains(state))
            }
        }

        #expect(states.count == 5)
    }
}
