// The code of the page about expressions.

import ApusTesting
import Testing

struct ExpressionsPage {
    @Test func `conditions, updates and key conditions are built`() throws {
        let condition = path("stock") >= 1 && !(path("state") == "sold" || path("tags").contains("reserved"))
        let update = UpdateExpression()
            .set("price", to: path("price") + 5)
            .set("created", to: path("created").ifNotExists(use: 2026))
            .add(1, to: "info.changes")
            .remove("discount")
        let sixties = KeyConditionExpression("artist", equals: "Nina Simone").and(
            SortKey("year").between(1960, and: 1969)
        )
        let input = try QueryInput(tableName: "Songs")
            .with(keyCondition: sixties, filter: path("stock") > 0, projection: ["title", "info.ratings[0]"])
        let change = try UpdateItemInput(tableName: "Songs", key: ["artist": "Nina Simone", "year": 1964])
            .with(update: update, condition: condition)

        #expect(input.keyConditionExpression == "#0 = :0 AND #1 BETWEEN :1 AND :2")
        #expect(change.conditionExpression?.contains("NOT (") == true)
    }
}
