// What items become by updates, and which updates items refuse.

import ApusExpressions
import ApusModel
import Testing

@Suite struct UpdateEvaluationTests {
    private static let values: [String: AttributeValue] = [
        ":n": 5, ":1": 1, ":x": "x", ":y": "y", ":null": .null, ":empty": [], ":l": ["x"], ":m": ["k": 1],
        ":a": .stringSet(["a"]), ":ab": .stringSet(["a", "b"]), ":12": .numberSet([1, 2]),
        ":bin": .binarySet([[1], [2]]),
        ":e1": .stringSet(["é"]), ":e2": .stringSet(["e\u{301}"]),
    ]

    private static let sets: [(Item, String, Item)] = [
        (["n": 1], "SET m = n, n = n + :1", ["n": 2, "m": 1]),
        (["a": 1, "b": 2], "SET a = b, b = a", ["a": 2, "b": 1]),
        ([:], "SET a = :x", ["a": "x"]),
        (["a": 1], "SET a = :x", ["a": "x"]),
        (["m": ["k": 1]], "SET m.j = :x", ["m": ["k": 1, "j": "x"]]),
        (["m": ["k": 1]], "SET m.k = :x, o = m.k", ["m": ["k": "x"], "o": 1]),
        (["m": ["d": ["e": 1]]], "SET m.d.f = m", ["m": ["d": ["e": 1, "f": ["d": ["e": 1]]]]]),
        (["l": ["a", "b"]], "SET l[1] = :x", ["l": ["a", "x"]]),
        (["l": ["a"]], "SET l[7] = :x, l[5] = :y", ["l": ["a", "y", "x"]]),
        (["l": ["a"]], "SET l[7] = :x, l[1] = :y, l[0] = :1", ["l": [1, "y", "x"]]),
        (["l": [["a"]]], "SET l[0][9] = :x, l[9] = :y", ["l": [["a", "x"], "y"]]),
        (["l": [["k": 1]]], "SET l[0].k = l[0].k + :n", ["l": [["k": 6]]]),
        (["n": 1], "SET n = n - :n", ["n": -4]),
        (["n": 1], "SET n = :n - n", ["n": 4]),
        ([:], "SET n = if_not_exists(n, :1) + :n", ["n": 6]),
        (["n": 2], "SET n = if_not_exists(n, :1) + if_not_exists(o, :n)", ["n": 7]),
        (["n": .null], "SET m = if_not_exists(n, :1)", ["n": .null, "m": .null]),
        (["b": 2], "SET c = if_not_exists(a, if_not_exists(b, :1))", ["b": 2, "c": 2]),
        (["b": 2], "SET c = if_not_exists(b, gone)", ["b": 2, "c": 2]),
        ([:], "SET l = list_append(if_not_exists(l, :empty), :l)", ["l": ["x"]]),
        (["l": [1]], "SET l = list_append(l, :l)", ["l": [1, "x"]]),
        (["l": [1]], "SET l = list_append(:l, l)", ["l": ["x", 1]]),
    ]

    @Test(arguments: sets)
    func `SET stores values of the item before`(before: Item, text: String, after: Item) throws {
        #expect(try updated(before, text) == after)
    }

    private static let removals: [(Item, String, Item)] = [
        (["a": 1, "b": 2], "REMOVE a", ["b": 2]),
        (["a": 1], "REMOVE b", ["a": 1]),
        (["m": ["k": 1, "j": 2]], "REMOVE m.k", ["m": ["j": 2]]),
        (["m": ["k": 1]], "REMOVE m.k", ["m": [:]]),
        (["m": ["k": 1]], "REMOVE m.j", ["m": ["k": 1]]),
        (["l": ["a", "b", "c"]], "REMOVE l[0], l[1]", ["l": ["c"]]),
        (["l": ["a", "b", "c"]], "REMOVE l[2], l[0]", ["l": ["b"]]),
        (["l": ["a", "b", "c"]], "REMOVE l[3], l[1]", ["l": ["a", "c"]]),
        (["l": ["a"]], "REMOVE l[0]", ["l": []]),
        (["l": ["a", ["k": 1, "j": 2]]], "REMOVE l[0], l[1].k", ["l": [["j": 2]]]),
        (["l": ["a", "b", "c"]], "REMOVE l[0] SET l[2] = :x", ["l": ["b", "x"]]),
        (["l": ["a"]], "SET l[5] = :x REMOVE l[1]", ["l": ["a", "x"]]),
        (["l": ["a", "b"]], "SET l[5] = :x REMOVE l[1], l[0]", ["l": ["x"]]),
        (["l": [[1, 2], [3, 4]]], "REMOVE l[0][0], l[1][1]", ["l": [[2], [3]]]),
    ]

    @Test(arguments: removals)
    func `REMOVE goes by the positions before`(before: Item, text: String, after: Item) throws {
        #expect(try updated(before, text) == after)
    }

