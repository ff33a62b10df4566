// The description of a table, as the API writes it.

import ApusModel
import Testing

@testable import ApusWire

struct TableDescriptionTests {
    private static var description: TableDescription {
        var description = TableDescription.cats
        description.throughput.provisioned = ThroughputUnits(readUnits: 5, writeUnits: 6)
        (description.itemCount, description.sizeBytes) = (2, 300)
        return description
    }

    private static func index(_ name: String, _ projection: IndexProjection) -> IndexDescription {
        IndexDescription(
            id: 1,
            indexName: name,
            indexArn: "arn:\(name)",
            keySchema: [KeySchemaElement(attributeName: "owner", keyType: .hash)],
            projection: projection
        )
    }

    private func json(of description: TableDescription) -> String {
        written { description.write(to: &$0) }
    }

    @Test func `a provisioned table tells its throughput`() {
        #expect(
            json(of: Self.description)
                == #"{"AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"}],"#
                + #""KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],"TableName":"Cats","#
                + #""TableArn":"arn:aws:dynamodb:eu-north-1:111122223333:table/Cats","#
                + #""TableId":"6d1f0a3e-0000-4000-8000-00000000002a","TableStatus":"ACTIVE","CreationDateTime":1767225600.250,"#
                + #""ProvisionedThroughput":{"NumberOfDecreasesToday":0,"ReadCapacityUnits":5,"WriteCapacityUnits":6},"#
                + #""TableSizeBytes":300,"ItemCount":2,"DeletionProtectionEnabled":false}"#
        )
    }

    @Test func `an on-demand table tells its billing mode`() {
        var description = Self.description
        description.billing = BillingModeSummary(
            billingMode: .payPerRequest,
            lastOnDemandTime: Timestamp(milliseconds: 1_767_225_600_250)
        )

        #expect(
            json(of: description).contains(
                #""BillingModeSummary":{"BillingMode":"PAY_PER_REQUEST","LastUpdateToPayPerRequestDateTime":1767225600.250},"#
            )
        )
    }

    @Test func `changes, bounds and warm throughput are told where there are any`() {
        var throughput = ThroughputDescription()
        throughput.lastIncreaseTime = Timestamp(milliseconds: 1_000)
        throughput.lastDecreaseTime = Timestamp(milliseconds: 2_000)
        throughput.decreasesToday = 3
        throughput.onDemandMaximum = OnDemandMaximum(readUnits: nil, writeUnits: 7)
        throughput.warm = ThroughputUnits(readUnits: 12_000, writeUnits: 4_000)
        throughput.isWarming = true

        let json = written { writer in writer.object { throughput.write(to: &$0) } }

        #expect(
            json == #"{"ProvisionedThroughput":{"LastIncreaseDateTime":1.000,"LastDecreaseDateTime":2.000,"#
                + #""NumberOfDecreasesToday":3,"ReadCapacityUnits":0,"WriteCapacityUnits":0},"#
                + #""OnDemandThroughput":{"MaxWriteRequestUnits":7},"#
                + #""WarmThroughput":{"ReadUnitsPerSecond":12000,"WriteUnitsPerSecond":4000,"Status":"UPDATING"}}"#
        )
    }

    @Test func `a local index has the throughput of its table`() {
        var description = Self.description
        description.localIndexes = [Self.index("byAge", IndexProjection(projectionType: .all))]

        #expect(
            json(of: description).contains(
                #""LocalSecondaryIndexes":[{"IndexName":"byAge","KeySchema":[{"AttributeName":"owner","KeyType":"HASH"}],"#
                    + #""Projection":{"ProjectionType":"ALL"},"IndexSizeBytes":0,"ItemCount":0,"IndexArn":"arn:byAge"}]"#
            )
        )
    }

    @Test(arguments: [(true, #""IndexStatus":"CREATING","Backfilling":true,"#), (false, #""IndexStatus":"CREATING","#)])
    func `a global index has a status and a throughput of its own`(isBackfilling: Bool, status: String) {
        var description = Self.description
        var index = Self.index("byOwner", IndexProjection(projectionType: .include, nonKeyAttributes: ["a", "b"]))
        index.own = GlobalIndexPart(
            status: .creating,
            isBackfilling: isBackfilling,
            throughput: ThroughputDescription()
        )
        (index.itemCount, index.sizeBytes) = (1, 20)
        description.globalIndexes = [index]

        #expect(
            json(of: description).contains(
                #""GlobalSecondaryIndexes":[{"IndexName":"byOwner","KeySchema":[{"AttributeName":"owner","KeyType":"HASH"}],"#
                    + #""Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["a","b"]},"# + status
                    + #""ProvisionedThroughput":{"NumberOfDecreasesToday":0,"ReadCapacityUnits":0,"WriteCapacityUnits":0},"#
                    + #""IndexSizeBytes":20,"ItemCount":1,"IndexArn":"arn:byOwner"}]"#
            )
        )
    }

    @Test func `settings are told where they are not what every table begins with`() {
        var description = Self.description
        description.streamViewType = .keysOnly
        description.latestStream = LatestStream(label: "2015-05-11T21:21:33.291", arn: "arn:stream")
        description.encryptionKeyArn = "arn:key"
        description.tableClass = TableClassSummary(
            tableClass: .infrequentAccess,
            lastUpdateTime: Timestamp(milliseconds: 1_000)
        )
        description.isDeletionProtected = true

        #expect(
            json(of: description).hasSuffix(
                #","StreamSpecification":{"StreamEnabled":true,"StreamViewType":"KEYS_ONLY"},"#
                    + #""LatestStreamLabel":"2015-05-11T21:21:33.291","LatestStreamArn":"arn:stream","#
                    + #""SSEDescription":{"Status":"ENABLED","SSEType":"KMS","KMSMasterKeyArn":"arn:key"},"#
                    + #""TableClassSummary":{"TableClass":"STANDARD_INFREQUENT_ACCESS","LastUpdateDateTime":1.000},"#
                    + #""DeletionProtectionEnabled":true}"#
            )
        )
    }
}
