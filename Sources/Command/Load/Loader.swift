// A load, from the first record to the last fate.

import Apus
import ApusModel

/// What came of the reading and the writing.
struct LoadOutcome: Equatable, Sendable {
    let counts: LoadCounts
    /// Whether all inputs were read to their ends and nothing stopped the writing.
    let isWhole: Bool
    /// What stopped the reading or the writing.
    let faults: [String]
}

/// Reads files and writes their changes to a table.
struct Loader: Sendable {
    let format: RecordFormat?
    let table: String
    let keySchema: KeySchema
    let writer: BatchWriter<LoadOrigin>
    let counters: ReadingCounters
    let journal: LoadJournal

    private static let pause = Duration.milliseconds(10)

    /// Reads the files from a place on, waits until everything is settled, and answers what came of it.
    func load(_ files: [InputFile], from start: LoadPlace) async -> LoadOutcome {
        var faults: [String] = []
        var isRead = false
        do throws(InputError) {
            isRead = try await read(files, from: start)
        } catch {
            faults.append(error.description)
        }
        let outcome = await writer.finish()
        if let reason = outcome.stopReason ?? outcome.stoppedTables[table] { faults.append("stopped: \(reason)") }
        return LoadOutcome(
            counts: counters.counts(writer.progress.current.total),
            isWhole: isRead && faults.isEmpty,
            faults: faults
        )
    }

    /// Reads one file after another. A file that cannot be read ends the load, so that one that goes on finds it there.
    private func read(_ files: [InputFile], from start: LoadPlace) async throws(InputError) -> Bool {
        let executor = BlockingExecutor(label: "apus.load.reading")
        let result = await withTaskExecutorPreference(executor) { () -> Result<Bool, InputError> in
            for (index, file) in files.enumerated() {
                if index < start.file { continue }
                do throws(InputError) {
                    let isRead = try await read(file, number: index, from: index == start.file ? start : LoadPlace())
                    guard isRead else { return .success(false) }
                } catch {
                    return .failure(InputError("\(file.path): \(error)"))
                }
            }
            return .success(true)
        }
        return try result.get()
    }

    /// Reads a file, and answers whether it came to its end.
    private func read(_ file: InputFile, number: Int, from start: LoadPlace) async throws(InputError) -> Bool {
        let input = PlainInput(file) { [counters] in counters.countBytes($0) }
        var source = RecordSource(input, file: file.path, format: format, keySchema: keySchema)
        let isStopped = { [counters] in counters.isStopped }
        if let kind = start.kind { try source.skip(to: start.position, of: kind, unless: isStopped) }
        while let records = try source.next(unless: isStopped) {
            if let kind = source.kind, !records.isEmpty {
                await writer.add(contentsOf: changes(of: records, file: number, kind: kind))
            }
            while journal.isFull, !counters.isStopped, await canGoOn { try? await Task.sleep(for: Self.pause) }
            // Where the writer has given up, reading on would only make what is left over longer.
            guard await canGoOn else {
                counters.stop()
                return false
            }
        }
        if counters.isStopped { return false }
        journal.admitEnd(of: number)
        return true
    }

    private var canGoOn: Bool {
        get async { await writer.stopReason(of: table) == nil && journal.failure == nil }
    }

    /// The changes that records ask for; a record that asks for none that can be is taken down.
    private func changes(of records: [ParsedRecord], file: Int, kind: RecordKind) -> [BatchChange<LoadOrigin>] {
        let first = journal.admit(records, of: file, kind: kind)
        var changes: [BatchChange<LoadOrigin>] = []
        changes.reserveCapacity(records.count)
        for (offset, record) in records.enumerated() {
            counters.countRecord()
            let origin = LoadOrigin(number: first + offset, record: record.origin)
            switch record.change {
            case .success(.put(let item)): changes.append(.put(item, into: table, origin: origin))
            case .success(.delete(let key)): changes.append(.delete(key, from: table, origin: origin))
            case .failure(let fault):
                counters.countFault()
                journal.reject(origin.number, origin.record, reason: fault.description)
            }
        }
        return changes
    }
}
