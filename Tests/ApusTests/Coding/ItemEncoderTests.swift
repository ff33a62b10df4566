// What values become in an item, and that they come back from it.

import Apus
import ApusModel
import Foundation
import Testing

struct ItemEncoderTests {
    // MARK: Every mapping, both ways

    @Test(arguments: Mapping.texts + Mapping.numbers + Mapping.collections + Mapping.types)
    func `a value becomes one attribute value and comes back from it`(_ mapping: Mapping) throws {
        try mapping.check()
    }

    @Test func `a struct becomes an item and comes back`() throws {
        let film = Film.example

        let item = try ItemEncoder().encode(film)
        let decoded: Film = try ItemDecoder().decode(from: item)

        #expect(item == Film.exampleItem)
        #expect(decoded == film)
    }

    @Test func `a class stores what its superclass encodes`() throws {
        let dog = Dog(name: "Rex", tricks: ["roll"])

        let item = try ItemEncoder().encode(dog)
        let decoded = try ItemDecoder().decode(Dog.self, from: item)

        #expect(item == ["tricks": ["roll"], "super": ["name": "Rex"]])
        #expect(decoded.name == "Rex")
        #expect(decoded.tricks == ["roll"])
    }

    @Test func `raw attribute values pass untouched`() throws {
        let number = try #require(Number(exactly: "1.2345678901234567890123456789012345678"))
        let raw = Raw(value: .stringSet(["a"]), map: ["x": .null], number: number, absent: nil, null: .null)

        let item = try ItemEncoder().encode(raw)
        let decoded = try ItemDecoder().decode(Raw.self, from: item)

        #expect(
            item == [
                "value": .stringSet(["a"]), "map": ["x": .null], "number": .number(number), "null": .null,
            ]
        )
        #expect(decoded == raw)
    }

    // MARK: Options

    @Test func `nil is left out, or NULL where the strategy says so`() throws {
        let values = Optionals(text: nil, number: nil, wide: nil, date: nil)

        let leftOut = try ItemEncoder().encode(values)
        let null = try ItemEncoder(nilStrategy: .null).encode(values)

        #expect(leftOut == [:])
        #expect(null == ["text": .null, "number": .null, "wide": .null, "date": .null])
        #expect(try ItemDecoder().decode(Optionals.self, from: leftOut) == values)
        #expect(try ItemDecoder().decode(Optionals.self, from: null) == values)
    }

    @Test func `nil inside a list or a dictionary is NULL`() throws {
        #expect(try ItemEncoder().encodeValue([1, nil, 3]) == [1, .null, 3])
        #expect(try ItemEncoder().encodeValue(["a": nil as Int?]) == ["a": .null])
        #expect(try ItemDecoder().decodeValue([Int?].self, from: [1, .null]) == [1, nil])
        #expect(try ItemDecoder().decodeValue([String: Int?].self, from: ["a": .null]) == ["a": nil])
    }

    @Test func `a type that codes itself finds the user info`() throws {
        let key = try #require(CodingUserInfoKey(rawValue: "suffix"))

        let encoded = try ItemEncoder(userInfo: [key: "!"]).encodeValue(Suffixed(text: "hi"))
        let decoded = try ItemDecoder(userInfo: [key: "!"]).decodeValue(Suffixed.self, from: "hi!")

        #expect(encoded == "hi!")
        #expect(decoded == Suffixed(text: "hi"))
    }

    // MARK: Containers

    @Test func `containers within containers keep their order and their places`() throws {
        #expect(try ItemEncoder().encodeValue(ByHand()) == ByHand.encoded)
        #expect(try ItemDecoder().decodeValue(ByHand.self, from: ByHand.encoded) == ByHand())
    }

    @Test func `of two values under one key the later stands`() throws {
        let names = (1...60).map { "name\($0)" }

        let item = try ItemEncoder().encode(Rewriting(names: names))

        #expect(item == Item(names.map { ($0, 2) }))
    }

    @Test func `a large dictionary comes back`() throws {
        let numbers = Dictionary(uniqueKeysWithValues: (1...5_000).map { ("name\($0)", $0) })

        let item = try ItemEncoder().encode(numbers)

        #expect(item.count == 5_000)
        #expect(try ItemDecoder().decode([String: Int].self, from: item) == numbers)
    }

    // MARK: Refusals

    @Test(arguments: RefusedCase.all)
    func `what has no form in DynamoDB is refused with its path`(_ refusal: RefusedCase) {
        #expect(refusal.message() == refusal.expected)
    }

    @Test func `32 levels of lists are encoded, and no more`() throws {
        let deepest = try ItemEncoder().encode(["a": Nest(levels: 32)])

        #expect(try ItemDecoder().decode([String: Nest].self, from: deepest) == ["a": Nest(levels: 32)])
        let path = "a" + String(repeating: "[0]", count: 32)
        #expect(throws: ItemCodingError(path: path, problem: .tooDeep)) {
            try ItemEncoder().encode(["a": Nest(levels: 33)])
        }
        #expect(throws: ItemCodingError.self) { try ItemEncoder().encodeValue(Nest(levels: 33)) }
        #expect(throws: ItemCodingError(path: "a", problem: .tooDeep)) {
            try ItemEncoder().encode(["a": Nest(levels: 33).attributeValue])
        }
        #expect(throws: ItemCodingError.self) {
            try ItemDecoder().decode([String: Nest].self, from: ["a": Nest(levels: 33).attributeValue])
        }
    }

    @Test func `a value that never ends is refused`() {
        #expect(throws: ItemCodingError(problem: .tooDeep)) { try ItemEncoder().encodeValue(Endless()) }
        #expect(throws: ItemCodingError(problem: .tooDeep)) {
            try ItemDecoder().decodeValue(Endless.self, from: "")
        }
    }
}

