// The container of a value that becomes a map.

import ApusModel

/// Writes attributes under names.
struct KeyedEncoding<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let place: ValueEncoding
    let map: EncodedMap

    var codingPath: [any CodingKey] { place.codingPath }

    func encodeNil(forKey key: Key) {
        map.set(.null, named: name(of: key))
    }

    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        guard let encoded = try place.encoded(value, under: key) else { return }
        map.set(encoded, named: name(of: key))
    }

    // The standard library has an answer of its own to these two, which would come before the general one.
    func encode(_ value: Int128, forKey key: Key) throws { try encodeGeneral(value, forKey: key) }
    func encode(_ value: UInt128, forKey key: Key) throws { try encodeGeneral(value, forKey: key) }

    private func encodeGeneral<Value: Encodable>(_ value: Value, forKey key: Key) throws {
        try encode(value, forKey: key)
    }

    /// Encodes a property that may be nil, as the nil strategy says.
    func encodeOptional<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
        switch (value, place.options.nilStrategy) {
        case (let value?, _): try encode(value, forKey: key)
        case (nil, .null): encodeNil(forKey: key)
        case (nil, .leftOut): break
        }
    }

    func nestedContainer<Inner: CodingKey>(
        keyedBy type: Inner.Type,
        forKey key: Key
    ) -> KeyedEncodingContainer<Inner> {
        inner(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        inner(key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder {
        map.open(named: NameKey.superclass.stringValue) { place.inner(NameKey.superclass) }
    }

    func superEncoder(forKey key: Key) -> any Encoder {
        inner(key)
    }

    private func inner(_ key: Key) -> ValueEncoding {
        map.open(named: name(of: key)) { place.inner(key) }
    }

    private func name(of key: Key) -> String {
        place.keyStrategy.attributeName(of: key)
    }
}
