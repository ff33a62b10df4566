// Which items meet which conditions.

import ApusExpressions
import ApusModel
import Testing

@Suite struct PredicateEvaluationTests {
    private static let item: Item = [
        "s": "hello", "n": 5, "b": .binary([1, 2, 3]), "t": true, "z": .null, "l": [1, "x", ["k": 2]],
        "m": ["k": "v", "x": ["d": 7]], "ss": .stringSet(["a", "b", "c"]), "ns": .numberSet([1, 2]),
        "bs": .binarySet([[1], [2]]), "lo": 9, "hi": 1, "e": "", "es": "é",
    ]

    private static let values: [String: AttributeValue] = [
        ":s": "hello", ":h": "he", ":ll": "ll", ":x": "x", ":a": "a", ":z": "z", ":e": "", ":S": "HELLO", ":n": 5,
        ":0": 0, ":1": 1, ":2": 2, ":3": 3, ":4": 4, ":6": 6, ":9": 9, ":t": true, ":f": false, ":null": .null,
        ":b": .binary([1, 2, 3]), ":b12": .binary([1, 2]), ":b23": .binary([2, 3]), ":b13": .binary([1, 3]),
        ":l": [1, "x", ["k": 2]], ":lr": ["x", 1, ["k": 2]], ":m": ["x": ["d": 7], "k": "v"], ":k": ["k": 2],
        ":ss": .stringSet(["c", "b", "a"]), ":ssl": .stringSet(["a", "b"]), ":ns": .numberSet([2, 1]),
        ":bs": .binarySet([[2], [1]]), ":one": .binary([1]), ":tS": "S", ":tN": "N", ":tB": "B", ":tBOOL": "BOOL",
        ":tNULL": "NULL", ":tL": "L", ":tM": "M", ":tSS": "SS", ":tNS": "NS", ":tBS": "BS", ":es": "e\u{301}",
    ]

    @Test(arguments: [
        ("s = :s", true), ("s = :S", false), ("n = :n", true), ("n = :s", false), ("n <> :s", true), ("n <> :n", false),
        ("t = :t", true), ("t = :f", false), ("z = :null", true), ("b = :b", true), ("b = :b12", false),
        ("l = :l", true), ("l = :lr", false), ("m = :m", true), ("ss = :ss", true), ("ss = :ssl", false),
        ("ns = :ns", true), ("bs = :bs", true), ("ss <> :ssl", true), ("m.k <> s", true), ("es = :es", false),
        ("l[2].k = :2", true), ("m.x.d > :6", true), (":n = n", true), (":n = :n", true),
    ])
    func `equality goes by type and value`(text: String, isMet: Bool) throws {
        #expect(try met(text) == isMet)
    }

    @Test(arguments: [
        ("gone = :n", false), ("gone <> :n", true), ("gone <> lost", true), ("gone = lost", false),
        ("gone < :n", false),
        ("gone <= :n", false), ("gone > :n", false), ("gone >= :n", false), (":n > gone", false),
        ("gone BETWEEN :1 AND :9", false),
        ("n BETWEEN gone AND :9", false), ("gone IN (:n)", false), ("gone IN (lost)", false), ("n IN (gone, :n)", true),
        ("begins_with(gone, :h)", false), ("begins_with(s, gone)", false), ("contains(gone, :h)", false),
        ("contains(s, gone)", false), ("NOT gone = :n", true), ("NOT gone <> :n", false),
        ("NOT contains(gone, :h)", true),
        ("attribute_exists(gone)", false), ("attribute_not_exists(gone)", true), ("attribute_type(gone, :tS)", false),
    ])
    func `what is missing equals nothing and differs from everything`(text: String, isMet: Bool) throws {
        #expect(try met(text) == isMet)
    }

    @Test(arguments: [
        "s.k", "s[0]", "l.k", "m[0]", "l[3]", "l[2].gone", "m.k.k", "ss[0]", "n.x", "z.x", "l[2147483647]",
    ])
    func `a path into a wrong container is missing`(path: String) throws {
        #expect(try met("attribute_not_exists(\(path))"))
        #expect(try met("\(path) <> :n"))
        #expect(try !met("\(path) = :n"))
    }

    @Test(arguments: [
        ("n < :6", true), ("n < :n", false), ("n <= :n", true), ("n > :4", true), ("n > :n", false), ("n >= :n", true),
        ("n >= :6", false), ("s > :h", true), ("s < :x", true), ("s >= :S", true), ("s < :S", false),
        ("b > :b12", true), ("b < :b13", true), ("e < :a", true), ("n < :s", false), ("n > :s", false),
        ("s < :n", false),
        ("b < :s", false), ("t < n", false), ("l < s", false), ("ss >= ns", false), ("n BETWEEN :n AND :n", true),
        ("n BETWEEN :4 AND :6", true), ("n BETWEEN :6 AND :9", false), ("n BETWEEN :1 AND :4", false),
        ("s BETWEEN :h AND :x", true), ("n BETWEEN :h AND :x", false), ("n BETWEEN hi AND lo", true),
        ("n BETWEEN lo AND hi", false), (":n BETWEEN hi AND lo", true),
    ])
    func `strings, numbers and bytes have an order among their own`(text: String, isMet: Bool) throws {
        #expect(try met(text) == isMet)
    }