    private static let additions: [(Item, String, Item)] = [
        ([:], "ADD c :n", ["c": 5]),
        (["c": 2], "ADD c :n", ["c": 7]),
        (["m": ["c": 2]], "ADD m.c :n, m.d :1", ["m": ["c": 7, "d": 1]]),
        (["l": [1]], "ADD l[0] :n", ["l": [6]]),
        (["l": [1]], "ADD l[3] :n", ["l": [1, 5]]),
        ([:], "ADD s :ab", ["s": .stringSet(["a", "b"])]),
        (["s": .stringSet(["c", "a"])], "ADD s :ab", ["s": .stringSet(["a", "b", "c"])]),
        (["s": .numberSet([3, 1])], "ADD s :12", ["s": .numberSet([1, 2, 3])]),
        (["s": .binarySet([[1]])], "ADD s :bin", ["s": .binarySet([[1], [2]])]),
        (["s": .stringSet(["é"])], "ADD s :e2", ["s": .stringSet(["é", "e\u{301}"])]),
        (["s": .stringSet(["a"])], "DELETE s :a", [:]),
        (["s": .stringSet(["a", "c"])], "DELETE s :ab", ["s": .stringSet(["c"])]),
        (["s": .stringSet(["c"])], "DELETE s :ab", ["s": .stringSet(["c"])]),
        (["s": .stringSet(["é"])], "DELETE s :e2", ["s": .stringSet(["é"])]),
        (["s": .numberSet([2, 3])], "DELETE s :12", ["s": .numberSet([3])]),
        (["s": .binarySet([[2], [3]])], "DELETE s :bin", ["s": .binarySet([[3]])]),
        (["a": 1], "DELETE s :ab", ["a": 1]),
        (["m": ["s": .stringSet(["a"])]], "DELETE m.s :a", ["m": [:]]),
    ]

    @Test(arguments: additions)
    func `ADD and DELETE change numbers and sets`(before: Item, text: String, after: Item) throws {
        #expect(try updated(before, text) == after)
    }

    private static let missing: [(Item, String)] = [
        ([:], "SET a = b"), ([:], "SET a = b + :n"), (["b": 1], "SET a = b + c"), (["m": [:]], "SET a = m.k"),
        (["l": [1]], "SET a = l[1]"), ([:], "SET a = list_append(b, :l)"), ([:], "SET a = if_not_exists(b, c)"),
        (["b": 1], "SET a = b.c"),
    ]

    @Test(arguments: missing)
    func `a value that is missing cannot be stored`(before: Item, text: String) {
        #expect(
            ServiceError.message { try updated(before, text) }
                == "The provided expression refers to an attribute that does not exist in the item"
        )
    }

    private static let mismatches: [(Item, String)] = [
        (["b": "x"], "SET a = b + :n"), (["b": "x"], "SET a = :n - b"), (["b": 1], "SET a = list_append(b, :l)"),
        (["b": 1], "SET a = list_append(:l, b)"), ([:], "SET a = if_not_exists(b, :x) + :n"),
        (["b": "x"], "ADD b :n"), (["b": 1], "ADD b :a"), (["b": .stringSet(["a"])], "ADD b :12"),
        (["b": ["x"]], "ADD b :n"), (["b": .stringSet(["a"])], "ADD b :n"), (["b": 1], "DELETE b :a"),
        (["b": .stringSet(["a"])], "DELETE b :12"), (["b": .null], "ADD b :n"),
        (["l": [1]], "SET a = list_append(l, :l) + :n"),
    ]

    @Test(arguments: mismatches)
    func `an operand of the item has the type that is needed`(before: Item, text: String) {
        #expect(
            ServiceError.message { try updated(before, text) }
                == "An operand in the update expression has an incorrect data type"
        )
    }

    private static let misplaced: [(Item, String)] = [
        ([:], "SET a.b = :n"), (["a": 1], "SET a.b = :n"), (["a": [1]], "SET a.b = :n"),
        (["a": ["b": 1]], "SET a[0] = :n"),
        ([:], "SET a[0] = :n"), (["a": [:]], "SET a.b.c = :n"), (["a": [1]], "SET a[1].b = :n"), ([:], "ADD a.b :n"),
        ([:], "REMOVE a.b"), (["a": 1], "REMOVE a.b"), ([:], "REMOVE a[0]"), (["a": [:]], "REMOVE a[0]"),
        (["a": [:]], "REMOVE a.b.c"), ([:], "DELETE a.b :a"), (["a": .stringSet(["x"])], "REMOVE a[0]"),
    ]

    @Test(arguments: misplaced)
    func `a nested path needs the map or list around it`(before: Item, text: String) {
        #expect(
            ServiceError.message { try updated(before, text) }
                == "The document path provided in the update expression is invalid for update"
        )
    }

    @Test(arguments: ["REMOVE a", "REMOVE a.b", "REMOVE a[0].b", "DELETE a :a", "DELETE a.b :a"])
    func `removing from an item that does not exist is no fault`(text: String) throws {
        let update = try Update(text, values: Self.values)

        #expect(try update.applied(to: ["pk": 1], exists: false) == ["pk": 1])
    }

    @Test func `setting in an item that does not exist needs the map around it`() throws {
        let update = try Update("SET a.b = :n", values: Self.values)

        #expect(
            ServiceError.message { try update.applied(to: ["pk": 1], exists: false) }
                == "The document path provided in the update expression is invalid for update"
        )
    }

    @Test func `an update of an item that does not exist begins with its key`() throws {
        let update = try Update("SET a = pk ADD n :n", values: Self.values)

        #expect(try update.applied(to: ["pk": 1], exists: false) == ["pk": 1, "a": 1, "n": 5])
    }

    @Test(arguments: ["SET n = n + :n", "SET n = :n - n", "ADD n :n"])
    func `a sum of more than 38 digits is an overflow`(text: String) throws {
        let before: Item = ["n": .number(try Number("1E50"))]

        #expect(
            ServiceError.message { try updated(before, text) }
                == "Number overflow. Attempting to store a number with magnitude larger than supported range"
        )
    }

    private func updated(_ item: Item, _ text: String) throws -> Item {
        try Update(text, values: Self.values).applied(to: item, exists: true)
    }
}
