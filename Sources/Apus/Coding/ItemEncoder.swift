// The encoder that makes items of Swift values.

import ApusModel

/// Makes items, or single attribute values, of values that are `Encodable`.
///
/// | Swift | DynamoDB |
/// |---|---|
/// | `String`, `URL`, `UUID` | S |
/// | integers of every width, `Double`, `Float`, `Decimal`, ``Number`` | N |
/// | `Data`, ``AttributeBytes`` | B |
/// | `Bool` | BOOL |
/// | `Date` | by ``dateStrategy`` |
/// | arrays and plain sets | L |
/// | ``AttributeSet`` | SS, NS or BS; left out where it is empty |
/// | dictionaries with `String` or `Int` keys, or keys whose raw value is a `String` | M |
/// | structs, classes, enums | M, or as they encode themselves |
/// | ``AttributeValue``, ``AttributeMap`` | as they are |
///
/// No digit is lost: what a number of DynamoDB cannot hold is an error. A `Double` is written with the fewest digits
/// that tell it from its neighbours.
public struct ItemEncoder: Sendable {
    /// How dates are written.
    public var dateStrategy: DateStrategy
    /// What becomes of optional properties that are nil.
    public var nilStrategy: NilStrategy
    /// Which attribute names the properties get.
    public var keyStrategy: KeyStrategy
    /// What types that encode themselves find in the `userInfo` of their encoder.
    public var userInfo: [CodingUserInfoKey: any Sendable]

    /// An encoder; a decoder with the same strategies reads what it makes.
    public init(
        dateStrategy: DateStrategy = .iso8601,
        nilStrategy: NilStrategy = .leftOut,
        keyStrategy: KeyStrategy = .asIs,
        userInfo: [CodingUserInfoKey: any Sendable] = [:]
    ) {
        self.dateStrategy = dateStrategy
        self.nilStrategy = nilStrategy
        self.keyStrategy = keyStrategy
        self.userInfo = userInfo
    }

    /// Makes an item.
    ///
    /// - Throws: where the value becomes no map of attributes under names, where something in it has no form in
    ///   DynamoDB, or where it has more than 32 levels of lists and maps.
    public func encode<Value: Encodable>(_ value: Value) throws(ItemCodingError) -> Item {
        let encoded = try encodeRoot(value, level: 0)
        guard case .map(let item) = encoded else {
            throw ItemCodingError(.mismatch(found: encoded, wanted: "a map (M), as an item is one"))
        }
        return item
    }

    /// Makes the value of one attribute.
    ///
    /// - Throws: where something in the value has no form in DynamoDB, or where it has more than 32 levels of lists
    ///   and maps.
    public func encodeValue<Value: Encodable>(_ value: Value) throws(ItemCodingError) -> AttributeValue {
        try encodeRoot(value, level: 1)
    }

    private func encodeRoot<Value: Encodable>(_ value: Value, level: Int) throws(ItemCodingError) -> AttributeValue {
        do {
            let root = ValueEncoding(options: self, path: .start, level: level, depth: 0)
            try root.encode(value)
            guard let encoded = try root.finished() else { throw root.emptySetError }
            return encoded
        } catch {
            throw ItemCodingError(error)
        }
    }
}

/// What becomes of optional properties that are nil. An element of a list or dictionary that is nil becomes NULL
/// either way, for its place tells something.
public enum NilStrategy: Sendable {
    /// The item has no such attribute.
    case leftOut
    /// The attribute is there and says NULL.
    case null
}
