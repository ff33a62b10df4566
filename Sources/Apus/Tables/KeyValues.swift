// The key of an item, without the names.

import ApusModel

/// The values of an item's primary key; the table that it is used with knows the names.
///
///     try await films.get(.key("Metropolis", 1927))
///     try await customers.delete(.key(.string(id)))
public struct KeyValues: Equatable, Sendable {
    /// The value of the partition key: a text, a number or bytes.
    public let partition: AttributeValue
    /// The value of the sort key: a text, a number or bytes. Nil in a table that has none.
    public let sort: AttributeValue?

    /// A key of these values.
    public static func key(_ partition: AttributeValue, _ sort: AttributeValue? = nil) -> KeyValues {
        KeyValues(partition: partition, sort: sort)
    }
}
