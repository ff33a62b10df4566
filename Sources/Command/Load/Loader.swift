// A load, from the first file to the closing count.

import Apus
import ApusModel

/// What came of a load.
struct LoadOutcome: Equatable, Sendable {
    let counts: LoadCounts
    /// The files that could not be read to their ends.
    let faults: [InputError]
    /// Why the writing stopped, if it did.
    let stopReason: String?
}

/// Reads files and writes their items to a table.
struct Loader: Sendable {
    let format: RecordFormat?
    let table: String
    let keySchema: KeySchema
    let writer: BatchWriter<LoadOrigin>
    let counters: ReadingCounters
    let rejects: RejectsFile

    /// Reads all files, waits until everything is settled, and answers what came of it.
    func load(_ files: [InputFile]) async -> LoadOutcome {
        let faults = await withTaskExecutorPreference(ReadingExecutor()) {
            var faults: [InputError] = []
            for file in files where !counters.isStopped {
                do throws(InputError) {
                    try await read(file)
                } catch {
                    faults.append(InputError("\(file.path): \(error)"))
                }
            }
            return faults
        }
        let outcome = await writer.finish()
        return LoadOutcome(
            counts: counters.counts(writer.progress.current.total),
            faults: faults,
            stopReason: outcome.stopReason ?? outcome.stoppedTables[table]
        )
    }

    private func read(_ file: InputFile) async throws(InputError) {
        let input = PlainInput(file) { [counters] in counters.countBytes($0) }
        var source = RecordSource(input, format: format, keySchema: keySchema)
        while let records = try source.next(unless: { counters.isStopped }) {
            await writer.add(contentsOf: records.compactMap { change(of: $0, from: file.path) })
            // Where the writer has given up, reading on would only make what is left over longer.
            if await writer.stopReason(of: table) != nil { return counters.stop() }
        }
    }

    /// The change that a record asks for; nil, and taken down, where it asks for none that can be.
    private func change(of record: ParsedRecord, from file: String) -> BatchChange<LoadOrigin>? {
        counters.countRecord()
        let origin = LoadOrigin(file: file, line: record.raw.line, text: record.raw.bytes)
        switch record.item {
        case .failure(let fault):
            reject(origin, fault.description)
            return nil
        case .success(let item):
            return .put(item, into: table, origin: origin)
        }
    }

    private func reject(_ origin: LoadOrigin, _ reason: String) {
        counters.countFault()
        rejects.add(origin, reason: reason)
    }
}
