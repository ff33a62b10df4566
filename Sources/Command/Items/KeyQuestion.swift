// What a query asks of keys, from words to a key condition.

import ApusModel

/// The values and bounds that the keys of a query have, as texts.
struct KeyQuestion: Equatable, Sendable {
    /// A value for each partition key attribute, in their order.
    var partition: [String]
    /// Values of the first sort key attributes; tables and most indexes have one.
    var sort: [String] = []
    /// The beginning, and the bounds, of the sort key attribute that follows.
    var beginning: String?
    var lowest: String?
    var highest: String?

    /// The key condition expression, with its names and values among the placeholders.
    func condition(on schema: KeySchema, _ placeholders: inout Placeholders) throws(RecordFault) -> String {
        guard partition.count == schema.partition.count else {
            let names = schema.partition.map(\.name).joined(separator: ", ")
            throw RecordFault("A query takes a value for each partition key attribute: \(names)")
        }
        guard sort.count <= schema.sort.count else { throw Self.tooFewSortKeys(schema) }
        var conditions: [String] = []
        for (attribute, text) in zip(schema.partition + schema.sort, partition + sort) {
            let value = placeholders.value(try attribute.value(of: text))
            conditions.append("\(placeholders.name(attribute.name)) = \(value)")
        }
        if hasRange {
            guard sort.count < schema.sort.count else { throw Self.tooFewSortKeys(schema) }
            conditions.append(try range(of: schema.sort[sort.count], &placeholders))
        }
        return conditions.joined(separator: " AND ")
    }

    private var hasRange: Bool { beginning != nil || lowest != nil || highest != nil }

    private static func tooFewSortKeys(_ schema: KeySchema) -> RecordFault {
        let names = schema.sort.map(\.name).joined(separator: ", ")
        return RecordFault(
            schema.sort.isEmpty ? "There is no sort key to ask for" : "The sort key has no more than \(names)"
        )
    }

    private func range(of attribute: KeyAttribute, _ placeholders: inout Placeholders) throws(RecordFault) -> String {
        let name = placeholders.name(attribute.name)
        if let beginning {
            guard attribute.type != .number else {
                throw RecordFault("\(attribute.name) is a number: it has no beginning")
            }
            return "begins_with(\(name), \(placeholders.value(try attribute.value(of: beginning))))"
        }
        let low = try bound(lowest, of: attribute, &placeholders)
        let high = try bound(highest, of: attribute, &placeholders)
        switch (low, high) {
        case (let low?, let high?): return "\(name) BETWEEN \(low) AND \(high)"
        case (let low?, nil): return "\(name) >= \(low)"
        default: return "\(name) <= \(high ?? "")"
        }
    }
    private func bound(
        _ text: String?,
        of attribute: KeyAttribute,
        _ placeholders: inout Placeholders
    ) throws(RecordFault) -> String? {
        guard let text else { return nil }
        return placeholders.value(try attribute.value(of: text))
    }
}
