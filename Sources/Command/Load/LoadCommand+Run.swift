// The run of `apus load` once its table is known.

import Apus
import ApusModel

extension LoadCommand {
    /// Loads the files and takes down what came of it.
    func load(
        _ inputs: [InputFile],
        _ found: LoadTable,
        _ client: DynamoDBClient,
        _ account: inout LoadReport
    ) async throws {
        let file = try checkpointFile(for: inputs)
        let (checkpoint, rejects) = try beginning(in: file, account)
        let journal = LoadJournal(checkpoint, in: file, rejects: rejects, attemptsLimit: maxAttempts)
        // Before anything is written, so that there is never a load that cannot go on.
        if let failure = journal.save() { throw CheckpointError(failure) }

        let start = ContinuousClock.now
        let settled = checkpoint?.settled ?? SettledPart()
        let writer = writer(to: client, found.keySchema, journal)
        let outcome = await run(writer, journal, inputs, found.keySchema, from: settled)

        let isEnded = outcome.isWhole && journal.failure == nil
        account.run = LoadReport.Run(
            counts: outcome.counts,
            figures: writer.progress.current.total,
            duration: ContinuousClock.now - start
        )
        account.counts = settled.counts + outcome.counts
        account.runs = checkpoint?.runs ?? 1
        account.faults = outcome.faults + [journal.failure].compactMap(\.self)
        account.checkpointPath = isEnded ? nil : file?.path
        account.rejectsPath = account.counts.unwritten > 0 ? rejectsPath : nil
        account.exitCode = isEnded && account.counts.isComplete ? 0 : 1
        tell(account)
    }

    // MARK: Where to begin

    /// The file of the checkpoint; nil where none is kept.
    private func checkpointFile(for inputs: [InputFile]) throws(CheckpointError) -> CheckpointFile? {
        guard let path = checkpoints.path(of: table) else { return nil }
        if let input = inputs.first(where: { $0.identity == nil }) {
            guard !checkpoints.isUsed else {
                throw CheckpointError("\(input.path) is no file on a disk, so its load cannot be resumed")
            }
            return nil
        }
        return CheckpointFile(path: path)
    }

    /// Where the load begins: at the first record, or where an earlier run came to.
    private func beginning(
        in file: CheckpointFile?,
        _ account: LoadReport
    ) throws(CheckpointError) -> (Checkpoint?, RejectsFile) {
        guard let file else { return (nil, RejectsFile(path: rejectsPath)) }
        let fresh = Checkpoint(
            target: account.target,
            inputs: account.inputs.compactMap(\.identity),
            format: format.format,
            startTime: account.startTime,
            rejectsPath: rejectsPath
        )
        guard checkpoints.resume else {
            guard checkpoints.restart || !file.isThere else {
                throw CheckpointError(
                    "\(file.path) is of a load that did not end, or is under way: --resume goes on with it, "
                        + "--restart begins anew"
                )
            }
            return (fresh, RejectsFile(path: rejectsPath))
        }
        var known = try file.read()
        do throws(CheckpointError) {
            try known.require(fresh)
        } catch {
            throw CheckpointError("\(file.path) does not fit: \(error)")
        }
        known.runs += 1
        guard known.hasRejects else { return (known, RejectsFile(path: rejectsPath)) }
        return (known, try RejectsFile(resuming: rejectsPath, keeping: known.settled.rejectsBytes))
    }

    // MARK: Running

    private func writer(
        to client: DynamoDBClient,
        _ keySchema: KeySchema,
        _ journal: LoadJournal
    ) -> BatchWriter<LoadOrigin> {
        var options = BatchWriteOptions()
        options.batchesInFlight = concurrency
        options.ceiling = rate
        options.attemptsLimit = maxAttempts
        options.giveUpTime = Duration(text: giveUpAfter) ?? options.giveUpTime
        // The journal has all fates, so the outcome need not gather what is unwritten.
        return BatchWriter(client: client, options: options, keys: [table: keySchema], onUnwritten: { _ in }) {
            journal.settle($0.origin, $1)
        }
    }

