// Dictionaries as maps.

/// A dictionary, whose keys are data that no key strategy alters.
protocol KeyedByData {
    var count: Int { get }
}

extension Dictionary: KeyedByData {}

/// A dictionary that the standard library would write as a list of its keys and values in turn.
protocol RawKeyedEncodable {
    func encodeUnderRawKeys(to encoder: any Encoder) throws
}

extension Dictionary: RawKeyedEncodable where Key: RawRepresentable, Key.RawValue == String, Value: Encodable {
    func encodeUnderRawKeys(to encoder: any Encoder) throws {
        if Key.self is any CodingKeyRepresentable.Type, let keyed = self as? any Encodable {
            return try keyed.encode(to: encoder)
        }
        var container = encoder.container(keyedBy: NameKey.self)
        for (key, value) in self { try container.encode(value, forKey: NameKey(key.rawValue)) }
    }
}

/// A dictionary that the standard library would read from a list of its keys and values in turn.
protocol RawKeyedDecodable {
    /// Nil where the standard library reads it from a map.
    init?(fromRawKeysOf decoder: any Decoder) throws
}

extension Dictionary: RawKeyedDecodable where Key: RawRepresentable, Key.RawValue == String, Value: Decodable {
    init?(fromRawKeysOf decoder: any Decoder) throws {
        if Key.self is any CodingKeyRepresentable.Type { return nil }
        let container = try decoder.container(keyedBy: NameKey.self)
        self.init()
        for name in container.allKeys {
            guard let key = Key(rawValue: name.stringValue) else {
                throw DecodingError.dataCorrupted(
                    DecodingError.Context(
                        codingPath: container.codingPath + [name],
                        debugDescription: "\(Key.self) has no value \(name.stringValue)"
                    )
                )
            }
            self[key] = try container.decode(Value.self, forKey: name)
        }
    }
}
