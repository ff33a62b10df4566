// The stores that a database is tried on.

@testable import ApusStorage

enum StoreKind: CaseIterable, Sendable {
    case memoryStore
    case rocksDBInMemory

    /// An empty store.
    func makeStore() throws -> any Store {
        switch self {
        case .memoryStore: MemoryStore()
        case .rocksDBInMemory: try RocksDBStore.inMemory()
        }
    }
}
