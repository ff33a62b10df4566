// Tests of key conditions, on the server's reading of them.

import Apus
import ApusModel
import Testing

@Suite struct KeyConditionExpressionTests {
    private static let schema = KeySchema(
        partition: [KeyAttribute(name: "artist.name", type: .string)],
        sort: [KeyAttribute(name: "year", type: .number)]
    )

    private static let nina = KeyConditionExpression("artist.name", equals: "Nina")

    @Test(
        arguments: [
            (nina, [1959, 1960, 1964, 1969, 1970]),
            (nina.and(SortKey("year") == 1964), [1964]),
            (nina.and("year", equals: 1964), [1964]),
            (nina.and(SortKey("year") < 1960), [1959]),
            (nina.and(SortKey("year") <= 1960), [1959, 1960]),
            (nina.and(SortKey("year") > 1969), [1970]),
            (nina.and(SortKey("year") >= 1969), [1969, 1970]),
            (nina.and(SortKey("year").between(1960, and: 1969)), [1960, 1964, 1969]),
        ] as [(KeyConditionExpression, [Int])]
    )
    func `a partition and a range of sort keys are selected`(condition: KeyConditionExpression, years: [Int]) throws {
        let reading = try ServiceReading(RequestExpressions(keyCondition: condition))

        for year in [1959, 1960, 1964, 1969, 1970] {
            let number = AttributeValue.number(Number(year))
            let item: Item = ["artist.name": "Nina", "year": number]
            #expect(try reading.selects(item, bySchema: Self.schema) == years.contains(year), "\(year)")
            let other: Item = ["artist.name": "Miles", "year": number]
            #expect(try !reading.selects(other, bySchema: Self.schema))
        }
    }

    @Test func `a sort key can be asked to begin with a text`() throws {
        let schema = KeySchema(
            partition: [KeyAttribute(name: "id", type: .string)],
            sort: [KeyAttribute(name: "title", type: .string)]
        )
        let condition = KeyConditionExpression("id", equals: "x").and(SortKey("title").begins(with: "Sin"))

        let reading = try ServiceReading(RequestExpressions(keyCondition: condition))

        #expect(try reading.selects(["id": "x", "title": "Sinnerman"], bySchema: schema))
        #expect(try !reading.selects(["id": "x", "title": "Feeling Good"], bySchema: schema))
    }

    @Test func `an index may have several attributes to its key`() throws {
        let schema = KeySchema(
            partition: [KeyAttribute(name: "a", type: .string), KeyAttribute(name: "b", type: .string)],
            sort: [KeyAttribute(name: "c", type: .number), KeyAttribute(name: "d", type: .number)]
        )
        let condition = KeyConditionExpression("a", equals: "x").and("b", equals: "y").and("c", equals: 1).and(
            SortKey("d") > 5
        )

        let reading = try ServiceReading(RequestExpressions(keyCondition: condition))

        #expect(try reading.selects(["a": "x", "b": "y", "c": 1, "d": 6], bySchema: schema))
        #expect(try !reading.selects(["a": "x", "b": "y", "c": 1, "d": 5], bySchema: schema))
        #expect(try !reading.selects(["a": "x", "b": "y", "c": 2, "d": 6], bySchema: schema))
    }
}
