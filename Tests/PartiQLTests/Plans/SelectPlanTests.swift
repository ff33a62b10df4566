// How SELECTs are run, by the key of what they read.

import ApusExpressions
import ApusModel
import ApusPartiQL
import Testing

struct SelectPlanTests {
    private static let table = KeySchema(
        partition: KeyAttribute(name: "id", type: .string),
        sort: KeyAttribute(name: "at", type: .number)
    )
    private static let several = KeySchema(
        partition: [KeyAttribute(name: "p", type: .string), KeyAttribute(name: "q", type: .number)],
        sort: [KeyAttribute(name: "r", type: .number), KeyAttribute(name: "s", type: .number)]
    )

    private static func plan(
        _ condition: String,
        by schema: KeySchema = table,
        ofIndex indexName: String? = nil
    ) throws -> SelectPlan {
        try SelectPlan(Reading.select("SELECT * FROM Cats \(condition)"), by: schema, ofIndex: indexName)
    }

    @Test func `a whole key is a single read`() throws {
        let plan = try Self.plan("WHERE n = 1 AND at = 2 AND id = 'a'")

        #expect(plan.scope == .item(key: ["id": "a", "at": 2]))
        #expect(plan.filter == (try Reading.condition("n = 1")))
    }

    @Test func `an index is never read by a single read`() throws {
        let plan = try Self.plan("WHERE at = 2 AND id = 'a'", ofIndex: "byAt")

        #expect(plan.scope == .partitions([KeySelection(partition: ["a"], sort: .equal(2))], isForward: true))
    }

    @Test(arguments: [
        ("id = 'a'", SortKeyRange.all, nil),
        ("id = 'a' AND at > 2", .greater(than: 2), nil),
        ("2 >= at AND id = 'a'", .lessOrEqual(to: 2), nil),
        ("id = 'a' AND at BETWEEN 1 AND 2", .between(1, 2), nil),
        ("id = 'a' AND at > 2 AND at < 9", .greater(than: 2), "at < 9"),
        ("id = 'a' AND at <> 2", .all, "at <> 2"),
        ("id = 'a' AND at IN [1, 2]", .all, "at IN [1, 2]"),
        ("id = 'a' AND (at = 1 OR n = 2)", .all, "at = 1 OR n = 2"),
        ("id = 'a' AND id <> 'b'", .all, "id <> 'b'"),
    ])
    func `a partition key is a query`(condition: String, range: SortKeyRange, filter: String?) throws {
        let plan = try Self.plan("WHERE \(condition)")

        #expect(plan.scope == .partitions([KeySelection(partition: ["a"], sort: range)], isForward: true))
        #expect(plan.filter == (try filter.map { try Reading.condition($0) }))
        #expect(plan.isKeyed)
    }

    @Test(arguments: [
        "id IN ['b', 'a', 'b']", "id IN ('b', 'a')", "id = 'b' OR id = 'a'", "id = 'b' OR 'a' = id OR id IN ['a']",
    ])
    func `several partition keys are queries in turn`(condition: String) throws {
        let plan = try Self.plan("WHERE (\(condition)) AND at = 1")

        let queries = ["b", "a"].map { KeySelection(partition: [$0], sort: .equal(1)) }
        #expect(plan.scope == .partitions(queries, isForward: true))
        #expect(plan.filter == nil)
    }

    @Test(arguments: [
        ("", false), ("WHERE n = 1", false), ("WHERE id > 'a'", false), ("WHERE id BETWEEN 'a' AND 'b'", true),
        ("WHERE id = 'a' OR n = 1", false), ("WHERE NOT id = 'a'", false), ("WHERE id IN ['a', n]", false),
        ("WHERE at = 1", false), ("WHERE begins_with(id, 'a')", false), ("WHERE id.x = 'a'", false),
    ])
    func `anything else reads all`(clause: String, isKeyed: Bool) throws {
        let plan = try Self.plan(clause)

        #expect(plan.scope == .everything)
        #expect(plan.isKeyed == isKeyed)
        #expect((plan.filter == nil) == clause.isEmpty)
    }