    @Test(arguments: [
        ("n IN (:n)", true), ("n IN (:1, :2, :n)", true), ("n IN (:1, :2)", false), ("n IN (:s, :l, :n)", true),
        ("l IN (:lr, :l)", true), ("z IN (:null)", true), ("t IN (:f)", false), (":n IN (n)", true),
        ("n IN (lo, hi)", false),
    ])
    func `IN is equality with any`(text: String, isMet: Bool) throws {
        #expect(try met(text) == isMet)
    }

    @Test(arguments: [
        ("s", "S"), ("n", "N"), ("b", "B"), ("t", "BOOL"), ("z", "NULL"), ("l", "L"), ("m", "M"), ("ss", "SS"),
        ("ns", "NS"), ("bs", "BS"),
    ])
    func `a type is told from all others`(path: String, type: String) throws {
        for other in AttributeType.allCases {
            #expect(try met("attribute_type(\(path), :t\(other.rawValue))") == (other.rawValue == type))
        }
    }

    @Test(arguments: [
        ("begins_with(s, :h)", true), ("begins_with(s, :ll)", false), ("begins_with(s, :e)", true),
        ("begins_with(s, :s)", true), ("begins_with(m.k, s)", false), ("begins_with(b, :b12)", true),
        ("begins_with(b, :b23)", false), ("begins_with(s, :b12)", false), ("begins_with(n, :h)", false),
        ("begins_with(l, :h)", false), ("begins_with(s, n)", false), ("begins_with(:s, m.k)", false),
    ])
    func `a beginning is of the same type`(text: String, isMet: Bool) throws {
        #expect(try met(text) == isMet)
    }

    @Test(arguments: [
        ("contains(s, :ll)", true), ("contains(s, :e)", true), ("contains(s, :s)", true), ("contains(s, :x)", false),
        ("contains(s, :n)", false), ("contains(b, :b23)", true), ("contains(b, :b13)", false),
        ("contains(b, :h)", false),
        ("contains(ss, :a)", true), ("contains(ss, :x)", false), ("contains(ss, :1)", false),
        ("contains(ns, :2)", true),
        ("contains(ns, :3)", false), ("contains(bs, :one)", true), ("contains(bs, :b)", false),
        ("contains(l, :x)", true),
        ("contains(l, :k)", true), ("contains(l, :2)", false), ("contains(l, :1)", true), ("contains(m, :x)", false),
        ("contains(n, :n)", false), ("contains(t, :t)", false), ("contains(:s, :ll)", true),
        ("contains(ss, :ssl)", false),
    ])
    func `a part, a member or an element is contained`(text: String, isMet: Bool) throws {
        #expect(try met(text) == isMet)
    }

    @Test(arguments: [
        ("size(s) = :n", true), ("size(e) = :0", true), ("size(es) = :1", true), ("size(b) = :3", true),
        ("size(ss) = :3", true), ("size(ns) = :2", true), ("size(bs) = :2", true), ("size(l) = :3", true),
        ("size(m) = :2", true), ("size(:s) = n", true), ("size(s) > size(l)", true), ("size(s) IN (:1, :n)", true),
        ("size(s) BETWEEN :4 AND :6", true), ("size(n) = :1", false), ("size(n) <> :1", false),
        ("size(t) <> :1", false),
        ("size(z) <> :1", false), ("size(gone) = :0", false), ("size(gone) <> :0", false), ("size(gone) < :9", false),
        ("NOT size(gone) = :0", true), ("gone <> size(s)", true),
    ])
    func `no comparison with a size that cannot be taken holds`(text: String, isMet: Bool) throws {
        #expect(try met(text) == isMet)
    }

    @Test(arguments: [
        ("n = :n AND s = :s", true), ("n = :n AND s = :x", false), ("n = :1 OR s = :s", true),
        ("n = :1 OR s = :x", false), ("NOT n = :n", false), ("NOT n = :1", true), ("NOT NOT n = :n", true),
        ("n = :1 AND n = :2 OR n = :n", true), ("n = :1 AND (n = :2 OR n = :n)", false),
        ("NOT n = :1 AND s = :s", true), ("NOT (n = :1 OR s = :s)", false),
    ])
    func `conditions are joined`(text: String, isMet: Bool) throws {
        #expect(try met(text) == isMet)
    }

    @Test(arguments: [
        ("attribute_not_exists(pk)", true), ("attribute_exists(pk)", false), ("a <> :n", true), ("NOT a = :n", true),
        ("a = :n", false),
    ])
    func `an absent item has no attributes`(text: String, isMet: Bool) throws {
        let condition = try Condition(text, values: Self.values)

        #expect(condition.isMet(by: [:]) == isMet)
    }

    private func met(_ text: String) throws -> Bool {
        try Condition(text, as: .filter, values: Self.values).isMet(by: Self.item)
    }

    @Test(
        arguments: [
            ("", true), ("a", true), ("aab", true), ("abaabaaab", true), ("abaabab", false), ("b", true), ("bb", false),
            ("aaab", true), ("aaaab", false), ("abaabaaabc", false),
        ]
    )
    func `a text that repeats itself is searched to the end`(part: String, isThere: Bool) throws {
        var placeholders = try Placeholders(names: nil, values: [(":part", .string(part))])
        let condition = try Condition(parsing: "contains(s, :part)", using: &placeholders)

        #expect(condition.isMet(by: ["s": "abaabaaab"]) == isThere)
    }
}
