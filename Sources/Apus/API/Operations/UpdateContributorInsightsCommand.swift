// The operation UpdateContributorInsights. Written by script/generate-api.

import ApusModel
import ApusWire

extension DynamoDBClient {
    /// Switches Contributor Insights on or off for a table or one of its indexes.
    ///
    /// - Throws: `CallError` where there is no answer, or a refusal, with codes such as ``ErrorCode/resourceNotFound``,
    ///   ``ErrorCode/internalServerError``.
    public func updateContributorInsights(
        _ input: UpdateContributorInsightsInput
    ) async throws(CallError) -> UpdateContributorInsightsOutput {
        try await send(UpdateContributorInsightsCommand(input))
    }
}

/// UpdateContributorInsights as a value, to be sent by a client. Switches Contributor Insights on or off for a table or
/// one of its indexes.
public struct UpdateContributorInsightsCommand: Command {
    /// The name of the operation.
    public static let operation = "UpdateContributorInsights"
    /// What is asked.
    public let input: UpdateContributorInsightsInput

    /// A command of this input.
    public init(_ input: UpdateContributorInsightsInput) {
        self.input = input
    }

    /// The body of the request.
    public func body() -> [UInt8] {
        input.encoded()
    }

    /// The output that an answer holds.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    public static func output(from body: [UInt8]) throws(CallError) -> UpdateContributorInsightsOutput {
        try UpdateContributorInsightsOutput(decoding: body)
    }
}

/// What UpdateContributorInsights is asked.
public struct UpdateContributorInsightsInput: Equatable, Sendable {
    /// The name of the table, or its ARN.
    public var tableName: String
    /// Whether to switch it on or off.
    public var contributorInsightsAction: ContributorInsightsAction
    /// The name of the index. Absent for the table itself.
    public var indexName: String?
    /// Which keys to count; `ACCESSED_AND_THROTTLED_KEYS` when absent.
    public var contributorInsightsMode: ContributorInsightsMode?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String,
        contributorInsightsAction: ContributorInsightsAction,
        indexName: String? = nil,
        contributorInsightsMode: ContributorInsightsMode? = nil
    ) {
        self.tableName = tableName
        self.contributorInsightsAction = contributorInsightsAction
        self.indexName = indexName
        self.contributorInsightsMode = contributorInsightsMode
    }
}

extension UpdateContributorInsightsInput: WrittenShape {
    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("TableName", of: tableName)
            writer.member("ContributorInsightsAction", of: contributorInsightsAction)
            writer.member("IndexName", of: indexName)
            writer.member("ContributorInsightsMode", of: contributorInsightsMode)
        }
    }
}

/// What UpdateContributorInsights answers.
public struct UpdateContributorInsightsOutput: Equatable, Sendable {
    /// The name of the table.
    public var tableName: String?
    /// The name of the index. Absent for the table itself.
    public var indexName: String?
    /// Whether keys are counted.
    public var contributorInsightsStatus: ContributorInsightsStatus?
    /// Which keys are counted.
    public var contributorInsightsMode: ContributorInsightsMode?

    /// Takes a value for each member; those with a default may be left out.
    public init(
        tableName: String? = nil,
        indexName: String? = nil,
        contributorInsightsStatus: ContributorInsightsStatus? = nil,
        contributorInsightsMode: ContributorInsightsMode? = nil
    ) {
        self.tableName = tableName
        self.indexName = indexName
        self.contributorInsightsStatus = contributorInsightsStatus
        self.contributorInsightsMode = contributorInsightsMode
    }
}

extension UpdateContributorInsightsOutput: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "UpdateContributorInsightsOutput") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.value()
            case "IndexName": indexName = try reader.value()
            case "ContributorInsightsStatus": contributorInsightsStatus = try reader.value()
            case "ContributorInsightsMode": contributorInsightsMode = try reader.value()
            default: try reader.skipValue()
            }
        }
    }
}
