// The options that both yardsticks over a store share.

import ArgumentParser

struct StoreShape: ParsableArguments {
    @Option(help: "How many bytes a value has.")
    var valueBytes = 1_000

    @Option(help: "How many bytes of blocks RocksDB may keep in memory.")
    var cacheBytes = 512 << 20
}
