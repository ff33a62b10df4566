// Where operations keep their positions.

import ApusModel
import Testing

@testable import Apus

struct PagedCommandTests {
    /// Reads two pages of an operation, and answers how many elements they had and what the second request said.
    private static func read(
        _ first: String,
        _ second: String,
        _ count: @Sendable (DynamoDBClient) async throws -> Int
    ) async throws -> (count: Int, body: String) {
        let transport = ScriptedTransport([.json(first), .json(second)])
        let count = try await count(DynamoDBClient(scripted: transport))
        return (count, transport.bodies[1])
    }

    @Test func `tables are listed on behind the last name`() async throws {
        let (count, body) = try await Self.read(
            #"{"TableNames":["a","b"],"LastEvaluatedTableName":"b"}"#,
            #"{"TableNames":["c"]}"#
        ) { client in try await client.tableNames().reduce(0) { count, _ in count + 1 } }

        #expect(count == 3)
        #expect(body == #"{"ExclusiveStartTableName":"b"}"#)
    }

    @Test func `tags are listed on from a token`() async throws {
        let (count, body) = try await Self.read(
            #"{"Tags":[{"Key":"a","Value":"1"}],"NextToken":"t1"}"#,
            #"{"Tags":[{"Key":"b","Value":"2"}]}"#
        ) { client in try await client.tags(ofResource: "arn").reduce(0) { count, _ in count + 1 } }

        #expect(count == 2)
        #expect(body == #"{"ResourceArn":"arn","NextToken":"t1"}"#)
    }

    private static func counting(_ command: some PagedCommand) -> @Sendable (DynamoDBClient) async throws -> Int {
        { client in try await client.pages(of: command).elements.reduce(0) { count, _ in count + 1 } }
    }

    @Test(arguments: [
        (
            #"{"BackupSummaries":[{}],"LastEvaluatedBackupArn":"t"}"#, #"{"ExclusiveStartBackupArn":"t"}"#,
            counting(ListBackupsCommand(ListBackupsInput()))
        ),
        (
            #"{"ExportSummaries":[{}],"NextToken":"t"}"#, #"{"NextToken":"t"}"#,
            counting(ListExportsCommand(ListExportsInput()))
        ),
        (
            #"{"ImportSummaryList":[{}],"NextToken":"t"}"#, #"{"NextToken":"t"}"#,
            counting(ListImportsCommand(ListImportsInput()))
        ),
        (
            #"{"GlobalTables":[{}],"LastEvaluatedGlobalTableName":"t"}"#, #"{"ExclusiveStartGlobalTableName":"t"}"#,
            counting(ListGlobalTablesCommand(ListGlobalTablesInput()))
        ),
        (
            #"{"Streams":[{}],"LastEvaluatedStreamArn":"t"}"#, #"{"ExclusiveStartStreamArn":"t"}"#,
            counting(ListStreamsCommand(ListStreamsInput()))
        ),
        (
            #"{"ContributorInsightsSummaries":[{}],"NextToken":"t"}"#, #"{"NextToken":"t"}"#,
            counting(ListContributorInsightsCommand(ListContributorInsightsInput()))
        ),
    ])
    func `other lists go on at the position that they told`(
        first: String,
        body: String,
        count: @Sendable (DynamoDBClient) async throws -> Int
    ) async throws {
        let read = try await Self.read(first, "{}", count)

        #expect(read.count == 1)
        #expect(read.body == body)
    }
}
