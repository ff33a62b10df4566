// Scans of every store, in both directions.

import Testing

@testable import ApusStorage

@Suite struct StoreScanTests {
    static let ranges: [(range: KeyRange, keys: [UInt8])] = [
        (.all, [10, 20, 30, 40, 50]),
        (KeyRange(lower: [20], upper: [40]), [20, 30]),
        (KeyRange(lower: [15], upper: [45]), [20, 30, 40]),
        (KeyRange(lower: [30], upper: nil), [30, 40, 50]),
        (KeyRange(lower: [], upper: [10]), []),
        (KeyRange(lower: [40], upper: [20]), []),
        (KeyRange(lower: [51], upper: nil), []),
        (.prefix([50]), [50]),
    ]

    @Test(arguments: StoreKind.allCases)
    func `a scan walks through its range in both directions`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.write { put([10, 20, 30, 40, 50], in: $0) }
            let snapshot = store.snapshot()

            for (range, keys) in Self.ranges {
                #expect(try snapshot.entries(range).map(\.key) == keys.map { [$0] })
                #expect(try snapshot.entries(range, .backward).map(\.key) == keys.reversed().map { [$0] })
            }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `a transaction's scan lays its writes over the store`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.write { put([10, 25, 30, 45, 50], in: $0) }

            let seen = try await store.write { transaction in
                put([20, 40], in: transaction)
                transaction.delete([25])
                transaction.delete([45])
                return try Self.ranges.map { range, _ in
                    (try transaction.entries(range).map(\.key), try transaction.entries(range, .backward).map(\.key))
                }
            }

            for (seen, (_, keys)) in zip(seen, Self.ranges) {
                #expect(seen.0 == keys.map { [$0] })
                #expect(seen.1 == keys.reversed().map { [$0] })
            }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `a scan stops when it is told to`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.write { put([10, 20, 30], in: $0) }
            var keys: [[UInt8]] = []

            try store.snapshot().scan(.all, .backward) { key, _ in
                keys.append([UInt8](key))
                return keys.count == 2 ? .stop : .next
            }

            #expect(keys == [[30], [20]])
        }
    }

    @Test(arguments: StoreKind.allCases, [ScanDirection.forward, .backward])
    func `a scan may delete what it is shown`(kind: StoreKind, direction: ScanDirection) async throws {
        try await kind.withStore { store in
            try await store.write { put([10, 20, 30], in: $0) }

            let count = try await store.write { transaction in
                put([15, 25, 35], in: transaction)
                var count = 0
                try transaction.scan(.all, direction) { key, _ in
                    transaction.delete([UInt8](key))
                    count += 1
                    return .next
                }
                return count
            }

            #expect(count == 6)
            #expect(try store.snapshot().entries().isEmpty)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `keys are ordered by their unsigned bytes`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            let keys: [[UInt8]] = [[], [0], [0, 0], [1], [127], [128], [255], [255, 255]]

            try await store.write { transaction in
                for key in keys.reversed() { transaction.put([], for: key) }
            }

            #expect(try store.snapshot().entries().map(\.key) == keys)
            #expect(try store.snapshot().entries(.prefix([255])).map(\.key) == [[255], [255, 255]])
        }
    }
}

private func put(_ keys: [UInt8], in transaction: any WriteTransaction) {
    for key in keys { transaction.put([key], for: [key]) }
}