    private func run(
        _ writer: BatchWriter<LoadOrigin>,
        _ journal: LoadJournal,
        _ inputs: [InputFile],
        _ keySchema: KeySchema,
        from settled: SettledPart
    ) async -> LoadOutcome {
        let counters = ReadingCounters()
        for input in inputs[..<settled.place.file] { counters.countBytes(input.totalBytes ?? 0) }
        let interrupts = interrupts(counters) { await writer.stop(reason: "the load was interrupted") }
        let totals = inputs.map(\.totalBytes)
        let display = ProgressDisplay(
            writer: writer,
            counters: counters,
            earlierCounts: settled.counts,
            totalBytes: totals.contains(nil) ? nil : totals.reduce(0) { $0 + ($1 ?? 0) },
            isTerminal: StandardError.isTerminal
        )
        let showing = Task { await display.run() }
        let saving = Task(executorPreference: BlockingExecutor(label: "apus.load.journal")) { await journal.run() }
        let loader = Loader(
            format: format.format,
            table: table,
            keySchema: keySchema,
            writer: writer,
            counters: counters,
            journal: journal
        )
        let outcome = await loader.load(inputs, from: settled.place)
        for task in [showing, saving] {
            task.cancel()
            await task.value
        }
        journal.end(isWhole: outcome.isWhole)
        withExtendedLifetime(interrupts) {}
        return outcome
    }

    private func interrupts(
        _ counters: ReadingCounters,
        _ stop: @escaping @Sendable () async -> Void
    ) -> Interrupts {
        Interrupts {
            // A bar may be standing on this line.
            if StandardError.isTerminal { StandardError.write("") }
            StandardError.write("No more is read; what has been read is finished. Interrupt again to stop at once.")
            counters.stop()
        } onSecond: {
            Task { await stop() }
        }
    }

    private func tell(_ account: LoadReport) {
        for fault in account.faults { StandardError.write("apus: \(fault)") }
        if let path = account.rejectsPath { StandardError.write("What was not written stands in \(path)") }
        if let path = account.checkpointPath {
            StandardError.write("The load has not ended; \(path) tells how far it has come. Go on with:")
            StandardError.write("    \(ResumeHint.command(CommandLine.arguments))")
        }
        conclude("\(account.counts)")
    }

    // MARK: Reporting

    /// Reads and checks the files without writing, and tells what writing would cost.
    func estimate(_ inputs: [InputFile], _ found: LoadTable, _ account: inout LoadReport) async {
        let counters = ReadingCounters()
        var run = DryRun(
            format: format.format,
            keySchema: found.keySchema,
            counters: counters,
            rejects: rejects.map { RejectsFile(path: $0) },
            estimate: WriteEstimate(found.description, keySchema: found.keySchema, ceiling: rate)
        )
        let interrupts = Interrupts(onFirst: counters.stop, onSecond: {})
        account.faults = await withTaskExecutorPreference(BlockingExecutor(label: "apus.load.reading")) {
            run.run(inputs)
        }
        withExtendedLifetime(interrupts) {}
        account.counts = run.counts
        account.estimate = run.estimate
        account.rejectsPath = rejects == nil || run.counts.rejected == 0 ? nil : rejectsPath
        account.exitCode = account.faults.isEmpty && run.counts.rejected == 0 ? 0 : 1
        for fault in account.faults { StandardError.write("apus: \(fault)") }
        for line in run.estimate.lines { conclude(line) }
        let writable = run.counts.read - run.counts.rejected
        conclude(
            "nothing was written: read \(run.counts.read) = writable \(writable) + rejected \(run.counts.rejected)"
        )
    }

    /// Writes the report, where one is wanted. Answers whether that went well.
    func write(_ account: inout LoadReport) -> Bool {
        guard let report else { return true }
        account.endTime = SystemClock().now
        if report == "-" { return writeAll(account.json, to: StandardOutput.descriptor) }
        do throws(InputError) {
            try OutputFile.write(account.json, to: report)
            return true
        } catch {
            StandardError.write("apus: \(error)")
            return false
        }
    }
}
