// The operation DescribeContributorInsights. Written by script/generate-api.

import ApusModel
import ApusWire
import Foundation

extension DynamoDBClient {
    /// Tells the state of Contributor Insights for a table or one of its indexes.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceNotFound``,
    ///   ``ErrorCode/internalServerError``.
    public func describeContributorInsights(
        _ input: DescribeContributorInsightsInput
    ) async throws(CallError) -> DescribeContributorInsightsOutput {
        try await send(DescribeContributorInsightsCommand(input))
    }
}

/// DescribeContributorInsights as a value, to be sent by a client. Tells the state of Contributor Insights for a table
/// or one of its indexes.
public struct DescribeContributorInsightsCommand: Command {
    /// The name of the operation.
    public static let operation = "DescribeContributorInsights"
    /// What is asked.
    public let input: DescribeContributorInsightsInput

    /// A command of this input.
    public init(_ input: DescribeContributorInsightsInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> DescribeContributorInsightsOutput {
        try DescribeContributorInsightsOutput(decoding: body)
    }
}

/// What DescribeContributorInsights is asked.
public struct DescribeContributorInsightsInput: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String
    /// The name of the index. Absent for the table itself.
    public var indexName: String?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String,
        indexName: String? = nil
    ) {
        self.tableName = tableName
        self.indexName = indexName
    }
}

extension DescribeContributorInsightsInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
            writer.member("IndexName", of: indexName)
        }
    }
}

/// What DescribeContributorInsights answers.
public struct DescribeContributorInsightsOutput: Equatable, Sendable {
    /// The name of the table.
    public var tableName: String?
    /// The name of the index. Absent for the table itself.
    public var indexName: String?
    /// The names of the CloudWatch rules that count the keys.
    public var contributorInsightsRuleList: [String]
    /// Whether keys are counted.
    public var contributorInsightsStatus: ContributorInsightsStatus?
    /// When its state last changed.
    public var lastUpdateDateTime: Date?
    /// Why the last change failed. Absent if it did not.
    public var failureException: FailureException?
    /// Which keys are counted.
    public var contributorInsightsMode: ContributorInsightsMode?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String? = nil,
        indexName: String? = nil,
        contributorInsightsRuleList: [String] = [],
        contributorInsightsStatus: ContributorInsightsStatus? = nil,
        lastUpdateDateTime: Date? = nil,
        failureException: FailureException? = nil,
        contributorInsightsMode: ContributorInsightsMode? = nil
    ) {
        self.tableName = tableName
        self.indexName = indexName
        self.contributorInsightsRuleList = contributorInsightsRuleList
        self.contributorInsightsStatus = contributorInsightsStatus
        self.lastUpdateDateTime = lastUpdateDateTime
        self.failureException = failureException
        self.contributorInsightsMode = contributorInsightsMode
    }
}

extension DescribeContributorInsightsOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "DescribeContributorInsightsOutput") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.value()
            case "IndexName": indexName = try reader.value()
            case "ContributorInsightsRuleList": contributorInsightsRuleList = try reader.value() ?? []
            case "ContributorInsightsStatus": contributorInsightsStatus = try reader.value()
            case "LastUpdateDateTime": lastUpdateDateTime = try reader.value()
            case "FailureException": failureException = try reader.value()
            case "ContributorInsightsMode": contributorInsightsMode = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
