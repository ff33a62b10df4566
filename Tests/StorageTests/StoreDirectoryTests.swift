// Which directories a store opens, and which it leaves alone.

import Foundation
import Testing

@testable import ApusStorage

@Suite struct StoreDirectoryTests {
    @Test func `a directory is made for its owner alone`() throws {
        let parent = TemporaryDirectory()
        let path = parent.path + "/deep/store"

        try RocksDBStore(directory: path).close()

        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o700)
        let format = try String(contentsOfFile: path + "/FORMAT", encoding: .utf8)
        #expect(format == "apus store 3\n")
    }

    @Test func `a directory of something else is refused`() throws {
        let directory = TemporaryDirectory()
        try FileManager.default.createDirectory(atPath: directory.path, withIntermediateDirectories: true)
        try "dear diary".write(toFile: directory.path + "/diary.txt", atomically: true, encoding: .utf8)
        let contents = try directory.contents()

        #expect(throws: StorageError.notAStore(directory: directory.path)) {
            try RocksDBStore(directory: directory.path)
        }

        #expect(try directory.contents() == contents)
    }

    @Test func `a store of a newer format is refused`() throws {
        let directory = TemporaryDirectory()
        try RocksDBStore(directory: directory.path).close()
        try directory.change("FORMAT") { $0 = Data("apus store 4\nsomething new\n".utf8) }
        let contents = try directory.contents()

        #expect(throws: StorageError.newerFormat(directory: directory.path, found: 4, supported: 3)) {
            try RocksDBStore(directory: directory.path)
        }

        #expect(try directory.contents() == contents)
    }

    @Test func `a store in use is refused`() throws {
        let directory = TemporaryDirectory()
        let store = try RocksDBStore(directory: directory.path)
        let contents = try directory.contents()

        let error = #expect(throws: StorageError.self) { try RocksDBStore(directory: directory.path) }

        guard case .locked(directory.path, let holder) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(holder == nil || holder == getpid())
        #expect(try directory.contents() == contents)
        try store.close()
        try RocksDBStore(directory: directory.path).close()
    }

    @Test(arguments: [1, 2])
    func `a store of a format before opens, and is of this one from then on`(version: Int) throws {
        let directory = TemporaryDirectory()
        let made = try RocksDBStore(directory: directory.path)
        try made.writeAndWait { $0.put([7], for: [1]) }
        try made.close()
        try directory.change("FORMAT") { $0 = Data("apus store \(version)\n".utf8) }

        let store = try RocksDBStore(directory: directory.path)

        #expect(try store.snapshot().value(for: [1]) == [7])
        #expect(try directory.contents()["FORMAT"] == Data("apus store 3\n".utf8))
        try store.close()
        try RocksDBStore(directory: directory.path).close()
    }

    @Test func `a store of the format before that does not open stays of that format`() throws {
        let directory = TemporaryDirectory()
        try RocksDBStore(directory: directory.path).close()
        try directory.change("FORMAT") { $0 = Data("apus store 1\n".utf8) }
        try directory.remove("CURRENT")
        let contents = try directory.contents()

        #expect(throws: StorageError.self) { try RocksDBStore(directory: directory.path) }

        #expect(try directory.contents() == contents)
    }

    @Test(arguments: [["FORMAT"], ["FORMAT", "LOCK", "IDENTITY"], nil], [1, 2, 3])
    func `a making that was cut short is finished`(files: [String]?, version: Int) async throws {
        let directory = TemporaryDirectory()
        try RocksDBStore(directory: directory.path).close()
        try directory.change("FORMAT") { $0 = Data("apus store \(version)\nbeing made\n".utf8) }
        for name in try directory.contents().keys where files.map({ !$0.contains(name) }) ?? false {
            try directory.remove(name)
        }

        let store = try RocksDBStore(directory: directory.path)

        try await store.write { $0.put([1], for: [1]) }
        try store.close()
        #expect(try directory.contents()["FORMAT"] == Data("apus store 3\n".utf8))
    }

    @Test(arguments: ["", "apus store", "apus store x", "apus store 0", "apus shop 1", "apus store 1 2"])
    func `what is not a format is not parsed`(text: String) {
        #expect(StoreFormat(parsing: text) == nil)
    }

    @Test func `a held snapshot does not keep a closed store locked`() throws {
        let directory = TemporaryDirectory()
        let store = try RocksDBStore(directory: directory.path)
        try store.writeAndWait { $0.put([1], for: [1]) }
        let snapshot = store.snapshot()
        try store.close()

        let reopened = try RocksDBStore(directory: directory.path)

        #expect(try reopened.snapshot().value(for: [1]) == [1])
        #expect(throws: StorageError.closed) { try snapshot.value(for: [1]) }
        try reopened.close()
    }
}
