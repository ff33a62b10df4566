// Writes any number of changes to any tables in batches, and loses none.

import ApusModel
import ApusWire

/// Writes the changes that it is given, several batches at a time, and accounts for each.
///
/// A key ends with the newest of its changes that the service does not refuse. A change that still waits when a newer
/// one to its key comes is superseded: it shares the newer one's fate, unless that is refused. Changes to a key that is
/// in flight wait until it has been answered.
///
/// A batch holds changes to one table only. So each table has a pace of its own, and neither a slow nor a missing one
/// holds up another, as long as the changes held for it leave room for more.
///
/// Nothing is thrown away. Whatever ends the writing, what is in flight is waited for and all else is left over.
public actor BatchWriter<Origin: Sendable> {
    private let service: any BatchService
    private let onUnwritten: (@Sendable (UnwrittenChange<Origin>) -> Void)?
    private let onSettled: (@Sendable (BatchChange<Origin>, BatchFate) -> Void)?
    private let board = ProgressBoard()
    private var planner: WritePlanner

    private var changes: [Int: BatchChange<Origin>] = [:]
    private var unwritten: [UnwrittenChange<Origin>] = []
    private var nextNumber = 1
    private var startTime: Duration?
    private var endTime: Duration?
    private var waitingForRoom: [Int: CheckedContinuation<Void, Never>] = [:]
    private var nextWaiter = 1
    private var waitingForEnd: [CheckedContinuation<Void, Never>] = []
    private var alarm = Alarm()

    init(
        service: any BatchService,
        options: BatchWriteOptions,
        keys: [String: KeySchema],
        onUnwritten: (@Sendable (UnwrittenChange<Origin>) -> Void)?,
        onSettled: (@Sendable (BatchChange<Origin>, BatchFate) -> Void)?
    ) {
        self.service = service
        self.onUnwritten = onUnwritten
        self.onSettled = onSettled
        planner = WritePlanner(options: options, keys: keys)
    }

    /// How far the writing has come: a sequence of looks at it, and the latest of them.
    public nonisolated var progress: BatchProgressUpdates { BatchProgressUpdates(board: board) }

    /// Why nothing more is written, once that is so.
    public var stopReason: String? { planner.stopReason }

    /// Why nothing more is written to a table, once that is so.
    public func stopReason(of table: String) -> String? { planner.stopReason(of: table) }

    // MARK: Giving

    /// Takes in a change, as soon as there is room for it.
    ///
    /// A task that is cancelled does not wait for room: its change is left over then, unless older ones to its key are
    /// held, which it follows.
    public func add(_ change: BatchChange<Origin>) async {
        while planner.isFull, !Task.isCancelled { await waitForRoom() }
        if planner.isFull { leaveOver(change, reason: Self.cancellation) } else { take(change) }
    }

    /// Takes in changes, one after another, as soon as there is room for each.
    public func add(contentsOf changes: some Sequence<BatchChange<Origin>>) async {
        for change in changes { await add(change) }
    }

    /// Takes in no more, and answers when every change is settled. A cancelled task stops the writer.
    public func finish() async -> BatchWriteOutcome<Origin> {
        await withTaskCancellationHandler {
            await conclude(sequenceError: nil)
        } onCancel: {
            Task { await stop(reason: Self.cancellation) }
        }
    }

    /// Sends nothing more. What is in flight is still waited for; the rest is left over for the reason given, and so is
    /// whatever comes later.
    public func stop(reason: String) {
        handle(.stopped(reason: reason))
    }

    /// Writes all of a sequence and finishes.
    ///
    /// It asks for the next change when there is room for it. A sequence that throws ends there, and what it threw
    /// stands in the outcome. A cancelled task stops the writer and still gets the full account.
    public func write<Changes: AsyncSequence>(
        contentsOf changes: sending Changes
    ) async -> BatchWriteOutcome<Origin> where Changes.Element == BatchChange<Origin> {
        await withTaskCancellationHandler {
            let error = await take(contentsOf: changes)
            return await conclude(sequenceError: error)
        } onCancel: {
            Task { await stop(reason: Self.cancellation) }
        }
    }

    /// Takes in a sequence until it ends or the writer stops. Answers what it threw.
    private func take<Changes: AsyncSequence>(
        contentsOf changes: Changes
    ) async -> (any Error)? where Changes.Element == BatchChange<Origin> {
        var iterator = changes.makeAsyncIterator()
        do {
            while planner.stopReason == nil, let change = try await iterator.next(isolation: self) { await add(change) }
            return nil
        } catch {
            return error
        }
    }

    private static var cancellation: String { "the task was cancelled" }

    private func take(_ change: BatchChange<Origin>) {
        let number = nextNumber
        nextNumber += 1
        changes[number] = change
        handle(
            .accepted(
                number: number,
                table: change.table,
                attributes: change.attributes,
                bytes: change.json.count,
                units: change.estimatedUnits
            )
        )
    }

    private func waitForRoom() async {
        let waiter = nextWaiter
        nextWaiter += 1
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                if Task.isCancelled { continuation.resume() } else { waitingForRoom[waiter] = continuation }
            }
        } onCancel: {
            Task { await endWait(of: waiter) }
        }
    }

    private func endWait(of waiter: Int) {
        waitingForRoom.removeValue(forKey: waiter)?.resume()
    }

    private func conclude(sequenceError: (any Error)?) async -> BatchWriteOutcome<Origin> {
        handle(.ended)
        while !planner.isDone {
            await withCheckedContinuation { waitingForEnd.append($0) }
        }
        let progress = planner.progress
        return BatchWriteOutcome(
            accepted: progress.total.accepted,
            written: progress.total.written,
            superseded: progress.total.superseded,
            refused: progress.total.refused,
            leftOver: progress.total.leftOver,
            unwritten: unwritten,
            consumedUnits: progress.tables.mapValues(\.consumedUnits),
            duration: (endTime ?? .zero) - (startTime ?? endTime ?? .zero),
            rounds: planner.rounds,
            stopReason: planner.stopReason,
            stoppedTables: planner.stoppedTables,
            sequenceError: sequenceError
        )
    }

    // MARK: Doing what the planner says

    private func handle(_ event: WritePlanner.Event) {
        let moment = service.pacing.moment
        startTime = startTime ?? moment.now
        let actions = planner.handle(event, at: moment)
        for action in actions { perform(action) }
        setAlarm(now: moment.now)
        if !planner.isFull, !waitingForRoom.isEmpty { makeRoom() }
        if planner.isDone { end(at: moment.now) } else if !actions.isEmpty { post(isLast: false) }
    }

    private func makeRoom() {
        let waiting = waitingForRoom.sorted { $0.key < $1.key }
        waitingForRoom = [:]
        for (_, continuation) in waiting { continuation.resume() }
    }

    private func end(at now: Duration) {
        endTime = endTime ?? now
        post(isLast: true)
        for continuation in waitingForEnd { continuation.resume() }
        waitingForEnd = []
    }

    private func post(isLast: Bool) {
        board.post(planner.progress, isLast: isLast)
    }

    private func perform(_ action: WritePlanner.Action) {
        switch action {
        case .lookUp(let table): lookUp(table)
        case .send(let batch, let table, let numbers): send(batch, to: table, numbers)
        case .settle(let number, let fate):
            if let change = changes.removeValue(forKey: number) { tell(change, fate) }
        }
    }

    private func lookUp(_ table: String) {
        Task {
            do throws(CallError) {
                if let keySchema = try await service.keySchema(of: table) {
                    handle(.found(table: table, keySchema))
                } else {
                    handle(.lookUpFailed(table: table, .passing(reason: "the key of the table is not told yet")))
                }
            } catch {
                handle(.lookUpFailed(table: table, BatchFailure(error)))
            }
        }
    }

    private func send(_ number: Int, to table: String, _ numbers: [Int]) {
        guard let keySchema = planner.keySchema(of: table) else { return }
        let entries = numbers.map { ($0, changes[$0]!.attributes, changes[$0]!.json) }
        let batch = SentBatch(table: table, keySchema: keySchema, changes: entries)
        let service = service
        // A task of its own: when the caller is cancelled, what is in flight comes to its end all the same. It is
        // detached so that the requests are put together beside the planning.
        Task.detached {
            let event: WritePlanner.Event
            do throws(CallError) {
                let answer = try await service.writeBatch(batch.body)
                if let unprocessed = batch.unprocessed(in: answer) {
                    event = .answered(batch: number, unprocessed: unprocessed, units: SentBatch.units(in: answer))
                } else {
                    event = .failed(batch: number, .passing(reason: "an answer names an item that was not sent"))
                }
            } catch {
                event = .failed(batch: number, BatchFailure(error))
            }
            await self.handle(event)
        }
    }

    private func setAlarm(now: Duration) {
        guard let time = planner.nextWake(at: now) else { return }
        alarm.set(for: time, now: now, pacing: service.pacing) { await self.wake() }
    }

    private func wake() {
        alarm.clear()
        handle(.woke)
    }

    // MARK: Telling

    private func leaveOver(_ change: BatchChange<Origin>, reason: String) {
        let number = nextNumber
        nextNumber += 1
        changes[number] = change
        handle(
            .declined(
                number: number,
                table: change.table,
                attributes: change.attributes,
                bytes: change.json.count,
                units: change.estimatedUnits,
                reason: reason
            )
        )
    }

    private func tell(_ change: BatchChange<Origin>, _ fate: BatchFate) {
        onSettled?(change, fate)
        switch fate {
        case .written, .superseded: break
        case .refused(let reason): note(change, .refused, reason, attempts: 1)
        case .leftOver(let reason, let attempts): note(change, .leftOver, reason, attempts: attempts)
        }
    }

    private func note(
        _ change: BatchChange<Origin>,
        _ cause: UnwrittenChange<Origin>.Cause,
        _ reason: String,
        attempts: Int
    ) {
        let fate = UnwrittenChange(change: change, cause: cause, reason: reason, attempts: attempts)
        if let onUnwritten { onUnwritten(fate) } else { unwritten.append(fate) }
    }
}

extension BatchChange {
    /// What the change is thought to cost until the service tells: by the service's rule, a unit for each KB begun.
    var estimatedUnits: Double {
        guard kind == .put else { return 1 }
        return Double(max(1, (attributes.itemSize + 1_023) / 1_024))
    }
}
