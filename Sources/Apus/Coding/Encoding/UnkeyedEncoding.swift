// The container of a value that becomes a list.

import ApusModel

/// Writes elements one after the other.
struct UnkeyedEncoding: UnkeyedEncodingContainer {
    let place: ValueEncoding
    let list: EncodedList

    var codingPath: [any CodingKey] { place.codingPath }
    var count: Int { list.count }

    func encodeNil() {
        list.append(.null)
    }

    func encode<Value: Encodable>(_ value: Value) throws {
        let key = ListIndex(count)
        guard let encoded = try place.encoded(value, under: key) else { throw place.inner(key).emptySetError }
        list.append(encoded)
    }

    // The standard library has an answer of its own to these two, which would come before the general one.
    func encode(_ value: Int128) throws { try encodeGeneral(value) }
    func encode(_ value: UInt128) throws { try encodeGeneral(value) }

    private func encodeGeneral<Value: Encodable>(_ value: Value) throws {
        try encode(value)
    }

    func nestedContainer<Inner: CodingKey>(keyedBy type: Inner.Type) -> KeyedEncodingContainer<Inner> {
        inner().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
        inner().unkeyedContainer()
    }

    func superEncoder() -> any Encoder {
        inner()
    }

    private func inner() -> ValueEncoding {
        let inner = place.inner(ListIndex(count))
        list.open(inner)
        return inner
    }
}
