// The state machine of writing to one table.

import ApusModel

/// Brings changes to their keys' slots, slots through the lane, and each change to its fate.
struct TableWriting: Sendable {
    typealias Moment = Pacing.Moment

    /// A change that has met its fate.
    struct Settled: Sendable {
        let change: PlannedChange
        let fate: BatchFate
    }

    /// A change that waits for its table's key to be known.
    private struct Unkeyed {
        let change: PlannedChange
        let attributes: AttributeMap
    }

    private(set) var keySchema: KeySchema?
    private(set) var lane: Lane
    private(set) var stopReason: String?
    private var figures = BatchProgress.Figures()
    private var slots = ChangeSlots()
    private var unkeyed: [Unkeyed] = []
    private var lookUp = LookUp()
    private let options: BatchWriteOptions

    private struct LookUp {
        var isUnderWay = false
        var failures = 0
        var failingSince: Duration?
        var time = Duration.zero
    }

    init(options: BatchWriteOptions, keySchema: KeySchema?) {
        self.options = options
        self.keySchema = keySchema
        lane = Lane(settings: options.lane)
    }

    var isEmpty: Bool { lane.isEmpty && unkeyed.isEmpty && !lookUp.isUnderWay }

    /// How far the writing to this table has come.
    var progress: BatchProgress.Figures {
        var progress = figures
        progress.returned = lane.returned
        progress.rate = lane.pace.rate
        progress.batchesInFlight = lane.batchesInFlight
        return progress
    }

    // MARK: Taking in

    mutating func accept(_ change: PlannedChange, _ attributes: AttributeMap, at now: Duration) -> [Settled] {
        figures.accepted += 1
        if let stopReason { return turnAway(change, attributes, reason: stopReason, at: now) }
        if change.bytes > options.bytesPerBatch {
            return [settle(change, .refused(reason: "The change is larger than a request may be"))]
        }
        guard let keySchema else {
            unkeyed.append(Unkeyed(change: change, attributes: attributes))
            return []
        }
        return enter(change, attributes, keySchema, at: now)
    }

    /// Leaves a change over that there is no room for.
    mutating func decline(
        _ change: PlannedChange,
        _ attributes: AttributeMap,
        reason: String,
        at now: Duration
    ) -> [Settled] {
        figures.accepted += 1
        return turnAway(change, attributes, reason: stopReason ?? reason, at: now)
    }

    /// Leaves a change over at once, unless older ones to its key are held: then it follows them, so that whoever takes
    /// up what is left over in the order in which it is told ends with the newest.
    private mutating func turnAway(
        _ change: PlannedChange,
        _ attributes: AttributeMap,
        reason: String,
        at now: Duration
    ) -> [Settled] {
        if !unkeyed.isEmpty {
            unkeyed.append(Unkeyed(change: change, attributes: attributes))
            return []
        }
        if let keySchema, let key = try? ItemKey(of: attributes, schema: keySchema), slots.holds(key) {
            return enter(change, attributes, keySchema, at: now)
        }
        return [settle(change, .leftOver(reason: reason, attempts: 0))]
    }

    private mutating func enter(
        _ change: PlannedChange,
        _ attributes: AttributeMap,
        _ keySchema: KeySchema,
        at now: Duration
    ) -> [Settled] {
        do throws(ItemKeyFault) {
            let (slot, isNew) = slots.add(change, to: try ItemKey(of: attributes, schema: keySchema))
            if isNew {
                lane.add(slot, bytes: change.bytes, units: change.units, at: now)
            } else if lane.isWaiting(slot) {
                lane.replace(slot, bytes: change.bytes, units: change.units)
            }
            return []
        } catch {
            return [settle(change, .refused(reason: error.description))]
        }
    }

    // MARK: Looking up the key

    /// Whether the table's key is to be looked up now. It then counts as being looked up.
    mutating func beginLookUp(at now: Duration) -> Bool {
        guard keySchema == nil, stopReason == nil, !lookUp.isUnderWay, !unkeyed.isEmpty, now >= lookUp.time else {
            return false
        }
        lookUp.isUnderWay = true
        return true
    }

    mutating func found(_ schema: KeySchema, at now: Duration) -> [Settled] {
        lookUp.isUnderWay = false
        keySchema = schema
        let waiting = unkeyed
        unkeyed = []
        return waiting.flatMap { enter($0.change, $0.attributes, schema, at: now) }
    }

    mutating func lookUpFailed(_ failure: BatchFailure, at moment: Moment) -> [Settled] {
        lookUp.isUnderWay = false
        switch failure {
        case .throttled(let reason, let hint), .passing(let reason, let hint):
            let since = lookUp.failingSince ?? moment.now
            lookUp.failingSince = since
            if let time = options.giveUpTime, moment.now - since >= time { return stop(reason: reason) }
            let computed = options.backoff.wait(atStep: lookUp.failures, fraction: moment.fraction)
            lookUp.failures += 1
            lookUp.time = moment.now + (hint?.wait(insteadOf: computed) ?? computed)
            return []
        case .content(let reason), .lasting(let reason):
            return stop(reason: reason)
        }
    }

