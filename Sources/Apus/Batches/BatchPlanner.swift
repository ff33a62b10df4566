// Decides which changes go out together, and what becomes of each.

/// A change as the planner sees it: a number, a key and a size.
struct PlannedChange: Sendable {
    let number: Int
    let key: ItemKey
    let bytes: Int
}

/// The state machine of batch writing: it takes an event and answers what is to be done.
///
/// It promises that changes to one key go out one after another in the order in which they came, and that each change
/// is settled exactly once.
struct BatchPlanner: Sendable {
    enum Event: Sendable {
        case accepted(PlannedChange)
        /// No more changes will come.
        case ended
        /// The time that `nextWake` named has come.
        case woke
        case answered(batch: Int, unprocessed: Set<Int>)
        case failed(batch: Int, BatchFailure)
        /// Nothing more is to be sent; what is in flight is waited for.
        case stopped(reason: String)
    }

    enum BatchFailure: Equatable, Sendable {
        /// It may succeed when sent again.
        case passing(reason: String)
        /// A change in it is at fault.
        case content(reason: String)
        /// No batch will succeed any more.
        case lasting(reason: String)
    }

    enum Action: Equatable, Sendable {
        case send(batch: Int, changes: [Int])
        case settle(change: Int, Outcome)
    }

    enum Outcome: Equatable, Sendable {
        case written
        case refused(reason: String)
        case leftOver(reason: String, attempts: Int)
    }

    typealias Moment = Pacing.Moment

    private struct Held {
        let change: PlannedChange
        var attempts = 0
    }

    private struct Batch {
        let changes: [Int]
        let round: Int
        let isPart: Bool
    }

    private let settings: BatchSettings
    private var pace: ResendPace
    private(set) var progress = BatchProgress()
    private(set) var stopReason: String?

    private var held: [Int: Held] = [:]
    private var heldBytes = 0
    // All changes held to each key, in order. Only the first may be in `ready`, in `parts` or in flight.
    private var queues: [ItemKey: [Int]] = [:]
    private var ready: [Int] = []
    private var readySince: Duration = .zero
    // Parts of refused batches: each goes out on its own, so that the change at fault comes to light.
    private var parts: [[Int]] = []
    private var inFlight: [Int: Batch] = [:]
    private var nextBatchNumber = 1
    private var isEnded = false
    /// Since when the table has taken nothing; nil while it does.
    private var failingSince: Duration?

    init(settings: BatchSettings) {
        self.settings = settings
        pace = ResendPace(backoff: settings.backoff)
    }

    /// Whether it holds so much that nothing more should be given to it.
    var isFull: Bool { held.count >= settings.heldChanges || heldBytes >= settings.heldBytes }

    /// Whether everything is settled and nothing more will come.
    var isDone: Bool { (isEnded || stopReason != nil) && held.isEmpty }

    /// When it wants to be woken, if nothing happens before.
    var nextWake: Duration? {
        guard inFlight.count < settings.batchesInFlight, !ready.isEmpty || !parts.isEmpty else { return nil }
        return max(pace.pauseEnd ?? .zero, parts.isEmpty ? readySince + settings.linger : .zero)
    }

    mutating func handle(_ event: Event, at moment: Moment) -> [Action] {
        var actions: [Action] = []
        switch event {
        case .accepted(let change): accept(change, at: moment.now, &actions)
        case .ended: isEnded = true
        case .woke: break
        case .answered(let batch, let unprocessed): settle(batch, unprocessed, at: moment, &actions)
        case .failed(let batch, let failure): takeBack(batch, after: failure, at: moment, &actions)
        case .stopped(let reason): stop(reason, &actions)
        }
        send(at: moment.now, &actions)
        return actions
    }

    // MARK: Taking in

