// What each type of Swift becomes in DynamoDB.

import Apus
import ApusModel
import Foundation
import Testing

/// A Swift value, and the attribute value that it becomes and comes back from.
struct Mapping: Sendable, CustomTestStringConvertible {
    let value: any Codable & Equatable & Sendable
    let stored: AttributeValue

    init(_ value: any Codable & Equatable & Sendable, _ stored: AttributeValue) {
        self.value = value
        self.stored = stored
    }

    var testDescription: String { "\(type(of: value)) \(value)" }

    func check() throws {
        try check(value)
    }

    private func check<Value: Codable & Equatable>(_ value: Value) throws {
        let encoded = try ItemEncoder().encodeValue(value)
        let item = try ItemEncoder().encode(["value": value])

        #expect(encoded == stored)
        #expect(item == ["value": stored])
        #expect(try ItemDecoder().decodeValue(Value.self, from: stored) == value)
        #expect(try ItemDecoder().decode([String: Value].self, from: ["value": stored]) == ["value": value])
        #expect(try ItemDecoder().decodeValue([Value?].self, from: [stored]) == [value])
    }

    private static func number(_ text: String) -> AttributeValue {
        .number(Number(exactly: text)!)
    }

    static let texts: [Mapping] = [
        Mapping("", ""),
        Mapping("Zoë", "Zoë"),
        Mapping(true, true),
        Mapping(false, false),
        Mapping(Data([0, 255]), .binary([0, 255])),
        Mapping(Data(), .binary([])),
        Mapping(AttributeBytes(wrappedValue: [1, 2]), .binary([1, 2])),
        Mapping(URL(string: "https://example.com/a?b=c")!, "https://example.com/a?b=c"),
        Mapping(
            UUID(uuidString: "6F9619FF-8B86-D011-B42D-00C04FC964FF")!,
            "6F9619FF-8B86-D011-B42D-00C04FC964FF"
        ),
        Mapping(Date(timeIntervalSince1970: 1_772_360_100.25), "2026-03-01T10:15:00.250Z"),
        Mapping(Genre.drama, "drama"),
        Mapping(Stars.two, 2),
    ]

    static let numbers: [Mapping] = [
        Mapping(Int.min, number("-9223372036854775808")),
        Mapping(Int.max, number("9223372036854775807")),
        Mapping(Int8.min, -128),
        Mapping(Int16.min, -32_768),
        Mapping(Int32.max, 2_147_483_647),
        Mapping(Int64(-1), -1),
        Mapping(Int128(-1) << 96, number("-79228162514264337593543950336")),
        Mapping(UInt(7), 7),
        Mapping(UInt8.max, 255),
        Mapping(UInt16.max, 65_535),
        Mapping(UInt32.max, 4_294_967_295),
        Mapping(UInt64.max, number("18446744073709551615")),
        Mapping(UInt128(1) << 126, number("85070591730234615865843651857942052864")),
        Mapping(0.1, number("0.1")),
        Mapping(-2.5, number("-2.5")),
        Mapping(1e100, number("1e100")),
        Mapping(9_007_199_254_740_993.0, number("9007199254740992")),
        Mapping(0x1p-431, number("1.8033161362862765e-130")),
        Mapping(5e-130, number("5e-130")),
        Mapping(Float(0.1), number("0.1")),
        Mapping(Float(16_777_216), number("16777216")),
        Mapping(Decimal(string: "0.1")!, number("0.1")),
        Mapping(
            Decimal(string: "-12345678901234567890123456789.012345678")!,
            number("-12345678901234567890123456789.012345678")
        ),
        Mapping(Number(exactly: "1e-130")!, number("1e-130")),
    ]

    static let collections: [Mapping] = [
        Mapping([1, 2, 3], [1, 2, 3]),
        Mapping([String](), []),
        Mapping([["a"], []], [["a"], []]),
        Mapping([Data([1])], [.binary([1])]),
        Mapping([Int128(1)], [1]),
        Mapping(Set([4]), [4]),
        Mapping(Set<Int>(), []),
        Mapping(["a": 1, "b": 2], ["a": 1, "b": 2]),
        Mapping([String: Int](), [:]),
        Mapping([1: "one", -2: "minus two"], ["1": "one", "-2": "minus two"]),
        Mapping([Genre.drama: [Stars.one]], ["drama": [1]]),
        Mapping([Genre.comedy: [Genre.drama: UInt128(1)]], ["comedy": ["drama": 1]]),
        Mapping([Keyed.short: 1], ["s": 1]),
        Mapping(["when": Date(timeIntervalSince1970: 0)], ["when": "1970-01-01T00:00:00.000Z"]),
        Mapping([1.5: "key"], [1.5, "key"]),
    ]

    static let types: [Mapping] = [
        Mapping(Empty(), [:]),
        Mapping(Shape.circle(radius: 2), ["circle": ["radius": 2]]),
        Mapping(Shape.label("x", at: 1), ["label": ["_0": "x", "at": 1]]),
        Mapping(Shape.nothing, ["nothing": [:]]),
        Mapping(
            Tree(name: "a", parts: [Tree(name: "b", parts: [])]),
            [
                "name": "a", "parts": [["name": "b", "parts": []]],
            ]
        ),
        Mapping(AttributeValue.numberSet([1]), .numberSet([1])),
        Mapping(AttributeMap(), [:]),
    ]
}
