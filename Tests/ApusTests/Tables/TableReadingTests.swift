// Many elements of a table.

import ApusModel
import Testing

@testable import Apus

struct TableReadingTests {
    private static let pages = [
        #"{"Items":[{"title":{"S":"M"},"year":{"N":"1931"}}],"Count":1,"LastEvaluatedKey":{"title":{"S":"M"}}}"#,
        #"{"Items":[{"title":{"S":"M"},"year":{"N":"1951"}}],"Count":2}"#,
    ].map(ScriptedTransport.Step.json)
    private static let condition = KeyConditionExpression("title", equals: "M")

    @Test func `elements of all pages are found, in their order`() async throws {
        let transport = ScriptedTransport(Self.pages)
        let options = ReadOptions(index: "byTitle", isAscending: false, isConsistent: true)

        let found = try StoredFilm.table(transport).query(Self.condition, filter: path("rating") > 3, options: options)

        #expect(try await found.reduce(into: []) { $0.append($1.year) } == [1931, 1951])
        let body = transport.bodies[0]
        for part in [
            #""TableName":"films""#, #""IndexName":"byTitle""#, #""ConsistentRead":true"#, #""ScanIndexForward":false"#,
            #""KeyConditionExpression":"#, #""FilterExpression":"#,
        ] {
            #expect(body.contains(part))
        }
    }

    @Test func `what is as usual is not sent`() async throws {
        let transport = ScriptedTransport([.json("{}"), .json("{}")])

        for try await _ in try StoredFilm.table(transport).query(Self.condition) {}
        for try await _ in try StoredFilm.table(transport).scan() {}

        #expect(!transport.bodies[0].contains("Consistent"))
        #expect(!transport.bodies[0].contains("Forward"))
        #expect(transport.bodies[1] == #"{"TableName":"films"}"#)
    }

    @Test func `no more elements are read than are wanted`() async throws {
        let transport = ScriptedTransport(Self.pages)

        let found = try StoredFilm.table(transport).scan(options: ReadOptions(maxItems: 1))

        #expect(try await found.reduce(0) { count, _ in count + 1 } == 1)
        #expect(transport.bodies == [#"{"TableName":"films","Limit":1}"#])
    }

    @Test func `an item that makes no element ends the loop`() async throws {
        let found = try StoredFilm.table(ScriptedTransport([.json(#"{"Items":[{"title":{"S":"M"}}]}"#)])).scan()

        let error = await #expect(throws: ItemCodingError.self) { for try await _ in found {} }

        #expect(error?.path == "year")
    }

    @Test func `elements are counted without being sent`() async throws {
        let transport = ScriptedTransport(Self.pages + Self.pages)
        let films = StoredFilm.table(transport)

        #expect(try await films.count(Self.condition, filter: path("rating") > 3) == 3)
        #expect(try await films.count(options: ReadOptions(maxItems: 1)) == 3)
        #expect(transport.bodies.allSatisfy { $0.contains(#""Select":"COUNT""#) })
    }
}
