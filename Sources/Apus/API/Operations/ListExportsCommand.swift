// The operation ListExports. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Lists exports of the account, or of one table, page by page.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/limitExceeded``,
    ///   ``ErrorCode/internalServerError``.
    public func listExports(
        _ input: ListExportsInput = ListExportsInput()
    ) async throws(CallError) -> ListExportsOutput {
        try await send(ListExportsCommand(input))
    }
}

/// ListExports as a value, to be sent by a client. Lists exports of the account, or of one table, page by page.
public struct ListExportsCommand: Command {
    /// The name of the operation.
    public static let operation = "ListExports"
    /// What is asked.
    public let input: ListExportsInput

    /// A command of this input.
    public init(_ input: ListExportsInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> ListExportsOutput {
        try ListExportsOutput(decoding: body)
    }
}

/// What ListExports is asked.
public struct ListExportsInput: Equatable, Sendable {
    /// The table whose exports to list. Those of all tables when absent.
    public var tableArn: String?
    /// The most exports to answer on one page, 1 to 25.
    public var maxResults: Int?
    /// Where to go on: the `NextToken` of the previous page. Absent for the first.
    public var nextToken: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableArn: String? = nil,
        maxResults: Int? = nil,
        nextToken: String? = nil
    ) {
        self.tableArn = tableArn
        self.maxResults = maxResults
        self.nextToken = nextToken
    }
}

extension ListExportsInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableArn", of: tableArn)
            writer.member("MaxResults", of: maxResults)
            writer.member("NextToken", of: nextToken)
        }
    }
}

/// What ListExports answers.
public struct ListExportsOutput: Equatable, Sendable {
    /// A page of exports.
    public var exportSummaries: [ExportSummary]
    /// Where the next page begins. Absent on the last page.
    public var nextToken: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        exportSummaries: [ExportSummary] = [],
        nextToken: String? = nil
    ) {
        self.exportSummaries = exportSummaries
        self.nextToken = nextToken
    }
}

extension ListExportsOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ListExportsOutput") { name, reader throws(ServiceError) in
            switch name {
            case "ExportSummaries": exportSummaries = try reader.value() ?? []
            case "NextToken": nextToken = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
