// The decoder that makes Swift values of items.

import ApusModel

/// Makes values that are `Decodable` of items, or of single attribute values: what ``ItemEncoder`` makes, backwards.
///
/// It is strict. A number that the wanted type cannot hold, with its fraction and all its digits, is an error; only
/// `Double` and `Float` take the number nearest to it. A missing attribute and NULL both are nil for an optional.
/// Arrays and sets are read from L, SS, NS and BS alike.
public struct ItemDecoder: Sendable {
    /// How dates are read.
    public var dateStrategy: DateStrategy
    /// Under which attribute names the properties are looked for.
    public var keyStrategy: KeyStrategy
    /// What types that decode themselves find in the `userInfo` of their decoder.
    public var userInfo: [CodingUserInfoKey: any Sendable]

    /// A decoder; it reads what an encoder with the same strategies made.
    public init(
        dateStrategy: DateStrategy = .iso8601,
        keyStrategy: KeyStrategy = .asIs,
        userInfo: [CodingUserInfoKey: any Sendable] = [:]
    ) {
        self.dateStrategy = dateStrategy
        self.keyStrategy = keyStrategy
        self.userInfo = userInfo
    }

    /// Makes a value of an item.
    ///
    /// - Throws: with the path of the first attribute that is missing or does not fit, what was found there and what
    ///   was wanted.
    public func decode<Value: Decodable>(
        _ type: Value.Type = Value.self,
        from item: Item
    ) throws(ItemCodingError) -> Value {
        try decodeRoot(type, from: .map(item), level: 0)
    }

    /// Makes a value of the value of one attribute.
    ///
    /// - Throws: with the path of the first value that is missing or does not fit, what was found there and what was
    ///   wanted.
    public func decodeValue<Value: Decodable>(
        _ type: Value.Type = Value.self,
        from value: AttributeValue
    ) throws(ItemCodingError) -> Value {
        try decodeRoot(type, from: value, level: 1)
    }

    private func decodeRoot<Value: Decodable>(
        _ type: Value.Type,
        from value: AttributeValue,
        level: Int
    ) throws(ItemCodingError) -> Value {
        do {
            return try ValueDecoding(of: value, options: self, level: level).decode(type)
        } catch {
            throw ItemCodingError(error)
        }
    }
}
