// Every implementation of the promise, for tests that hold for all of them.

@testable import ApusStorage

enum StoreKind: CaseIterable, Sendable {
    case memoryStore
    case rocksDBOnDisk
    case rocksDBInMemory

    /// Opens an empty store for the time of a test.
    func withStore(_ body: (any Store) async throws -> Void) async throws {
        switch self {
        case .memoryStore: try await run(body, with: MemoryStore())
        case .rocksDBInMemory: try await run(body, with: try RocksDBStore.inMemory())
        case .rocksDBOnDisk:
            let directory = TemporaryDirectory()
            try await run(body, with: try RocksDBStore(directory: directory.path))
        }
    }

    private func run(_ body: (any Store) async throws -> Void, with store: any Store) async throws {
        try await body(store)
        try store.close()
    }
}
