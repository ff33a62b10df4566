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

    @Test(arguments: [
        (
            #"{"BackupSummaries":[{}],"LastEvaluatedBackupArn":"t"}"#, #"{"ExclusiveStartBackupArn":"t"}"#,
            { try await $0.pages(of: ListBackupsCommand(ListBackupsInput())).elements.reduce(0) { n, _ in n + 1 } }
        ),
        (
            #"{"ExportSummaries":[{}],"NextToken":"t"}"#, #"{"NextToken":"t"}"#,
            { try await $0.pages(of: ListExportsCommand(ListExportsInput())).elements.reduce(0) { n, _ in n + 1 } }
        ),
        (
            #"{"ImportSummaryList":[{}],"NextToken":"t"}"#, #"{"NextToken":"t"}"#,
            { try await $0.pages(of: ListImportsCommand(ListImportsInput())).elements.reduce(0) { n, _ in n + 1 } }
        ),
        (
            #"{"GlobalTables":[{}],"LastEvaluatedGlobalTableName":"t"}"#, #"{"ExclusiveStartGlobalTableName":"t"}"#,
            {
                let command = ListGlobalTablesCommand(ListGlobalTablesInput())
                return try await $0.pages(of: command).elements.reduce(0) { n, _ in n + 1 }
            }
        ),
        (
            #"{"ContributorInsightsSummaries":[{}],"NextToken":"t"}"#, #"{"NextToken":"t"}"#,
            {
                let command = ListContributorInsightsCommand(ListContributorInsightsInput())
                return try await $0.pages(of: command).elements.reduce(0) { n, _ in n + 1 }
            }
        ),
    ] as [(String, String, @Sendable (DynamoDBClient) async throws -> Int)])
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
