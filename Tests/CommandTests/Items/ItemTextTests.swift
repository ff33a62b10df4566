// Items and keys out of words.

import ApusModel
import Testing

@testable import ApusCommand

struct ItemTextTests {
    private static let films = KeySchema(
        partition: KeyAttribute(name: "title", type: .string),
        sort: KeyAttribute(name: "year", type: .number)
    )
    private static let blobs = KeySchema(partition: KeyAttribute(name: "id", type: .binary))
    private static let metropolis: Item = ["title": "Metropolis", "year": 1927]

    @Test(arguments: [
        ["title=Metropolis", "year=1927"], ["year=1.927e3", "title=Metropolis"],
        [#"{"title":"Metropolis","year":1927}"#], [#" {"title":{"S":"Metropolis"},"year":{"N":"1927"}}"#],
    ])
    func `a key is words or JSON, plain or typed`(words: [String]) throws {
        #expect(try KeyWords.keys(words, keySchema: Self.films) == [Self.metropolis])
    }

    @Test func `several keys are given as JSON`() throws {
        let words = [#"{"title":"Metropolis","year":1927}"#, #"{"title":"M","year":1931}"#]

        #expect(try KeyWords.keys(words, keySchema: Self.films) == [Self.metropolis, ["title": "M", "year": 1931]])
    }

    @Test func `all behind the first equals sign is the value`() throws {
        let key = try KeyWords.keys(["title=a=b=", "year=-1"], keySchema: Self.films)

        #expect(key == [["title": "a=b=", "year": -1]])
    }

    @Test func `bytes of a key are base64, in words and in plain JSON`() throws {
        let key: Item = ["id": .binary([0, 1, 255])]

        #expect(try KeyWords.keys(["id=AAH/"], keySchema: Self.blobs) == [key])
        #expect(try ItemText.item(#"{"id":"AAH/"}"#, keySchema: Self.blobs) == key)
        #expect(try ItemText.item(#"{"id":{"B":"AAH/"}}"#, keySchema: Self.blobs) == key)
    }

    @Test(arguments: [
        (["title=Metropolis"], "A key of this table has each of title:S,year:N once"),
        (["title=a", "title=b", "year=1"], "A key of this table has each of title:S,year:N once"),
        (["titel=a", "year=1"], "\"titel=a\" does not name a part of the key, which is title:S,year:N"),
        (["title", "year=1"], "\"title\" does not name a part of the key, which is title:S,year:N"),
        (["title=a", "year=x"], "year: The parameter cannot be converted to a numeric value: x"),
        (["title=a", "{}"], "Keys are all JSON, or one key as name=value"),
        (["{"], "the line is not valid JSON"),
    ])
    func `words that are no key are told`(words: [String], told: String) {
        #expect(throws: RecordFault(told)) { try KeyWords.keys(words, keySchema: Self.films) }
    }

    @Test func `the key of an item is cut out of it`() {
        let item: Item = ["plot": "long", "year": 1927, "title": "Metropolis"]

        #expect(Self.films.key(of: item) == Self.metropolis)
    }
}
