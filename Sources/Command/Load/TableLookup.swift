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

    private static let looks = 120
    private static let pause = Duration.milliseconds(500)

    func table(_ name: String) async throws -> LoadTable {
        for _ in 0..<Self.looks {
            let description = try await describe(name)
            if description.tableStatus != .creating {
                guard let keySchema = description.typedKeySchema else {
                    throw TableLookupError(
                        description: "\(client.configuration.endpoint) does not tell the key of the table \(name)"
                    )
                }
                return LoadTable(keySchema: keySchema, description: description)
            }
            try await Task.sleep(for: Self.pause)
        }
        throw TableLookupError(
            description:
                "The table \(name) at \(client.configuration.endpoint) is still being created. Try again later."
        )
    }

    private func describe(_ table: String) async throws(TableLookupError) -> TableDescription {
        do throws(CallError) {
            return try await client.describeTable(DescribeTableInput(tableName: table)).table ?? TableDescription()
        } catch {
            if error.code == .resourceNotFound {
                throw TableLookupError(
                    description:
                        "There is no table \(table) at \(client.configuration.endpoint). Create it first, or look at --region."
                )
            }
            throw TableLookupError(
                description: "Could not look up the table \(table) at \(client.configuration.endpoint): \(error)"
            )
        }
    }
}
