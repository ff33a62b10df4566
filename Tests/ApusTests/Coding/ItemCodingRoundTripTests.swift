// Random values of nested types, to items and back.

import Apus
import ApusModel
import Foundation
import Testing

struct ItemCodingRoundTripTests {
    @Test(arguments: UInt64(1)...20)
    func `whatever is encoded comes back`(_ seed: UInt64) throws {
        var chance = SeededChance(seed: seed)
        let nilStrategy = chance.happens(0.5) ? NilStrategy.null : .leftOut
        let keyStrategy = chance.happens(0.5) ? KeyStrategy.snakeCase : .asIs
        let dateStrategy = chance.happens(0.5) ? DateStrategy.iso8601 : .millisecondsSince1970
        let encoder = ItemEncoder(dateStrategy: dateStrategy, nilStrategy: nilStrategy, keyStrategy: keyStrategy)
        let decoder = ItemDecoder(dateStrategy: dateStrategy, keyStrategy: keyStrategy)
        for _ in 0..<40 {
            let value = RandomRecord(depth: 4, &chance)

            let item = try encoder.encode(value)

            #expect(try decoder.decode(RandomRecord.self, from: item) == value)
            #expect(try decoder.decode(from: encoder.encode(item)) == item)
        }
    }

    @Test(arguments: UInt64(1)...5)
    func `an item comes back from JSON`(_ seed: UInt64) throws {
        var chance = SeededChance(seed: seed)
        for _ in 0..<20 {
            let item = try ItemEncoder().encode(RandomRecord(depth: 3, &chance))

            #expect(try JSONDecoder().decode(Item.self, from: JSONEncoder().encode(item)) == item)
        }
    }
}

/// A value of many types, with others of its kind inside.
private struct RandomRecord: Codable, Equatable {
    enum Kind: Codable, Equatable {
        case plain
        case counted(Int, byName: [String: UInt16])
        indirect case wrapped(RandomRecord)
    }

    var someText: String
    var maybeText: String?
    var isTrue: Bool
    var small: Int8
    var maybeWide: Int128?
    var double: Double
    var float: Float
    var exact: Decimal
    var someDate: Date
    var maybeData: Data?
    @AttributeBytes var bytes: [UInt8]
    @AttributeSet var tagNames: Set<String>
    @AttributeSet var numbers: Set<Int>
    var plainSet: Set<UInt64>
    var genreCounts: [Genre: Double]
    var byNumber: [Int: String?]
    var parts: [RandomRecord]
    var maybeParts: [RandomRecord?]?
    var kind: Kind

    init(depth: Int, _ chance: inout SeededChance) {
        someText = chance.text()
        maybeText = chance.maybe { $0.text() }
        isTrue = chance.happens(0.5)
        small = .random(in: .min ... .max, using: &chance)
        maybeWide = chance.maybe { .random(in: -(1 << 126)...(1 << 126), using: &$0) }
        double = .random(in: -1e9...1e9, using: &chance)
        float = .random(in: -1...1, using: &chance)
        exact = Decimal(
            sign: .minus,
            exponent: .random(in: -60...60, using: &chance),
            significand: Decimal(chance.count())
        )
        someDate = Date(
            timeIntervalSince1970: Double(Int.random(in: -1_000_000_000...5_000_000_000, using: &chance)) / 1_000
        )
        maybeData = chance.maybe { Data($0.bytes()) }
        bytes = chance.bytes()
        tagNames = Set(chance.list { $0.text() })
        numbers = Set(chance.list { .random(in: .min ... .max, using: &$0) })
        plainSet = Set(chance.list { .random(in: .min ... .max, using: &$0) })
        genreCounts = chance.happens(0.5) ? [.drama: .random(in: 0...1, using: &chance)] : [:]
        byNumber = Dictionary(chance.list { ($0.count(), $0.maybe { $0.text() }) }) { first, _ in first }
        parts = depth > 0 && chance.happens(0.4) ? chance.list { RandomRecord(depth: depth - 1, &$0) } : []
        maybeParts = chance.maybe { $0.list { $0.maybe { RandomRecord(depth: 0, &$0) } } }.flatMap {
            depth > 0 ? $0 : nil
        }
        kind = Self.kind(depth: depth, &chance)
    }

    private static func kind(depth: Int, _ chance: inout SeededChance) -> Kind {
        switch chance.count() % 3 {
        case 0: .plain
        case 1: .counted(chance.count(), byName: Dictionary(chance.list { ($0.text(), 1) }) { first, _ in first })
        default: depth > 0 ? .wrapped(RandomRecord(depth: depth - 1, &chance)) : .plain
        }
    }
}

extension SeededChance {
    fileprivate mutating func count() -> Int {
        .random(in: 0...1_000_000, using: &self)
    }

    fileprivate mutating func list<Element>(_ make: (inout SeededChance) -> Element) -> [Element] {
        (0..<Int.random(in: 0...3, using: &self)).map { _ in make(&self) }
    }

    fileprivate mutating func maybe<Value>(_ make: (inout SeededChance) -> Value) -> Value? {
        happens(0.5) ? make(&self) : nil
    }

    fileprivate mutating func bytes() -> [UInt8] {
        list { .random(in: 0...255, using: &$0) }
    }

    fileprivate mutating func text() -> String {
        list { ["a", "B", "_", "é", "日", "😀", " ", "\u{0}"].randomElement(using: &$0)! }.joined()
    }
}
