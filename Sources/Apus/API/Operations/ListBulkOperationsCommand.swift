// The operation ListBulkOperations. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Lists bulk operations, page by page.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal.
    public func listBulkOperations(
        _ input: ListBulkOperationsInput = ListBulkOperationsInput()
    ) async throws(CallError) -> ListBulkOperationsOutput {
        try await send(ListBulkOperationsCommand(input))
    }
}

/// ListBulkOperations as a value, to be sent by a client. Lists bulk operations, page by page.
public struct ListBulkOperationsCommand: Command {
    /// The name of the operation.
    public static let operation = "ListBulkOperations"
    /// What is asked.
    public let input: ListBulkOperationsInput

    /// A command of this input.
    public init(_ input: ListBulkOperationsInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> ListBulkOperationsOutput {
        try ListBulkOperationsOutput(decoding: body)
    }
}

/// What ListBulkOperations is asked.
public struct ListBulkOperationsInput: Equatable, Sendable {
    /// The most operations to answer on one page, 1 to 25.
    public var maxResults: Int?
    /// Where to go on: the `NextToken` of the previous page. Absent for the first.
    public var nextToken: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        maxResults: Int? = nil,
        nextToken: String? = nil
    ) {
        self.maxResults = maxResults
        self.nextToken = nextToken
    }
}

extension ListBulkOperationsInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("MaxResults", of: maxResults)
            writer.member("NextToken", of: nextToken)
        }
    }
}

/// What ListBulkOperations answers.
public struct ListBulkOperationsOutput: Equatable, Sendable {
    /// A page of bulk operations.
    public var bulkOperationsSummaryList: [BulkOperationSummary]
    /// Where the next page begins. Absent on the last page.
    public var nextToken: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        bulkOperationsSummaryList: [BulkOperationSummary] = [],
        nextToken: String? = nil
    ) {
        self.bulkOperationsSummaryList = bulkOperationsSummaryList
        self.nextToken = nextToken
    }
}

extension ListBulkOperationsOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ListBulkOperationsOutput") { name, reader throws(ServiceError) in
            switch name {
            case "BulkOperationsSummaryList": bulkOperationsSummaryList = try reader.value() ?? []
            case "NextToken": nextToken = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
