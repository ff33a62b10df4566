// Elements of a table, to and fro.

import ApusModel
import Testing

@testable import Apus

struct TableTests {
    private static let stored = #"{"title":{"S":"Metropolis"},"year":{"N":"1927"},"rating":{"N":"4.5"}}"#
    private static let key = #""Key":{"title":{"S":"Metropolis"},"year":{"N":"1927"}}"#
    private static let failed = ScriptedTransport.Step.refusal(.conditionalCheckFailed, #""Item":\#(stored)"#)

    @Test func `an element is got by its key`() async throws {
        let transport = ScriptedTransport([.json(#"{"Item":\#(Self.stored)}"#), .json("{}")])
        let films = StoredFilm.table(transport)

        let film = try await films.get(StoredFilm.key)
        let missing = try await films.get(StoredFilm.key, consistent: true)

        #expect(film == StoredFilm(title: "Metropolis", year: 1927, rating: 4.5))
        #expect(missing == nil)
        #expect(transport.bodies[0] == #"{"TableName":"films",\#(Self.key)}"#)
        #expect(transport.bodies[1] == #"{"TableName":"films",\#(Self.key),"ConsistentRead":true}"#)
    }

    @Test func `an item that makes no element is an error that says where`() async throws {
        let films = StoredFilm.table(ScriptedTransport([.json(#"{"Item":{"title":{"S":"x"},"year":{"S":"y"}}}"#)]))

        let error = await #expect(throws: ItemCodingError.self) { try await films.get(StoredFilm.key) }

        #expect(error?.path == "year")
    }

    @Test func `an element is put as an item`() async throws {
        let transport = ScriptedTransport([.json("{}")])

        try await StoredFilm.table(transport).put(.metropolis)

        let item = #"{"title":{"S":"Metropolis"},"year":{"N":"1927"}}"#
        #expect(transport.bodies == [#"{"TableName":"films","Item":\#(item)}"#])
    }

    @Test(
        arguments: [
            { try await $0.put(.metropolis, if: path("title").doesNotExist) },
            { try await $0.update(StoredFilm.key, by: UpdateExpression().remove("rating"), if: path("rating") < 3) },
            { try await $0.delete(StoredFilm.key, if: path("rating") < 3) },
        ] as [@Sendable (Table<StoredFilm>) async throws -> Void]
    )
    func `a condition that does not hold is told with the element as it is`(
        write: @Sendable (Table<StoredFilm>) async throws -> Void
    ) async throws {
        let transport = ScriptedTransport([Self.failed])

        let failure = await #expect(throws: ConditionFailure<StoredFilm>.self) {
            try await write(StoredFilm.table(transport))
        }

        #expect(failure?.current == StoredFilm(title: "Metropolis", year: 1927, rating: 4.5))
        #expect(transport.bodies[0].contains(#""ReturnValuesOnConditionCheckFailure":"ALL_OLD""#))
    }

    @Test(
        arguments: [
            (.refusal(.conditionalCheckFailed), nil),
            (.refusal(.conditionalCheckFailed, #""Item":{"title":{"N":"1"}}"#), ["title": 1]),
        ] as [(ScriptedTransport.Step, Item?)]
    )
    func `what is there may be nothing, or no such element`(step: ScriptedTransport.Step, item: Item?) async throws {
        let films = StoredFilm.table(ScriptedTransport([step]))

        let failure = await #expect(throws: ConditionFailure<StoredFilm>.self) {
            try await films.put(.metropolis, if: path("title").exists)
        }

        #expect(failure?.item == item)
        #expect(failure?.current == nil)
    }

    @Test func `another refusal is thrown as it is`() async throws {
        let films = StoredFilm.table(ScriptedTransport([.refusal(.resourceNotFound)]))

        await #expect(throws: CallError.refused(Refusal(.resourceNotFound, "no"))) { try await films.put(.metropolis) }
    }

    @Test(arguments: [(.new, "ALL_NEW"), (.old, "ALL_OLD")] as [(UpdatedElement, String)])
    func `an update answers the element`(returned: UpdatedElement, sent: String) async throws {
        let transport = ScriptedTransport([.json(#"{"Attributes":\#(Self.stored)}"#)])

        let film = try await StoredFilm.table(transport)
            .update(StoredFilm.key, by: UpdateExpression().set("rating", to: 4.5), returning: returned)

        #expect(film?.rating == 4.5)
        #expect(transport.bodies[0].contains(Self.key))
        #expect(transport.bodies[0].contains(#""ReturnValues":"\#(sent)""#))
        #expect(transport.bodies[0].contains(##""UpdateExpression":"SET #0 = :0""##))
    }

    @Test func `an element is deleted by its key`() async throws {
        let transport = ScriptedTransport([.json("{}"), .json("{}")])
        let films = StoredFilm.table(transport)

        try await films.delete(StoredFilm.key)
        try await films.delete(.metropolis)

        #expect(transport.bodies == Array(repeating: #"{"TableName":"films",\#(Self.key)}"#, count: 2))
    }

    @Test func `strategies of the coders hold`() async throws {
        let transport = ScriptedTransport([.json("{}")])
        var films = StoredFilm.table(transport)
        films.encoder.nilStrategy = .null

        try await films.put(.metropolis)

        #expect(transport.bodies[0].contains(#""rating":{"NULL":true}"#))
    }

    @Test func `a table of items takes them as they are`() async throws {
        let item: Item = ["id": "x", "tags": .stringSet(["a"])]
        let transport = ScriptedTransport([.json("{}"), .json(#"{"Item":{"id":{"S":"x"},"tags":{"SS":["a"]}}}"#)])
        let client = DynamoDBClient(scripted: transport)
        let things = Table("things", of: Item.self, partitionKey: "id", client: client)

        try await things.put(item)

        #expect(transport.bodies[0].contains(#""tags":{"SS":["a"]}"#))
        #expect(try await things.get(.key("x")) == item)
    }
}
