// Types that become one attribute value without a container.

import ApusModel
import Foundation

/// A type that the item coders know themselves, ahead of what its own coding does.
protocol AttributeScalar {
    /// What it is read from, for an error.
    static func wanted(_ options: ItemDecoder) -> String

    func attributeValue(_ options: ItemEncoder) throws(ItemCodingError.Problem) -> AttributeValue

    /// Nil where the type cannot hold the value.
    init?(attributeValue: AttributeValue, options: ItemDecoder) throws(ItemCodingError.Problem)
}

extension String: AttributeScalar {
    static func wanted(_ options: ItemDecoder) -> String { "a string (S)" }

    func attributeValue(_ options: ItemEncoder) -> AttributeValue { .string(self) }

    init?(attributeValue: AttributeValue, options: ItemDecoder) {
        guard case .string(let text) = attributeValue else { return nil }
        self = text
    }
}

extension Bool: AttributeScalar {
    static func wanted(_ options: ItemDecoder) -> String { "true or false (BOOL)" }

    func attributeValue(_ options: ItemEncoder) -> AttributeValue { .bool(self) }

    init?(attributeValue: AttributeValue, options: ItemDecoder) {
        guard case .bool(let isTrue) = attributeValue else { return nil }
        self = isTrue
    }
}

extension Data: AttributeScalar {
    static func wanted(_ options: ItemDecoder) -> String { "binary (B)" }

    func attributeValue(_ options: ItemEncoder) -> AttributeValue { .binary([UInt8](self)) }

    init?(attributeValue: AttributeValue, options: ItemDecoder) {
        guard case .binary(let bytes) = attributeValue else { return nil }
        self.init(bytes)
    }
}

extension Date: AttributeScalar {
    static func wanted(_ options: ItemDecoder) -> String { options.dateStrategy.wanted }

    func attributeValue(_ options: ItemEncoder) throws(ItemCodingError.Problem) -> AttributeValue {
        try options.dateStrategy.attributeValue(of: self)
    }

    init?(attributeValue: AttributeValue, options: ItemDecoder) throws(ItemCodingError.Problem) {
        guard let date = try options.dateStrategy.date(of: attributeValue) else { return nil }
        self = date
    }
}

extension URL: AttributeScalar {
    static func wanted(_ options: ItemDecoder) -> String { "a URL (S)" }

    func attributeValue(_ options: ItemEncoder) -> AttributeValue { .string(absoluteString) }

    init?(attributeValue: AttributeValue, options: ItemDecoder) {
        guard case .string(let text) = attributeValue else { return nil }
        self.init(string: text)
    }
}

extension UUID: AttributeScalar {
    static func wanted(_ options: ItemDecoder) -> String { "a UUID (S)" }

    func attributeValue(_ options: ItemEncoder) -> AttributeValue { .string(uuidString) }

    init?(attributeValue: AttributeValue, options: ItemDecoder) {
        guard case .string(let text) = attributeValue else { return nil }
        self.init(uuidString: text)
    }
}

extension AttributeBytes: AttributeScalar {
    static func wanted(_ options: ItemDecoder) -> String { "binary (B)" }

    func attributeValue(_ options: ItemEncoder) -> AttributeValue { .binary(wrappedValue) }

    init?(attributeValue: AttributeValue, options: ItemDecoder) {
        guard case .binary(let bytes) = attributeValue else { return nil }
        self.init(wrappedValue: bytes)
    }
}

extension AttributeValue: AttributeScalar {
    static func wanted(_ options: ItemDecoder) -> String { "an attribute" }

    func attributeValue(_ options: ItemEncoder) -> AttributeValue { self }

    init?(attributeValue: AttributeValue, options: ItemDecoder) { self = attributeValue }
}

extension AttributeMap: AttributeScalar {
    static func wanted(_ options: ItemDecoder) -> String { "a map (M)" }

    func attributeValue(_ options: ItemEncoder) -> AttributeValue { .map(self) }

    init?(attributeValue: AttributeValue, options: ItemDecoder) {
        guard case .map(let map) = attributeValue else { return nil }
        self = map
    }
}
