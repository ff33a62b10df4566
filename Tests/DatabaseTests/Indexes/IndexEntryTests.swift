// What an index holds of an item, and what it refuses: the vectors of docs/formats/keys.md.

import ApusExpressions
import ApusModel
import Testing

@testable import ApusDatabase

struct IndexEntryTests {
    private static let tableKeys = KeySchema(partition: .string("id"), sort: .number("at"))
    private static let tom: Item = [
        "id": "tom", "at": half(3), "nick": "Tom", "boss": "ann", "grade": 7, "seal": .binary([0]), "debt": half(-3),
        "color": "red", "note": "x",
    ]

    // MARK: Keys and rows

    @Test(
        arguments: [
            (
                .local(sort: .string("nick")),
                "00 00 00 07 01 FF 57 AD 3E 74 6F 6D 00 01 54 6F 6D 00 01 81 82 10 00"
            ),
            (
                .global(KeySchema(partition: .string("boss")), id: 2),
                "00 00 00 07 02 DA 8A 59 A4 61 6E 6E 00 01 74 6F 6D 00 01 81 82 10 00"
            ),
            (
                .global(
                    KeySchema(
                        partition: [.string("boss"), .number("grade")],
                        sort: [.binary("seal"), .number("debt")]
                    ),
                    id: 3
                ),
                "00 00 00 07 03 01 98 42 26 61 6E 6E 00 01 81 82 47 00 00 FF 00 01 7F 7D EF FF "
                    + "74 6F 6D 00 01 81 82 10 00"
            ),
            (
                .global(KeySchema(partition: .number("at"), sort: .string("id")), id: 4),
                "00 00 00 07 04 66 6F 67 C9 81 82 10 00 74 6F 6D 00 01 74 6F 6D 00 01 81 82 10 00"
            ),
        ] as [(IndexDefinition, String)]
    )
    func `an entry stands under the keys of the index and then of the table`(definition: IndexDefinition, hex: String) {
        let index = Index(definition, of: 7, with: Self.tableKeys)

        let entry = index.entry(of: Self.tom, with: PrimaryKey(partition: "tom", sort: Self.half(3)))

        #expect(entry?.key.hex == hex)
    }

    @Test func `a table without a sort key adds none to an entry`() {
        let index = Index(
            .global(KeySchema(partition: .string("boss")), id: 2),
            of: 7,
            with: KeySchema(partition: .string("id"))
        )

        let entry = index.entry(of: ["id": "tom", "boss": "ann"], with: PrimaryKey(partition: "tom", sort: nil))

        #expect(entry?.key.hex == "00 00 00 07 02 DA 8A 59 A4 61 6E 6E 00 01 74 6F 6D 00 01")
    }

    @Test(
        arguments: [
            (.keysOnly, "11 03 02 69 64 01 03 74 6F 6D 02 61 74 02 01 FF FF 0F 04 62 6F 73 73 01 03 61 6E 6E"),
            (
                .include(["color", "missing"]),
                "19 04 02 69 64 01 03 74 6F 6D 02 61 74 02 01 FF FF 0F 04 62 6F 73 73 01 03 61 6E 6E "
                    + "05 63 6F 6C 6F 72 01 03 72 65 64"
            ),
            (
                .all,
                "1E 05 02 69 64 01 03 74 6F 6D 02 61 74 02 01 FF FF 0F 04 62 6F 73 73 01 03 61 6E 6E "
                    + "05 63 6F 6C 6F 72 01 03 72 65 64 04 6E 6F 74 65 01 01 78"
            ),
        ] as [(IndexDefinition.Projection, String)]
    )
    func `an entry is a row of what the index holds`(projection: IndexDefinition.Projection, hex: String) throws {
        let index = Index(.global(KeySchema(partition: .string("boss")), projection), of: 7, with: Self.tableKeys)
        let item: Item = ["id": "tom", "at": Self.half(3), "boss": "ann", "color": "red", "note": "x"]

        let entry = try #require(
            index.entry(of: item, with: PrimaryKey(partition: "tom", sort: Self.half(3)))
        )

