// The run of `apus load` once its table is known.

import Apus
import ApusModel

extension LoadCommand {
    /// Loads the files, shows the progress, and prints the closing line. Answers whether all was read and written.
    func load(_ inputs: [InputFile], keyed keySchema: KeySchema, _ client: DynamoDBClient) async -> Bool {
        let counters = ReadingCounters()
        let rejects = RejectsFile(path: rejectsPath)
        let writer = BatchWriter<LoadOrigin>(client: client, options: writeOptions, keys: [table: keySchema]) {
            unwritten in
            rejects.add(unwritten.change.origin, reason: unwritten.words)
        }
        let interrupts = Interrupts {
            // A bar may be standing on this line.
            if StandardError.isTerminal { StandardError.write("") }
            StandardError.write("No more is read; what has been read is finished. Interrupt again to stop at once.")
            counters.stop()
        } onSecond: {
            Task { await writer.stop(reason: "the load was interrupted") }
        }
        let totals = inputs.map(\.totalBytes)
        let display = ProgressDisplay(
            writer: writer,
            counters: counters,
            totalBytes: totals.contains(nil) ? nil : totals.reduce(0) { $0 + ($1 ?? 0) },
            isTerminal: StandardError.isTerminal
        )
        let showing = Task { await display.run() }
        let loader = Loader(
            format: format.format,
            table: table,
            keySchema: keySchema,
            writer: writer,
            counters: counters,
            rejects: rejects
        )
        let outcome = await loader.load(inputs)
        showing.cancel()
        await showing.value
        withExtendedLifetime(interrupts) {}
        return conclude(outcome, counters: counters, rejects: rejects)
    }

    private var writeOptions: BatchWriteOptions {
        var options = BatchWriteOptions()
        options.batchesInFlight = concurrency
        options.attemptsLimit = maxAttempts
        options.giveUpTime = Duration(text: giveUpAfter) ?? options.giveUpTime
        return options
    }

    private func conclude(_ outcome: LoadOutcome, counters: ReadingCounters, rejects: RejectsFile) -> Bool {
        for fault in outcome.faults { StandardError.write("apus: \(fault)") }
        if let reason = outcome.stopReason { StandardError.write("apus: stopped: \(reason)") }
        if let failure = rejects.failure {
            StandardError.write("apus: \(rejects.path) could not be written: \(failure)")
        } else if rejects.isUsed {
            StandardError.write("What was not written stands in \(rejects.path)")
        }
        StandardOutput.write("\(outcome.counts)")
        return outcome.counts.isComplete && outcome.faults.isEmpty && !counters.isStopped
    }
}

extension UnwrittenChange {
    /// The cause in words, for the rejects file.
    fileprivate var words: String {
        switch cause {
        case .refused: reason
        case .leftOver: "left over after \(attempts) attempts: \(reason)"
        }
    }
}
