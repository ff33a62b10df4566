// How the logs of RocksDB are told to be whole, torn or damaged.

import Foundation
import Testing

@testable import ApusStorage

@Suite struct LogInspectionTests {
    private static let blockBytes = 32_768
    private static let longBytes = 200_000

    @Test func `a log of RocksDB is whole`() async throws {
        let (directory, log) = try await storeWithLog([100, 40_000, 32_741, 0, Self.longBytes])

        var inspection = LogInspection("\(directory.path)/\(log)")
        let end = try inspection.end()

        #expect(end == .whole)
        #expect(inspection.hasRecords)
    }

    @Test func `an empty log is whole and holds nothing`() throws {
        let directory = TemporaryDirectory()
        try RocksDBStore(directory: directory.path).close()
        try directory.change("FORMAT") { $0 = Data() }

        var inspection = LogInspection("\(directory.path)/FORMAT")

        #expect(try inspection.end() == .whole)
        #expect(!inspection.hasRecords)
    }

    @Test(arguments: [1, 5, 33_000, 100_000, longBytes])
    func `a last record in several blocks may be cut anywhere`(byteCount: Int) async throws {
        let (directory, log) = try await storeWithLog([100, Self.longBytes])
        try directory.change(log) { $0.removeLast(byteCount) }

        var inspection = LogInspection("\(directory.path)/\(log)")
        guard case .torn = try inspection.end() else {
            Issue.record("it is taken for whole")
            return
        }

        try expectKeys(1, in: directory)
    }

    @Test(arguments: [1, 3])
    func `a hole in the last record is a torn tail`(block: Int) async throws {
        let (directory, log) = try await storeWithLog([100, Self.longBytes])
        try directory.change(log) { zero(&$0, block: block) }

        // A disk that loses power may have written the later blocks of a group and not the earlier.
        try expectKeys(1, in: directory)
    }

    @Test(arguments: [1, 3])
    func `a hole in an earlier record is damage`(block: Int) async throws {
        let (directory, log) = try await storeWithLog([100, Self.longBytes, 100])
        try directory.change(log) { zero(&$0, block: block) }

        #expect(throws: StorageError.self) { try RocksDBStore(directory: directory.path) }
    }

    @Test(arguments: [0, 1, 3])
    func `a tear that was recovered is no damage after the next crash`(wholeGroups: Int) async throws {
        let (torn, log) = try await storeWithLog([Int](repeating: 100, count: wholeGroups + 1))
        try torn.change(log) { $0.removeLast(10) }
        let tornLog = try #require(try torn.contents()[log])
        let store = try RocksDBStore(directory: torn.path)
        try await store.write { $0.put([1], for: [UInt8(wholeGroups)]) }
        let crashed = try torn.copy()
        try store.close()
        // RocksDB clears away a log that it has recovered, unless the crash comes first.
        try tornLog.write(to: URL(fileURLWithPath: "\(crashed.path)/\(log)"))

        try expectKeys(wholeGroups + 1, in: crashed)
        try expectKeys(wholeGroups + 1, in: crashed)
    }

    @Test func `a log cut short that another continues is damage`() async throws {
        let (first, firstLog) = try await storeWithLog([100, 100])
        let (second, secondLog) = try await storeWithLog([100, 100, 100, 100])
        let path = "\(first.path)/\(firstLog)"
        try first.change(firstLog) { $0.removeLast(10) }
        try FileManager.default.copyItem(
            atPath: "\(second.path)/\(secondLog)",
            toPath: "\(first.path)/999999.log"
        )
        // Of four writes, only the last two go on where the first log should have ended.
        try first.change("999999.log") { $0.removeFirst($0.count / 2) }

        let error = #expect(throws: StorageError.self) { try LogInspection.inspectLogs(in: first.path) }

        guard case .damaged(path, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    private func zero(_ bytes: inout Data, block: Int) {
        let start = block * Self.blockBytes
        bytes.replaceSubrange(start..<(start + 4_096), with: Data(count: 4_096))
    }

    /// What a crash leaves of a store with a group for each value, and the name of its log.
    private func storeWithLog(_ valueBytes: [Int]) async throws -> (TemporaryDirectory, String) {
        let directory = TemporaryDirectory()
        let store = try RocksDBStore(directory: directory.path, options: StoreOptions(syncMode: .off))
        var generator = SeededGenerator(seed: 1)
        for (number, count) in valueBytes.enumerated() {
            let value = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            try await store.write { $0.put(value, for: [UInt8(number)]) }
        }
        let crashed = try directory.copy()
        try store.close()
        return (crashed, try #require(try crashed.names(endingIn: ".log").last))
    }

    private func expectKeys(_ count: Int, in directory: TemporaryDirectory) throws {
        let store = try RocksDBStore(directory: directory.path)
        #expect(try store.snapshot().entries().map(\.key) == (0..<count).map { [UInt8($0)] })
        try store.close()
    }
}
