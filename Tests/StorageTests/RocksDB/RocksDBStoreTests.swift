// What a store on disk is after a crash, and after damage.

import Foundation
import Testing

@testable import ApusStorage

@Suite struct RocksDBStoreTests {
    @Test func `a store that was closed opens with what it held`() async throws {
        let directory = TemporaryDirectory()
        let store = try RocksDBStore(directory: directory.path)
        try await store.write { transaction in
            transaction.put([1], for: [10])
            transaction.add(7, toCounter: [99])
        }
        try store.close()

        let reopened = try RocksDBStore(directory: directory.path)

        #expect(try reopened.snapshot().value(for: [10]) == [1])
        #expect(try reopened.snapshot().counter([99]) == 7)
        try reopened.close()
    }

    @Test(arguments: [SyncMode.commit, .interval(milliseconds: 5), .off])
    func `a store that was not closed opens with all that was answered`(mode: SyncMode) async throws {
        let directory = TemporaryDirectory()
        let store = try RocksDBStore(directory: directory.path, options: StoreOptions(syncMode: mode))
        for number in 0..<50 {
            try await store.write { $0.put([UInt8(number)], for: [UInt8(number)]) }
        }
        let crashed = try directory.copy()

        let reopened = try RocksDBStore(directory: crashed.path)

        #expect(try reopened.snapshot().entries().map(\.key) == (0..<50).map { [UInt8($0)] })
        try reopened.close()
        try store.close()
    }

    @Test(arguments: [1, 7, 100, 1_000])
    func `a torn tail costs only the group that was being written`(byteCount: Int) async throws {
        let crashed = try await crashedStore()
        let log = try #require(try crashed.names(endingIn: ".log").last)
        try crashed.change(log) { $0.removeLast(byteCount) }

        let reopened = try RocksDBStore(directory: crashed.path)

        #expect(try reopened.snapshot().entries(.prefix([1])).count == 200)
        #expect(try reopened.snapshot().entries(.prefix([2])).count == 99)
        try await reopened.write { $0.put([9], for: [9]) }
        try reopened.close()
        #expect(throws: Never.self) { try RocksDBStore(directory: crashed.path).close() }
    }

    @Test(arguments: [0x00, 0xFF])
    func `rubbish after the end of the log is a torn tail too`(byte: UInt8) async throws {
        let crashed = try await crashedStore()
        let log = try #require(try crashed.names(endingIn: ".log").last)
        try crashed.change(log) { $0.append(contentsOf: [UInt8](repeating: byte, count: 50_000)) }

        let reopened = try RocksDBStore(directory: crashed.path)

        #expect(try reopened.snapshot().entries(.prefix([2])).count == 100)
        try reopened.close()
    }

