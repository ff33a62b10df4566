// Tests of updates: how they are written, and what the server makes of them.

import Apus
import ApusModel
import Testing

@Suite struct UpdateExpressionTests {
    @Test(
        arguments: [
            (UpdateExpression().set("price", to: 5), "SET price = :0"),
            (UpdateExpression().set("price", to: .null), "SET price = :0"),
            (UpdateExpression().set("info.price", to: path("old[0]")), "SET info.price = old[0]"),
            (UpdateExpression().set("price", to: path("price") + 5), "SET price = price + :0"),
            (UpdateExpression().set("price", to: path("price") - path("discount")), "SET price = price - discount"),
            (UpdateExpression().set("left", to: Constant(100) - path("used")), "SET left = :0 - used"),
            (
                UpdateExpression().set("made", to: path("made").ifNotExists(use: 7)),
                "SET made = if_not_exists(made, :0)"
            ),
            (UpdateExpression().set("a", to: path("a").ifNotExists(use: path("b"))), "SET a = if_not_exists(a, b)"),
            (
                UpdateExpression().set("a", to: path("a").ifNotExists(use: path("b").ifNotExists(use: 0)) + 1),
                "SET a = if_not_exists(a, if_not_exists(b, :0)) + :1"
            ),
            (UpdateExpression().set("log", to: path("log").appending(["x"])), "SET log = list_append(log, :0)"),
            (
                UpdateExpression().set("log", to: Constant(["x"]).appending(path("log"))),
                "SET log = list_append(:0, log)"
            ),
            (
                UpdateExpression().set("log", to: path("log").ifNotExists(use: []).appending(["x"])),
                "SET log = list_append(if_not_exists(log, :0), :1)"
            ),
            (UpdateExpression().remove("a", "b.c", "d[2]"), "REMOVE a, b.c, d[2]"),
            (UpdateExpression().add(1, to: "count"), "ADD count :0"),
            (UpdateExpression().add(.stringSet(["red"]), to: "colours"), "ADD colours :0"),
            (UpdateExpression().delete(.numberSet([1]), from: "sizes"), "DELETE sizes :0"),
        ] as [(UpdateExpression, String)]
    )
    func `an action is written as the API has it`(update: UpdateExpression, text: String) throws {
        let expressions = try RequestExpressions(update: update)

        _ = try ServiceReading(expressions)
        #expect(expressions.plain(expressions.updateExpression) == text)
    }

    @Test func `actions of a kind stand in one section in the order given`() throws {
        let update = UpdateExpression().add(1, to: "a").remove("b").set("c", to: 1).delete(.stringSet(["x"]), from: "d")
            .set("e", to: "y").add(2, to: "f").remove("g")

        let expressions = try RequestExpressions(update: update)

        #expect(
            expressions.plain(expressions.updateExpression)
                == "SET c = :0, e = :1 REMOVE b, g ADD a :0, f :2 DELETE d :3"
        )
    }

    @Test func `the server does what the update says`() throws {
        let update = UpdateExpression()
            .set("price", to: path("price") + 5)
            .set("visits", to: path("visits").ifNotExists(use: 0) + 1)
            .set("log", to: path("log").ifNotExists(use: []).appending(["opened"]))
            .add(1, to: "count")
            .delete(.stringSet(["red"]), from: "select")
            .remove("info.draft")

        let item = try ServiceReading(RequestExpressions(update: update)).updated([
            "price": 10, "select": .stringSet(["red", "blue"]), "info": ["draft": true, "title": "x"],
        ])

        #expect(
            item == [
                "price": 15, "visits": 1, "log": ["opened"], "count": 1, "select": .stringSet(["blue"]),
                "info": ["title": "x"],
            ]
        )
    }

    @Test func `an update is a value that goes on from another`() throws {
        let first = UpdateExpression().set("a", to: 1)

        let second = first.remove("b")

        #expect(try RequestExpressions(update: first).updateExpression == "SET #0 = :0")
        #expect(try RequestExpressions(update: second).updateExpression == "SET #0 = :0 REMOVE #1")
    }

    @Test func `an update without actions is not sent`() {
        #expect(UpdateExpression().isEmpty)
        #expect(!UpdateExpression().remove("a").isEmpty)
        #expect(throws: ExpressionError.emptyUpdate) { try RequestExpressions(update: UpdateExpression()) }
    }
}
