// The table that a copy goes to.

import Apus
import ApusModel

/// Sees to it that there is a table that takes the items of another.
struct TargetTable: Sendable {
    let name: String
    let source: DescribedTable
    let reading: DynamoDBClient
    let writing: DynamoDBClient

    /// Creates the table if it is missing, and waits until it can be used. Answers whether it was missing.
    ///
    /// - Throws: `TableFault` where the table is there and has another key.
    func prepare() async throws -> Bool {
        let isMissing = try await DescribedTable.description(of: name, at: writing) == nil
        if isMissing {
            _ = try await writing.createTable(CreateTableInput(name, like: source.description, tags: try await tags()))
        }
        try await writing.waitUntilTableExists(name)
        let target = try await DescribedTable(name, at: writing)
        guard target.keySchema == source.keySchema else {
            throw TableFault(
                "\(name) has the key \(target.keySchema.text), and \(source.name) has \(source.keySchema.text)."
            )
        }
        return isMissing
    }

    private func tags() async throws -> [Apus.Tag] {
        guard let arn = source.description.tableArn else { return [] }
        var tags: [Apus.Tag] = []
        // Those that the service makes itself cannot be given.
        for try await tag in reading.tags(ofResource: arn) where !tag.key.hasPrefix("aws:") { tags.append(tag) }
        return tags
    }
}
