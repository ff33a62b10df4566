// Items in columns.

import ApusModel
import Testing

@testable import ApusCommand

struct ItemTableTests {
    private static let films = KeySchema(
        partition: KeyAttribute(name: "title", type: .string),
        sort: KeyAttribute(name: "year", type: .number)
    )

    @Test func `key attributes come first, and numbers stand to the right`() {
        let items: [Item] = [
            ["length": 9, "title": "M", "year": 1931],
            ["title": "Metropolis", "year": 1927, "length": 153, "new": false],
        ]

        #expect(
            ItemTable.lines(of: items, keySchema: Self.films) == [
                "title       year  length  new",
                "M           1931       9",
                "Metropolis  1927     153  false",
            ]
        )
    }

    @Test func `a key that was not asked for has no column`() {
        #expect(ItemTable.lines(of: [["plot": "long"]], keySchema: Self.films) == ["plot", "long"])
    }

    @Test func `long cells are cut`() {
        let lines = ItemTable.lines(of: [["title": .string(String(repeating: "x", count: 61))]], keySchema: Self.films)

        #expect(lines[1] == String(repeating: "x", count: 59) + "…")
    }
}
