// Projections, filters and key conditions on inputs.

import ApusModel
import Testing

@testable import Apus

struct ProjectedReadTests {
    @Test func `a read gets its projection`() throws {
        let input = try GetItemInput(tableName: "films", key: ["id": "x"]).with(projection: ["title", "info.rating"])

        #expect(input.projectionExpression == "#0, #1.#2")
        #expect(input.expressionAttributeNames == ["#0": "title", "#1": "info", "#2": "rating"])
    }

    @Test func `a Query gets all of its expressions`() throws {
        let input = try QueryInput(tableName: "songs", limit: 5).with(
            keyCondition: KeyConditionExpression("artist", equals: "Nina"),
            filter: path("year") < 1960,
            projection: ["year"]
        )

        #expect(input.limit == 5)
        #expect(input.keyConditionExpression == "#0 = :0")
        #expect(input.filterExpression == "#1 < :1")
        #expect(input.projectionExpression == "#1")
        #expect(input.expressionAttributeNames == ["#0": "artist", "#1": "year"])
        #expect(input.expressionAttributeValues == [":0": "Nina", ":1": 1960])
    }

    @Test func `a Scan without expressions has none`() throws {
        let input = ScanInput(tableName: "songs")

        #expect(try input.with() == input)
        #expect(try input.with(filter: path("year") < 1960).filterExpression == "#0 < :0")
    }

    @Test func `an expression that cannot be sent is an error`() {
        #expect(throws: ExpressionError.emptyProjection) { try ScanInput(tableName: "songs").with(projection: []) }
    }
}
