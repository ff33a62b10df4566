// Tables that cannot be created, and in which words.

import ApusModel
import Testing

struct CreateTableFaultsTests {
    private static let units = #""ProvisionedThroughput":{"ReadCapacityUnits":5,"WriteCapacityUnits":6}"#

    // MARK: Keys

    @Test(
        arguments: [
            ("id:S", "id:RANGE", "Invalid KeySchema: The first KeySchemaElement is not a HASH key type"),
            ("id:S at:S", "id:HASH at:HASH", "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type"),
            (
                "id:S", "id:HASH id:RANGE",
                "Both the Hash Key and the Range Key element in the KeySchema have the same name"
            ), ("id:S", "id:HASH at:RANGE", "Invalid KeySchema: Some index key attribute have no definition"),
            (
                "at:S", "id:HASH",
                NewTable.invalid + "Some index key attributes are not defined in AttributeDefinitions. "
                    + "Keys: [id], AttributeDefinitions: [at]"
            ),
            (
                "id:S at:S", "id:HASH",
                NewTable.invalid
                    + "Number of attributes in KeySchema does not exactly match number of attributes defined in "
                    + "AttributeDefinitions"
            ), ("id:S at:S id:N", "id:HASH", NewTable.invalid + "Attribute Name is duplicated: id"),
        ] as [(String, String, String)]
    )
    func `a key has its form and its definitions`(definitions: String, key: String, message: String) async throws {
        let error = try await NewTable(definitions: definitions, key: key).refusal()

        #expect(error == .validation(message))
    }

    @Test func `names that look alike but have other bytes are different`() async throws {
        let service = try TestService()

        let answer = try await service.call(
            .createTable,
            NewTable(definitions: "caf\u{E9}:S cafe\u{301}:S", key: "caf\u{E9}:HASH cafe\u{301}:RANGE").json
        )

        #expect(answer.contains("\"AttributeName\":\"cafe\u{301}\",\"KeyType\":\"RANGE\""))
    }

    // MARK: Throughput

    @Test(
        arguments: [
            (
                "",
                "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED"
            ),
            (
                #""BillingMode":"PAY_PER_REQUEST","# + units,
                "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST"
            ),
            (
                units + #","OnDemandThroughput":{"MaxReadRequestUnits":5,"MaxWriteRequestUnits":0}"#,
                "MaxReadRequestUnits for OnDemandThroughput cannot be specified when table BillingMode is PROVISIONED."
            ),
            (
                #""BillingMode":"PAY_PER_REQUEST","OnDemandThroughput":{"MaxWriteRequestUnits":0}"#,
                "Requested MaxWriteRequestUnits for OnDemandThroughput for table is outside of valid range"
            ),
            (
                #""BillingMode":"PAY_PER_REQUEST","OnDemandThroughput":{"MaxReadRequestUnits":-1}"#,
                "Requested MaxReadRequestUnits for OnDemandThroughput for table is outside of valid range"
            ),
            (
                #""BillingMode":"PAY_PER_REQUEST","WarmThroughput":{"ReadUnitsPerSecond":11999}"#,
                "Requested ReadUnitsPerSecond for WarmThroughput for table is lower than current WarmThroughput, "
                    + "decreasing WarmThroughput is not supported"
            ),
            (
                units + #","WarmThroughput":{"WriteUnitsPerSecond":5}"#,
                "Requested WriteUnitsPerSecond for WarmThroughput for table is lower than current WarmThroughput, "
                    + "decreasing WarmThroughput is not supported"
            ),
        ] as [(String, String)]
    )
    func `throughput fits how the table is paid for`(billing: String, message: String) async throws {
        let error = try await NewTable(billing: billing).refusal()

        #expect(error == .validation(NewTable.invalid + message))
    }

    @Test(
        arguments: [
            (#""ProvisionedThroughput":{"ReadCapacityUnits":40001,"WriteCapacityUnits":1}"#, "ReadCapacityUnits"),
            (#""ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":40001}"#, "WriteCapacityUnits"),
            (
                #""BillingMode":"PAY_PER_REQUEST","WarmThroughput":{"ReadUnitsPerSecond":40001}"#,
                "ReadUnitsPerSecond"
            ),
        ]
    )
    func `a table has a quota of throughput`(billing: String, kind: String) async throws {
        let error = try await NewTable(billing: billing).refusal()

        #expect(
            error
                == ServiceError(
                    .limitExceeded,
                    "The requested \(kind), 40001, is above the per table maximum for the account in eu-north-1. "
                        + "Per table maximum: 40000. Refer to the Amazon DynamoDB Developer Guide for current limits "
                        + "and how to request higher limits."
                )
        )
    }

    @Test func `a table and its indexes together have the quota of the account`() async throws {
        let units = #""ProvisionedThroughput":{"ReadCapacityUnits":30000,"WriteCapacityUnits":1}"#
        let indexes = ["one", "two"].map { NewTable.index($0, "at:HASH", more: units) }

        let error = try await NewTable(billing: units, global: indexes).refusal()

        #expect(error?.code == .limitExceeded)
        #expect(
            error?.message?.hasPrefix("The requested ReadCapacityUnits, 90000, is above the per account maximum")
                ?? false
        )
    }

    // MARK: Settings

    @Test(
        arguments: [
            (
                #""StreamSpecification":{"StreamEnabled":true}"#,
                NewTable.invalid + "Table is being created with a stream enabled, UpdateViewType is required"
            ),
            (
                #""StreamSpecification":{"StreamEnabled":false,"StreamViewType":"NEW_IMAGE"}"#,
                NewTable.invalid + "If stream is being disabled, then UpdateViewType must not be specified"
            ), (#""SSESpecification":{"SSEType":"AES256"}"#, NewTable.invalid + "SSEType AES256 is not supported"),
            (
                #""SSESpecification":{"KMSMasterKeyId":"alias/cats"}"#,
                NewTable.invalid + "KMSMasterKeyId cannot be specified when SSE is not enabled"
            ),
            (
                #""Tags":[{"Key":"aws:x","Value":""}]"#,
                "Tag Key cannot be prefixed with aws:, Key: aws:x"
            ), (#""ResourcePolicy":"{}""#, "This version of apus does not serve {ResourcePolicy}"),
        ] as [(String, String)]
    )
    func `settings that contradict themselves are refused`(member: String, message: String) async throws {
        let error = try await NewTable(more: member).refusal()

        #expect(error == .validation(message))
    }

    @Test func `a table has at most fifty tags`() async throws {
        let tags = (0...50).map { "{\"Key\":\"k\($0)\",\"Value\":\"\"}" }.joined(separator: ",")

        let error = try await NewTable(more: "\"Tags\":[\(tags)]").refusal()

        #expect(error == .validation("Number of Tags exceed the current limit for the provided ResourceArn"))
    }
}
