// The shape ContributorInsightsSummary of the API. Written by script/generate-api.

import ApusModel
import ApusWire

/// One line of a list of Contributor Insights settings.
public struct ContributorInsightsSummary: Equatable, Sendable {
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

extension ContributorInsightsSummary: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init()
        try reader.members(of: "ContributorInsightsSummary") { name, reader throws(ServiceError) in
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
