// What an index is and holds, and where it stands in its life.

import Testing

@testable import ApusModel

struct IndexDefinitionTests {
    @Test(
        arguments: [
            (.building, 100, nil, 99, .creating), (.building, 100, nil, 200, .creating),
            (.built, 100, nil, 99, .creating), (.built, 100, nil, 100, .active),
            (.built, 100, 200, 99, .creating), (.built, 100, 200, 100, .updating), (.built, 100, 200, 199, .updating),
            (.built, 100, 200, 200, .active), (.built, 100, 50, 100, .active),
            (.deleting, 100, nil, 99, .deleting), (.deleting, 100, 200, 300, .deleting),
        ] as [(IndexDefinition.Phase, Int64, Int64?, Int64, IndexState)]
    )
    func `the state follows from the phase and the time`(
        phase: IndexDefinition.Phase,
        ready: Int64,
        updated: Int64?,
        now: Int64,
        state: IndexState
    ) {
        var index = Self.index(.all)
        index.phase = phase
        index.readyTime = Timestamp(milliseconds: ready)
        index.updatedTime = updated.map { Timestamp(milliseconds: $0) }

        #expect(index.state(at: Timestamp(milliseconds: now)) == state)
    }

    @Test(
        arguments: [
            (.all, ["boss", "seen", "\u{E9}", "e\u{301}", "other"]), (.keysOnly, ["boss", "seen"]),
            (.include(["\u{E9}"]), ["boss", "seen", "\u{E9}"]), (.include([]), ["boss", "seen"]),
        ] as [(IndexDefinition.Projection, [String])]
    )
    func `an index holds its keys and what it projects, by the bytes of names`(
        projection: IndexDefinition.Projection,
        held: [String]
    ) {
        let names = ["boss", "seen", "\u{E9}", "e\u{301}", "other"]

        let found = names.filter { Self.index(projection).holds($0) }

        #expect(found.map { Array($0.utf8) } == held.map { Array($0.utf8) })
    }

    private static func index(_ projection: IndexDefinition.Projection) -> IndexDefinition {
        IndexDefinition(
            id: 1,
            name: "byBoss",
            kind: .global,
            keySchema: KeySchema(
                partition: [KeyAttribute(name: "boss", type: .string)],
                sort: [KeyAttribute(name: "seen", type: .number)]
            ),
            projection: projection,
            readyTime: Timestamp(milliseconds: 0)
        )
    }
}