        let row = EncodedRow(entry.item)
        #expect(row.bytes.dropFirst(10).map { $0 }.hex == hex)
        #expect(entry.size == entry.item.itemSize && entry.size == row.itemSize)
    }

    @Test func `names are told apart by their bytes`() {
        let index = Index(
            .global(KeySchema(partition: .string("\u{E9}")), .include(["e\u{301}x"])),
            of: 7,
            with: KeySchema(partition: .string("id"))
        )
        let key = PrimaryKey(partition: "tom", sort: nil)

        let entry = index.entry(of: ["id": "tom", "\u{E9}": "a", "\u{E9}x": 1, "e\u{301}x": 2], with: key)

        #expect(entry?.item == ["id": "tom", "\u{E9}": "a", "e\u{301}x": 2])
        #expect(index.entry(of: ["id": "tom", "e\u{301}": "a"], with: key) == nil)
    }

    @Test func `a position is made of the index key and what else the table's key has`() {
        let keys = KeySchema(partition: .string("boss"), sort: .number("at"))

        let index = Index(.global(keys), of: 7, with: Self.tableKeys)

        #expect(index.positionAttributes == [.string("boss"), .number("at"), .string("id")])
        #expect(
            Index(.local(sort: .string("nick")), of: 7, with: Self.tableKeys).positionAttributes.map(\.name) == [
                "id", "nick", "at",
            ]
        )
    }

    // MARK: Items without an entry

    @Test(
        arguments: [
            [:], ["boss": "ann"], ["grade": 1], ["boss": "ann", "grade": "1"], ["boss": 1, "grade": 1],
            ["boss": .null, "grade": 1], ["boss": ["ann"], "grade": 1], ["boss": .stringSet(["ann"]), "grade": 1],
            ["boss": "", "grade": 1], ["boss": long(2_049), "grade": 1],
        ] as [Item]
    )
    func `an item without a whole index key that can be one has no entry`(attributes: Item) {
        let index = Index(
            .global(KeySchema(partition: .string("boss"), sort: .number("grade"))),
            of: 7,
            with: KeySchema(partition: .string("id"))
        )
        var item: Item = ["id": "tom"]
        for attribute in attributes { item[attribute.name] = attribute.value }

        #expect(index.entry(of: item, with: PrimaryKey(partition: "tom", sort: nil)) == nil)
    }

    @Test(
        arguments: [
            (2_048, 0, 1_024, 0, true), (2_049, 0, 1, 0, false), (1, 0, 1_025, 0, false), (1_024, 1_024, 1, 1, true),
            (1_024, 1_025, 1, 1, false), (1, 1, 512, 512, true), (1, 1, 513, 512, false),
        ]
    )
    func `index keys are as long as keys of tables may be, their parts together`(
        boss: Int,
        team: Int,
        grade: Int,
        nick: Int,
        fits: Bool
    ) {
        var item: Item = ["id": "tom", "boss": Self.long(boss), "grade": .binary(Array(repeating: 0, count: grade))]
        if team > 0 { item["team"] = Self.long(team) }
        if nick > 0 { item["nick"] = Self.long(nick) }
        let keys = KeySchema(
            partition: [.string("boss")] + (team > 0 ? [.string("team")] : []),
            sort: [.binary("grade")] + (nick > 0 ? [.string("nick")] : [])
        )
        let index = Index(.global(keys), of: 7, with: KeySchema(partition: .string("id")))

        let entry = index.entry(of: item, with: PrimaryKey(partition: "tom", sort: nil))

        #expect((entry != nil) == fits)
        #expect(((try? index.requireFitting(item)) != nil) == fits)
        #expect(((try? index.requireFitting(item, updated: ["id": "tom"], by: Update([]))) != nil) == fits)
    }

    private static func half(_ count: Int) -> AttributeValue {
        guard let number = try? Number(coefficient: UInt128(abs(count) * 5), exponent: -1, isNegative: count < 0) else {
            preconditionFailure("a half is a number")
        }
        return .number(number)
    }

    private static func long(_ length: Int) -> AttributeValue {
        .string(String(repeating: "x", count: length))
    }
}
