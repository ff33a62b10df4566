// What every store knows of its size.

import Testing

@testable import ApusStorage

@Suite struct StoreFiguresTests {
    private static let keyCount = 1_000
    private static let valueBytes = 100

    @Test(arguments: StoreKind.allCases)
    func `figures grow with what is written`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            let before = store.figures()

            try await Self.fill(store)

            let after = store.figures()
            #expect(after.memtableBytes - before.memtableBytes >= Self.keyCount * Self.valueBytes)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `a closed store has nothing left`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await Self.fill(store)

            try store.close()

            #expect(store.figures() == StoreFigures())
        }
    }

    @Test func `what is sorted into files leaves the memory, and comes back into it when it is read`() async throws {
        let directory = TemporaryDirectory()
        let first = try RocksDBStore(directory: directory.path)
        try await Self.fill(first)
        try first.close()

        let store = try RocksDBStore(directory: directory.path)
        let opened = store.figures()
        _ = try store.snapshot().entries()

        #expect(opened.tableFileBytes >= opened.liveFileBytes && opened.liveFileBytes > Self.keyCount)
        #expect(opened.memtableBytes < Self.keyCount * Self.valueBytes)
        #expect(store.figures().blockCacheBytes > opened.blockCacheBytes)
        try store.close()
    }

    private static func fill(_ store: any Store) async throws {
        try await store.write { transaction in
            for number in 0..<keyCount {
                let value = (0..<valueBytes).map { UInt8(truncatingIfNeeded: number &* 31 &+ $0 &* number) }
                transaction.put(value, for: [UInt8(number / 256), UInt8(number % 256)])
            }
        }
    }
}
