// Waits for the states of tables and indexes.

import ApusModel

extension DynamoDBClient {
    /// Waits until a table is there and can be used: its status is `ACTIVE`.
    ///
    /// The table is described at once, and again after pauses that grow from a tenth of a second to 5 seconds. It may be
    /// missing at first, as one that was just created may be.
    ///
    /// - Parameters:
    ///   - table: the name of the table, or its ARN.
    ///   - timeout: after this time a last look is taken.
    /// - Returns: the table as it was then.
    /// - Throws: `WaitError`, with the last status seen where the time was over.
    @discardableResult
    public func waitUntilTableExists(
        _ table: String,
        timeout: Duration = .seconds(300)
    ) async throws(WaitError) -> TableDescription {
        try await StateWatch(client: self, timeout: timeout).wait { client throws(CallError) in
            let description = try await client.lookUp(table)
            guard let description, description.tableStatus == .active else { return .other(Self.state(description)) }
            return .reached(description)
        }
    }

    /// Waits until there is no table of a name any more, as after it was deleted.
    ///
    /// - Parameters:
    ///   - table: the name of the table, or its ARN.
    ///   - timeout: after this time a last look is taken.
    /// - Throws: `WaitError`, with the last status seen where the time was over.
    public func waitUntilTableIsGone(_ table: String, timeout: Duration = .seconds(300)) async throws(WaitError) {
        try await StateWatch(client: self, timeout: timeout).wait { client throws(CallError) in
            guard let description = try await client.lookUp(table) else { return .reached(()) }
            return .other(Self.state(description))
        }
    }

    /// Waits until a global secondary index can be read: its status is `ACTIVE`. To fill one takes as long as its table
    /// is large.
    ///
    /// - Parameters:
    ///   - index: the name of the index.
    ///   - table: the name of the table, or its ARN.
    ///   - timeout: after this time a last look is taken.
    /// - Returns: the index as it was then.
    /// - Throws: `WaitError`, with the last status seen where the time was over.
    @discardableResult
    public func waitUntilIndexIsActive(
        _ index: String,
        of table: String,
        timeout: Duration = .seconds(3_600)
    ) async throws(WaitError) -> GlobalSecondaryIndexDescription {
        try await StateWatch(client: self, timeout: timeout).wait { client throws(CallError) in
            guard let description = try await client.lookUp(table) else { return .other(Self.state(nil)) }
            let found = description.globalSecondaryIndexes?.first { $0.indexName == index }
            guard let found else { return .other("there is no index of this name") }
            guard found.indexStatus == .active else { return .other(Self.state(found)) }
            return .reached(found)
        }
    }

    /// The table, or nil where there is none.
    private func lookUp(_ table: String) async throws(CallError) -> TableDescription? {
        do throws(CallError) {
            return try await describeTable(DescribeTableInput(tableName: table)).table
        } catch  where error.code == .resourceNotFound {
            return nil
        }
    }

    private static func state(_ table: TableDescription?) -> String {
        guard let table else { return "there is no table of this name" }
        return "its status is \(table.tableStatus?.rawValue ?? "unknown")"
    }

    private static func state(_ index: GlobalSecondaryIndexDescription) -> String {
        let filling = index.backfilling == true ? ", and it is being filled" : ""
        return "its status is \(index.indexStatus?.rawValue ?? "unknown")\(filling)"
    }
}
