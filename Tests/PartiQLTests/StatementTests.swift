// Whole statements, and what they become.

import ApusExpressions
import ApusModel
import ApusPartiQL
import Testing

struct StatementTests {
    @Test(arguments: [
        ("SELECT * FROM Cats", "Cats", nil),
        ("select * from \"my-cats.old\"", "my-cats.old", nil),
        ("SELECT * FROM \"Cats\".\"by owner\"", "Cats", "by owner"),
        ("SELECT * FROM Cats.byOwner;", "Cats", "byOwner"),
        ("SELECT * FROM \"a\"\"b\"", "a\"b", nil),
        ("Select\n*\tFrom _Cats_2 ;", "_Cats_2", nil),
    ])
    func `a SELECT names a table and perhaps an index`(text: String, table: String, index: String?) throws {
        let select = try Reading.select(text)

        #expect(select.source.tableName == table)
        #expect(select.source.indexName == index)
        #expect(select.projection == nil && select.condition == nil && select.order.isEmpty)
    }

    @Test func `a SELECT tells paths in their order`() throws {
        let select = try Reading.select("SELECT name, \"a b\".c[2].value, \"select\" FROM Cats")

        #expect(select.projection?.paths == [path("name"), path("a b", "c", 2, "value"), path("select")])
    }

    @Test func `an order has key attributes, each in its direction`() throws {
        let select = try Reading.select("SELECT * FROM Cats WHERE id = 'a' ORDER BY id, at DESC, \"asc\" asc")

        #expect(select.order.map(\.path) == [path("id"), path("at"), path("asc")])
        #expect(select.order.map(\.isDescending) == [false, true, false])
    }

    @Test func `an INSERT holds values of all types`() throws {
        let item = try Reading.insert(
            "{'s': 'it''s', 'n': -2.5, 'e': 1e3, 't': TRUE, 'f': false, 'z': null, 'l': [1, ['x'], {}], "
                + "'m': {'k': ?}, 'ss': <<'a', 'b'>>, 'ns': <<1, -2>>, 'bs': <<?>>, 'empty': []}",
            [.binary([1]), .binary([2])]
        )

        let expected: Item = [
            "s": "it's", "n": -2.5, "e": 1_000, "t": true, "f": false, "z": .null, "l": [1, ["x"], [:]],
            "m": ["k": .binary([1])], "ss": .stringSet(["a", "b"]), "ns": .numberSet([1, -2]),
            "bs": .binarySet([[2]]), "empty": [],
        ]
        #expect(item == expected)
    }

    @Test func `an UPDATE has clauses in any number and order`() throws {
        let actions = try Reading.actions("SET a = 1, b.c[0] = ? REMOVE d, e[1] set f = g", ["x"])

        #expect(
            actions == [
                .set(path("a"), .value(1)), .set(path("b", "c", 0), .value("x")), .remove(path("d")),
                .remove(path("e", 1)), .set(path("f"), .path(path("g"))),
            ]
        )
    }

    @Test(arguments: [
        ("n + 1", UpdateValue.sum(.path(path("n")), .value(1))),
        ("n-1", .difference(.path(path("n")), .value(1))),
        ("n - -1", .difference(.path(path("n")), .value(-1))),
        ("list_append(l, [1])", .listAppend(.path(path("l")), .value([1]))),
        ("LIST_APPEND([1], m.l)", .listAppend(.value([1]), .path(path("m", "l")))),
        ("if_not_exists(n, 0) + 1", .sum(.ifNotExists(path("n"), otherwise: .value(0)), .value(1))),
    ])
    func `a SET has terms and functions`(text: String, value: UpdateValue) throws {
        #expect(try Reading.actions("SET a = \(text)") == [.set(path("a"), value)])
    }

    @Test func `sets are changed by functions`() throws {
        let actions = try Reading.actions("SET s = set_add(s, <<'a'>>) SET m.t = SET_DELETE(m.t, <<1>>)")

        #expect(actions == [.add(path("s"), .stringSet(["a"])), .delete(path("m", "t"), .numberSet([1]))])
    }

    @Test(
        arguments: [
            ("", nil), ("RETURNING ALL OLD *", .allOld), ("returning all new *", .allNew),
            ("RETURNING MODIFIED OLD *", .modifiedOld), ("RETURNING MODIFIED NEW *;", .modifiedNew),
        ] as [(String, Returning?)]
    )
    func `an UPDATE tells what it is asked to`(clause: String, returning: Returning?) throws {
        let update = try Reading.update("UPDATE Cats SET all = old WHERE id = 'tom' \(clause)")

        #expect(update.returning == returning)
        #expect(update.condition == .comparison(.attribute("id"), .equal, .value("tom")))
    }

    @Test func `a DELETE can tell the old item`() throws {
        guard
            case .delete(let plain) = try Statement(parsing: "DELETE FROM Cats WHERE id = 'tom'"),
            case .delete(let telling) = try Statement(parsing: "DELETE FROM Cats WHERE id = 'tom' RETURNING ALL OLD *")
        else { throw WrongStatement(text: "DELETE") }

        #expect(!plain.returnsOld && telling.returnsOld)
    }

    @Test func `EXISTS holds a SELECT`() throws {
        guard case .exists(let select) = try Statement(parsing: "EXISTS(SELECT * FROM Cats WHERE id = 'a' AND n = 1)")
        else { throw WrongStatement(text: "EXISTS") }

        #expect(select.source.tableName == "Cats")
    }

    @Test(arguments: [
        ("SELECT * FROM Cats", false), ("EXISTS(SELECT * FROM Cats)", true), ("INSERT INTO Cats VALUE {}", true),
        ("UPDATE Cats REMOVE a", true), ("DELETE FROM Cats", true),
    ])
    func `all statements but SELECT are writes`(text: String, isWrite: Bool) throws {
        let statement = try Statement(parsing: text)

        #expect(statement.isWrite == isWrite)
        #expect(statement.tableName == "Cats")
    }
}
