// The key that a page goes on after.

import ApusDatabase
import ApusExpressions
import ApusModel

/// An ExclusiveStartKey, checked against the keys of what is read.
struct StartKey {
    /// The values of the key of the table or index that is read, in the order of its schema.
    private let values: [AttributeValue]
    /// The key of the item, in its table.
    private let primaryKey: PrimaryKey
    private let source: PageSource

    /// - Throws: a validation error for a key that is not exactly that of an entry of the source.
    init(_ key: Item, of source: PageSource) throws(ServiceError) {
        let attributes = source.positionAttributes
        guard key.count == attributes.count, attributes.allSatisfy({ key[$0.name] != nil }) else {
            throw .validation("The provided starting key is invalid")
        }
        guard attributes.allSatisfy({ $0.type.matches(key[$0.name]!) }) else {
            throw .validation(
                "The provided starting key is invalid: The provided key element does not match the schema"
            )
        }
        do throws(ServiceError) {
            let tableKeys = source.table.keySchema.attributes.map { ($0.name, key[$0.name]!) }
            primaryKey = try PrimaryKey(Item(tableKeys), by: source.table.keySchema)
        } catch {
            throw .validation("The provided starting key is invalid: \(error.message ?? "")")
        }
        values = source.keySchema.attributes.map { key[$0.name]! }
        self.source = source
    }

    /// Where the page begins.
    var position: PagePosition {
        source.index.map { PagePosition(of: values, primaryKey, in: $0) }
            ?? PagePosition(of: primaryKey, in: source.table)
    }

    /// Refuses a key that a Query cannot have ended at.
    func requireFitting(_ selection: KeySelection) throws(ServiceError) {
        if source.index == nil, source.table.keySchema.sort.isEmpty || selection.sort.isOneValue {
            throw .validation("The query can return at most one row and cannot be restarted")
        }
        let partitionCount = selection.partition.count
        guard Array(values[..<partitionCount]) == selection.partition else {
            throw .validation(
                "The provided starting key is outside query boundaries based on provided conditions"
            )
        }
        let sortValues = values[partitionCount...]
        let rest = sortValues.dropFirst(selection.sortPrefix.count)
        guard Array(sortValues.prefix(selection.sortPrefix.count)) == selection.sortPrefix,
            rest.first.map({ selection.sort.contains($0) }) ?? true
        else {
            throw .validation("The provided starting key does not match the range key predicate")
        }
    }

    /// Refuses a key that lies in another segment.
    func requireFitting(segment: Int, of totalSegments: Int) throws(ServiceError) {
        guard !position.isIn(segment: segment, of: totalSegments) else { return }
        throw .validation(
            "The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey "
                + "with correct Segment. TotalSegments: \(totalSegments) Segment: \(segment)"
        )
    }
}

extension SortKeyRange {
    fileprivate var isOneValue: Bool {
        if case .equal = self { true } else { false }
    }
}
