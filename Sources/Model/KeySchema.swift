// Which attributes make up the primary key of a table, and of which types they are.

/// The types that a key attribute may have.
package enum KeyAttributeType: String, CaseIterable, Sendable {
    case string = "S"
    case number = "N"
    case binary = "B"

    /// Whether a value is of this type.
    package func matches(_ value: AttributeValue) -> Bool {
        value.type.rawValue == rawValue
    }
}

/// A key attribute: its name and its type.
package struct KeyAttribute: Equatable, Sendable {
    package let name: String
    package let type: KeyAttributeType

    package init(name: String, type: KeyAttributeType) {
        self.name = name
        self.type = type
    }

    package static func == (left: KeyAttribute, right: KeyAttribute) -> Bool {
        left.type == right.type && left.name.hasSameBytes(as: right.name)
    }
}

/// The key of a table: a partition key, and a sort key where the table has one.
package struct KeySchema: Equatable, Sendable {
    package let partition: KeyAttribute
    package let sort: KeyAttribute?

    package init(partition: KeyAttribute, sort: KeyAttribute? = nil) {
        self.partition = partition
        self.sort = sort
    }

    /// The key attributes in the order of the schema.
    package var attributes: [KeyAttribute] {
        [partition] + (sort.map { [$0] } ?? [])
    }

    package func contains(_ name: String) -> Bool {
        partition.name.hasSameBytes(as: name) || (sort?.name.hasSameBytes(as: name) ?? false)
    }
}
