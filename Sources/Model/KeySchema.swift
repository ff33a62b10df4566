// Which attributes make up a key, of a table or of an index, and of which types they are.

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

/// The key of a table or of an index: what tells partitions apart, and what orders the items of one.
///
/// A table has one partition key attribute and at most one sort key attribute. A global secondary index has up to four
/// of each; their values count one after another, each by its own type.
package struct KeySchema: Equatable, Sendable {
    package let partition: [KeyAttribute]
    package let sort: [KeyAttribute]
    /// The key attributes in the order of the schema.
    package let attributes: [KeyAttribute]

    /// - Precondition: there is at least one partition key attribute.
    package init(partition: [KeyAttribute], sort: [KeyAttribute] = []) {
        precondition(!partition.isEmpty, "a key has a partition key attribute")
        self.partition = partition
        self.sort = sort
        attributes = partition + sort
    }

    package init(partition: KeyAttribute, sort: KeyAttribute? = nil) {
        self.init(partition: [partition], sort: sort.map { [$0] } ?? [])
    }

    package func contains(_ name: String) -> Bool {
        attributes.contains { $0.name.hasSameBytes(as: name) }
    }
}