    private mutating func accept(_ change: PlannedChange, at now: Duration, _ actions: inout [Action]) {
        progress.accepted += 1
        held[change.number] = Held(change: change)
        heldBytes += change.bytes
        let isFirst = queues[change.key] == nil
        queues[change.key, default: []].append(change.number)
        if let stopReason {
            settle(change.number, as: .leftOver(reason: stopReason, attempts: 0), at: now, &actions)
        } else if change.bytes > settings.bytesPerBatch {
            settle(change.number, as: .refused(reason: "The change is larger than a request may be"), at: now, &actions)
        } else if isFirst {
            makeReady(change.number, at: now)
        }
    }

    private mutating func makeReady(_ number: Int, at now: Duration) {
        if ready.isEmpty { readySince = now }
        ready.append(number)
    }

    // MARK: Sending

    private mutating func send(at now: Duration, _ actions: inout [Action]) {
        guard stopReason == nil, !pace.isPaused(at: now) else { return }
        while inFlight.count < settings.batchesInFlight, let (changes, isPart) = nextBatch(at: now) {
            let number = nextBatchNumber
            nextBatchNumber += 1
            inFlight[number] = Batch(changes: changes, round: pace.round, isPart: isPart)
            for change in changes {
                held[change]!.attempts += 1
                if held[change]!.attempts > 1 { progress.retried += 1 }
            }
            actions.append(.send(batch: number, changes: changes))
        }
    }

    private mutating func nextBatch(at now: Duration) -> (changes: [Int], isPart: Bool)? {
        if !parts.isEmpty { return (parts.removeFirst(), true) }
        let isDue = isEnded || isFull || now >= readySince + settings.linger
        // Looked at first, since it is cheap: most changes come while their batch is far from full.
        let mayFillBatch = ready.count >= settings.changesPerBatch || heldBytes >= settings.bytesPerBatch / 2
        guard !ready.isEmpty, isDue || mayFillBatch else { return nil }
        let changes = packed()
        guard isDue || changes.count < ready.count || changes.count == settings.changesPerBatch else { return nil }
        ready.removeFirst(changes.count)
        readySince = now
        return (changes, false)
    }

    /// As many of the changes that are ready as one batch takes, in order.
    private func packed() -> [Int] {
        var bytes = 0
        let changes = ready.prefix(settings.changesPerBatch).prefix { number in
            // One for the comma in between.
            bytes += held[number]!.change.bytes + 1
            return bytes <= settings.bytesPerBatch
        }
        return Array(changes)
    }

    // MARK: Answers

    private mutating func settle(
        _ number: Int,
        _ unprocessed: Set<Int>,
        at moment: Moment,
        _ actions: inout [Action]
    ) {
        guard let batch = inFlight.removeValue(forKey: number) else { return }
        let (back, through) = (
            batch.changes.filter { unprocessed.contains($0) }, batch.changes.filter { !unprocessed.contains($0) }
        )
        if through.isEmpty {
            noteFailure(reason: Self.unprocessedReason, at: moment.now)
        } else {
            failingSince = nil
        }
        for change in through { settle(change, as: .written, at: moment.now, &actions) }
        note(back.isEmpty ? .whole : back.count <= through.count ? .most : .little, of: batch, back.count, at: moment)
        let part = Batch(changes: back, round: batch.round, isPart: batch.isPart)
        takeBack(part, reason: Self.unprocessedReason, at: moment.now, &actions)
        leaveWaiting(&actions)
    }

    private static let unprocessedReason = "the table left it unprocessed"

    private mutating func takeBack(
        _ number: Int,
        after failure: BatchFailure,
        at moment: Moment,
        _ actions: inout [Action]
    ) {
        guard let batch = inFlight.removeValue(forKey: number) else { return }
        switch failure {
        case .passing(let reason):
            note(.little, of: batch, batch.changes.count, at: moment)
            noteFailure(reason: reason, at: moment.now)
            takeBack(batch, reason: reason, at: moment.now, &actions)
            leaveWaiting(&actions)
        case .content(let reason):
            failingSince = nil
            split(batch, reason: reason, at: moment.now, &actions)
        case .lasting(let reason):
            stopReason = stopReason ?? reason
            takeBack(batch, reason: reason, at: moment.now, &actions)
            leaveWaiting(&actions)
        }
    }

