// What the operations on a table tell of it.

import ApusModel
import Testing

@testable import ApusOperations

struct DescribeTableTests {
    private static let key = "arn:aws:kms:eu-north-1:111122223333:"

    /// What DescribeTable tells of a new table.
    private func description(of table: NewTable) async throws -> String {
        let service = try TestService()
        try await service.call(.createTable, table.json)
        return try await service.call(.describeTable, #"{"TableName":"Cats"}"#)
    }

    @Test func `indexes are told with their keys and projections`() async throws {
        let include = #"{"ProjectionType":"INCLUDE","NonKeyAttributes":["color","color","name"]}"#

        let json = try await description(
            of: NewTable(
                definitions: "id:S at:N owner:S age:N",
                local: [NewTable.index("byAge", "id:HASH age:RANGE", projection: #"{"ProjectionType":"KEYS_ONLY"}"#)],
                global: [NewTable.index("byOwner", "owner:HASH age:HASH at:RANGE", projection: include)]
            )
        )

        #expect(
            json.contains(
                #""LocalSecondaryIndexes":[{"IndexName":"byAge","KeySchema":[{"AttributeName":"id","KeyType":"HASH"},"#
                    + #"{"AttributeName":"age","KeyType":"RANGE"}],"Projection":{"ProjectionType":"KEYS_ONLY"},"#
            )
        )
        #expect(json.contains(#""IndexArn":"arn:aws:dynamodb:eu-north-1:111122223333:table/Cats/index/byAge"}]"#))
        #expect(
            json.contains(
                #""GlobalSecondaryIndexes":[{"IndexName":"byOwner","KeySchema":[{"AttributeName":"owner","KeyType":"HASH"},"#
                    + #"{"AttributeName":"age","KeyType":"HASH"},{"AttributeName":"at","KeyType":"RANGE"}],"#
                    + #""Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["color","name"]},"#
                    + #""IndexStatus":"ACTIVE","ProvisionedThroughput":{"NumberOfDecreasesToday":0,"ReadCapacityUnits":0,"#
            )
        )
    }

    @Test func `attributes are told in the order in which they were defined`() async throws {
        let json = try await description(
            of: NewTable(definitions: "owner:S at:N id:B", global: [NewTable.index("byOwner", "owner:HASH")])
        )

        #expect(
            json.contains(
                #""AttributeDefinitions":[{"AttributeName":"owner","AttributeType":"S"},"#
                    + #"{"AttributeName":"at","AttributeType":"N"},{"AttributeName":"id","AttributeType":"B"}]"#
            )
        )
    }

    @Test func `a new table tells that it and its indexes are being created`() async throws {
        let service = try TestService()

        let json = try await service.call(.createTable, NewTable(global: [NewTable.index("byTime", "at:HASH")]).json)

        #expect(json.contains(#""TableStatus":"CREATING""#))
        #expect(json.contains(#""IndexStatus":"CREATING""#))
        #expect(!json.contains("Backfilling"))
    }

    @Test(
        arguments: [
            (
                NewTable(
                    more:
                        #""OnDemandThroughput":{"MaxWriteRequestUnits":7},"WarmThroughput":{"ReadUnitsPerSecond":13000}"#
                ),
                #""OnDemandThroughput":{"MaxWriteRequestUnits":7},"#
                    + #""WarmThroughput":{"ReadUnitsPerSecond":13000,"WriteUnitsPerSecond":4000,"Status":"ACTIVE"}"#
            ),
            (
                NewTable(billing: #""ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":6}"#),
                #""ReadCapacityUnits":5,"WriteCapacityUnits":6},"#
                    + #""WarmThroughput":{"ReadUnitsPerSecond":5,"WriteUnitsPerSecond":6,"Status":"ACTIVE"}"#
            ),
            (
                NewTable(more: #""SSESpecification":{"Enabled":true}"#),
                #""SSEDescription":{"Status":"ENABLED","SSEType":"KMS","KMSMasterKeyArn":"\#(key)key/"#
            ),
            (
                NewTable(more: #""SSESpecification":{"Enabled":true,"SSEType":"KMS","KMSMasterKeyId":"1234abcd"}"#),
                #""KMSMasterKeyArn":"\#(key)key/1234abcd"}"#
            ),
            (
                NewTable(more: #""SSESpecification":{"Enabled":true,"KMSMasterKeyId":"alias/cats"}"#),
                #""KMSMasterKeyArn":"\#(key)alias/cats"}"#
            ),
            (
                NewTable(more: #""SSESpecification":{"Enabled":true,"KMSMasterKeyId":"arn:aws:kms:x:1:key/2"}"#),
                #""KMSMasterKeyArn":"arn:aws:kms:x:1:key/2"}"#
            ),
            (
                NewTable(more: #""TableClass":"STANDARD_INFREQUENT_ACCESS","DeletionProtectionEnabled":true"#),
                #""TableClassSummary":{"TableClass":"STANDARD_INFREQUENT_ACCESS"},"DeletionProtectionEnabled":true"#
            ),
            (
                NewTable(more: #""StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"}"#),
                #""StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"},"LatestStreamLabel":"20"#
            ),
        ] as [(NewTable, String)]
    )
    func `what was set is told`(table: NewTable, told: String) async throws {
        let json = try await description(of: table)

        #expect(json.contains(told))
    }

    @Test func `the default key of encryption is always the same`() async throws {
        let table = NewTable(more: #""SSESpecification":{"Enabled":true,"KMSMasterKeyId":"alias/aws/dynamodb"}"#)
        let name = try await description(of: table).split(separator: "KMSMasterKeyArn").last?.prefix { $0 != "}" }

        let again = try await description(of: NewTable(more: #""SSESpecification":{"Enabled":true}"#))

        #expect(again.contains(try #require(name)))
    }

    @Test func `what was not set is not told`() async throws {
        let json = try await description(
            of: NewTable(
                more:
                    #""TableClass":"STANDARD","SSESpecification":{"Enabled":false},"OnDemandThroughput":{},"Tags":[],"#
                    + #""StreamSpecification":{"StreamEnabled":false}"#
            )
        )

        for member in [
            "SecondaryIndexes", "Stream", "SSEDescription", "TableClassSummary", "OnDemandThroughput", "Backfilling",
            "LastIncreaseDateTime", "LastDecreaseDateTime",
        ] { #expect(!json.contains(member)) }
        #expect(json.contains(#""DeletionProtectionEnabled":false"#))
    }

    @Test func `a table that is deleted tells neither keys nor indexes`() async throws {
        let service = try TestService()
        try await service.call(
            .createTable,
            NewTable(
                local: [NewTable.index("byTime", "id:HASH at:RANGE")],
                global: [NewTable.index("byAge", "at:HASH")]
            ).json
        )

        let json = try await service.call(.deleteTable, #"{"TableName":"Cats"}"#)

        #expect(json.contains(#""TableStatus":"DELETING""#))
        for member in ["KeySchema", "AttributeDefinitions", "SecondaryIndexes"] { #expect(!json.contains(member)) }
    }

    @Test(
        arguments: [
            (1_431_379_293_291, "2015-05-11T21:21:33.291"), (951_782_400_007, "2000-02-29T00:00:00.007"),
            (0, "1970-01-01T00:00:00.000"),
        ]
    )
    func `a stream is labelled with the time in UTC`(milliseconds: Int64, label: String) {
        #expect(Timestamp(milliseconds: milliseconds).text == label)
    }
}
