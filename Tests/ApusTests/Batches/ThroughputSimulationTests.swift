// How much of a table's throughput the writer uses, and how little it sends in vain.

import Testing

@testable import Apus

struct ThroughputSimulationTests {
    @Test(arguments: [2, 80])
    func `a table of 500 units is used to the full, and little is sent twice`(latency: Int) {
        var simulation = ThroughputSimulation(
            table: SimulatedTable { _ in 500 },
            items: [100_000],
            latency: .milliseconds(latency)
        )

        simulation.run()

        // The first 500 are in the bucket.
        let ideal = Duration.seconds(199)
        #expect(simulation.progress[0].written == 100_000)
        #expect(simulation.duration < ideal * 1.1)
        #expect(simulation.retriedShare < 0.03)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `loaders that share a table use it to the full together`(seed: UInt64) {
        var simulation = ThroughputSimulation(
            table: SimulatedTable { _ in 500 },
            items: [25_000, 25_000, 25_000, 25_000],
            seed: seed
        )

        simulation.run()

        #expect(simulation.duration < .seconds(199) * 1.15)
        #expect(simulation.retriedShare < 0.05)
    }

    @Test(arguments: [(1_000.0, 150.0), (250.0, 300.0)])
    func `a change of capacity is followed`(later: Double, idealSeconds: Double) {
        var simulation = ThroughputSimulation(
            table: SimulatedTable { $0 < 100 ? 500 : later },
            items: [100_000]
        )

        simulation.run()

        #expect(simulation.duration < .seconds(idealSeconds) * 1.1)
        #expect(simulation.retriedShare < 0.05)
    }

    @Test func `a large burst that runs out costs little`() {
        var simulation = ThroughputSimulation(
            table: SimulatedTable(burstSeconds: 60) { _ in 500 },
            items: [100_000]
        )

        simulation.run()

        #expect(simulation.duration < .seconds(140) * 1.1)
        #expect(simulation.retriedShare < 0.05)
    }

    @Test func `nothing holds back the batches to a table without limit`() {
        var simulation = ThroughputSimulation(
            table: SimulatedTable { _ in nil },
            items: [100_000],
            latency: .milliseconds(2)
        )

        simulation.run()

        // 8 batches of 25 in each 2 ms.
        #expect(simulation.duration < .seconds(1) * 1.02)
        #expect(simulation.progress[0].rate == nil)
    }

    @Test(arguments: [nil, 500.0])
    func `keys that are turned away hold up no others`(capacity: Double?) {
        // One in ten is hot from the 10th to the 40th second.
        var simulation = ThroughputSimulation(
            table: SimulatedTable(isHot: { $0 % 10 == 0 && (10..<40).contains($1) }) { _ in capacity },
            items: [capacity == nil ? 60_000 : 25_000],
            latency: .milliseconds(capacity == nil ? 200 : 5)
        )

        simulation.run()

        let undisturbed = Double(simulation.table.takenBySecond[9] ?? 0) * 0.9
        let disturbed = (11..<39).map { Double(simulation.table.takenBySecond[$0] ?? 0) }
        let mean = disturbed.reduce(0, +) / Double(disturbed.count)
        #expect(mean > undisturbed * 0.85)
    }

    @Test func `a ceiling is kept to`() {
        var options = BatchWriteOptions()
        options.ceiling = 100
        var simulation = ThroughputSimulation(table: SimulatedTable { _ in 500 }, items: [5_000], options: options)

        simulation.run()

        #expect(simulation.duration > .seconds(49))
        #expect(simulation.duration < .seconds(51))
        #expect(simulation.retriedShare == 0)
    }
}
