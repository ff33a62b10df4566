// The operation ListImports. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Lists imports of the account, or into one table, page by page.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/limitExceeded``.
    public func listImports(
        _ input: ListImportsInput = ListImportsInput()
    ) async throws(CallError) -> ListImportsOutput {
        try await send(ListImportsCommand(input))
    }
}

/// ListImports as a value, to be sent by a client. Lists imports of the account, or into one table, page by page.
public struct ListImportsCommand: Command {
    /// The name of the operation.
    public static let operation = "ListImports"
    /// What is asked.
    public let input: ListImportsInput

    /// A command of this input.
    public init(_ input: ListImportsInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> ListImportsOutput {
        try ListImportsOutput(decoding: body)
    }
}

/// What ListImports is asked.
public struct ListImportsInput: Equatable, Sendable {
    /// The table whose imports to list. Those of all tables when absent.
    public var tableArn: String?
    /// The most imports to answer on one page, 1 to 25.
    public var pageSize: Int?
    /// Where to go on: the `NextToken` of the previous page. Absent for the first.
    public var nextToken: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableArn: String? = nil,
        pageSize: Int? = nil,
        nextToken: String? = nil
    ) {
        self.tableArn = tableArn
        self.pageSize = pageSize
        self.nextToken = nextToken
    }
}

extension ListImportsInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableArn", of: tableArn)
            writer.member("PageSize", of: pageSize)
            writer.member("NextToken", of: nextToken)
        }
    }
}

/// What ListImports answers.
public struct ListImportsOutput: Equatable, Sendable {
    /// A page of imports.
    public var importSummaryList: [ImportSummary]
    /// Where the next page begins. Absent on the last page.
    public var nextToken: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        importSummaryList: [ImportSummary] = [],
        nextToken: String? = nil
    ) {
        self.importSummaryList = importSummaryList
        self.nextToken = nextToken
    }
}

extension ListImportsOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ListImportsOutput") { name, reader throws(ServiceError) in
            switch name {
            case "ImportSummaryList": importSummaryList = try reader.value() ?? []
            case "NextToken": nextToken = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
