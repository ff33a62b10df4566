// Which attribute names properties get, and that these are found again.

import Apus
import ApusModel
import Testing

struct KeyStrategyTests {
    @Test(arguments: [
        ("id", "id"), ("createdAt", "created_at"), ("avatarURL", "avatar_url"), ("URLText", "url_text"),
        ("aBC", "a_bc"), ("part2Name", "part2_name"), ("_private", "_private"), ("_0", "_0"), ("Größe", "größe"),
        ("already_snake", "already_snake"), ("Mixed_Case", "mixed_case"),
    ])
    func `a name in snake case has an underscore before each word`(_ name: String, _ expected: String) throws {
        let item = try ItemEncoder(keyStrategy: .snakeCase).encode(OneName(name: name))

        #expect(item == Item([(expected, AttributeValue(1))]))
    }

    @Test func `properties come back from snake case`() throws {
        let account = Account(userName: "tom", avatarURL: "x", nestedPart: .init(innerName: 1), someCounts: ["aB": 2])

        let item = try ItemEncoder(keyStrategy: .snakeCase).encode(account)
        let decoded = try ItemDecoder(keyStrategy: .snakeCase).decode(Account.self, from: item)

        #expect(
            item == [
                "user_name": "tom", "avatar_url": "x", "nested_part": ["inner_name": 1], "some_counts": ["aB": 2],
            ]
        )
        #expect(decoded == account)
    }

    @Test func `keys of a dictionary stay as they are`() throws {
        let counts: [String: [Genre: Int]] = ["aB": [.drama: 1]]

        let item = try ItemEncoder(keyStrategy: .snakeCase).encode(counts)

        #expect(item == ["aB": ["drama": 1]])
        #expect(try ItemDecoder(keyStrategy: .snakeCase).decode([String: [Genre: Int]].self, from: item) == counts)
    }

    @Test(arguments: [Event.signedIn(userName: "tom"), .signedOut, .failed("x", retryCount: 2)])
    func `cases with associated values come back from snake case`(_ event: Event) throws {
        let item = try ItemEncoder(keyStrategy: .snakeCase).encode(event)

        #expect(try ItemDecoder(keyStrategy: .snakeCase).decode(Event.self, from: item) == event)
    }

    @Test func `the cases of an enum are in snake case`() throws {
        let item = try ItemEncoder(keyStrategy: .snakeCase).encode(Event.failed("x", retryCount: 2))

        #expect(item == ["failed": ["_0": "x", "retry_count": 2]])
    }

    enum Event: Codable, Equatable, Sendable {
        case signedIn(userName: String)
        case signedOut
        case failed(String, retryCount: Int)
    }

    private struct Account: Codable, Equatable {
        struct Part: Codable, Equatable {
            var innerName: Int
        }

        var userName: String
        var avatarURL: String
        var nestedPart: Part
        var someCounts: [String: Int]
    }

    private struct OneName: Encodable {
        var name: String

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Genre.Key.self)
            try container.encode(1, forKey: Genre.Key(stringValue: name))
        }
    }
}