    // MARK: Sending

    /// The numbers of the changes that are to go out now as the batch of this number; nil for none.
    mutating func nextBatch(number: Int, isUrgent: Bool, at now: Duration) -> [Int]? {
        lane.isUrgent = isUrgent
        return lane.nextBatch(number: number, at: now)?.map { slot in
            let change = slots.depart(slot)
            if change.attempts > 1 { figures.retried += 1 }
            return change.number
        }
    }

    func nextWake(at now: Duration) -> Duration? {
        guard stopReason == nil else { return nil }
        if keySchema == nil { return unkeyed.isEmpty || lookUp.isUnderWay ? nil : lookUp.time }
        return lane.nextWake(at: now)
    }

    // MARK: Answers

    mutating func answered(
        _ batch: Int,
        unprocessed: Set<Int>,
        units: Double?,
        at moment: Moment
    ) -> [Settled] {
        figures.consumedUnits += units ?? 0
        // Most answers leave nothing unprocessed.
        let sent = unprocessed.isEmpty ? [] : lane.entries(of: batch)
        let back = Set(sent.filter { unprocessed.contains(slots.sentChange($0)?.number ?? 0) })
        return take(lane.answered(batch, unprocessed: back, units: units, at: moment), at: moment.now)
    }

    mutating func failed(_ batch: Int, _ failure: BatchFailure, at moment: Moment) -> [Settled] {
        take(lane.failed(batch, failure, at: moment), at: moment.now)
    }

    private mutating func take(_ answer: Lane.Settled, at now: Duration) -> [Settled] {
        var settled: [Settled] = []
        for slot in answer.through {
            let passed = slots.settleSent(slot)
            for change in passed.changes.dropLast() { settled.append(settle(change, .superseded)) }
            if let change = passed.changes.last { settled.append(settle(change, .written)) }
            sendNext(passed.next, in: slot, at: now, &settled)
        }
        if let slot = answer.refused {
            let refused = slots.settleSentAlone(slot)
            for change in refused.changes { settled.append(settle(change, .refused(reason: answer.reason))) }
            sendNext(refused.next, in: slot, at: now, &settled)
        }
        for slot in answer.back { noteUnprocessed(slot) }
        for slot in answer.back + answer.apart {
            if let newer = slots.takeBack(slot) { lane.replace(slot, bytes: newer.bytes, units: newer.units) }
        }
        for slot in answer.givenUp {
            noteUnprocessed(slot)
            giveUp(slot, answer.reason, at: now, &settled)
        }
        if let reason = lane.stopReason, stopReason == nil { settled += stop(reason: reason) }
        return settled
    }

    private mutating func noteUnprocessed(_ slot: Int) {
        if let change = slots.sentChange(slot) { figures.noteUnprocessed(attempt: change.attempts) }
    }

    /// Sends what stays in a slot after another change of it was settled.
    private mutating func sendNext(_ next: PlannedChange?, in slot: Int, at now: Duration, _ settled: inout [Settled]) {
        guard let next else { return }
        if let reason = stopReason ?? lane.stopReason {
            leaveOver(slot, reason, &settled)
        } else {
            lane.add(slot, bytes: next.bytes, units: next.units, at: now)
        }
    }

    private mutating func giveUp(_ slot: Int, _ reason: String, at now: Duration, _ settled: inout [Settled]) {
        if stopReason == nil, lane.stopReason == nil, let newer = slots.takeBack(slot) {
            // Only the older change has used up its attempts.
            lane.add(slot, bytes: newer.bytes, units: newer.units, at: now)
        } else {
            leaveOver(slot, reason, &settled)
        }
    }

    private mutating func leaveOver(_ slot: Int, _ reason: String, _ settled: inout [Settled]) {
        for change in slots.settleAll(slot) {
            settled.append(settle(change, .leftOver(reason: reason, attempts: change.attempts)))
        }
    }

    // MARK: Settling

    /// Sends nothing more. What is in flight is still waited for; all else is left over.
    mutating func stop(reason: String) -> [Settled] {
        stopReason = stopReason ?? reason
        var settled: [Settled] = []
        for slot in lane.stop(reason: reason) { leaveOver(slot, reason, &settled) }
        for waiting in unkeyed { settled.append(settle(waiting.change, .leftOver(reason: reason, attempts: 0))) }
        unkeyed = []
        return settled
    }

    private mutating func settle(_ change: PlannedChange, _ fate: BatchFate) -> Settled {
        switch fate {
        case .written: figures.written += 1
        case .superseded:
            figures.written += 1
            figures.superseded += 1
        case .refused: figures.refused += 1
        case .leftOver: figures.leftOver += 1
        }
        return Settled(change: change, fate: fate)
    }
}
