// Placeholders that a command makes.

import ApusModel
import Testing

@testable import ApusCommand

struct PlaceholdersTests {
    @Test func `one name has one placeholder, and each value one of its own`() {
        var placeholders = Placeholders(names: ["#y": "year"], values: [":y": 1927])

        let (first, second) = (placeholders.name("year"), placeholders.name("year"))
        let (one, other) = (placeholders.value(1), placeholders.value(1))

        #expect(first == second)
        #expect(one != other)
        #expect(placeholders.names == ["#y": "year", first: "year"])
        #expect(placeholders.values == [":y": 1927, one: 1, other: 1])
    }

    @Test func `a projection names paths by placeholders, and keeps those of the caller`() {
        var placeholders = Placeholders(names: ["#p": "odd.name"])

        let text = placeholders.projection("name,cast[0].name,#p")

        let name = placeholders.name("name")
        let cast = placeholders.name("cast")
        #expect(text == "\(name), \(cast)[0].\(name), #p")
    }

    @Test func `a request has no empty names or values`() {
        #expect(Placeholders().requestNames == nil)
        #expect(Placeholders().requestValues == nil)
    }
}
