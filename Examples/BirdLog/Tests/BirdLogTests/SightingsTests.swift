// The table of sightings, in good times and bad.

import ApusTesting
import Testing

@testable import BirdLog

struct SightingsTests {
    @Test(.apus) func `a throttled load writes every sighting`() async throws {
        let server = TestServer.current
        let sightings = Sightings(client: server.client())
        try await server.createTable(Sightings.definition)
        try await server.faults.start(.throttledImport)

        let outcome = try await sightings.load(Sighting.day)

        #expect(outcome.isComplete)
        #expect(try await sightings.table.count() == Sighting.day.count)
        #expect(try await server.faults.counts.contains { $0.struck > 0 })
    }

    @Test(.apus) func `a table that takes nothing leaves all over`() async throws {
        let server = TestServer.current
        let sightings = Sightings(client: server.client())
        try await server.createTable(Sightings.definition)
        try await server.faults.add(FaultRule(.throttle(.tableWrites)))
        var options = BatchWriteOptions()
        options.giveUpTime = .seconds(1)

        let outcome = try await sightings.load(Sighting.day, options: options)

        #expect(outcome.written == 0)
        #expect(outcome.unwritten.map(\.cause) == Array(repeating: .leftOver, count: Sighting.day.count))
    }

    @Test(.apus) func `whoever counts at the same time is counted`() async throws {
        let server = TestServer.current
        let sightings = Sightings(client: server.client())
        try await server.createTable(Sightings.definition)

        async let first = sightings.countOneMore("wren", at: 7)
        async let second = sightings.countOneMore("wren", at: 7)

        #expect(try await Set([first.count, second.count]) == [1, 2])
    }
}
