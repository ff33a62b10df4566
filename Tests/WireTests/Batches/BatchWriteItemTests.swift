// Batches of writes: requests, and what is left of them.

import ApusModel
import Testing

@testable import ApusWire

struct BatchWriteItemTests {
    private static let put = #"{"PutRequest":{"Item":{"id":{"S":"a"}}}}"#
    private static let delete = #"{"DeleteRequest":{"Key":{"id":{"S":"b"}}}}"#

    @Test func `entries keep their tables and their order`() throws {
        let json = "{\"RequestItems\":{\"Cats\":[\(Self.put),\(Self.delete)],\"Dogs\":[\(Self.delete)]}}"

        let request = try BatchWriteItemRequest.decode(json)

        #expect(request.requestItems?.map(\.tableName) == ["Cats", "Dogs"])
        #expect(request.requestItems?.map(\.entries.count) == [2, 1])
        #expect(!request.hasAmbiguousEntry)
        #expect(written { request.write(to: &$0) } == json)
    }

    @Test(arguments: [
        "{}", #"{"PutRequest":null}"#, #"{"Other":1}"#,
        #"{"PutRequest":{"Item":{}},"DeleteRequest":{"Key":{}}}"#,
    ])
    func `an entry that is not exactly one of the two is ambiguous`(entry: String) throws {
        let request = try BatchWriteItemRequest.decode("{\"RequestItems\":{\"Cats\":[\(entry)]}}")

        #expect(request.hasAmbiguousEntry)
    }

    @Test(
        arguments: [
            (#"{"PutRequest":{}}"#, "putRequest.item"), (#"{"PutRequest":{"Item":null}}"#, "putRequest.item"),
            (#"{"DeleteRequest":{"Item":{}}}"#, "deleteRequest.key"),
        ] as [(String, String)]
    )
    func `an entry has an item or a key`(entry: String, path: String) {
        let fault = "Value null at 'requestItems.Cats.member.2.member.\(path)' failed to satisfy constraint: "

        #expect(throws: ServiceError.validation("1 validation error detected: \(fault)Member must not be null")) {
            try BatchWriteItemRequest.decode("{\"RequestItems\":{\"Cats\":[\(Self.put),\(entry)]}}")
        }
    }

    @Test(
        arguments: [
            ("{}", "Value null at 'requestItems' failed to satisfy constraint: Member must not be null"),
            (
                #"{"RequestItems":{}}"#,
                "Value '{}' at 'requestItems' failed to satisfy constraint: Member must have length greater than or equal to 1"
            ),
        ] as [(String, String)]
    )
    func `a batch names at least one table`(json: String, fault: String) {
        #expect(throws: ServiceError.validation("1 validation error detected: \(fault)")) {
            try BatchWriteItemRequest.decode(json)
        }
    }

    @Test(arguments: [(0, false), (1, true), (25, true), (26, false)] as [(Int, Bool)])
    func `a table has 1 to 25 entries`(count: Int, isTaken: Bool) {
        let entries = (0..<count).map { "{\"DeleteRequest\":{\"Key\":{\"id\":{\"N\":\"\($0)\"}}}}" }.joined(
            separator: ","
        )
        let constraint =
            "Map value must satisfy constraint: "
            + "[Member must have length less than or equal to 25, Member must have length greater than or equal to 1]"
        var message: String?

        do {
            _ = try BatchWriteItemRequest.decode("{\"RequestItems\":{\"Cats\":[\(entries)]}}")
        } catch {
            message = (error as? ServiceError)?.message
        }

        #expect((message == nil) == isTaken)
        #expect(isTaken || message?.hasSuffix("at 'requestItems' failed to satisfy constraint: \(constraint)") ?? false)
    }

    @Test func `what was not written is answered as it can be sent again`() throws {
        let request = try BatchWriteItemRequest.decode("{\"RequestItems\":{\"Cats\":[\(Self.put),\(Self.delete)]}}")

        let answer = BatchWriteItemResponse(unprocessedItems: request.requestItems ?? [])

        #expect(answer.json == "{\"UnprocessedItems\":{\"Cats\":[\(Self.put),\(Self.delete)]}}")
        let read = try answer.json.read { try BatchWriteItemResponse(reading: &$0) }
        #expect(read.json == answer.json)
    }

    @Test(arguments: ["{}", #"{"PutRequest":{}}"#, #"{"DeleteRequest":{"Key":null}}"#])
    func `a client refuses an answer whose entries are incomplete`(entry: String) {
        let json = "{\"UnprocessedItems\":{\"Cats\":[\(entry)]}}"

        #expect(throws: ServiceError.self) { try json.read { try BatchWriteItemResponse(reading: &$0) } }
    }

    @Test func `on full success the map is there and empty`() {
        #expect(BatchWriteItemResponse().json == #"{"UnprocessedItems":{}}"#)
    }
}
