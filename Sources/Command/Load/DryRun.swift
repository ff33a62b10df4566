// A load that only reads.

import ApusDatabase
import ApusModel

/// Reads files, checks each record as far as that can be done without the table, and adds up what it would cost.
struct DryRun {
    let format: RecordFormat?
    let keySchema: KeySchema
    let counters: ReadingCounters
    /// Takes down what would be rejected, where that was asked for.
    var rejects: RejectsFile?
    var estimate: WriteEstimate
    private(set) var counts = LoadCounts()

    init(
        format: RecordFormat?,
        keySchema: KeySchema,
        counters: ReadingCounters,
        rejects: RejectsFile?,
        estimate: WriteEstimate
    ) {
        self.format = format
        self.keySchema = keySchema
        self.counters = counters
        self.rejects = rejects
        self.estimate = estimate
    }

    /// Reads the files, and answers what cannot be read or written.
    mutating func run(_ files: [InputFile]) -> [String] {
        var faults: [String] = []
        for file in files {
            do throws(InputError) {
                try read(file)
            } catch {
                faults.append("\(file.path): \(error)")
            }
        }
        if counters.isStopped { faults.append("the dry run was interrupted") }
        if let rejects, let failure = rejects.failure { faults.append("\(rejects.path) cannot be written: \(failure)") }
        rejects?.end()
        return faults
    }

    private mutating func read(_ file: InputFile) throws(InputError) {
        let input = PlainInput(file) { [counters] in counters.countBytes($0) }
        var source = RecordSource(input, file: file.path, format: format, keySchema: keySchema)
        while let records = try source.next(unless: { [counters] in counters.isStopped }) {
            var lines: [UInt8] = []
            for record in records {
                counts.read += 1
                guard let reason = add(record) else { continue }
                counts.rejected += 1
                if rejects != nil { lines += RejectedRecord(record.origin, reason: reason, attempts: 0).line }
            }
            rejects?.add(lines)
        }
    }

    /// Adds a record to the estimate, or answers why the table would not take it.
    private mutating func add(_ record: ParsedRecord) -> String? {
        switch record.change {
        case .failure(let fault): return fault.description
        case .success(let change):
            do throws(ServiceError) {
                try check(change)
            } catch {
                return error.message ?? "the record is not valid"
            }
            estimate.add(change)
            return nil
        }
    }

    private func check(_ change: RecordChange) throws(ServiceError) {
        switch change {
        case .put(let item):
            _ = try PrimaryKey(of: item, by: keySchema)
            guard item.itemSize <= Limits.itemBytes else { throw .itemTooLarge }
        case .delete(let key): _ = try PrimaryKey(key, by: keySchema)
        }
    }
}
