// Tests of projections, on the server's reading of them.

import Apus
import ApusModel
import Testing

@Suite struct ProjectionExpressionTests {
    private static let item: Item = [
        "title": "x", "info": ["rating": 5, "plot": "y"], "a.b": [1, 2, 3], "year": 1964,
    ]

    @Test(arguments: [
        (ProjectionExpression(["title"]), ["title": "x"] as Item),
        (["title", "info.rating"] as ProjectionExpression, ["title": "x", "info": ["rating": 5]] as Item),
        ([DocumentPath(name: "a.b")[2], "year"] as ProjectionExpression, ["a.b": [3], "year": 1964] as Item),
    ])
    func `an item is cut down to the paths`(projection: ProjectionExpression, rest: Item) throws {
        let reading = try ServiceReading(RequestExpressions(projection: projection))

        #expect(reading.projected(Self.item) == rest)
    }

    @Test func `a projection without paths is not sent`() {
        #expect(throws: ExpressionError.emptyProjection) { try RequestExpressions(projection: []) }
    }
}
