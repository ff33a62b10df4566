// The container of a value that is read from a map.

import ApusModel

/// Reads attributes by their names.
struct KeyedDecoding<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let place: ValueDecoding
    let map: SearchedMap

    var codingPath: [any CodingKey] { place.codingPath }

    var allKeys: [Key] {
        map.names.compactMap { place.keyStrategy.key(named: $0) }
    }

    func contains(_ key: Key) -> Bool {
        value(of: key) != nil
    }

    func decodeNil(forKey key: Key) throws -> Bool {
        try requiredValue(of: key, wanted: "an attribute").isNull
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        guard let value = value(of: key) else { throw missing(key, wanted: place.wanted(type)) }
        return try place.decoded(type, of: value, under: key)
    }

    // The standard library has an answer of its own to these two, which would come before the general one.
    func decode(_ type: Int128.Type, forKey key: Key) throws -> Int128 { try decodeGeneral(type, forKey: key) }
    func decode(_ type: UInt128.Type, forKey key: Key) throws -> UInt128 { try decodeGeneral(type, forKey: key) }

    private func decodeGeneral<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try decode(type, forKey: key)
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        // To a raw value, NULL is a value like any other.
        guard let value = value(of: key), !value.isNull || type == AttributeValue.self else { return nil }
        return try place.decoded(type, of: value, under: key)
    }

    func nestedContainer<Inner: CodingKey>(
        keyedBy type: Inner.Type,
        forKey key: Key
    ) throws -> KeyedDecodingContainer<Inner> {
        try superDecoder(forKey: key, wanted: "a map (M)").container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try superDecoder(forKey: key, wanted: "a list or a set (L, SS, NS, BS)").unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
        let key = NameKey.superclass
        guard let value = map[key.stringValue] else {
            throw DecodingError.missing(key, wanted: Self.anything, at: place.path.step(to: key))
        }
        return place.inner(value, under: key)
    }

    func superDecoder(forKey key: Key) throws -> any Decoder {
        try superDecoder(forKey: key, wanted: Self.anything)
    }

    private func superDecoder(forKey key: Key, wanted: String) throws -> ValueDecoding {
        place.inner(try requiredValue(of: key, wanted: wanted), under: key)
    }

    private static var anything: String { "an attribute" }

    private func requiredValue(of key: Key, wanted: String) throws -> AttributeValue {
        guard let value = value(of: key) else { throw missing(key, wanted: wanted) }
        return value
    }

    private func missing(_ key: Key, wanted: String) -> DecodingError {
        .missing(key, wanted: wanted, at: place.path.step(to: key))
    }

    private func value(of key: Key) -> AttributeValue? {
        map[place.keyStrategy.attributeName(of: key)]
    }
}
