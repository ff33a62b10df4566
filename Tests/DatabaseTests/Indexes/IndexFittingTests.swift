// What an index refuses of a put and of an update.

import ApusExpressions
import ApusModel
import Testing

@testable import ApusDatabase

struct IndexFittingTests {
    private static let invalid = "One or more parameter values were invalid: "
    private static let index = Index(
        .global(KeySchema(partition: .string("boss"), sort: .binary("seal"))),
        of: 7,
        with: KeySchema(partition: .string("id"))
    )
    private static let tooLongPartition =
        "\(invalid)Size of hashkey has exceeded the maximum size limit of2048 bytes for IndexName: global1"
    private static let tooLongSort =
        "\(invalid)Aggregated size of all range keys has exceeded the size limit of 1024 bytes for IndexName: global1"
    private static let unsupported =
        "The update expression attempted to update the secondary index key to unsupported type"

    private static func empty(_ kind: String, _ name: String) -> String {
        "One or more parameter values are not valid. A value specified for a secondary index key is not supported. "
            + "The AttributeValue for a key attribute cannot contain an empty \(kind) value. "
            + "IndexName: global1, IndexKey: \(name)"
    }

    private static let refusedPuts: [(Item, String)] = [
        (["boss": 1], "\(invalid)Type mismatch for Index Key boss Expected: S Actual: N IndexName: global1"),
        (["seal": "x"], "\(invalid)Type mismatch for Index Key seal Expected: B Actual: S IndexName: global1"),
        (["boss": .null], "\(invalid)Type mismatch for Index Key boss Expected: S Actual: NULL IndexName: global1"),
        (["boss": ""], empty("string", "boss")), (["boss": "ann", "seal": .binary([])], empty("binary", "seal")),
        (["boss": long(2_049)], tooLongPartition),
        (["seal": .binary(Array(repeating: 0, count: 1_025))], tooLongSort),
        (
            ["boss": 1, "seal": 1],
            "\(invalid)Type mismatch for Index Key boss Expected: S Actual: N IndexName: global1"
        ),
    ]

    @Test(arguments: refusedPuts)
    func `an item with something in an index key that cannot be one is refused`(item: Item, message: String) {
        #expect(throws: ServiceError.validation(message)) { try Self.index.requireFitting(item) }
    }

    @Test(arguments: [[:], ["boss": "ann"], ["seal": .binary([1])], ["boss": "ann", "seal": .binary([1])]] as [Item])
    func `an item that lacks index keys is taken`(item: Item) {
        #expect(throws: Never.self) { try Self.index.requireFitting(item) }
        #expect(throws: Never.self) { try Self.index.requireFitting(item, updated: [:], by: Update([UpdateAction]())) }
    }

    private static let refusedUpdates: [(Item, String)] = [
        (["boss": 1], unsupported), (["seal": "x"], unsupported), (["boss": .stringSet(["ann"])], unsupported),
        (["boss": ""], empty("string", "boss")), (["seal": .binary([])], empty("binary", "seal")),
        (["boss": long(2_049)], tooLongPartition),
        (["seal": .binary(Array(repeating: 0, count: 1_025))], tooLongSort),
    ]

    @Test(arguments: refusedUpdates)
    func `an update that makes an index key what cannot be one is refused`(item: Item, message: String) {
        for old in [[:], ["boss": "ann", "seal": .binary([1])], ["boss": 2, "seal": 2]] as [Item] {
            #expect(throws: ServiceError.validation(message)) {
                try Self.index.requireFitting(item, updated: old, by: Update([UpdateAction]()))
            }
        }
    }

    @Test func `an update from AttributeUpdates is refused in the words for a put`() {
        let update = Update([], form: .attributeUpdates)

        #expect(
            throws: ServiceError.validation(
                "\(Self.invalid)Type mismatch for Index Key boss Expected: S Actual: N IndexName: global1"
            )
        ) {
            try Self.index.requireFitting(["boss": 1], updated: ["boss": "ann"], by: update)
        }
        #expect(throws: Never.self) { try Self.index.requireFitting(["boss": 1], updated: ["boss": 1], by: update) }
    }

    @Test(
        arguments: [
            ["boss": 1], ["boss": ""], ["seal": "x"], ["boss": long(2_049)],
            ["seal": .binary(Array(repeating: 0, count: 1_025))],
        ] as [Item]
    )
    func `what an update has left as it was is not held against it`(faulty: Item) {
        var updated = faulty
        updated["note"] = "new"

        #expect(throws: Never.self) {
            try Self.index.requireFitting(updated, updated: faulty, by: Update([UpdateAction]()))
        }
    }

    @Test(
        arguments: [
            (["boss": 1], ["boss": 1, "seal": .binary([1])]), (["seal": "x"], ["seal": "x", "boss": "ann"]),
            (["boss": long(2_049)], ["boss": long(2_049), "seal": .binary([1])]),
        ] as [(Item, Item)]
    )
    func `nor is it where the update changes another part of the index key`(faulty: Item, updated: Item) {
        #expect(throws: Never.self) {
            try Self.index.requireFitting(updated, updated: faulty, by: Update([UpdateAction]()))
        }
    }

    private static func long(_ length: Int) -> AttributeValue {
        .string(String(repeating: "x", count: length))
    }
}
