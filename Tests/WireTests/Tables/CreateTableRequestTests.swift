// The request to create a table.

import ApusModel
import Testing

@testable import ApusWire

struct CreateTableRequestTests {
    private static let keys =
        #""AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],"KeySchema":[{"AttributeName":"id","KeyType":"HASH"}]"#

    @Test func `a request holds the definition of the table`() throws {
        let request = try CreateTableRequest.decode(
            "{\"TableName\":\"Cats\",\(Self.keys),\"ProvisionedThroughput\":{\"ReadCapacityUnits\":5,\"WriteCapacityUnits\":6}}"
        )

        #expect(request.tableName == "Cats")
        #expect(request.attributeDefinitions?.map(\.attributeName) == ["id"])
        #expect(request.attributeDefinitions?.map(\.attributeType?.value) == [.string])
        #expect(request.keySchema?.map(\.keyType?.value) == [.hash])
        #expect(request.provisionedThroughput?.readCapacityUnits == 5)
        #expect(request.provisionedThroughput?.writeCapacityUnits == 6)
        #expect(request.unserved.names == [])
    }

    @Test func `a request holds indexes, throughput and settings`() throws {
        let request = try CreateTableRequest.decode(
            #"""
            {"TableName":"Cats","AttributeDefinitions":[],"KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],
             "LocalSecondaryIndexes":[
              {"IndexName":"byAge","KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],"Projection":{}}],
             "GlobalSecondaryIndexes":[
              {"IndexName":"byOwner","KeySchema":[{"AttributeName":"owner","KeyType":"HASH"}],"Projection":{}}],
             "BillingMode":"PAY_PER_REQUEST","OnDemandThroughput":{"MaxReadRequestUnits":7},
             "WarmThroughput":{"WriteUnitsPerSecond":8},"TableClass":"STANDARD_INFREQUENT_ACCESS",
             "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"KEYS_ONLY"},
             "SSESpecification":{"Enabled":true},"Tags":[{"Key":"a","Value":"b"}],"DeletionProtectionEnabled":true}
            """#
        )

        #expect(request.localSecondaryIndexes?.map(\.indexName) == ["byAge"])
        #expect(request.localSecondaryIndexes?.map(\.kind) == [.local])
        #expect(request.globalSecondaryIndexes?.map(\.indexName) == ["byOwner"])
        #expect(request.globalSecondaryIndexes?.map(\.kind) == [.global])
        #expect(request.billingMode?.value == .payPerRequest)
        #expect(request.onDemandThroughput?.maxReadRequestUnits == 7)
        #expect(request.warmThroughput?.writeUnitsPerSecond == 8)
        #expect(request.tableClass?.value == .infrequentAccess)
        #expect(request.streamSpecification?.streamViewType?.value == .keysOnly)
        #expect(request.sseSpecification?.enabled == true)
        #expect(request.tags?.map(\.key) == ["a"])
        #expect(request.deletionProtectionEnabled == true)
    }

    @Test(
        arguments: [
            (#""ResourcePolicy":"{}""#, ["ResourcePolicy"]), (#""GlobalTableSourceArn":"x""#, ["GlobalTableSourceArn"]),
            (#""GlobalTableSettingsReplicationMode":"ENABLED""#, ["GlobalTableSettingsReplicationMode"]),
            (#""VectorIndexes":[{}],"ResourcePolicy":"""#, ["VectorIndexes", "ResourcePolicy"]),
            (#""ResourcePolicy":null,"VectorIndexes":null"#, []), (#""Other":{"Member":[1]}"#, []),
        ] as [(String, [String])]
    )
    func `what is not served yet is noted where it is asked for`(member: String, names: [String]) throws {
        let request = try CreateTableRequest.decode("{\"TableName\":\"Cats\",\(Self.keys),\(member)}")

        #expect(request.unserved.names == names)
    }

    @Test func `violations are told in the order of the members`() {
        let faults = [
            "Value 'ab' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3",
            "Value 'FREE' at 'billingMode' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [PROVISIONED, PAY_PER_REQUEST]",
            "Value null at 'attributeDefinitions' failed to satisfy constraint: Member must not be null",
            "Value 'SORT' at 'keySchema.2.member.keyType' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [HASH, RANGE]",
            "Value null at 'provisionedThroughput.readCapacityUnits' failed to satisfy constraint: Member must not be null",
            "Value '0' at 'provisionedThroughput.writeCapacityUnits' failed to satisfy constraint: "
                + "Member must have value greater than or equal to 1",
            "Value null at 'globalSecondaryIndexes.1.member.keySchema' failed to satisfy constraint: "
                + "Member must not be null",
            "Value null at 'streamSpecification.streamEnabled' failed to satisfy constraint: Member must not be null",
            "Value '' at 'tags.1.member.key' failed to satisfy constraint: "
                + "Member must have length greater than or equal to 1",
            "Value 'COLD' at 'tableClass' failed to satisfy constraint: "
                + "Member must satisfy enum value set: [STANDARD, STANDARD_INFREQUENT_ACCESS]",
        ]

        #expect(throws: ServiceError.validation("10 validation errors detected: \(faults.joined(separator: "; "))")) {
            try CreateTableRequest.decode(
                #"""
                {"TableName":"ab","BillingMode":"FREE","ProvisionedThroughput":{"WriteCapacityUnits":0},
                 "KeySchema":[{"AttributeName":"id","KeyType":"HASH"},{"AttributeName":"at","KeyType":"SORT"}],
                 "TableClass":"COLD","Tags":[{"Key":"","Value":""}],"StreamSpecification":{},
                 "GlobalSecondaryIndexes":[{"IndexName":"byOwner","Projection":{}}]}
                """#
            )
        }
    }

    @Test(
        arguments: [
            (0, "Member must have length greater than or equal to 1"),
            (3, "Member must have length less than or equal to 2"),
        ] as [(Int, String)]
    )
    func `a key has one or two elements`(count: Int, constraint: String) throws {
        let elements = Array(repeating: #"{"AttributeName":"id","KeyType":"HASH"}"#, count: count).joined(
            separator: ","
        )

        let error = #expect(throws: ServiceError.self) {
            try CreateTableRequest.decode(
                "{\"TableName\":\"Cats\",\"AttributeDefinitions\":[],\"KeySchema\":[\(elements)]}"
            )
        }

        let message = try #require(error?.message)
        #expect(message.hasPrefix("1 validation error detected: Value '["))
        #expect(message.hasSuffix("at 'keySchema' failed to satisfy constraint: \(constraint)"))
    }

    @Test(
        arguments: [
            (#"{"TableName":"Cats","KeySchema":{}}"#, "Start of structure or map found where not expected"),
            (#"{"TableName":"Cats","KeySchema":["id"]}"#, "Unexpected field type"),
            (
                #"{"TableName":"Cats","KeySchema":[[]]}"#,
                "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.KeySchemaElement"
            ),
            (
                #"{"TableName":"Cats","ProvisionedThroughput":{"ReadCapacityUnits":"5"}}"#,
                "STRING_VALUE cannot be converted to Long"
            ),
            (#"{"TableName":"Cats","BillingMode":1}"#, "NUMBER_VALUE cannot be converted to String"),
            (
                #"{"TableName":"Cats","GlobalSecondaryIndexes":[[]]}"#,
                "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.GlobalSecondaryIndex"
            ),
            (
                #"{"TableName":"Cats","LocalSecondaryIndexes":[[]]}"#,
                "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.LocalSecondaryIndex"
            ),
        ] as [(String, String)]
    )
    func `a member of the wrong type is a serialization fault`(json: String, message: String) {
        #expect(throws: ServiceError.serialization(message)) { try CreateTableRequest.decode(json) }
    }
}