    @Test func `a key of several attributes is taken from the left`() throws {
        let plan = try Self.plan("WHERE q = 1 AND r = 2 AND s > 3 AND p = 'a'", by: Self.several, ofIndex: "x")
        let open = try Self.plan("WHERE q = 1 AND s > 3 AND p = 'a'", by: Self.several, ofIndex: "x")
        let half = try Self.plan("WHERE p = 'a' AND r = 1", by: Self.several, ofIndex: "x")

        let whole = KeySelection(partition: ["a", 1], sortPrefix: [2], sort: .greater(than: 3))
        #expect(plan.scope == .partitions([whole], isForward: true))
        #expect(open.scope == .partitions([KeySelection(partition: ["a", 1])], isForward: true))
        #expect(open.filter == (try Reading.condition("s > 3")))
        #expect(half.scope == .everything)
    }

    @Test(arguments: [
        ("id = 'a' ORDER BY id", true), ("id = 'a' ORDER BY at", true), ("id = 'a' ORDER BY at DESC", false),
        ("id = 'a' ORDER BY id DESC, at", true), ("id = 'a' ORDER BY at DESC, id", false),
    ])
    func `an order is the direction within a partition`(condition: String, isForward: Bool) throws {
        let plan = try Self.plan("WHERE \(condition)")

        #expect(plan.scope == .partitions([KeySelection(partition: ["a"])], isForward: isForward))
    }

    @Test func `an order by partition keys is the order of the queries`() throws {
        let plan = try Self.plan("WHERE id IN ['b', 'c', 'a'] ORDER BY id DESC, at DESC")

        let queries = ["c", "b", "a"].map { KeySelection(partition: [$0]) }
        #expect(plan.scope == .partitions(queries, isForward: false))
    }

    private static let hashNeeded =
        "Must have at least one non-optional hash key condition in WHERE clause when using ORDER BY clause."

    @Test(arguments: [
        ("ORDER BY id", "Must have WHERE clause in the statement when using ORDER BY clause."),
        ("WHERE n = 1 ORDER BY at", hashNeeded),
        ("WHERE id > 'a' ORDER BY id", hashNeeded),
        ("WHERE id = 'a' ORDER BY n", "Variable reference n in ORDER BY clause must be part of the primary key"),
        (
            "WHERE id = 'a' AND at = 1 ORDER BY at.x",
            "Variable reference at in ORDER BY clause must be part of the primary key"
        ),
        (
            "WHERE id IN ['a', 'b'] ORDER BY at",
            "Unsupported operation: ORDER BY, for items of several partitions are ordered by their partition key first"
        ),
        (
            "WHERE id = 1",
            "One or more parameter values were invalid: Condition parameter type does not match schema type"
        ),
        (
            "WHERE id = 'a' AND at > 'x'",
            "One or more parameter values were invalid: Condition parameter type does not match schema type"
        ),
        (
            "WHERE id = ''",
            "One or more parameter values were invalid: The AttributeValue for a key attribute cannot contain an "
                + "empty string value. Key: id"
        ),
    ])
    func `what does not fit the key is refused`(clause: String, refusal: String) {
        #expect(throws: ServiceError.validation(refusal)) { try Self.plan(clause) }
    }

    @Test func `an order by several sort keys follows them in one direction`() throws {
        let partition = "WHERE p = 'a' AND q = 1 ORDER BY"

        #expect(
            try Self.plan("\(partition) r DESC, s DESC", by: Self.several, ofIndex: "x").scope
                == .partitions([KeySelection(partition: ["a", 1])], isForward: false)
        )
        for order in ["s", "r, s DESC", "r, s, r"] {
            #expect(throws: ServiceError.self) {
                try Self.plan("\(partition) \(order)", by: Self.several, ofIndex: "x")
            }
        }
    }

    @Test func `no more than 50 partitions are queried`() throws {
        func condition(_ count: Int) -> String {
            "WHERE id IN [\((0..<count).map { "'\($0)'" }.joined(separator: ","))]"
        }

        #expect(try Self.plan(condition(50)).isKeyed)
        #expect(
            throws: ServiceError.validation("The condition names 51 partition keys, and may name 50 at most")
        ) { try Self.plan(condition(51)) }
    }
}
