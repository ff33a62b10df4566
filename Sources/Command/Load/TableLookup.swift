// The table of a load, as the service describes it.

import Apus
import ApusModel

/// A table that can be loaded into.
struct LoadTable: Sendable {
    let keySchema: KeySchema
    let description: TableDescription
}

/// A table that cannot be loaded into, and why.
struct TableLookupError: Error, Equatable, CustomStringConvertible {
    let description: String
}

/// Asks for a table, and waits while it is being created.
struct TableLookup {
    let client: DynamoDBClient

    private static let creationTime = Duration.seconds(60)

    func table(_ name: String) async throws(TableLookupError) -> LoadTable {
        var description = try await describe(name)
        if description.tableStatus == .creating { description = try await created(name) }
        guard let keySchema = description.typedKeySchema else {
            throw TableLookupError(description: "\(endpoint) does not tell the key of the table \(name)")
        }
        return LoadTable(keySchema: keySchema, description: description)
    }

    private func describe(_ table: String) async throws(TableLookupError) -> TableDescription {
        do throws(CallError) {
            return try await client.describeTable(DescribeTableInput(tableName: table)).table ?? TableDescription()
        } catch {
            if error.code == .resourceNotFound {
                throw TableLookupError(
                    description: "There is no table \(table) at \(endpoint). Create it first, or look at --region."
                )
            }
            throw TableLookupError(description: "Could not look up the table \(table) at \(endpoint): \(error)")
        }
    }

    private func created(_ table: String) async throws(TableLookupError) -> TableDescription {
        do throws(WaitError) {
            return try await client.waitUntilTableExists(table, timeout: Self.creationTime)
        } catch {
            throw TableLookupError(description: "The table \(table) at \(endpoint) is being created: \(error)")
        }
    }

    private var endpoint: String { "\(client.configuration.endpoint)" }
}
