// The yardstick of BatchWriteItem: what RocksDB alone writes durably.

import ArgumentParser

/// Puts batches of text-like values under scattered keys, each batch synced before the next, on one thread.
struct StoreWrite: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Write synced batches to RocksDB.")

    @Option(help: "The folder of the store; it is created.")
    var data: String

    @Option(help: "For how many seconds to write.")
    var seconds = 5.0

    @Option(help: "How many puts share a batch and a sync.")
    var batch = 25

    @OptionGroup
    var shape: StoreShape

    func run() throws {
        let store = try BenchmarkStore(path: data, cacheBytes: shape.cacheBytes)
        let values = TextValues(bytes: shape.valueBytes)
        let watch = Stopwatch()
        var written = 0
        while watch.seconds < seconds {
            try store.write(
                (written..<written + batch).map { (scatteredKey($0), values[$0]) },
                synced: true
            )
            written += batch
        }
        Report(items: written, seconds: watch.seconds, processorSeconds: watch.processorSeconds).print()
    }
}
