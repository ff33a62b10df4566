// Operations that answer page by page, and where each keeps its positions.

import ApusModel

/// A command whose answer may be the first of several pages, to be read on by ``DynamoDBClient/pages(of:)``.
///
/// Where a page ends, and with it the position from which to go on, is the service's choice. A page may be empty and
/// still have others behind it.
public protocol PagedCommand: Command {
    /// Where a page begins.
    associatedtype Position: Equatable & Sendable
    /// What the pages are made of.
    associatedtype Element: Sendable

    /// A command of this input.
    init(_ input: Input)

    /// Where an input says at which position to begin; nil for the first page.
    static var start: WritableKeyPath<Input, Position?> { get }
    /// Where an output says at which position the next page begins; nil on the last page.
    static var next: KeyPath<Output, Position?> { get }
    /// Where an output has what is paged.
    static var elements: KeyPath<Output, [Element]> { get }
}

extension QueryCommand: PagedCommand {
    /// `ExclusiveStartKey` of the request.
    public static var start: WritableKeyPath<QueryInput, Item?> { \.exclusiveStartKey }
    /// `LastEvaluatedKey` of the answer.
    public static var next: KeyPath<QueryOutput, Item?> { \.lastEvaluatedKey }
    /// `Items` of the answer.
    public static var elements: KeyPath<QueryOutput, [Item]> { \.items }
}

extension ScanCommand: PagedCommand {
    /// `ExclusiveStartKey` of the request.
    public static var start: WritableKeyPath<ScanInput, Item?> { \.exclusiveStartKey }
    /// `LastEvaluatedKey` of the answer.
    public static var next: KeyPath<ScanOutput, Item?> { \.lastEvaluatedKey }
    /// `Items` of the answer.
    public static var elements: KeyPath<ScanOutput, [Item]> { \.items }
}

extension ListTablesCommand: PagedCommand {
    /// `ExclusiveStartTableName` of the request.
    public static var start: WritableKeyPath<ListTablesInput, String?> { \.exclusiveStartTableName }
    /// `LastEvaluatedTableName` of the answer.
    public static var next: KeyPath<ListTablesOutput, String?> { \.lastEvaluatedTableName }
    /// `TableNames` of the answer.
    public static var elements: KeyPath<ListTablesOutput, [String]> { \.tableNames }
}

extension ListStreamsCommand: PagedCommand {
    /// `ExclusiveStartStreamArn` of the request.
    public static var start: WritableKeyPath<ListStreamsInput, String?> { \.exclusiveStartStreamArn }
    /// `LastEvaluatedStreamArn` of the answer.
    public static var next: KeyPath<ListStreamsOutput, String?> { \.lastEvaluatedStreamArn }
    /// `Streams` of the answer.
    public static var elements: KeyPath<ListStreamsOutput, [StreamSummary]> { \.streams }
}

extension ListTagsOfResourceCommand: PagedCommand {
    /// `NextToken` of the request.
    public static var start: WritableKeyPath<ListTagsOfResourceInput, String?> { \.nextToken }
    /// `NextToken` of the answer.
    public static var next: KeyPath<ListTagsOfResourceOutput, String?> { \.nextToken }
    /// `Tags` of the answer.
    public static var elements: KeyPath<ListTagsOfResourceOutput, [Tag]> { \.tags }
}

extension ListBackupsCommand: PagedCommand {
    /// `ExclusiveStartBackupArn` of the request.
    public static var start: WritableKeyPath<ListBackupsInput, String?> { \.exclusiveStartBackupArn }
    /// `LastEvaluatedBackupArn` of the answer.
    public static var next: KeyPath<ListBackupsOutput, String?> { \.lastEvaluatedBackupArn }
    /// `BackupSummaries` of the answer.
    public static var elements: KeyPath<ListBackupsOutput, [BackupSummary]> { \.backupSummaries }
}

extension ListExportsCommand: PagedCommand {
    /// `NextToken` of the request.
    public static var start: WritableKeyPath<ListExportsInput, String?> { \.nextToken }
    /// `NextToken` of the answer.
    public static var next: KeyPath<ListExportsOutput, String?> { \.nextToken }
    /// `ExportSummaries` of the answer.
    public static var elements: KeyPath<ListExportsOutput, [ExportSummary]> { \.exportSummaries }
}

extension ListImportsCommand: PagedCommand {
    /// `NextToken` of the request.
    public static var start: WritableKeyPath<ListImportsInput, String?> { \.nextToken }
    /// `NextToken` of the answer.
    public static var next: KeyPath<ListImportsOutput, String?> { \.nextToken }
    /// `ImportSummaryList` of the answer.
    public static var elements: KeyPath<ListImportsOutput, [ImportSummary]> { \.importSummaryList }
}

extension ListGlobalTablesCommand: PagedCommand {
    /// `ExclusiveStartGlobalTableName` of the request.
    public static var start: WritableKeyPath<ListGlobalTablesInput, String?> { \.exclusiveStartGlobalTableName }
    /// `LastEvaluatedGlobalTableName` of the answer.
    public static var next: KeyPath<ListGlobalTablesOutput, String?> { \.lastEvaluatedGlobalTableName }
    /// `GlobalTables` of the answer.
    public static var elements: KeyPath<ListGlobalTablesOutput, [GlobalTable]> { \.globalTables }
}

extension ListContributorInsightsCommand: PagedCommand {
    /// `NextToken` of the request.
    public static var start: WritableKeyPath<ListContributorInsightsInput, String?> { \.nextToken }
    /// `NextToken` of the answer.
    public static var next: KeyPath<ListContributorInsightsOutput, String?> { \.nextToken }
    /// `ContributorInsightsSummaries` of the answer.
    public static var elements: KeyPath<ListContributorInsightsOutput, [ContributorInsightsSummary]> {
        \.contributorInsightsSummaries
    }
}
