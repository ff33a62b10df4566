// Reading on and on.

import ApusModel
import Testing

@testable import Apus

struct PagesTests {
    private static let songs = QueryInput(tableName: "songs", keyConditionExpression: "artist = :a")
    private static let three = [
        #"{"Items":[{"id":{"S":"a"}},{"id":{"S":"b"}}],"LastEvaluatedKey":{"id":{"S":"b"}}}"#,
        #"{"Items":[],"LastEvaluatedKey":{"id":{"S":"f"}}}"#,
        #"{"Items":[{"id":{"S":"g"}}]}"#,
    ].map(ScriptedTransport.Step.json)
    private static let all: [Item] = [["id": "a"], ["id": "b"], ["id": "g"]]

    @Test func `an empty page is no end, and a page without a last key is one`() async throws {
        let transport = ScriptedTransport(Self.three)
        let pages = DynamoDBClient(scripted: transport).queryPages(Self.songs)

        var found: [[Item]] = []
        for try await page in pages { found.append(page.items) }

        #expect(found == [Array(Self.all[..<2]), [], [Self.all[2]]])
        #expect(!transport.bodies[0].contains("ExclusiveStartKey"))
        #expect(transport.bodies[1].contains(#""ExclusiveStartKey":{"id":{"S":"b"}}"#))
        #expect(transport.bodies[2].contains(#""ExclusiveStartKey":{"id":{"S":"f"}}"#))
    }

    @Test func `each loop begins anew`() async throws {
        let transport = ScriptedTransport(Self.three + Self.three)
        let items = DynamoDBClient(scripted: transport).queryItems(Self.songs)

        for _ in 0..<2 {
            #expect(try await items.reduce(into: []) { $0.append($1) } == Self.all)
        }
    }

    @Test(
        arguments: [
            (0, [], 0), (1, [0], 1), (2, [0, 1], 1), (3, [0, 1, 2], 3), (9, [0, 1, 2], 3),
        ] as [(Int, [Int], Int)]
    )
    func `no page is asked for behind the last item wanted`(maxItems: Int, wanted: [Int], requests: Int) async throws {
        let transport = ScriptedTransport(Self.three)
        let items = DynamoDBClient(scripted: transport).queryItems(Self.songs, maxItems: maxItems)

        let found = try await items.reduce(into: []) { $0.append($1) }

        #expect(found == wanted.map { Self.all[$0] })
        #expect(transport.requests.count == requests)
    }

    @Test func `the smaller limit holds`() async throws {
        let items = DynamoDBClient(scripted: ScriptedTransport(Self.three)).queryItems(Self.songs, maxItems: 2)

        let found = try await items.limited(to: 5).reduce(into: []) { $0.append($1) }

        #expect(found == Array(Self.all[..<2]))
    }

    @Test(
        arguments: [
            (nil, nil, nil), (nil, 5, 5), (3, 5, 3), (7, 5, 5), (7, nil, 7),
        ] as [(Int?, Int?, Int?)]
    )
    func `a page reads no more than is wanted`(limit: Int?, maxItems: Int?, sent: Int?) async throws {
        let transport = ScriptedTransport([.json("{}"), .json("{}")])
        let client = DynamoDBClient(scripted: transport)
        let plain = ScanInput(tableName: "songs", limit: limit)
        let filtered = ScanInput(tableName: "songs", limit: limit, filterExpression: "a = b")

        for try await _ in client.scanItems(plain, maxItems: maxItems) {}
        for try await _ in client.scanItems(filtered, maxItems: maxItems) {}

        #expect(Self.limit(in: transport.bodies[0]) == sent)
        #expect(Self.limit(in: transport.bodies[1]) == limit)
    }

    private static func limit(in body: String) -> Int? {
        body.firstMatch(of: /"Limit":(\d+)/).flatMap { Int($0.1) }
    }

    @Test func `an error ends the loop`() async throws {
        let transport = ScriptedTransport([Self.three[0], .refusal(.resourceNotFound), Self.three[2]])
        var pages = DynamoDBClient(scripted: transport).queryPages(Self.songs).makeAsyncIterator()

        _ = try await pages.next()
        await #expect(throws: CallError.refused(Refusal(.resourceNotFound, "no"))) { try await pages.next() }

        #expect(try await pages.next() == nil)
        #expect(transport.requests.count == 2)
    }

    @Test func `pages that go round in a circle make no sense`() async throws {
        let transport = ScriptedTransport([Self.three[0], Self.three[0], Self.three[0]])
        var pages = DynamoDBClient(scripted: transport).queryPages(Self.songs).makeAsyncIterator()

        _ = try await pages.next()

        await #expect(throws: CallError.unreadable("the next page is said to begin where this one began")) {
            try await pages.next()
        }
    }

    @Test func `no page is asked for once the task is cancelled`() async throws {
        let transport = ScriptedTransport(Self.three)
        let client = DynamoDBClient(scripted: transport)
        let reading = Task {
            for try await _ in client.queryPages(Self.songs) { withUnsafeCurrentTask { $0?.cancel() } }
        }

        await #expect(throws: CallError.notSent("the task was cancelled")) { try await reading.value }
        #expect(transport.requests.count == 1)
    }
}
