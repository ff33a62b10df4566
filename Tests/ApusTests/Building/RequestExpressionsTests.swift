// Tests of what the expressions of one request share.

import Apus
import ApusModel
import Testing

@Suite struct RequestExpressionsTests {
    @Test func `the expressions of a request share names and values`() throws {
        let expressions = try RequestExpressions(
            update: UpdateExpression().set("state", to: "sold").add(-1, to: "stock"),
            condition: path("stock") > 0 && path("state") != "sold"
        )

        #expect(expressions.updateExpression == "SET #0 = :0 ADD #1 :1")
        #expect(expressions.conditionExpression == "#1 > :2 AND #0 <> :0")
        #expect(expressions.expressionAttributeNames == ["#0": "state", "#1": "stock"])
        #expect(expressions.expressionAttributeValues == [":0": "sold", ":1": -1, ":2": 0])
        #expect(expressions.keyConditionExpression == nil)
        #expect(expressions.filterExpression == nil)
        #expect(expressions.projectionExpression == nil)
    }

    @Test func `a query has its expressions numbered in order`() throws {
        let expressions = try RequestExpressions(
            keyCondition: KeyConditionExpression("artist", equals: "Nina").and(SortKey("year") >= 1960),
            filter: path("artist").size > 3 && path("info.year") < 1960,
            projection: ["title", "info.year"]
        )

        #expect(expressions.keyConditionExpression == "#0 = :0 AND #1 >= :1")
        #expect(expressions.filterExpression == "size(#0) > :2 AND #2.#1 < :1")
        #expect(expressions.projectionExpression == "#3, #2.#1")
        _ = try ServiceReading(expressions)
    }

    @Test func `a request without expressions has no parameters`() throws {
        let expressions = try RequestExpressions()

        #expect(expressions.expressionAttributeNames == nil)
        #expect(expressions.expressionAttributeValues == nil)
    }

    @Test func `a request has no values where no expression has one`() throws {
        let expressions = try RequestExpressions(condition: path("id").doesNotExist)

        #expect(expressions.expressionAttributeNames == ["#0": "id"])
        #expect(expressions.expressionAttributeValues == nil)
    }

    @Test(
        arguments: [
            ([1, 1.0], 1),
            ([1, "1"], 2),
            ([.numberSet([1, 2]), .numberSet([2, 1])], 1),
            ([[1, 2], [2, 1]], 2),
            ([["a": 1, "b": 2], ["b": 2, "a": 1]], 1),
            (["\u{E9}", "e\u{301}"], 2),
            ([.string("a"), .binary([97])], 2),
        ] as [([AttributeValue], Int)]
    )
    func `values share a placeholder where the service finds them equal`(values: [AttributeValue], count: Int) throws {
        let expressions = try RequestExpressions(filter: path("a").isIn(values))

        #expect(expressions.expressionAttributeValues?.count == count)
        let reading = try ServiceReading(expressions)
        for value in values { #expect(reading.accepts(["a": value])) }
    }

    @Test func `a fault of any expression keeps all from being written`() {
        #expect(throws: ExpressionError.emptyProjection) {
            try RequestExpressions(filter: path("a").exists, projection: [])
        }
    }

    @Test(arguments: [
        (ExpressionError.malformedPath("a..b"), "\"a..b\" is not a document path like info.ratings[0]"),
        (.tooManySteps(33), "a document path of 33 steps is longer than 32"),
        (.nameLength(bytes: 0), "an attribute name has 1 to 65535 bytes, and not 0"),
        (.emptyUpdate, "an update needs at least one action"),
        (.emptyProjection, "a projection needs at least one path"),
        (.candidateCount(101), "IN takes 1 to 100 values, and not 101"),
    ])
    func `an error says what is wrong`(error: ExpressionError, text: String) {
        #expect("\(error)" == text)
    }
}
