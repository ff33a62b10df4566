// The container of a value that is read from a list or a set.

import ApusModel

/// Reads elements one after the other.
struct UnkeyedDecoding: UnkeyedDecodingContainer {
    let place: ValueDecoding
    let elements: [AttributeValue]
    private(set) var currentIndex = 0

    init(place: ValueDecoding, elements: [AttributeValue]) {
        self.place = place
        self.elements = elements
    }

    var codingPath: [any CodingKey] { place.codingPath }
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex == elements.count }

    mutating func decodeNil() throws -> Bool {
        guard try next(wanted: "an element", type: AttributeValue.self).isNull else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let element = try next(wanted: place.wanted(type), type: type)
        let decoded = try place.decoded(type, of: element, under: ListIndex(currentIndex))
        currentIndex += 1
        return decoded
    }

    // The standard library has an answer of its own to these two, which would come before the general one.
    mutating func decode(_ type: Int128.Type) throws -> Int128 { try decodeGeneral(type) }
    mutating func decode(_ type: UInt128.Type) throws -> UInt128 { try decodeGeneral(type) }

    private mutating func decodeGeneral<Value: Decodable>(_ type: Value.Type) throws -> Value {
        try decode(type)
    }

    mutating func nestedContainer<Inner: CodingKey>(
        keyedBy type: Inner.Type
    ) throws -> KeyedDecodingContainer<Inner> {
        let container = try inner(wanted: "a map (M)").container(keyedBy: type)
        currentIndex += 1
        return container
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let container = try inner(wanted: "a list or a set (L, SS, NS, BS)").unkeyedContainer()
        currentIndex += 1
        return container
    }

    mutating func superDecoder() throws -> any Decoder {
        let inner = try inner(wanted: "an element")
        currentIndex += 1
        return inner
    }

    private func inner(wanted: String) throws -> ValueDecoding {
        place.inner(try next(wanted: wanted, type: AttributeValue.self), under: ListIndex(currentIndex))
    }

    private func next(wanted: @autoclosure () -> String, type: any Any.Type) throws -> AttributeValue {
        guard !isAtEnd else {
            let problem = ItemCodingError.Problem.mismatch(found: "the end of the list", wanted: wanted())
            let path = place.path.step(to: ListIndex(currentIndex))
            throw DecodingError.valueNotFound(type, DecodingError.Context(problem, at: path))
        }
        return elements[currentIndex]
    }
}
