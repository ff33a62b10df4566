// Items as JSON and back, written apart from the reader and the writer that are under test.

import ApusModel

extension JSONTree {
    init(_ item: Item) {
        self = .object(item.map { Member(name: $0.name, value: JSONTree($0.value)) })
    }

    init(_ value: AttributeValue) {
        self =
            switch value {
            case .string(let text): ["S": .string(text)]
            case .number(let number): ["N": .string(Self.spelling(of: number))]
            case .binary(let bytes): ["B": .string(Base64.text(of: bytes))]
            case .bool(let value): ["BOOL": .bool(value)]
            case .null: ["NULL": true]
            case .list(let elements): ["L": .array(elements.map { JSONTree($0) })]
            case .map(let map): ["M": JSONTree(map)]
            case .stringSet(let texts): ["SS": .array(texts.map { .string($0) })]
            case .numberSet(let numbers): ["NS": .array(numbers.map { .string(Self.spelling(of: $0)) })]
            case .binarySet(let elements): ["BS": .array(elements.map { .string(Base64.text(of: $0)) })]
            }
    }

    /// A number in a spelling that is not its normal form, so that the service has something to do.
    private static func spelling(of number: Number) -> String {
        let text = number.description
        guard text.utf8.count < 8 else { return text }
        return text.utf8.contains(UInt8(ascii: ".")) ? text + "0" : text + ".0"
    }

    /// The item that an answer tells.
    func item() throws -> Item {
        guard case .object(let members) = self else { throw Disagreement("\(self) is no item") }
        return AttributeMap(
            distinct: try members.map { AttributeMap.Attribute(name: $0.name, value: try $0.value.attributeValue()) }
        )
    }

    private func attributeValue() throws -> AttributeValue {
        let members = members
        guard members.count == 1 else { throw Disagreement("\(self) is no attribute value") }
        switch (members[0].name, members[0].value) {
        case ("S", .string(let text)): return .string(text)
        case ("N", .string(let text)): return .number(try Self.number(text))
        case ("B", .string(let text)): return .binary(try Self.blob(text))
        case ("BOOL", .bool(let value)): return .bool(value)
        case ("NULL", .bool(true)): return .null
        case ("L", .array(let elements)): return .list(try elements.map { try $0.attributeValue() })
        case ("M", let map): return .map(try map.item())
        case ("SS", .array(let texts)): return .stringSet(try texts.map { try $0.text() })
        case ("NS", .array(let texts)): return .numberSet(try texts.map { try Self.number($0.text()) })
        case ("BS", .array(let texts)): return .binarySet(try texts.map { try Self.blob($0.text()) })
        default: throw Disagreement("\(self) is no attribute value")
        }
    }

    private func text() throws -> String {
        guard case .string(let text) = self else { throw Disagreement("\(self) is no string") }
        return text
    }

    private static func number(_ text: String) throws -> Number {
        let number = try Number(text)
        guard number.description.hasSameBytes(as: text) else {
            throw Disagreement("the number \(text) is not in its normal form")
        }
        return number
    }

    private static func blob(_ text: String) throws -> [UInt8] {
        try Array(text.utf8).withUnsafeBytes { try Base64.decode($0) }
    }
}
