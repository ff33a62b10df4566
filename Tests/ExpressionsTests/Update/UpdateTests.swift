// What an update says about itself before it is carried out, and what it touches.

import ApusExpressions
import ApusModel
import Testing

@Suite struct UpdateTests {
    @Test(arguments: [
        ("SET a = :n", true), ("ADD a :n", true), ("REMOVE a", false), ("DELETE a :ss", false),
        ("REMOVE a DELETE b :ss", false), ("REMOVE a SET b = :n", true),
    ])
    func `setting and adding create an item, removing does not`(text: String, creates: Bool) throws {
        #expect(try Update(text).createsItem == creates)
    }

    @Test func `an update tells what it writes to and what it reads`() throws {
        let update = try Update(
            "SET a.b = c + :n, d = if_not_exists(e, list_append(f, g[0])) REMOVE h[1] ADD i :n DELETE j :ss"
        )

        #expect(update.targets.map(\.description) == ["[a, b]", "[d]", "[h, [1]]", "[i]", "[j]"])
        #expect(update.sources.map(\.description) == ["[c]", "[e]", "[f]", "[g, [0]]"])
    }

    @Test(arguments: [
        ("SET pk = :n", "pk"), ("REMOVE a, sk", "sk"), ("ADD sk :n", "sk"), ("DELETE pk :ss", "pk"),
        ("SET pk.x = :n", "pk"),
    ])
    func `no section touches a key attribute`(text: String, name: String) throws {
        let update = try Update(text)
        let schema = KeySchema(
            partition: KeyAttribute(name: "pk", type: .string),
            sort: KeyAttribute(name: "sk", type: .number)
        )

        #expect(
            ServiceError.message { try update.requireNoKey(of: schema) }
                == "One or more parameter values were invalid: Cannot update attribute \(name). "
                + "This attribute is part of the key"
        )
    }

    @Test func `a key may be read`() throws {
        let schema = KeySchema(partition: KeyAttribute(name: "pk", type: .string))

        try Update("SET a = pk").requireNoKey(of: schema)
    }

    private static let touches: [(String, Item, Item)] = [
        ("SET a = :n", ["pk": 1, "a": 2], ["a": 2]),
        ("SET a.b = :n", ["a": ["b": 1, "c": 2]], ["a": ["b": 1]]),
        ("SET l[1] = :n", ["l": [1, 2, 3]], ["l": [2]]),
        ("SET l[100] = :n", ["l": [1, 5]], [:]),
        ("REMOVE l[1]", ["l": [1, 3]], ["l": [3]]),
        ("REMOVE a", ["pk": 1], [:]),
        (
            "SET a = :n REMOVE b.c ADD d.e :n", ["a": 5, "b": ["x": 1], "d": ["e": 6, "f": 7]], ["a": 5, "d": ["e": 6]]
        ),
    ]

    @Test(arguments: touches)
    func `what is touched is read by the paths as written`(text: String, item: Item, touched: Item) throws {
        #expect(try Update(text).touched(in: item) == touched)
    }
}
