// Attribute values as JSON, and back.

import ApusModel
import Testing

@testable import ApusWire

struct JSONWriterAttributesTests {
    @Test(
        arguments: [
            ("x", #"{"S":"x"}"#), (15, #"{"N":"15"}"#), (.binary([0x68, 0x69]), #"{"B":"aGk="}"#),
            (true, #"{"BOOL":true}"#), (.null, #"{"NULL":true}"#),
            (.stringSet(["a", "\""]), #"{"SS":["a","\""]}"#), (.numberSet([1, -20]), #"{"NS":["1","-20"]}"#),
            (.binarySet([[1], []]), #"{"BS":["AQ==",""]}"#),
            ([], #"{"L":[]}"#), (["a", ["b"]], #"{"L":[{"S":"a"},{"L":[{"S":"b"}]}]}"#),
            (["k": ["l": 1]], #"{"M":{"k":{"M":{"l":{"N":"1"}}}}}"#),
        ] as [(AttributeValue, String)]
    )
    func `a value is written under the name of its type`(value: AttributeValue, json: String) {
        #expect(written { $0.attributeValue(value) } == json)
    }

    @Test(arguments: 1...4 as ClosedRange<UInt64>)
    func `random items come back as they were`(seed: UInt64) throws {
        var chance = SeededGenerator(seed: seed)
        for _ in 0..<100 {
            let item = Item.random(using: &chance)

            let read = try written { $0.attributes(item) }.read { try #require(try $0.optionalAttributes()).checked() }

            #expect(read == item)
            #expect(read.map(\.name) == item.map(\.name))
        }
    }
}

extension AttributeMap {
    fileprivate static func random(depth: Int = 0, using chance: inout SeededGenerator) -> AttributeMap {
        AttributeMap(
            (0..<Int.random(in: 1...5, using: &chance)).map {
                ("\($0)\(String.random(using: &chance))", AttributeValue.random(depth: depth, using: &chance))
            }
        )
    }
}

extension AttributeValue {
    fileprivate static func random(depth: Int, using chance: inout SeededGenerator) -> AttributeValue {
        switch Int.random(in: 0..<(depth < 4 ? 10 : 8), using: &chance) {
        case 0: .string(.random(using: &chance))
        case 1: .number(.random(using: &chance))
        case 2: .binary(.random(using: &chance))
        case 3: .bool(.random(using: &chance))
        case 4: .null
        case 5: .stringSet((0...3).map { "\($0)\(String.random(using: &chance))" })
        case 6: .numberSet(Array(Set((0...3).map { _ in Number.random(using: &chance) })))
        case 7: .binarySet((0...3).map { [UInt8($0)] + .random(using: &chance) })
        case 8: .list((0..<Int.random(in: 0...4, using: &chance)).map { _ in random(depth: depth + 1, using: &chance) })
        default: .map(.random(depth: depth + 1, using: &chance))
        }
    }
}

extension Number {
    fileprivate static func random(using chance: inout SeededGenerator) -> Number {
        let number = try? Number(
            coefficient: UInt128.random(in: 0..<DecimalDigits.powersOfTen[38], using: &chance),
            exponent: Int.random(in: -130...80, using: &chance),
            isNegative: Bool.random(using: &chance)
        )
        return number ?? .zero
    }
}

extension String {
    fileprivate static func random(using chance: inout SeededGenerator) -> String {
        let letters: [Character] = [
            "a", "\"", "\\", "\n", "\u{0}", "\u{1F}", "é", "\u{301}", "😀", "\u{2028}", "/", "\u{FFFF}",
        ]
        return String((0..<Int.random(in: 0...8, using: &chance)).map { _ in letters.randomElement(using: &chance)! })
    }
}

extension [UInt8] {
    fileprivate static func random(using chance: inout SeededGenerator) -> [UInt8] {
        (0..<Int.random(in: 0...8, using: &chance)).map { _ in UInt8.random(in: 0...255, using: &chance) }
    }
}