/// A value that does not become an item, and the error that says so.
struct RefusedCase: Sendable, CustomTestStringConvertible {
    let name: String
    let expected: String
    let encode: @Sendable () throws -> Void

    var testDescription: String { name }

    func message() -> String {
        do {
            try encode()
            return "encoded"
        } catch {
            return "\(error)"
        }
    }

    static let all: [RefusedCase] = [
        RefusedCase(name: "a list as an item", expected: "found a list (L), wanted a map (M), as an item is one") {
            _ = try ItemEncoder().encode([1, 2])
        },
        RefusedCase(name: "a text as an item", expected: "found a string (S), wanted a map (M), as an item is one") {
            _ = try ItemEncoder().encode("text")
        },
        RefusedCase(name: "NaN", expected: "films[1].rating: found nan, \(numberWanted)") {
            _ = try ItemEncoder().encode(["films": [["rating": 1], ["rating": Double.nan]]])
        },
        RefusedCase(name: "infinity", expected: "found -inf, \(numberWanted)") {
            _ = try ItemEncoder().encodeValue(-Float.infinity)
        },
        RefusedCase(name: "a large Double", expected: "found 1.3538426240824291e+126, \(numberWanted)") {
            _ = try ItemEncoder().encodeValue(0x1p419)
        },
        RefusedCase(name: "39 digits", expected: "found 340282366920938463463374607431768211455, \(numberWanted)") {
            _ = try ItemEncoder().encodeValue(UInt128.max)
        },
        RefusedCase(name: "no Decimal", expected: "[0]: found NaN, \(numberWanted)") {
            _ = try ItemEncoder().encodeValue([Decimal.nan])
        },
        RefusedCase(name: "an error of one's own", expected: "inner: not today") {
            _ = try ItemEncoder().encode(["inner": Refusing()])
        },
        RefusedCase(
            name: "an empty set in a list",
            expected: "[0]: found an empty set, wanted an element at least: "
                + "only as the value of a property can a set be empty, and is left out"
        ) {
            _ = try ItemEncoder().encodeValue([AttributeSet<Int>(wrappedValue: [])])
        },
    ]

    private static let numberWanted =
        "wanted a number of at most 38 digits, and of magnitude 1E-130 to 9.99E+125"
}
