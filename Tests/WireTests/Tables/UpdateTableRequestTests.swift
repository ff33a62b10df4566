// The request to change a table.

import ApusModel
import Testing

@testable import ApusWire

struct UpdateTableRequestTests {
    @Test func `all members are read`() throws {
        let request = try UpdateTableRequest.decode(
            #"""
            {"TableName":"Cats","AttributeDefinitions":[{"AttributeName":"owner","AttributeType":"S"}],
             "BillingMode":"PROVISIONED","ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":2},
             "OnDemandThroughput":{"MaxReadRequestUnits":3,"MaxWriteRequestUnits":-1},
             "WarmThroughput":{"ReadUnitsPerSecond":4,"WriteUnitsPerSecond":5},
             "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"KEYS_ONLY"},
             "SSESpecification":{"Enabled":true,"SSEType":"KMS","KMSMasterKeyId":"key"},
             "TableClass":"STANDARD_INFREQUENT_ACCESS","DeletionProtectionEnabled":true,"Unknown":{"a":[]}}
            """#
        )

        #expect(request.tableName == "Cats")
        #expect(request.attributeDefinitions?.map(\.attributeName) == ["owner"])
        #expect(request.billingMode?.value == .provisioned)
        #expect(request.provisionedThroughput?.writeCapacityUnits == 2)
        #expect(request.onDemandThroughput?.maxWriteRequestUnits == -1)
        #expect(request.warmThroughput?.readUnitsPerSecond == 4)
        #expect(request.streamSpecification?.streamViewType?.value == .keysOnly)
        #expect(request.sseSpecification?.kmsMasterKeyID == "key")
        #expect(request.tableClass?.value == .infrequentAccess)
        #expect(request.deletionProtectionEnabled == true)
        #expect(request.globalSecondaryIndexUpdates == nil)
        #expect(request.unserved.names.isEmpty)
    }

    @Test func `what is to happen to indexes is read in its order`() throws {
        let request = try UpdateTableRequest.decode(
            #"""
            {"TableName":"Cats","GlobalSecondaryIndexUpdates":[
             {"Update":{"IndexName":"one","ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":2},
                        "OnDemandThroughput":{"MaxReadRequestUnits":3},"WarmThroughput":{"WriteUnitsPerSecond":4}}},
             {"Create":{"IndexName":"two","KeySchema":[{"AttributeName":"owner","KeyType":"HASH"}],
                        "Projection":{"ProjectionType":"ALL"}},"Update":null},
             {"Delete":{"IndexName":"three"}},
             {"Other":1}]}
            """#
        )

        let updates = try #require(request.globalSecondaryIndexUpdates)
        #expect(updates.count == 4)
        #expect(updates[0].update?.indexName == "one")
        #expect(updates[0].update?.provisionedThroughput?.writeCapacityUnits == 2)
        #expect(updates[0].update?.onDemandThroughput?.maxReadRequestUnits == 3)
        #expect(updates[0].update?.warmThroughput?.writeUnitsPerSecond == 4)
        #expect(updates[1].create?.indexName == "two")
        #expect(updates[1].create?.kind == .global)
        #expect(updates[1].update == nil)
        #expect(updates[2].delete?.indexName == "three")
        #expect(updates[3].update == nil && updates[3].create == nil && updates[3].delete == nil)
    }

    @Test func `members that are not served are noted, unless they are null`() throws {
        let request = try UpdateTableRequest.decode(
            #"""
            {"TableName":"Cats","ReplicaUpdates":[],"MultiRegionConsistency":"STRONG","VectorIndexUpdates":null,
             "GlobalTableWitnessUpdates":[{"Create":{"RegionName":"eu-west-1"}}]}
            """#
        )

        #expect(
            request.unserved.names == ["ReplicaUpdates", "MultiRegionConsistency", "GlobalTableWitnessUpdates"]
        )
    }

    @Test func `a missing name is reported ahead of all else`() {
        #expect(throws: ServiceError.missingTableName) { try UpdateTableRequest.decode(#"{"BillingMode":"FREE"}"#) }
    }

    @Test(
        arguments: [
            (#""BillingMode":"FREE""#, ["Value 'FREE' at 'billingMode'", "[PROVISIONED, PAY_PER_REQUEST]"]),
            (#""TableClass":"COLD""#, ["Value 'COLD' at 'tableClass'"]),
            (
                #""ProvisionedThroughput":{"ReadCapacityUnits":0}"#,
                [
                    "Value '0' at 'provisionedThroughput.readCapacityUnits'",
                    "Value null at 'provisionedThroughput.writeCapacityUnits'",
                ]
            ),
            (#""StreamSpecification":{}"#, ["Value null at 'streamSpecification.streamEnabled'"]),
            (
                #""AttributeDefinitions":[{"AttributeName":"a","AttributeType":"BOOL"}]"#,
                ["Value 'BOOL' at 'attributeDefinitions.1.member.attributeType'"]
            ),
            (
                #""GlobalSecondaryIndexUpdates":[{"Delete":{"IndexName":"good"}},{"Delete":{"IndexName":"a"}}]"#,
                ["Value 'a' at 'globalSecondaryIndexUpdates.2.member.delete.indexName'"]
            ),
            (
                #""GlobalSecondaryIndexUpdates":[{"Delete":{}}]"#,
                ["Value null at 'globalSecondaryIndexUpdates.1.member.delete.indexName'"]
            ),
            (
                #""GlobalSecondaryIndexUpdates":[{"Update":{"ProvisionedThroughput":{}}}]"#,
                [
                    "Value null at 'globalSecondaryIndexUpdates.1.member.update.indexName'",
                    "'globalSecondaryIndexUpdates.1.member.update.provisionedThroughput.readCapacityUnits'",
                ]
            ),
            (
                #""GlobalSecondaryIndexUpdates":[{"Create":{"IndexName":"index","KeySchema":[]}}]"#,
                [
                    "'globalSecondaryIndexUpdates.1.member.create.keySchema'",
                    "Value null at 'globalSecondaryIndexUpdates.1.member.create.projection'",
                ]
            ),
        ] as [(String, [String])]
    )
    func `what breaks a constraint is refused`(member: String, parts: [String]) throws {
        let error = try #require(throws: ServiceError.self) {
            try UpdateTableRequest.decode(#"{"TableName":"Cats",\#(member)}"#)
        }

        #expect(error.code == .validation)
        for part in parts { #expect(error.message?.contains(part) == true, "\(error)") }
    }

    @Test(arguments: [
        #""GlobalSecondaryIndexUpdates":{}"#, #""GlobalSecondaryIndexUpdates":[1]"#,
        #""GlobalSecondaryIndexUpdates":[{"Delete":[]}]"#, #""DeletionProtectionEnabled":{}"#, #""BillingMode":1"#,
    ])
    func `a member of a wrong type is refused`(member: String) throws {
        let error = try #require(throws: ServiceError.self) {
            try UpdateTableRequest.decode(#"{"TableName":"Cats",\#(member)}"#)
        }

        #expect(error.code == .serialization)
    }
}
