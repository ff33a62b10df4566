// A member that chooses from an enumeration.

import ApusModel

/// A member whose text must be one of an enumeration's; the cases stand in the order in which messages print them.
package struct Choice<Value: RawRepresentable & CaseIterable & Sendable>: Sendable where Value.RawValue == String {
    package let text: String
    package let value: Value?

    package init(_ text: String) {
        self.text = text
        value = Value(rawValue: text)
    }

    package init(_ value: Value) {
        text = value.rawValue
        self.value = value
    }
}

extension JSONReader {
    /// Reads a member that is one of an enumeration's texts.
    package mutating func optionalChoice<Value>() throws(ServiceError) -> Choice<Value>? {
        try optionalString().map { Choice($0) }
    }
}
