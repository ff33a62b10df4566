// The changes of a table on a server, read while the reader and the server are killed.

import ApusTesting
import Foundation
import Testing

@Suite(.timeLimit(.minutes(10))) struct TableChangesTests {
    private static let itemCount = 12
    private static let writerCount = 4
    private static let writesPerItem = 25

    @Test func `a reader that is killed again and again sees each change of each item once and in order`() async throws
    {
        try await withTestServer { server in
            let found = try await Self.play(on: server, checkpoints: MemoryCheckpoints())

            Self.expectAll(in: found)
        }
    }

    @Test func `the same holds for a server that is killed and restarted`() async throws {
        let folder = NSTemporaryDirectory() + "checkpoints-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try await withTestProcess { server in
            let found = try await Self.play(on: server, checkpoints: FileCheckpoints(folder: folder)) {
                for _ in 0..<3 {
                    try await Task.sleep(for: .milliseconds(300))
                    await server.kill()
                    try await server.restart()
                }
            }

            Self.expectAll(in: found)
        }
    }

    @Test(.apus) func `a stream that is enabled anew is read behind the old one`() async throws {
        let server = TestServer.current
        try await server.createTable(Self.creation)
        let client = server.client()
        let store = MemoryCheckpoints()
        try await Self.write(1, item: 1, client)
        let changes = client.changes(ofTable: "Birds", checkpoints: store, options: Self.options)
        var iterator = changes.makeAsyncIterator()
        try await changes.commit(try #require(try await iterator.next()))
        try await Self.write(2, item: 1, client)
        try await Self.switchStream(on: false, client)
        try await Self.switchStream(on: true, client)
        try await Self.write(3, item: 1, client)
        try await Self.switchStream(on: false, client)

        var found: [[String]] = []
        for _ in 1...3 {
            var words: [String] = []
            let changes = client.changes(ofTable: "Birds", from: .latest, checkpoints: store, options: Self.options)
            for try await change in changes { words.append(change.words) }
            found.append(words)
        }

        #expect(found == [["modified 2"], ["modified 3"], []])
        await client.shutDown()
    }

    @Test(.apus) func `a reader may begin with what changes from then on`() async throws {
        let server = TestServer.current
        try await server.createTable(Self.creation)
        let client = server.client()
        try await Self.write(1, item: 1, client)
        let changes = client.changes(ofTable: "Birds", from: .latest, options: Self.options)
        let first = Task {
            var iterator = changes.makeAsyncIterator()
            return try await iterator.next()
        }
        // When it begins, nobody can tell: there are changes until it has seen one.
        let writing = Task {
            var version = 1
            while !Task.isCancelled {
                try await Self.write(version * 5 + 1, item: 2, client)
                version += 1
            }
        }

        let change = try #require(try await first.value)
        writing.cancel()
        _ = await writing.result

        #expect(change.keys == ["id": 2])
        await client.shutDown()
    }

    // MARK: Histories

    private static let options: StreamReadOptions = {
        var options = StreamReadOptions()
        (options.pollInterval, options.idlePollInterval) = (.milliseconds(10), .milliseconds(100))
        return options
    }()

    private static var creation: CreateTableInput {
        var input = CreateTableInput(tableName: "Birds")
        input.attributeDefinitions = [AttributeDefinition(attributeName: "id", attributeType: .n)]
        input.keySchema = [KeySchemaElement(attributeName: "id", keyType: .hash)]
        input.billingMode = .payPerRequest
        input.streamSpecification = StreamSpecification(streamEnabled: true, streamViewType: .newAndOldImages)
        return input
    }

    /// Writes all changes while shards split and roll over and the trouble goes on, and answers what is read meanwhile.
    private static func play(
        on server: some ApusServer,
        checkpoints: any CheckpointStore,
        trouble: @escaping @Sendable () async throws -> Void = {}
    ) async throws -> [StreamChange] {
        try await server.createTable(creation)
        let client = server.client()
        async let found = read(client, checkpoints)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await trouble() }
            for writer in 0..<writerCount {
                group.addTask { try await write(asWriter: writer, on: server, client) }
            }
            try await group.waitForAll()
        }
        try await switchStream(on: false, client)
        let changes = try await found
        await client.shutDown()
        return changes
    }

    /// Reads to the end of the stream in many short lives, each of which commits one change after another.
    private static func read(
        _ client: DynamoDBClient,
        _ checkpoints: any CheckpointStore
    ) async throws -> [StreamChange] {
        var found: [StreamChange] = []
        var life = 0
        while true {
            let changes = client.changes(ofTable: "Birds", checkpoints: checkpoints, options: options)
            var iterator = changes.makeAsyncIterator()
            for _ in 0...(life * 7 % 13) {
                guard let change = try await iterator.next() else { return found }
                found.append(change)
                try await changes.commit(change)
            }
            life += 1
        }
    }

    private static func write(
        asWriter writer: Int,
        on server: some ApusServer,
        _ client: DynamoDBClient
    ) async throws {
        for version in 1...writesPerItem {
            for item in stride(from: writer, to: itemCount, by: writerCount) {
                // Whatever was done already changes nothing when it is done again.
                while (try? await write(version, item: item, client)) == nil {
                    try await Task.sleep(for: .milliseconds(20))
                }
            }
            guard writer == 0, version % 7 == 3 else { continue }
            // While the server is away nothing splits.
            if version % 2 == 0 {
                try? await server.rollShards(ofTable: "Birds")
            } else {
                try? await server.splitShards(ofTable: "Birds")
            }
        }
    }

    private static func write(_ version: Int, item: Int, _ client: DynamoDBClient) async throws {
        let key: Item = ["id": .number(Number(item))]
        if isDelete(version) {
            _ = try await client.deleteItem(DeleteItemInput(tableName: "Birds", key: key))
        } else {
            var content = key
            content["version"] = .number(Number(version))
            _ = try await client.putItem(PutItemInput(tableName: "Birds", item: content))
        }
    }

    private static func switchStream(on: Bool, _ client: DynamoDBClient) async throws {
        var input = UpdateTableInput(tableName: "Birds")
        input.streamSpecification = StreamSpecification(
            streamEnabled: on,
            streamViewType: on ? .newAndOldImages : nil
        )
        _ = try await client.updateTable(input)
        try await client.waitUntilTableExists("Birds")
    }

    private static func isDelete(_ version: Int) -> Bool { version % 5 == 0 }

    private static func expectAll(in found: [StreamChange]) {
        let expected = (1...writesPerItem).map { version in
            if isDelete(version) { return "removed \(version - 1)" }
            return version == 1 || isDelete(version - 1) ? "inserted \(version)" : "modified \(version)"
        }
        for item in 0..<itemCount {
            let words = found.filter { $0.keys["id"]?.asInt == item }.map(\.words)
            #expect(words == expected, "of the item \(item)")
        }
    }
}

extension StreamChange {
    /// What has happened, and the version of the item that it is about.
    fileprivate var words: String {
        "\(kind) \((newImage ?? oldImage)?["version"]?.asInt ?? 0)"
    }
}
