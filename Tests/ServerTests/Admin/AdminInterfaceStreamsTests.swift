// The shards of streams over the admin interface.

import ApusDatabase
import ApusModel
import NIOCore
import NIOHTTP1
import Testing

@testable import ApusServer

struct AdminInterfaceStreamsTests {
    private let service: MeasuredService

    init() throws {
        service = try MeasuredService()
    }

    @Test(
        arguments: [("split", ["00000001", "00000002"]), ("roll", ["00000001"])]
            as [(String, [String])]
    )
    func `all open shards make room for others`(renewal: String, numbers: [String]) async throws {
        try await createStreamingTable(in: "eu-north-1")

        let reply = reply("/_apus/streams/Cats/\(renewal)")

        let shards = numbers.map { "\"shardId-00000001767225600000-\($0)\"" }.joined(separator: ",")
        #expect(reply.text == #"{"region":"eu-north-1","table":"Cats","openShards":[\#(shards)]}"#)
        let stream = try #require(service.database.streams.streams(in: "eu-north-1").first)
        #expect(stream.shards(at: service.clock.now).filter(\.isOpen).count == numbers.count)
    }

    @Test func `a table of several regions is chosen by its region`() async throws {
        try await createStreamingTable(in: "eu-north-1")
        try await createStreamingTable(in: "us-east-1")

        let unclear = reply("/_apus/streams/Cats/roll")
        let chosen = reply("/_apus/streams/Cats/roll?region=us-east-1")

        #expect(unclear.status == .badRequest)
        #expect(unclear.text == #"{"error":"There are tables Cats in several regions; add ?region="}"#)
        #expect(chosen.text.hasPrefix(#"{"region":"us-east-1""#))
    }

    @Test func `a table that is not there, or has no stream, is refused`() async throws {
        try await service.createTable("Dogs", in: "eu-north-1")

        #expect(reply("/_apus/streams/Cats/split").status == .notFound)
        #expect(reply("/_apus/streams/Dogs/split").status == .badRequest)
        #expect(reply("/_apus/streams/Dogs/merge").status == .notFound)
        #expect(reply("/_apus/streams/Dogs").status == .notFound)
    }

    private func createStreamingTable(in region: String) async throws {
        try await service.createTable("Cats", in: region)
        try await service.alterTable("Cats", in: region) { definition, moment in
            definition.settings.stream = TableStream(viewType: .keysOnly)
            definition.settings.lastStreamTime = moment.now
        }
    }

    private func reply(_ uri: String) -> HTTPReply {
        let admin = AdminInterface(
            database: service.database,
            faults: service.faults,
            metrics: service.requests,
            key: nil,
            allowsScenarios: false
        )
        return admin.reply(to: HTTPRequest(method: .POST, uri: uri, headers: [:], body: ByteBuffer(), isLocal: true))
    }
}
