// A seeded history: steps by chance, each against the service and the plain model.

import ApusWire

/// One run of so many steps, all of which follow from the seed: even the kind of the store.
struct History {
    let seed: UInt64
    private let steps: Int

    private static let stepsBetweenCensuses = 250

    init(seed: UInt64, steps: Int) {
        self.seed = seed
        self.steps = steps
    }

    /// Runs the history, up to the first disagreement.
    ///
    /// - Throws: a `Disagreement` that tells how to bring it back.
    func run() async throws {
        var chance = SeededGenerator(seed: seed)
        var world = try HistoryWorld(on: seed.isMultiple(of: 2) ? .memory : .rocksDBInMemory)
        var number = 0
        do {
            try await world.createTables()
            while number < steps {
                number += 1
                try await chance.step(in: world).run(in: &world)
                guard number.isMultiple(of: Self.stepsBetweenCensuses) || number == steps else { continue }
                let census = CensusStep(
                    totalSegments: Int.random(in: 1...7, using: &chance),
                    reopens: chance.happens(percent: 50)
                )
                try await census.run(in: &world)
                if chance.happens(percent: 60) { try await RebuildStep(in: world, using: &chance).run(in: &world) }
            }
        } catch {
            let request = world.lastRequest.map { "\($0.operation.rawValue) \($0.request)" } ?? "no request"
            throw Disagreement("APUS_SEED=\(seed), operation \(number): \(request): \(error)")
        }
        try world.service.close()
    }
}
