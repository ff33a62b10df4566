// Keys that their table cannot have, read in batches among others.

import ApusTesting
import Testing

struct StrangeKeyTests {
    /// A key of another type, of another name, and with one attribute too many.
    private static let strangeKeys: [Item] = [["name": 1], ["title": "lark"], ["name": "lark", "place": 1]]

    @Test(.apus, arguments: strangeKeys)
    func `a strange key that comes first keeps no other from being read`(strange: Item) async throws {
        let server = TestServer.current
        try await server.createTable("Birds", partitionKey: ("name", .s))
        let client = server.client()
        _ = try await client.putItem(PutItemInput(tableName: "Birds", item: ["name": "wren"]))
        let keys = [strange, ["name": "wren"], ["name": "lark"]].map { BatchGetKey($0, in: "Birds") }

        let items = BatchGetter(client: client).items(for: keys)
        var found: [Item] = []
        for await item in items { found.append(item.item) }

        let outcome = await items.outcome
        #expect(found == [["name": "wren"]])
        #expect(outcome.missing == [keys[2]])
        #expect(outcome.leftOver.map(\.key) == [keys[0]])
        await client.shutDown()
    }
}
