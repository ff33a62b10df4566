// The secondary indexes of a request.

import ApusModel
import Testing

@testable import ApusWire

struct IndexShapesTests {
    private static let key = #""KeySchema":[{"AttributeName":"owner","KeyType":"HASH"}]"#

    /// What a request says of an index, in the list of this name.
    private static func violation(in list: String, _ index: String) throws -> String? {
        let error = #expect(throws: ServiceError.self) {
            try CreateTableRequest.decode(
                #"{"TableName":"Cats","AttributeDefinitions":[],"KeySchema":[{"AttributeName":"id","KeyType":"HASH"}],"#
                    + "\"\(list)\":[\(index)]}"
            )
        }
        return error?.message
    }

    @Test func `a global index has keys, a projection and a throughput of its own`() throws {
        let index = try #"""
        {"IndexName":"byOwner","KeySchema":[{"AttributeName":"owner","KeyType":"HASH"},{"AttributeName":"at","KeyType":"RANGE"}],
         "Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["a","b"]},
         "ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":2},
         "OnDemandThroughput":{"MaxReadRequestUnits":3,"MaxWriteRequestUnits":4},
         "WarmThroughput":{"ReadUnitsPerSecond":5,"WriteUnitsPerSecond":6},"Other":null}
        """#.read { try NewIndex.global(reading: &$0) }

        #expect(index.indexName == "byOwner")
        #expect(index.keySchema?.map(\.attributeName) == ["owner", "at"])
        #expect(index.projection?.projectionType?.value == .include)
        #expect(index.projection?.nonKeyAttributes == ["a", "b"])
        #expect(index.provisionedThroughput?.readCapacityUnits == 1)
        #expect(index.onDemandThroughput?.maxWriteRequestUnits == 4)
        #expect(index.warmThroughput?.readUnitsPerSecond == 5)
    }

    @Test func `a local index has no throughput, whatever the request says`() throws {
        let index = try #"""
        {"IndexName":"byAge","ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":2},
         "OnDemandThroughput":7,"WarmThroughput":[]}
        """#.read { try NewIndex.local(reading: &$0) }

        #expect(index.kind == .local)
        #expect(index.indexName == "byAge")
        #expect(index.provisionedThroughput?.readCapacityUnits == nil)
    }

    @Test func `members that are null are absent`() throws {
        let index = try
            #"{"Projection":null,"ProvisionedThroughput":null,"OnDemandThroughput":null,"WarmThroughput":null}"#
            .read { try NewIndex.global(reading: &$0) }

        #expect(index.projection?.nonKeyAttributes == nil)
        #expect(index.provisionedThroughput?.readCapacityUnits == nil)
        #expect(index.onDemandThroughput?.maxReadRequestUnits == nil)
        #expect(index.warmThroughput?.readUnitsPerSecond == nil)
    }

    @Test func `name, key and projection must be there`() throws {
        let message = try Self.violation(in: "LocalSecondaryIndexes", "{}")

        #expect(
            message == "3 validation errors detected: "
                + ["indexName", "keySchema", "projection"].map {
                    "Value null at 'localSecondaryIndexes.1.member.\($0)' failed to satisfy constraint: "
                        + "Member must not be null"
                }.joined(separator: "; ")
        )
    }

    @Test(
        arguments: [
            (
                #""IndexName":"ab","Projection":{}"#,
                "Value 'ab' at 'globalSecondaryIndexes.1.member.indexName'", "length greater than or equal to 3"
            ),
            (
                #""IndexName":"a b c","Projection":{}"#,
                "Value 'a b c' at 'globalSecondaryIndexes.1.member.indexName'",
                "satisfy regular expression pattern: [a-zA-Z0-9_.-]+"
            ),
            (
                #""IndexName":"abc","Projection":{"ProjectionType":"SOME"}"#,
                "Value 'SOME' at 'globalSecondaryIndexes.1.member.projection.projectionType'",
                "satisfy enum value set: [ALL, INCLUDE, KEYS_ONLY]"
            ),
            (
                #""IndexName":"abc","Projection":{"NonKeyAttributes":[]}"#,
                "Value '[]' at 'globalSecondaryIndexes.1.member.projection.nonKeyAttributes'",
                "length greater than or equal to 1"
            ),
            (
                #""IndexName":"abc","Projection":{"NonKeyAttributes":["a",""]}"#,
                "Value '' at 'globalSecondaryIndexes.1.member.projection.nonKeyAttributes.2.member'",
                "length greater than or equal to 1"
            ),
            (
                #""IndexName":"abc","Projection":{},"ProvisionedThroughput":{"ReadCapacityUnits":0,"WriteCapacityUnits":1}"#,
                "Value '0' at 'globalSecondaryIndexes.1.member.provisionedThroughput.readCapacityUnits'",
                "value greater than or equal to 1"
            ),
        ] as [(String, String, String)]
    )
    func `what breaks a constraint is told with its path`(members: String, value: String, constraint: String) throws {
        let message = try Self.violation(in: "GlobalSecondaryIndexes", "{\(Self.key),\(members)}")

        let verb = constraint.hasPrefix("satisfy") ? "must" : "must have"
        #expect(
            message
                == "1 validation error detected: \(value) failed to satisfy constraint: Member \(verb) \(constraint)"
        )
    }

    @Test func `more than twenty attributes besides keys are too many`() throws {
        let names = (0..<21).map { "a\($0)" }

        let message = try Self.violation(
            in: "GlobalSecondaryIndexes",
            "{\(Self.key),\"IndexName\":\"abc\",\"Projection\":{\"NonKeyAttributes\":\(names)}}"
        )

        #expect(
            message == "1 validation error detected: Value '[\(names.joined(separator: ", "))]' at "
                + "'globalSecondaryIndexes.1.member.projection.nonKeyAttributes' failed to satisfy constraint: "
                + "Member must have length less than or equal to 20"
        )
    }

    @Test(arguments: [("LocalSecondaryIndexes", 3, 2), ("GlobalSecondaryIndexes", 9, 8)])
    func `a key has as many elements as its kind of index allows`(list: String, count: Int, most: Int) throws {
        let elements = Array(repeating: #"{"AttributeName":"a","KeyType":"HASH"}"#, count: count)

        let message = try Self.violation(
            in: list,
            "{\"IndexName\":\"abc\",\"Projection\":{},\"KeySchema\":[\(elements.joined(separator: ","))]}"
        )

        #expect(message?.hasSuffix("Member must have length less than or equal to \(most)") ?? false)
    }
}
