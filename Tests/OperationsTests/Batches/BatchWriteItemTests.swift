// Batches of writes that are refused as a whole.

import ApusModel
import ApusWire
import Testing

struct BatchWriteItemTests {
    @Test(
        arguments: [
            (
                #""Cats":[{"PutRequest":{"Item":{"id":{"S":"a"}}}},{"DeleteRequest":{"Key":{"id":{"S":"a"}}}}]"#,
                .validation("Provided list of item keys contains duplicates")
            ),
            (
                #""Visits":[{"PutRequest":{"Item":{"id":{"S":"a"},"at":{"N":"1"}}}},{"PutRequest":{"Item":{"id":{"S":"a"},"at":{"N":"1.0"}}}}]"#,
                .validation("Provided list of item keys contains duplicates")
            ),
            (
                #""Cats":[{"PutRequest":{"Item":{"id":{"S":"a"}}}}],"None":[{"PutRequest":{"Item":{"id":{"S":"a"}}}}]"#,
                ServiceError(.resourceNotFound, "Requested resource not found")
            ),
            (
                #""Cats":[{"PutRequest":{"Item":{"id":{"S":"a"}}}},{"PutRequest":{"Item":{"id":{"N":"1"}}}}]"#,
                .validation("One or more parameter values were invalid: Type mismatch for key id expected: S actual: N")
            ),
            (
                #""Cats":[{"PutRequest":{"Item":{"id":{"S":"a"}}}},{"DeleteRequest":{"Key":{"id":{"S":"b"},"more":{"S":"c"}}}}]"#,
                .validation("The provided key element does not match the schema")
            ),
            (
                #""None":[{"PutRequest":{"Item":{"id":{"S":"a"}}}},{"PutRequest":{"Item":{"id":{"S":"b"},"s":{"SS":[]}}}}]"#,
                .validation("One or more parameter values were invalid: An string set  may not be empty")
            ),
        ] as [(String, ServiceError)]
    )
    func `a fault in one entry refuses the batch`(items: String, error: ServiceError) async throws {
        let service = try await TestService.withTables()

        await #expect(throws: error) { try await service.call(.batchWriteItem, "{\"RequestItems\":{\(items)}}") }

        #expect(
            try await service.call(.scan, #"{"TableName":"Cats","Select":"COUNT"}"#) == #"{"Count":0,"ScannedCount":0}"#
        )
    }

    @Test func `more than 25 entries in all are too many`() async throws {
        let service = try await TestService.withTables()
        let cats = (0..<20).map { "{\"DeleteRequest\":{\"Key\":{\"id\":{\"S\":\"\($0)\"}}}}" }.joined(separator: ",")
        let visits = (0..<6).map { "{\"DeleteRequest\":{\"Key\":{\"id\":{\"S\":\"a\"},\"at\":{\"N\":\"\($0)\"}}}}" }
            .joined(separator: ",")

        await #expect(throws: ServiceError.validation("Too many items requested for the BatchWriteItem call")) {
            try await service.call(.batchWriteItem, "{\"RequestItems\":{\"Cats\":[\(cats)],\"Visits\":[\(visits)]}}")
        }
    }
}
