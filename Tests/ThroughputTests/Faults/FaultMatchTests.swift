// Which requests rules meet.

import ApusModel
import Testing

@testable import ApusThroughput

struct FaultMatchTests {
    @Test(
        arguments: [
            FaultMatch(),
            FaultMatch(operations: ["GetItem", "PutItem"]),
            FaultMatch(table: "Cats"),
            FaultMatch(key: ["owner": "ada"]),
            FaultMatch(key: ["age": 3, "id": "tom"]),
            FaultMatch(caller: "AKIAADA"),
            FaultMatch(operations: ["PutItem"], table: "Cats", key: ["id": "tom"], caller: "AKIAADA"),
        ]
    )
    func `a request is met where all that is given is so`(match: FaultMatch) {
        #expect(match.meets(.put))
        #expect(match.positions(in: .put) == [0])
    }

    @Test(
        arguments: [
            FaultMatch(operations: ["GetItem"]),
            FaultMatch(table: "cats"),
            FaultMatch(index: "byOwner"),
            FaultMatch(key: ["owner": "eve"]),
            FaultMatch(key: ["owner": "ada", "breed": "any"]),
            FaultMatch(key: ["age": "3"]),
            FaultMatch(caller: "AKIAEVE"),
            FaultMatch(operations: ["PutItem"], table: "Dogs"),
        ]
    )
    func `a request is not met where one thing differs`(match: FaultMatch) {
        #expect(!match.meets(.put))
        #expect(match.positions(in: .put) == [])
    }

    @Test func `an index is met where it is read, and no caller where one is asked for`() {
        #expect(FaultMatch(index: "byOwner").meets(.indexQuery))
        #expect(!FaultMatch(index: "byAge").meets(.indexQuery))
        #expect(!FaultMatch(key: ["id": "tom"]).meets(.indexQuery))
        #expect(!FaultMatch(caller: "AKIAADA").meets(.indexQuery))
    }

    @Test func `a request about no table is met by rules about none`() {
        #expect(FaultMatch(operations: ["ListTables"]).meets(.listTables))
        #expect(FaultMatch().positions(in: .listTables) == [0])
        #expect(!FaultMatch(table: "Cats").meets(.listTables))
        #expect(FaultMatch(table: "Cats").positions(in: .listTables) == [])
    }

    @Test func `of a batch, the entries with the key are met`() {
        let match = FaultMatch(key: ["id": "b"])

        #expect(match.positions(in: .batch(["a", "b", "c", "b"])) == [1, 3])
        #expect(match.meets(.batch(["a", "b"])))
        #expect(!match.meets(.batch(["a", "c"])))
    }
}
