// Tests of conditions: how they are written, and that the server understands them so.

import Apus
import ApusModel
import Testing

@Suite struct ConditionExpressionTests {
    private static let (a, b, c) = (path("a") == 1, path("b") == 2, path("c").exists)

    @Test(
        arguments: [
            (path("stock") == 5, "stock = :0"),
            (path("stock") != 5, "stock <> :0"),
            (path("stock") < 5.5, "stock < :0"),
            (path("stock") <= 5, "stock <= :0"),
            (path("stock") > 5, "stock > :0"),
            (path("stock") >= .number(5), "stock >= :0"),
            (path("stock") == path("sold"), "stock = sold"),
            (path("stock") != path("sold"), "stock <> sold"),
            (path("stock") < path("sold"), "stock < sold"),
            (path("stock") <= path("sold"), "stock <= sold"),
            (path("stock") > path("sold"), "stock > sold"),
            (path("stock") >= Constant(5), "stock >= :0"),
            (Constant(5) < path("stock"), ":0 < stock"),
            (path("tags").size > 3, "size(tags) > :0"),
            (path("tags").size == path("names").size, "size(tags) = size(names)"),
            (path("count") == path("tags").size, "count = size(tags)"),
        ] as [(ConditionExpression, String)]
    )
    func `operands are compared with signs`(condition: ConditionExpression, text: String) throws {
        #expect(try plain(condition) == text)
    }

    @Test(
        arguments: [
            (path("year").between(1960, and: 1969), "year BETWEEN :0 AND :1"),
            (Constant(5).between(path("low"), and: path("high")), ":0 BETWEEN low AND high"),
            (path("state").isIn(["new", "sold"]), "state IN (:0, :1)"),
            (path("state").isIn([path("old"), Constant("sold")]), "state IN (old, :0)"),
            (path("name").begins(with: "N"), "begins_with(name, :0)"),
            (path("name").begins(with: path("initial")), "begins_with(name, initial)"),
            (path("tags").contains("new"), "contains(tags, :0)"),
            (path("tags").contains(path("tag")), "contains(tags, tag)"),
            (path("name").exists, "attribute_exists(name)"),
            (path("info.name").doesNotExist, "attribute_not_exists(info.name)"),
            (path("name").hasType(.stringSet), "attribute_type(name, :0)"),
        ] as [(ConditionExpression, String)]
    )
    func `other conditions have names`(condition: ConditionExpression, text: String) throws {
        #expect(try plain(condition) == text)
    }

    @Test(
        arguments: [
            (a && b && c, "a = :0 AND b = :1 AND attribute_exists(c)"),
            (a && (b && c), "a = :0 AND b = :1 AND attribute_exists(c)"),
            (a || (b || c), "a = :0 OR b = :1 OR attribute_exists(c)"),
            (a && b || c, "a = :0 AND b = :1 OR attribute_exists(c)"),
            (a || b && c, "a = :0 OR b = :1 AND attribute_exists(c)"),
            ((a || b) && c, "(a = :0 OR b = :1) AND attribute_exists(c)"),
            (a && (b || c), "a = :0 AND (b = :1 OR attribute_exists(c))"),
            (!a && b, "NOT a = :0 AND b = :1"),
            (!(a && b), "NOT (a = :0 AND b = :1)"),
            (!(a || b) || c, "NOT (a = :0 OR b = :1) OR attribute_exists(c)"),
            (!(!a && b), "NOT (NOT a = :0 AND b = :1)"),
            (!(!a), "a = :0"),
        ] as [(ConditionExpression, String)]
    )
    func `parentheses stand where they change the meaning`(condition: ConditionExpression, text: String) throws {
        #expect(try plain(condition) == text)
    }

    @Test func `a long condition is read as it was written`() throws {
        let condition =
            path("stock") >= 1 && path("state") != "sold" && path("select").isIn([1, 2, 3])
            && !(path("tags").contains("reserved") || path("info.rating") < 2.5 || path("owner").exists)

        let reading = try ServiceReading(RequestExpressions(condition: condition))

        let item: Item = ["stock": 1, "select": 3, "tags": .stringSet(["new"]), "info": ["rating": 4]]
        #expect(reading.accepts(item))
        #expect(!reading.accepts(item.merging("owner", "Tom")))
        #expect(!reading.accepts(item.merging("tags", .stringSet(["reserved"]))))
        #expect(!reading.accepts(item.merging("state", "sold")))
    }

    @Test(arguments: [0, 101])
    func `a value is looked for among one to a hundred others`(count: Int) throws {
        let candidates = (0..<count).map { AttributeValue.number(Number($0)) }

        #expect(throws: ExpressionError.candidateCount(count)) {
            try RequestExpressions(filter: path("a").isIn(candidates))
        }
    }

    @Test func `a value is found among a hundred others`() throws {
        let candidates = (0..<100).map { AttributeValue.number(Number($0)) }

        let reading = try ServiceReading(RequestExpressions(filter: path("a").isIn(candidates)))

        #expect(reading.accepts(["a": 99]))
        #expect(!reading.accepts(["a": 100]))
    }

    @Test func `values still compare to true and false`() {
        let (one, other): (AttributeValue, AttributeValue) = (1, "1")
        let areEqual = one == other
        let differ = one != other

        #expect(!areEqual && differ)
    }

    /// The text with names in place, once the server has read it.
    private func plain(_ condition: ConditionExpression) throws -> String? {
        let expressions = try RequestExpressions(condition: condition)
        _ = try ServiceReading(expressions)
        return expressions.plain(expressions.conditionExpression)
    }
}

extension AttributeMap {
    /// The map with another value under a name.
    fileprivate func merging(_ name: String, _ value: AttributeValue) -> Self {
        var map = self
        map[name] = value
        return map
    }
}
