// The yardstick of BatchGetItem: what RocksDB alone reads in groups of keys.

import ArgumentParser

/// Fills a store unless it is full already, compacts it, and reads groups of random keys with one multi-get each, on one thread.
struct StoreRead: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Read groups of random keys from RocksDB.")

    @Option(help: "The folder of the store; it is created where it is missing.")
    var data: String

    @Option(help: "For how many seconds to read.")
    var seconds = 5.0

    @Option(help: "How many keys share a multi-get.")
    var batch = 100

    @Option(help: "How many values the store holds.")
    var items = 100_000

    @OptionGroup
    var shape: StoreShape

    func run() throws {
        let store = try BenchmarkStore(path: data, cacheBytes: shape.cacheBytes)
        try fill(store)
        var generator = SeededGenerator(seed: 1)
        let watch = Stopwatch()
        var read = 0
        while watch.seconds < seconds {
            let keys = (0..<batch).map { _ in scatteredKey(Int.random(in: 0..<items, using: &generator)) }
            let bytes = try store.multiGet(keys)
            guard bytes == batch * shape.valueBytes else { throw BenchmarkError.missingValues }
            read += batch
        }
        Report(items: read, seconds: watch.seconds, processorSeconds: watch.processorSeconds).print()
    }

    private func fill(_ store: BenchmarkStore) throws {
        guard try store.multiGet([scatteredKey(items - 1)]) == 0 else { return }
        let values = TextValues(bytes: shape.valueBytes)
        for start in stride(from: 0, to: items, by: 1_000) {
            let indexes = start..<min(start + 1_000, items)
            try store.write(indexes.map { (scatteredKey($0), values[$0]) }, synced: false)
        }
        try store.compact()
    }
}
