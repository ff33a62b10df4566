// What is told of commits.

import Synchronization
import Testing

@testable import ApusStorage

struct StoreObserverTests {
    @Test(arguments: StoreKind.allCases)
    func `an observer is called after each commit, and sees what was committed`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            let seen = Mutex<[[UInt8]?]>([])
            store.observeCommits { [weak store] in
                let value = try? store?.snapshot().value(for: [1])
                seen.withLock { $0.append(value) }
            }

            for value in [7, 8] as [UInt8] { try await store.write { $0.put([value], for: [1]) } }

            #expect(seen.withLock { $0 } == [[7], [8]])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `a later observer takes the place of an earlier one`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            let counts = Mutex((first: 0, second: 0))
            store.observeCommits { counts.withLock { $0.first += 1 } }
            try await store.write { $0.put([1], for: [1]) }

            store.observeCommits { counts.withLock { $0.second += 1 } }
            try await store.write { $0.put([2], for: [1]) }

            #expect(counts.withLock { $0 } == (1, 1))
        }
    }
}
