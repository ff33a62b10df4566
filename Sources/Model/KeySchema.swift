// Which attributes make up a key, of a table or of an index, and of which types they are.

/// The types that a key attribute may have.
public enum KeyAttributeType: String, CaseIterable, Sendable {
    /// Text, ordered by its UTF-8 bytes.
    case string = "S"
    /// A number, ordered by its value.
    case number = "N"
    /// Bytes, ordered as unsigned numbers.
    case binary = "B"

    /// Whether a value is of this type.
    package func matches(_ value: AttributeValue) -> Bool {
        value.type.rawValue == rawValue
    }
}

/// An attribute that is part of a key: its name and its type.
public struct KeyAttribute: Equatable, Sendable {
    /// The attribute's name, which is compared byte by byte.
    public let name: String
    /// The type that the attribute has in every item of the table.
    public let type: KeyAttributeType

    /// A key attribute of this name and type.
    public init(name: String, type: KeyAttributeType) {
        self.name = name
        self.type = type
    }

    /// Two are equal when their types and the bytes of their names are.
    public static func == (left: KeyAttribute, right: KeyAttribute) -> Bool {
        left.type == right.type && left.name.hasSameBytes(as: right.name)
    }
}

/// The key of a table or of an index: what tells partitions apart, and what orders the items of one.
///
/// A table has one partition key attribute and at most one sort key attribute. A global secondary index has up to four
/// of each; their values count one after another, each by its own type.
public struct KeySchema: Equatable, Sendable {
    /// The attributes whose values say which partition an item lies in.
    public let partition: [KeyAttribute]
    /// The attributes whose values order the items of a partition; empty where a partition is one item.
    public let sort: [KeyAttribute]
    /// The key attributes in the order of the schema.
    public let attributes: [KeyAttribute]

    /// A key of any number of attributes.
    ///
    /// - Precondition: there is at least one partition key attribute.
    public init(partition: [KeyAttribute], sort: [KeyAttribute] = []) {
        precondition(!partition.isEmpty, "a key has a partition key attribute")
        self.partition = partition
        self.sort = sort
        attributes = partition + sort
    }

    /// The key of a table: one partition key attribute and at most one sort key attribute.
    public init(partition: KeyAttribute, sort: KeyAttribute? = nil) {
        self.init(partition: [partition], sort: sort.map { [$0] } ?? [])
    }

    package func contains(_ name: String) -> Bool {
        attributes.contains { $0.name.hasSameBytes(as: name) }
    }
}
