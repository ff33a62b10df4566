// Counters of every store.

import Testing

@testable import ApusStorage

@Suite struct StoreCounterTests {
    private static let key: [UInt8] = [7]

    @Test(arguments: StoreKind.allCases)
    func `amounts add up over transactions`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            let release = hold(store)
            let completed = Log<Int>()
            for amount in 1...10 {
                store.write(completingOn: ImmediateExecutor.shared) { transaction in
                    transaction.add(Int64(amount), toCounter: Self.key)
                    if amount == 10 { throw Refusal() }
                } completion: { _ in
                    completed.append(amount)
                }
            }
            release()

            try await store.write { $0.add(-5, toCounter: Self.key) }

            #expect(try store.snapshot().counter(Self.key) == 40)
            #expect(try store.snapshot().counter([8]) == 0)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `every read sees what is pending`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.write { $0.add(1, toCounter: Self.key) }

            let isSeen = try await store.write { transaction in
                transaction.add(2, toCounter: Self.key)
                let counter = try transaction.counter(Self.key)
                let value = try transaction.value(for: Self.key)
                transaction.add(4, toCounter: Self.key)
                let entries = try transaction.entries()
                transaction.add(8, toCounter: Self.key)
                return [
                    counter == 3,
                    value == CounterValue.bytes(of: 3),
                    entries == [Entry(Self.key, CounterValue.bytes(of: 7))],
                    try transaction.counter(Self.key) == 15,
                ]
            }

            #expect(isSeen == [true, true, true, true])
            #expect(try store.snapshot().counter(Self.key) == 15)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `deleting a counter begins it anew`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            let completed = Log<Bool>()
            let release = hold(store)
            store.write(completingOn: ImmediateExecutor.shared) { transaction in
                transaction.add(5, toCounter: Self.key)
            } completion: { _ in
                completed.append(true)
            }
            store.write(completingOn: ImmediateExecutor.shared) { transaction in
                transaction.delete(Self.key)
                transaction.add(2, toCounter: Self.key)
            } completion: { _ in
                completed.append(true)
            }
            release()
            try await store.write { _ in }
            #expect(try store.snapshot().counter(Self.key) == 2)

            try await store.write { transaction in
                transaction.add(1, toCounter: Self.key)
                transaction.delete(Self.key)
            }

            #expect(try store.snapshot().value(for: Self.key) == nil)
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `a counter is stored as eight bytes, the lowest first`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.write { transaction in
                transaction.add(0x0102, toCounter: [1])
                transaction.add(-2, toCounter: [2])
            }

            #expect(try store.snapshot().value(for: [1]) == [2, 1, 0, 0, 0, 0, 0, 0])
            #expect(try store.snapshot().value(for: [2]) == [254, 255, 255, 255, 255, 255, 255, 255])
        }
    }

    @Test(arguments: StoreKind.allCases)
    func `a value of another length is no counter`(kind: StoreKind) async throws {
        try await kind.withStore { store in
            try await store.write { $0.put([1, 2, 3], for: Self.key) }

            #expect(throws: StorageError.self) { try store.snapshot().counter(Self.key) }
        }
    }
}