    private mutating func note(_ passage: ResendPace.Passage, of batch: Batch, _ back: Int, at moment: Moment) {
        if pace.note(passage, round: batch.round, at: moment.now, fraction: moment.fraction) {
            progress.round = pace.round
            progress.unprocessedInRound = 0
        }
        progress.unprocessedInRound += back
        if case .whole = passage, batch.round == pace.round { progress.unprocessedInRound = 0 }
    }

    private mutating func takeBack(
        _ batch: Batch,
        reason: String,
        at now: Duration,
        _ actions: inout [Action]
    ) {
        var again: [Int] = []
        for number in batch.changes {
            if stopReason == nil, held[number]!.attempts < settings.attemptsLimit {
                again.append(number)
            } else {
                let outcome = Outcome.leftOver(reason: reason, attempts: held[number]!.attempts)
                settle(number, as: outcome, at: now, &actions)
            }
        }
        guard !again.isEmpty else { return }
        if batch.isPart {
            parts.append(again)
        } else {
            if ready.isEmpty { readySince = now }
            ready.insert(contentsOf: again, at: 0)
        }
    }

    /// Gives everything up once the table has taken nothing for long enough: later changes would fare no better.
    private mutating func noteFailure(reason: String, at now: Duration) {
        let since = failingSince ?? now
        failingSince = since
        if now - since >= settings.giveUpTime { stopReason = stopReason ?? reason }
    }

    /// Halves a refused batch until the change at fault stands alone.
    private mutating func split(_ batch: Batch, reason: String, at now: Duration, _ actions: inout [Action]) {
        guard batch.changes.count > 1 else {
            return settle(batch.changes[0], as: .refused(reason: reason), at: now, &actions)
        }
        guard stopReason == nil else { return takeBack(batch, reason: reason, at: now, &actions) }
        let middle = batch.changes.count / 2
        parts.append(Array(batch.changes[..<middle]))
        parts.append(Array(batch.changes[middle...]))
    }

    // MARK: Settling

    private mutating func stop(_ reason: String, _ actions: inout [Action]) {
        stopReason = stopReason ?? reason
        leaveWaiting(&actions)
    }

    /// Settles whatever waits. What follows a change in flight is left over too: only the flight is waited for.
    private mutating func leaveWaiting(_ actions: inout [Action]) {
        guard let stopReason else { return }
        let sent = Set(inFlight.values.flatMap(\.changes))
        ready = []
        parts = []
        for number in held.keys.sorted() where !sent.contains(number) {
            let outcome = Outcome.leftOver(reason: stopReason, attempts: held[number]!.attempts)
            settle(number, as: outcome, at: .zero, &actions)
        }
    }

    private mutating func settle(_ number: Int, as outcome: Outcome, at now: Duration, _ actions: inout [Action]) {
        guard let change = held.removeValue(forKey: number)?.change else { return }
        heldBytes -= change.bytes
        switch outcome {
        case .written: progress.written += 1
        case .refused: progress.refused += 1
        case .leftOver: progress.leftOver += 1
        }
        actions.append(.settle(change: number, outcome))
        advanceQueue(of: change, at: now)
    }

    /// Takes a settled change out of its key's queue, and lets the next one go.
    private mutating func advanceQueue(of change: PlannedChange, at now: Duration) {
        guard var queue = queues.removeValue(forKey: change.key) else { return }
        let wasFirst = queue.first == change.number
        queue.removeAll { $0 == change.number }
        guard !queue.isEmpty else { return }
        queues[change.key] = queue
        if wasFirst, stopReason == nil { makeReady(queue[0], at: now) }
    }
}
