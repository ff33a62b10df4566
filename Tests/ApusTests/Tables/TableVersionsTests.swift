// Elements that count how often they were saved.

import ApusModel
import Testing

@testable import Apus

struct TableVersionsTests {
    private static func film(_ version: Int?) -> StoredFilm {
        StoredFilm(title: "Metropolis", year: 1927, version: version)
    }

    private static func item(_ version: Int) -> String {
        #"{"title":{"S":"Metropolis"},"year":{"N":"1927"},"version":{"N":"\#(version)"}}"#
    }

    @Test func `an element is saved in place of the version that was read`() async throws {
        let transport = ScriptedTransport([.json("{}")])

        let saved = try await StoredFilm.table(transport, versioned: true).save(Self.film(7))

        #expect(saved == Self.film(8))
        let body = transport.bodies[0]
        #expect(body.contains(#""Item":\#(Self.item(8))"#))
        #expect(body.contains(#""ConditionExpression":"#))
        #expect(body.contains(##""ExpressionAttributeNames":{"#0":"version"}"##))
        #expect(body.contains(#""ExpressionAttributeValues":{":0":{"N":"7"}}"#))
    }

    @Test(arguments: [nil, 0])
    func `a new element is saved where there is none`(version: Int?) async throws {
        let transport = ScriptedTransport([.json("{}")])

        let saved = try await StoredFilm.table(transport, versioned: true).save(Self.film(version))

        #expect(saved == Self.film(1))
        let body = transport.bodies[0]
        #expect(body.contains(##""ConditionExpression":"attribute_not_exists(#0)""##))
        #expect(body.contains(##""ExpressionAttributeNames":{"#0":"title"}"##))
    }

    @Test func `a conflict is told with the element as it is`() async throws {
        let step = ScriptedTransport.Step.refusal(.conditionalCheckFailed, #""Item":\#(Self.item(9))"#)
        let films = StoredFilm.table(ScriptedTransport([step]), versioned: true)

        let conflict = await #expect(throws: VersionConflict<StoredFilm>.self) { try await films.save(Self.film(7)) }

        #expect(conflict?.expectedVersion == 7)
        #expect(conflict?.current == Self.film(9))
        #expect(conflict?.description == "version 7 was expected, and the item is another")
    }

    @Test func `an element that was deleted meanwhile is a conflict with nothing`() async throws {
        let films = StoredFilm.table(ScriptedTransport([.refusal(.conditionalCheckFailed)]), versioned: true)

        let conflict = await #expect(throws: VersionConflict<StoredFilm>.self) { try await films.delete(Self.film(7)) }

        #expect(conflict?.item == nil)
        #expect(conflict?.description == "version 7 was expected, and there is no item")
    }

    @Test func `an element is deleted in the version that was read`() async throws {
        let transport = ScriptedTransport([.json("{}")])

        try await StoredFilm.table(transport, versioned: true).delete(Self.film(7))

        #expect(transport.bodies[0].contains(#""Key":{"title":{"S":"Metropolis"},"year":{"N":"1927"}}"#))
        #expect(transport.bodies[0].contains(#""ExpressionAttributeValues":{":0":{"N":"7"}}"#))
    }

    @Test func `an update raises the version`() async throws {
        let transport = ScriptedTransport([.json(#"{"Attributes":\#(Self.item(8))}"#)])

        let film = try await StoredFilm.table(transport, versioned: true)
            .update(StoredFilm.key, by: UpdateExpression().set("rating", to: 5))

        #expect(film == Self.film(8))
        #expect(transport.bodies[0].contains(##""UpdateExpression":"SET #0 = :0 ADD #1 :1""##))
        #expect(transport.bodies[0].contains(##""#1":"version""##))
        #expect(transport.bodies[0].contains(#"":1":{"N":"1"}"#))
    }

    @Test(arguments: [-1, Int.max])
    func `a version that nothing can follow is refused before anything is sent`(version: Int) async throws {
        let transport = ScriptedTransport([.json("{}")])
        let films = StoredFilm.table(transport, versioned: true)

        let error = await #expect(throws: ItemCodingError.self) { try await films.save(Self.film(version)) }

        #expect(error?.path == "version")
        #expect(transport.requests.isEmpty)
    }
}
