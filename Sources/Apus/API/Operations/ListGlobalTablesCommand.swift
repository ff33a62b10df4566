// The operation ListGlobalTables. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Lists global tables of version 2017.11.29, page by page.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as
    ///   ``ErrorCode/internalServerError``.
    public func listGlobalTables(
        _ input: ListGlobalTablesInput = ListGlobalTablesInput()
    ) async throws(CallError) -> ListGlobalTablesOutput {
        try await send(ListGlobalTablesCommand(input))
    }
}

/// ListGlobalTables as a value, to be sent by a client. Lists global tables of version 2017.11.29, page by page.
public struct ListGlobalTablesCommand: Command {
    /// The name of the operation.
    public static let operation = "ListGlobalTables"
    /// What is asked.
    public let input: ListGlobalTablesInput

    /// A command of this input.
    public init(_ input: ListGlobalTablesInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> ListGlobalTablesOutput {
        try ListGlobalTablesOutput(decoding: body)
    }
}

/// What ListGlobalTables is asked.
public struct ListGlobalTablesInput: Equatable, Sendable {
    /// Where to go on: `LastEvaluatedGlobalTableName` of the previous page. Absent for the first.
    public var exclusiveStartGlobalTableName: String?
    /// The most global tables to answer on one page, at least 1.
    public var limit: Int?
    /// Lists only global tables with a replica in this region. All when absent.
    public var regionName: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        exclusiveStartGlobalTableName: String? = nil,
        limit: Int? = nil,
        regionName: String? = nil
    ) {
        self.exclusiveStartGlobalTableName = exclusiveStartGlobalTableName
        self.limit = limit
        self.regionName = regionName
    }
}

extension ListGlobalTablesInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("ExclusiveStartGlobalTableName", of: exclusiveStartGlobalTableName)
            writer.member("Limit", of: limit)
            writer.member("RegionName", of: regionName)
        }
    }
}

/// What ListGlobalTables answers.
public struct ListGlobalTablesOutput: Equatable, Sendable {
    /// A page of global tables.
    public var globalTables: [GlobalTable]
    /// Where the next page begins. Absent on the last page.
    public var lastEvaluatedGlobalTableName: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        globalTables: [GlobalTable] = [],
        lastEvaluatedGlobalTableName: String? = nil
    ) {
        self.globalTables = globalTables
        self.lastEvaluatedGlobalTableName = lastEvaluatedGlobalTableName
    }
}

extension ListGlobalTablesOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ListGlobalTablesOutput") { name, reader throws(ServiceError) in
            switch name {
            case "GlobalTables": globalTables = try reader.value() ?? []
            case "LastEvaluatedGlobalTableName": lastEvaluatedGlobalTableName = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
