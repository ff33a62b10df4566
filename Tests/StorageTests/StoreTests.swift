// The promise of a store, held against every implementation.

import Dispatch
import Synchronization
import Testing

@testable import ApusStorage

struct Refusal: Error, Equatable {
    var number = 0
}

@Suite struct StoreTests {
    @Test(arguments: StoreKind.allCases)
    func `a transaction reads what it has written`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            let seen = try await store.write { transaction in
                transaction.put([1], for: [10])
                transaction.put([2], for: [20])
                transaction.put([3], for: [10])
                transaction.delete([20])
                return (try transaction.value(for: [10]), try transaction.value(for: [20]))
            }

            #expect(seen.0 == [3])
            #expect(seen.1 == nil)
            #expect(try store.snapshot().entries() == [Entry([10], [3])])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `a body that throws leaves nothing behind`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.write { transaction in
                transaction.put([1], for: [10])
                transaction.add(5, toCounter: [99])
            }

            await #expect(throws: Refusal()) {
                try await store.write { transaction in
                    transaction.put([2], for: [10])
                    transaction.put([2], for: [11])
                    transaction.add(7, toCounter: [99])
                    throw Refusal()
                }
            }

            let snapshot = store.snapshot()
            #expect(try snapshot.value(for: [10]) == [1])
            #expect(try snapshot.value(for: [11]) == nil)
            #expect(try snapshot.counter([99]) == 5)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `discarding a range removes it and nothing beside it`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.write { transaction in
                for key: [UInt8] in [[1, 255], [2], [2, 0], [2, 255], [3]] { transaction.put(key, for: key) }
            }

            try store.discard(.prefix([2]))

            // Readers see it with the next commit, at the latest.
            try await store.write { $0.put([4], for: [4]) }
            let keys = try store.snapshot().entries().map(\.key)
            #expect(keys == [[1, 255], [3], [4]])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `a snapshot does not change`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.write { $0.put([1], for: [10]) }
            let before = store.snapshot()

            try await store.write { transaction in
                transaction.put([2], for: [10])
                transaction.put([2], for: [11])
            }

            #expect(try before.entries() == [Entry([10], [1])])
            #expect(try store.snapshot().entries() == [Entry([10], [2]), Entry([11], [2])])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `many keys are answered in the order asked`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            let keys: [[UInt8]] = [[30], [10], [99], [], [10]]
            let expected: [[UInt8]?] = [[3], [1], nil, [0], [1]]

            let seen = try await store.write { transaction in
                transaction.put([0], for: [])
                transaction.put([1], for: [10])
                transaction.put([3], for: [30])
                return try values(of: keys, in: transaction)
            }

            #expect(seen == expected)
            #expect(try values(of: keys, in: store.snapshot()) == expected)
            #expect(try values(of: [], in: store.snapshot()).isEmpty)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `empty and long values come back`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            let long = [UInt8](repeating: 7, count: 400_000)

            try await store.write { transaction in
                transaction.put([], for: [1])
                transaction.put(long, for: [2])
            }

            #expect(try store.snapshot().value(for: [1]) == [])
            #expect(try store.snapshot().value(for: [2]) == long)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `what is in memory is answered without the disk`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.write { $0.put([1], for: [10]) }
            let snapshot = store.snapshot()
            var seen: [UInt8] = []

            let found = try snapshot.withCachedValue(for: [10]) { seen = [UInt8]($0) }
            let absent = try snapshot.withCachedValue(for: [11]) { _ in }

            #expect(found == .found)
            #expect(seen == [1])
            #expect(absent == .absent)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `an error of a scan's body comes out of the scan`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.write { $0.put([1], for: [10]) }

            #expect(throws: StorageError.closed) {
                try store.snapshot().scan(.all, .forward) { _, _ throws(StorageError) in throw .closed }
            }
            #expect(throws: StorageError.closed) {
                try store.snapshot().withValue(for: [10]) { _ throws(StorageError) in throw .closed }
            }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `transactions of many tasks follow one another`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await withThrowingTaskGroup(of: Void.self) { group in
                for task in 0..<16 {
                    group.addTask { try await increment(store, times: 50, own: [1, UInt8(task)]) }
                }
                try await group.waitForAll()
            }

            let snapshot = store.snapshot()
            #expect(try snapshot.value(for: [0]) == CounterValue.bytes(of: 800))
            #expect(try snapshot.entries(.prefix([1])).count == 16)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `transactions take effect in the order of the queue`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            let completed = Log<Int>()
            let release = hold(store)
            for number in 0..<100 {
                store.write(completingOn: ImmediateExecutor.shared) { transaction in
                    transaction.put([UInt8(number)], for: [1])
                } completion: { _ in
                    completed.append(number)
                }
            }
            release()

            try await store.write { _ in }

            #expect(completed.values == Array(0..<100))
            #expect(try store.snapshot().value(for: [1]) == [99])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `a group reaches each executor in one call, refusals among it`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            let executors = [CountingExecutor(), CountingExecutor()]
            let refused = Log<Int>()
            let release = hold(store)
            for number in 0..<10 {
                store.write(completingOn: executors[number % 2]) { transaction in
                    transaction.put([1], for: [UInt8(number)])
                    if number == 4 { throw Refusal(number: number) }
                } completion: { result in
                    if case .failure(let error as Refusal) = result { refused.append(error.number) }
                }
            }
            release()

            try await store.write { _ in }

            #expect(executors[0].calls.values == [5])
            #expect(executors[1].calls.values == [5])
            #expect(refused.values == [4])
            #expect(try store.snapshot().entries().count == 9)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `a completion finds its write in the snapshot`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            let seen = Log<[UInt8]?>()

            for number in 0..<20 {
                store.write(completingOn: ImmediateExecutor.shared) { transaction in
                    transaction.put([UInt8(number)], for: [UInt8(number)])
                } completion: { _ in
                    seen.append(try? store.snapshot().value(for: [UInt8(number)]))
                }
            }
            try await store.write { _ in }

            #expect(seen.values == (0..<20).map { [UInt8($0)] })
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `closing finishes what is queued and refuses what comes later`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            let outcomes = Log<Bool>()
            for number in 0..<50 {
                store.write(completingOn: ImmediateExecutor.shared) { transaction in
                    transaction.put([1], for: [UInt8(number)])
                } completion: { result in
                    outcomes.append((try? result.get()) != nil)
                }
            }
            let snapshot = store.snapshot()

            try store.close()
            try store.close()

            #expect(outcomes.values == [Bool](repeating: true, count: 50))
            await #expect(throws: StorageError.closed) { try await store.write { $0.put([1], for: [1]) } }
            #expect(throws: StorageError.closed) { try snapshot.value(for: [1]) }
            #expect(throws: StorageError.closed) { try store.snapshot().entries() }
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `the blocking form answers too`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            let answer = try store.writeAndWait { transaction in
                transaction.put([1], for: [1])
                return 42
            }

            #expect(answer == 42)
            #expect(throws: Refusal()) { try store.writeAndWait { _ in throw Refusal() } }
        }
    }
}

/// Counts the completions of each call.
final class CountingExecutor: CompletionExecutor {
    let calls = Log<Int>()

    func run(_ completions: [@Sendable () -> Void]) {
        calls.append(completions.count)
        for completion in completions { completion() }
    }
}

/// Keeps the writer busy, so that what is queued meanwhile becomes one group, until the answer is called.
func hold(_ store: any Store) -> () -> Void {
    let (isHeld, isReleased) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    store.write(completingOn: ImmediateExecutor.shared) { _ in
        isHeld.signal()
        isReleased.wait()
    } completion: { _ in
    }
    isHeld.wait()
    return { isReleased.signal() }
}

private func values(of keys: [[UInt8]], in reading: any Reading) throws -> [[UInt8]?] {
    var values: [[UInt8]?] = []
    try reading.withValues(for: keys) { position, value in
        if position == values.count { values.append(value.map { [UInt8]($0) }) }
    }
    return values
}

private func increment(_ store: any Store, times: Int, own key: [UInt8]) async throws {
    for _ in 0..<times {
        try await store.write { transaction in
            transaction.put(CounterValue.bytes(of: try transaction.counter([0]) + 1), for: [0])
            transaction.put([1], for: key)
        }
    }
}
