// What the server makes of expressions that the client has built.

import Apus
import ApusExpressions
import ApusModel

/// The expressions of a request as the server's own parser reads them, all placeholders used.
struct ServiceReading {
    private let update: ApusExpressions.Update?
    private let condition: ApusExpressions.Condition?
    private let keyCondition: ApusExpressions.KeyCondition?
    private let filter: ApusExpressions.Condition?
    private let projection: ApusExpressions.Projection?

    /// - Throws: the server's refusal.
    init(_ expressions: RequestExpressions) throws(ServiceError) {
        var placeholders = try Placeholders(
            names: expressions.expressionAttributeNames?.map { ($0.key, $0.value) },
            values: expressions.expressionAttributeValues?.map { ($0.key, $0.value) }
        )
        update = try expressions.updateExpression.map { text throws(ServiceError) in
            try ApusExpressions.Update(parsing: text, using: &placeholders)
        }
        condition = try expressions.conditionExpression.map { text throws(ServiceError) in
            try ApusExpressions.Condition(parsing: text, using: &placeholders)
        }
        keyCondition = try expressions.keyConditionExpression.map { text throws(ServiceError) in
            try ApusExpressions.KeyCondition(parsing: text, using: &placeholders)
        }
        filter = try expressions.filterExpression.map { text throws(ServiceError) in
            try ApusExpressions.Condition(parsing: text, as: .filter, using: &placeholders)
        }
        projection = try expressions.projectionExpression.map { text throws(ServiceError) in
            try ApusExpressions.Projection(parsing: text, using: &placeholders)
        }
        try placeholders.requireAllUsed()
    }

    /// Whether an item meets the condition and passes the filter, of those that there are.
    func accepts(_ item: Item) -> Bool {
        [condition, filter].compactMap(\.self).allSatisfy { $0.isMet(by: item) }
    }

    /// An existing item after the update.
    func updated(_ item: Item) throws(ServiceError) -> Item {
        guard let update else { return item }
        return try update.applied(to: item, exists: true)
    }

    /// What the projection leaves of an item.
    func projected(_ item: Item) -> Item {
        projection?.applied(to: item) ?? item
    }

    /// Whether the key condition selects an item of a table whose key has this schema.
    func selects(_ item: Item, bySchema schema: KeySchema) throws(ServiceError) -> Bool {
        guard let selection = try keyCondition?.resolved(for: schema) else { return true }
        let partition = schema.partition.compactMap { item[$0.name] }
        let sort = schema.sort.compactMap { item[$0.name] }
        guard partition == selection.partition, sort.starts(with: selection.sortPrefix) else { return false }
        return sort.dropFirst(selection.sortPrefix.count).first.map { selection.sort.contains($0) } ?? true
    }
}

extension RequestExpressions {
    /// A text of names and values in place, for tests to show: `a.b > 5`.
    func plain(_ text: String?) -> String? {
        guard var plain = text else { return nil }
        // From the last, so that `#1` is not found in `#10`.
        for number in (0..<(expressionAttributeNames?.count ?? 0)).reversed() {
            plain = plain.replacing("#\(number)", with: expressionAttributeNames?["#\(number)"] ?? "?")
        }
        return plain
    }
}
