// Types of many kinds that are coded.

import Apus
import ApusModel
import Foundation

enum Genre: String, Codable { case comedy, drama }
enum Stars: Int, Codable { case one = 1, two }

/// A dictionary key that has a coding key of its own beside its raw value.
enum Keyed: String, Codable, CodingKeyRepresentable {
    case short = "a longer text"

    var codingKey: any CodingKey { Genre.Key(stringValue: "s") }

    init?(codingKey: some CodingKey) {
        guard codingKey.stringValue == "s" else { return nil }
        self = .short
    }
}

extension Genre {
    struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { return nil }
    }
}

enum Shape: Codable, Equatable {
    case circle(radius: Double)
    case label(String, at: Int)
    case nothing
}

struct Empty: Codable, Equatable {}

struct Tree: Codable, Equatable {
    var name: String
    var parts: [Tree]
}

struct Film: Codable, Equatable {
    struct Rating: Codable, Equatable {
        var stars: Stars
        var by: String?
    }

    var id: UUID
    var title: String
    var genre: Genre
    var ratings: [Rating]
    var price: Decimal
    var poster: Data?
    @AttributeSet var tags: Set<String>

    static let example = Film(
        id: UUID(uuidString: "6F9619FF-8B86-D011-B42D-00C04FC964FF")!,
        title: "Alien",
        genre: .drama,
        ratings: [Rating(stars: .two, by: "Ann"), Rating(stars: .one, by: nil)],
        price: Decimal(string: "19.90")!,
        poster: Data([1]),
        tags: ["space", "cat"]
    )
    static let exampleItem: Item = [
        "id": "6F9619FF-8B86-D011-B42D-00C04FC964FF",
        "title": "Alien",
        "genre": "drama",
        "ratings": [["stars": 2, "by": "Ann"], ["stars": 1]],
        "price": 19.9,
        "poster": .binary([1]),
        "tags": .stringSet(["cat", "space"]),
    ]
}

class Animal: Codable {
    let name: String

    init(name: String) {
        self.name = name
    }
}

final class Dog: Animal {
    let tricks: [String]

    private enum CodingKeys: CodingKey { case tricks }

    init(name: String, tricks: [String]) {
        self.tricks = tricks
        super.init(name: name)
    }

    required init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        tricks = try container.decode([String].self, forKey: .tricks)
        try super.init(from: container.superDecoder())
    }

    override func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(tricks, forKey: .tricks)
        try super.encode(to: container.superEncoder())
    }
}

struct Raw: Codable, Equatable {
    var value: AttributeValue
    var map: AttributeMap
    var number: Number
    var absent: AttributeValue?
    var null: AttributeValue?
}

struct Optionals: Codable, Equatable {
    var text: String?
    var number: Int?
    var wide: UInt128?
    var date: Date?
}

/// Writes a text with an end that the user info gives.
struct Suffixed: Codable, Equatable {
    var text: String

    init(text: String) {
        self.text = text
    }

    init(from decoder: any Decoder) throws {
        text = try String(
            decoder.singleValueContainer().decode(String.self).dropLast(Self.suffix(decoder.userInfo).count)
        )
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text + Self.suffix(encoder.userInfo))
    }

    private static func suffix(_ userInfo: [CodingUserInfoKey: Any]) -> String {
        CodingUserInfoKey(rawValue: "suffix").flatMap { userInfo[$0] as? String } ?? ""
    }
}

/// Uses every kind of container by hand.
struct ByHand: Codable, Equatable {
    static let encoded: AttributeValue = [
        ["a": 1, "list": [.null, 2, ["b": 3], [4]], "super": "x", "named": "y"], "last",
    ]

    private enum Keys: String, CodingKey { case a, b, list, named }

    init() {}

    func encode(to encoder: any Encoder) throws {
        var outer = encoder.unkeyedContainer()
        var map = outer.nestedContainer(keyedBy: Keys.self)
        try outer.encode("last")
        try map.encode(1, forKey: .a)
        var list = map.nestedUnkeyedContainer(forKey: .list)
        try list.encodeNil()
        try list.encode(Int128(2))
        var inner = list.nestedContainer(keyedBy: Keys.self)
        try inner.encode(UInt128(3), forKey: .b)
        try [4].encode(to: list.superEncoder())
        try "x".encode(to: map.superEncoder())
        try "y".encode(to: map.superEncoder(forKey: .named))
    }

    init(from decoder: any Decoder) throws {
        var outer = try decoder.unkeyedContainer()
        let map = try outer.nestedContainer(keyedBy: Keys.self)
        var list = try map.nestedUnkeyedContainer(forKey: .list)
        let isNull = try list.decodeNil()
        let second = try list.decode(Int128.self)
        let third = try list.nestedContainer(keyedBy: Keys.self).decode(UInt128.self, forKey: .b)
        let fourth = try [Int](from: list.superDecoder())
        let texts = try [String(from: map.superDecoder()), String(from: map.superDecoder(forKey: .named))]
        let isRight =
            try isNull && second == 2 && third == 3 && fourth == [4] && texts == ["x", "y"] && list.isAtEnd
            && map.decode(Int.self, forKey: .a) == 1 && outer.decode(String.self) == "last"
        guard isRight else {
            throw DecodingError.dataCorrupted(.init(codingPath: [], debugDescription: "not as it was written"))
        }
    }
}

/// Writes each name twice.
struct Rewriting: Encodable {
    var names: [String]

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Genre.Key.self)
        for value in 1...2 {
            for name in names { try container.encode(value, forKey: Genre.Key(stringValue: name)) }
        }
    }
}

/// Lists in one another.
struct Nest: Codable, Equatable {
    let levels: Int

    init(levels: Int) {
        self.levels = levels
    }

    var attributeValue: AttributeValue {
        (0..<levels).reduce("") { inner, _ in inner == "" ? [] : [inner] }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        if levels > 1 { try container.encode(Nest(levels: levels - 1)) }
    }

    init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        levels = container.isAtEnd ? 1 : try container.decode(Nest.self).levels + 1
    }
}

/// A value that consists of itself.
struct Endless: Codable {
    init() {}

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(self)
    }

    init(from decoder: any Decoder) throws {
        self = try decoder.singleValueContainer().decode(Endless.self)
    }
}

/// Refuses to be coded, with an error that is none of coding.
struct Refusing: Codable {
    struct Refused: Error, CustomStringConvertible {
        let description = "not today"
    }

    init() {}

    func encode(to encoder: any Encoder) throws { throw Refused() }
    init(from decoder: any Decoder) throws { throw Refused() }
}