    @Test(arguments: Damage.allCases)
    func `damage is told and nothing is touched`(damage: Damage) async throws {
        let crashed = try await crashedStore()
        let file = try damage.inflict(on: crashed)
        let contents = try crashed.contents()

        let error = #expect(throws: StorageError.self) { try RocksDBStore(directory: crashed.path) }

        guard case .damaged(let damagedFile, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(damagedFile == file.map { "\(crashed.path)/\($0)" } ?? crashed.path)
        #expect(try crashed.contents() == contents)
    }

    @Test func `a damaged block is told when it is read`() async throws {
        let crashed = try await crashedStore()
        let file = try #require(try crashed.names(endingIn: ".sst").first)
        try crashed.change(file) { $0[100] ^= 0xFF }
        let store = try RocksDBStore(directory: crashed.path)
        let key = [1] + CounterValue.bytes(of: 0)

        let errors = [
            #expect(throws: StorageError.self) { try store.snapshot().value(for: key) },
            #expect(throws: StorageError.self) { try store.snapshot().withValues(for: [key]) { _, _ in } },
            #expect(throws: StorageError.self) { try store.snapshot().entries() },
            #expect(throws: StorageError.self) { try store.writeAndWait { try $0.value(for: key) } },
        ]

        for error in errors {
            guard case .damaged(let damagedFile, _) = error else {
                Issue.record("\(String(describing: error))")
                continue
            }
            #expect(damagedFile == "\(crashed.path)/\(file)")
        }
        try store.close()
    }

    /// What a crash leaves of a store with 200 entries in a table and 100 groups in its log.
    private func crashedStore() async throws -> TemporaryDirectory {
        let directory = TemporaryDirectory()
        let options = StoreOptions(syncMode: .off)
        let first = try RocksDBStore(directory: directory.path, options: options)
        try await first.write { transaction in
            for number in 0..<200 { transaction.put(value(number), for: [1] + CounterValue.bytes(of: Int64(number))) }
        }
        try first.close()
        let second = try RocksDBStore(directory: directory.path, options: options)
        for number in 0..<100 {
            try await second.write { transaction in
                transaction.put(value(number), for: [2] + CounterValue.bytes(of: Int64(number)))
            }
        }
        let crashed = try directory.copy()
        try second.close()
        return crashed
    }

    private func value(_ number: Int) -> [UInt8] {
        var generator = SeededGenerator(seed: UInt64(number))
        return (0..<1_024).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
}

/// Ways in which a disk or a person spoils a store.
enum Damage: CaseIterable {
    case tableCutShort
    case tableOneByteShort
    case tableWithoutItsEnd
    case tableMissing
    case currentMissing
    case currentUnreadable
    case manifestMissing
    case manifestCutShort
    case manifestAltered
    case logsMissing
    case logAltered
    case logZeroed
    case logWithWrongLength
    case logWithAlteredHeader
    case formatUnreadable

    /// Answers which file the error should name; nil for the directory.
    func inflict(on directory: TemporaryDirectory) throws -> String? {
        let table = try #require(try directory.names(endingIn: ".sst").first)
        let log = try #require(try directory.names(endingIn: ".log").last)
        let manifest = try #require(try directory.contents().keys.first { $0.hasPrefix("MANIFEST") })
        switch self {
        case .tableOneByteShort: return try change(table, in: directory) { $0.removeLast() }
        case .tableCutShort: return try change(table, in: directory) { $0.removeLast($0.count / 2) }
        case .tableWithoutItsEnd: return try change(table, in: directory) { Self.zero(&$0, last: 60) }
        case .tableMissing: return try remove(table, from: directory)
        case .currentMissing: return try remove("CURRENT", from: directory)
        case .currentUnreadable: return try change("CURRENT", in: directory) { $0 = Data("rubbish".utf8) }
        case .manifestMissing: return try remove(manifest, from: directory)
        case .manifestCutShort: return try change(manifest, in: directory) { $0.removeLast($0.count - 20) }
        case .manifestAltered: return try change(manifest, in: directory) { $0[30] ^= 0x10 }
        case .logsMissing:
            for log in try directory.names(endingIn: ".log") { try directory.remove(log) }
            return nil
        case .logAltered: return try change(log, in: directory) { $0[50_000] ^= 0x10 }
        case .logZeroed: return try change(log, in: directory) { Self.zero(&$0, from: 32_768) }
        case .logWithWrongLength: return try change(log, in: directory) { $0[5] = 0xFF }
        case .logWithAlteredHeader: return try change(log, in: directory) { $0[6] = 0 }
        case .formatUnreadable: return try change("FORMAT", in: directory) { $0[0] = 0 }
        }
    }

    private static func zero(_ bytes: inout Data, from start: Int) {
        bytes.replaceSubrange(start..<(start + 4_096), with: Data(count: 4_096))
    }

    private static func zero(_ bytes: inout Data, last count: Int) {
        bytes.replaceSubrange((bytes.count - count)..., with: Data(count: count))
    }

    private func change(
        _ name: String,
        in directory: TemporaryDirectory,
        _ change: (inout Data) -> Void
    ) throws -> String {
        try directory.change(name, change)
        return name
    }

    private func remove(_ name: String, from directory: TemporaryDirectory) throws -> String {
        try directory.remove(name)
        return name
    }
}
