// The operation ListContributorInsights. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Lists the tables and indexes for which Contributor Insights was set, page by page.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceNotFound``,
    ///   ``ErrorCode/internalServerError``.
    public func listContributorInsights(
        _ input: ListContributorInsightsInput = ListContributorInsightsInput()
    ) async throws(CallError) -> ListContributorInsightsOutput {
        try await send(ListContributorInsightsCommand(input))
    }
}

/// ListContributorInsights as a value, to be sent by a client. Lists the tables and indexes for which Contributor
/// Insights was set, page by page.
public struct ListContributorInsightsCommand: Command {
    /// The name of the operation.
    public static let operation = "ListContributorInsights"
    /// What is asked.
    public let input: ListContributorInsightsInput

    /// A command of this input.
    public init(_ input: ListContributorInsightsInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> ListContributorInsightsOutput {
        try ListContributorInsightsOutput(decoding: body)
    }
}

/// What ListContributorInsights is asked.
public struct ListContributorInsightsInput: Equatable, Sendable {
    /// The table whose settings to list, by name or ARN. Those of all tables when absent.
    public var tableName: String?
    /// Where to go on: the `NextToken` of the previous page. Absent for the first.
    public var nextToken: String?
    /// The most settings to answer on one page, up to 100.
    public var maxResults: Int?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String? = nil,
        nextToken: String? = nil,
        maxResults: Int? = nil
    ) {
        self.tableName = tableName
        self.nextToken = nextToken
        self.maxResults = maxResults
    }
}

extension ListContributorInsightsInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
            writer.member("NextToken", of: nextToken)
            writer.member("MaxResults", of: maxResults)
        }
    }
}

/// What ListContributorInsights answers.
public struct ListContributorInsightsOutput: Equatable, Sendable {
    /// A page of Contributor Insights settings.
    public var contributorInsightsSummaries: [ContributorInsightsSummary]
    /// Where the next page begins. Absent on the last page.
    public var nextToken: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        contributorInsightsSummaries: [ContributorInsightsSummary] = [],
        nextToken: String? = nil
    ) {
        self.contributorInsightsSummaries = contributorInsightsSummaries
        self.nextToken = nextToken
    }
}

extension ListContributorInsightsOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ListContributorInsightsOutput") { name, reader throws(ServiceError) in
            switch name {
            case "ContributorInsightsSummaries": contributorInsightsSummaries = try reader.value() ?? []
            case "NextToken": nextToken = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
