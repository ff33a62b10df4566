// The operation ListTables. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Lists the names of the account's tables in this region, page by page.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as
    ///   ``ErrorCode/internalServerError``.
    public func listTables(
        _ input: ListTablesInput = ListTablesInput()
    ) async throws(CallError) -> ListTablesOutput {
        try await send(ListTablesCommand(input))
    }
}

/// ListTables as a value, to be sent by a client. Lists the names of the account's tables in this region, page by page.
public struct ListTablesCommand: Command {
    /// The name of the operation.
    public static let operation = "ListTables"
    /// What is asked.
    public let input: ListTablesInput

    /// A command of this input.
    public init(_ input: ListTablesInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> ListTablesOutput {
        try ListTablesOutput(decoding: body)
    }
}

/// What ListTables is asked.
public struct ListTablesInput: Equatable, Sendable {
    /// Where to go on: `LastEvaluatedTableName` of the previous page. Absent for the first.
    public var exclusiveStartTableName: String?
    /// The most names to answer on one page, 1 to 100; 100 when absent.
    public var limit: Int?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        exclusiveStartTableName: String? = nil,
        limit: Int? = nil
    ) {
        self.exclusiveStartTableName = exclusiveStartTableName
        self.limit = limit
    }
}

extension ListTablesInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("ExclusiveStartTableName", of: exclusiveStartTableName)
            writer.member("Limit", of: limit)
        }
    }
}

/// What ListTables answers.
public struct ListTablesOutput: Equatable, Sendable {
    /// A page of table names, in ascending order.
    public var tableNames: [String]
    /// Where the next page begins. Absent on the last page.
    public var lastEvaluatedTableName: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableNames: [String] = [],
        lastEvaluatedTableName: String? = nil
    ) {
        self.tableNames = tableNames
        self.lastEvaluatedTableName = lastEvaluatedTableName
    }
}

extension ListTablesOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ListTablesOutput") { name, reader throws(ServiceError) in
            switch name {
            case "TableNames": tableNames = try reader.value() ?? []
            case "LastEvaluatedTableName": lastEvaluatedTableName = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
