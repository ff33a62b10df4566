// Writes any number of changes to a table in batches, and loses none.

import ApusModel
import ApusWire

/// Writes the changes that it is given, several batches at a time, and accounts for each.
///
/// Changes to one key are written in the order in which they came. `write` waits while the writer holds as much as it
/// may. What is not written is handed to `onUnwritten`, which should return quickly.
package actor BatchWriter<Origin: Sendable> {
    private let client: DynamoDBClient
    private let table: BatchTable
    private let onUnwritten: @Sendable (UnwrittenChange<Origin>) -> Void
    private var planner: BatchPlanner

    private var changes: [Int: BatchChange<Origin>] = [:]
    private var nextNumber = 1
    private var waitingForRoom: [CheckedContinuation<Void, Never>] = []
    private var waitingForEnd: [CheckedContinuation<Void, Never>] = []
    private var alarm: Alarm?

    private struct Alarm {
        let time: Duration
        let task: Task<Void, Never>
    }

    package init(
        client: DynamoDBClient,
        table: BatchTable,
        settings: BatchSettings = BatchSettings(),
        onUnwritten: @escaping @Sendable (UnwrittenChange<Origin>) -> Void = { _ in }
    ) {
        self.client = client.retrying(by: .none)
        self.table = table
        self.onUnwritten = onUnwritten
        planner = BatchPlanner(settings: settings)
    }

    package var progress: BatchProgress { planner.progress }

    /// Why nothing more is written, once that is so.
    package var stopReason: String? { planner.stopReason }

    // MARK: Giving

    /// Takes in changes, one after another, as soon as there is room for each.
    package func write(_ changes: some Sequence<BatchChange<Origin>>) async {
        for change in changes { await write(change) }
    }

    /// Takes in a change, as soon as there is room for it.
    package func write(_ change: BatchChange<Origin>) async {
        while planner.isFull {
            await withCheckedContinuation { waitingForRoom.append($0) }
        }
        let number = nextNumber
        nextNumber += 1
        changes[number] = change
        handle(.accepted(PlannedChange(number: number, key: change.key, bytes: change.json.count)))
    }

    /// Takes in no more, and answers when every change is settled.
    package func finish() async -> BatchSummary {
        handle(.ended)
        while !planner.isDone {
            await withCheckedContinuation { waitingForEnd.append($0) }
        }
        let progress = planner.progress
        return BatchSummary(
            accepted: progress.accepted,
            written: progress.written,
            refused: progress.refused,
            leftOver: progress.leftOver,
            stopReason: planner.stopReason
        )
    }

    /// Sends nothing more. What is in flight is still waited for; the rest is left over for the reason given.
    package func stop(reason: String) {
        handle(.stopped(reason: reason))
    }

    /// Writes all of a sequence and finishes. A cancelled task stops the writer and still gets the full account.
    package func writeAll<Changes: AsyncSequence & Sendable>(_ changes: Changes) async -> BatchSummary
    where Changes.Element == BatchChange<Origin>, Changes.Failure == Never {
        await withTaskCancellationHandler {
            for await change in changes {
                await write(change)
                if planner.stopReason != nil { break }
            }
            return await finish()
        } onCancel: {
            Task { await stop(reason: "the writing was cancelled") }
        }
    }

    // MARK: Doing what the planner says

    private func handle(_ event: BatchPlanner.Event) {
        let moment = client.pacing.moment
        for action in planner.handle(event, at: moment) { perform(action) }
        setAlarm(now: moment.now)
        if !planner.isFull { resume(&waitingForRoom) }
        if planner.isDone { resume(&waitingForEnd) }
    }

    private func resume(_ waiting: inout [CheckedContinuation<Void, Never>]) {
        for continuation in waiting { continuation.resume() }
        waiting = []
    }

    private func perform(_ action: BatchPlanner.Action) {
        switch action {
        case .send(let batch, let numbers):
            send(batch, SentBatch(table: table, changes: numbers.map { ($0, changes[$0]!.key, changes[$0]!.json) }))
        case .settle(let number, let outcome):
            guard let change = changes.removeValue(forKey: number) else { return }
            report(change, outcome)
        }
    }

    private func send(_ number: Int, _ batch: SentBatch) {
        // A task of its own: when the caller is cancelled, what is in flight comes to its end all the same.
        Task {
            let event: BatchPlanner.Event
            do throws(CallError) {
                let answer = try await client.send(BatchWriteBody(batch.body))
                event = .answered(batch: number, unprocessed: try batch.unprocessed(in: answer))
            } catch {
                event = .failed(batch: number, BatchPlanner.BatchFailure(error))
            }
            handle(event)
        }
    }

    private func report(_ change: BatchChange<Origin>, _ outcome: BatchPlanner.Outcome) {
        switch outcome {
        case .written: break
        case .refused(let reason):
            onUnwritten(UnwrittenChange(change: change, cause: .refused, reason: reason))
        case .leftOver(let reason, let attempts):
            onUnwritten(UnwrittenChange(change: change, cause: .leftOver(attempts: attempts), reason: reason))
        }
    }

    private func setAlarm(now: Duration) {
        guard let time = planner.nextWake else { return }
        if let alarm {
            if alarm.time <= time { return }
            alarm.task.cancel()
        }
        let task = Task {
            await client.pacing.sleep(max(.zero, time - now))
            guard !Task.isCancelled else { return }
            alarm = nil
            handle(.woke)
        }
        alarm = Alarm(time: time, task: task)
    }
}

extension BatchPlanner.BatchFailure {
    fileprivate init(_ error: CallError) {
        switch error.kind {
        case .throttling, .passing: self = .passing(reason: error.description)
        case .content: self = .content(reason: error.description)
        case .clock, .lasting: self = .lasting(reason: error.description)
        }
    }
}
