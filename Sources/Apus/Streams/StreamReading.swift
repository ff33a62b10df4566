// One reading of a stream, from its checkpoint to its end.

import ApusModel
import Logging

/// Does what the planner says, keeps the changes that were read until they are taken, and brings the account of those
/// that are processed to the store.
///
/// Nothing goes on once nobody refers to it any more, but for the calls that are under way.
actor StreamReading {
    private enum Entry {
        case changes([StreamChange])
        case end(shard: String)
    }

    private let service: any StreamService
    private let place: StreamPlace
    private let options: StreamReadOptions
    private let logger: Logger

    // Nil until the stream and its checkpoint are known, and again after a failure.
    private var planner: StreamPlanner?
    private var ledger: CheckpointLedger?
    // Which planner it is: answers that an earlier one has asked for are not for this one.
    private var plannerNumber = 0
    private(set) var gaps: [StreamGap] = []

    // What was read, in the order in which it came: a child comes behind its parent.
    private var entries: [Entry] = []
    private var takenEntries = 0
    // How many changes of the first entry are handed out.
    private var takenChanges = 0
    private var isEnded = false
    private var failure: StreamReadError?

    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var alarm = Alarm()
    private var saving: Task<StreamReadError?, Never>?
    private var saveTime = Duration.zero

    init(service: any StreamService, place: StreamPlace, options: StreamReadOptions, logger: Logger) {
        self.service = service
        self.place = place
        self.options = options
        self.logger = logger
    }

    deinit {
        alarm.cancel()
    }

    // MARK: Changes

    /// The next changes of one shard, as soon as there are some; nil at the end of the stream.
    func next(upTo count: Int) async throws(StreamReadError) -> ChangeBatch? {
        let result = await withTaskCancellationHandler {
            await outcome(upTo: count)
        } onCancel: {
            Task { await resume() }
        }
        return try result.get()
    }

    private func outcome(upTo count: Int) async -> Result<ChangeBatch?, StreamReadError> {
        do throws(StreamReadError) {
            return .success(try await batch(upTo: count))
        } catch {
            return .failure(error)
        }
    }

    private func batch(upTo count: Int) async throws(StreamReadError) -> ChangeBatch? {
        if options.commits == .whenNextIsAsked { ledger?.commitAll() }
        if !Task.isCancelled { try await prepare() }
        handle(.woke)
        while !Task.isCancelled {
            if saveTime <= service.pacing.now() { try await save() }
            // From here to the wait nothing may come between.
            passEnds()
            if let batch = take(upTo: count) { return batch }
            if isEnded || failure != nil { return try await leave() }
            await wait()
        }
        handle(.paused)
        try await save()
        throw .cancelled
    }

    /// Ends a loop. After a failure another one begins anew, where the checkpoint says.
    private func leave() async throws(StreamReadError) -> ChangeBatch? {
        try await save()
        guard let failure else { return nil }
        (planner, ledger, self.failure) = (nil, nil, nil)
        throw failure
    }

    /// Takes down the ends of shards that are handed out.
    private func passEnds() {
        while case .end(let shard)? = firstEntry {
            ledger?.reachEnd(of: shard)
            removeFirstEntry()
        }
        if isEnded, firstEntry == nil { ledger?.reachEnd() }
    }

    private func take(upTo count: Int) -> ChangeBatch? {
        guard case .changes(let changes)? = firstEntry else { return nil }
        let batch = ChangeBatch(Array(changes[takenChanges...].prefix(max(1, count))))
        takenChanges += batch.changes.count
        ledger?.handOut(batch.shardID, to: batch.changes[batch.changes.count - 1].sequenceNumber)
        if takenChanges == changes.count {
            removeFirstEntry()
            handle(.taken(changes.count))
        }
        return batch
    }

    private var firstEntry: Entry? { takenEntries < entries.count ? entries[takenEntries] : nil }

    private func removeFirstEntry() {
        (takenEntries, takenChanges) = (takenEntries + 1, 0)
        // Each entry is moved once in the mean.
        if takenEntries * 2 > entries.count {
            entries.removeFirst(takenEntries)
            takenEntries = 0
        }
    }

    // MARK: Waits

    private func wait() async {
        setAlarm()
        await withCheckedContinuation { waiting.append($0) }
    }

    private func setAlarm() {
        let saveTime = ledger?.isDirty == true ? saveTime : nil
        guard let time = [planner?.nextWake, saveTime].compactMap(\.self).min() else { return }
        let pacing = service.pacing
        alarm.set(for: time, now: pacing.now(), pacing: pacing) { [weak self] in await self?.wake() }
    }

    private func wake() {
        alarm.clear()
        guard !waiting.isEmpty else { return }
        handle(.woke)
        resume()
    }

    private func resume() {
        for continuation in waiting { continuation.resume() }
        waiting = []
    }

    // MARK: Checkpoints

    /// Finds the stream and where to go on, unless that is done.
    private func prepare() async throws(StreamReadError) {
        guard planner == nil else { return }
        let found = try await place.find(service)
        guard planner == nil else { return }
        ledger = CheckpointLedger(found.checkpoint)
        planner = StreamPlanner(start: found.start, checkpoint: found.checkpoint, options: options)
        plannerNumber += 1
        isEnded = found.checkpoint.isEnded
    }

    func commit(_ change: StreamChange) async throws(StreamReadError) {
        guard ledger?.checkpoint.streamArn == change.streamArn else { return }
        ledger?.commit(change.shardID, to: change.sequenceNumber)
        try await save()
    }

    func commitAll() async throws(StreamReadError) {
        ledger?.commitAll()
        try await save()
    }

    /// Saves what counts as processed, unless that is saved. One checkpoint is on its way to the store at a time.
    private func save() async throws(StreamReadError) {
        while let running = saving { _ = await running.value }
        guard ledger?.isDirty == true, let checkpoint = ledger?.take() else { return }
        // A task of its own: what a cancelled loop has processed is saved too.
        let task = Task { await save(checkpoint) }
        saving = task
        if let error = await task.value { throw error }
    }

    private func save(_ checkpoint: StreamCheckpoint) async -> StreamReadError? {
        let error = await place.save(checkpoint)
        if error != nil { ledger?.noteFailure() }
        saveTime = service.pacing.now() + options.saveInterval
        saving = nil
        return error
    }

    // MARK: Doing what the planner says

    private func handle(_ event: StreamPlanner.Event) {
        guard !isEnded, failure == nil else { return }
        for action in planner?.handle(event, at: service.pacing.moment) ?? [] { perform(action) }
        if isEnded || failure != nil || firstEntry != nil { resume() } else if !waiting.isEmpty { setAlarm() }
    }

    private func perform(_ action: StreamPlanner.Action) {
        switch action {
        case .list, .getIterator, .read: call(action)
        case .add(let shard, let parent, let isFinished):
            ledger?.add(shard, parent: parent, isFinished: isFinished)
        case .forget(let shard): ledger?.forget(shard)
        case .end(let shard): entries.append(.end(shard: shard))
        case .pass(let gap):
            gaps.append(gap)
            logger.warning("changes of a stream are lost", metadata: ["gap": "\(gap)"])
        case .finish: isEnded = true
        case .fail(let error): failure = error
        }
    }

    private func call(_ action: StreamPlanner.Action) {
        guard let streamArn = ledger?.checkpoint.streamArn else { return }
        let call = StreamCall(action: action, streamArn: streamArn, service: service)
        Task.detached { [weak self, plannerNumber] in
            if let answer = await call.answer() { await self?.take(answer, for: plannerNumber) }
        }
    }

    private func take(_ answer: StreamCall.Answer, for number: Int) {
        guard number == plannerNumber, planner != nil, !isEnded, failure == nil else { return }
        if !answer.changes.isEmpty { entries.append(.changes(answer.changes)) }
        handle(answer.event)
    }
}
