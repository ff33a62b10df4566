// Tables for tests, made in one line.

import Apus

/// How a table of a test pays for its throughput.
public enum TableBilling: Equatable, Sendable {
    /// By the request: 4,000 writes and 12,000 reads per second at first.
    case onDemand
    /// For so many units per second, used or not.
    case provisioned(readUnits: Int, writeUnits: Int)
}

extension ApusServer {
    /// Makes a table and waits until it can be used. Answers what the server tells of it.
    ///
    /// - Parameters:
    ///   - name: the name of the table.
    ///   - partitionKey: the name and the type of the attribute: `.s`, `.n` or `.b`.
    ///   - sortKey: the same for the sort key, where the table has one.
    ///   - billing: how its throughput is paid for.
    /// - Throws: `CallError` where the server refuses; `TestServerError` as ``createTable(_:)`` does.
    @discardableResult
    public func createTable(
        _ name: String,
        partitionKey: (String, ScalarAttributeType),
        sortKey: (String, ScalarAttributeType)? = nil,
        billing: TableBilling = .onDemand
    ) async throws -> TableDescription {
        let keys = [partitionKey] + (sortKey.map { [$0] } ?? [])
        var input = CreateTableInput(tableName: name)
        input.attributeDefinitions = keys.map { AttributeDefinition(attributeName: $0.0, attributeType: $0.1) }
        input.keySchema = zip(keys, [KeyType.hash, .range]).map { KeySchemaElement(attributeName: $0.0, keyType: $1) }
        switch billing {
        case .onDemand: input.billingMode = .payPerRequest
        case .provisioned(let readUnits, let writeUnits):
            input.billingMode = .provisioned
            input.provisionedThroughput = ProvisionedThroughput(
                readCapacityUnits: readUnits,
                writeCapacityUnits: writeUnits
            )
        }
        return try await createTable(input)
    }

    /// Makes a table of any kind and waits until it can be used, for 30 seconds at most.
    ///
    /// - Throws: `CallError` where the server refuses; `TestServerError` where the table is not there in time, as with a
    ///   transition delay on a manual clock that nobody moves.
    @discardableResult
    public func createTable(_ input: CreateTableInput) async throws -> TableDescription {
        let client = client()
        let limit = ContinuousClock.now + .seconds(30)
        var table = try await client.createTable(input).tableDescription
        while table?.tableStatus != .active, ContinuousClock.now < limit {
            try await Task.sleep(for: .milliseconds(5))
            table = try await client.describeTable(DescribeTableInput(tableName: input.tableName)).table
        }
        await client.shutDown()
        guard let table, table.tableStatus == .active else {
            let status = table?.tableStatus.map { "still \($0)" } ?? "not told"
            throw TestServerError("The status of the table \(input.tableName) is \(status) after 30 seconds")
        }
        return table
    }
}
