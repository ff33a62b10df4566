// The way of one table's entries to it: packed into batches, paced, and sent again when they come back.

/// What a lane may do.
struct LaneSettings: Sendable {
    var entriesPerBatch: Int
    var bytesPerBatch: Int
    var batchesInFlight: Int
    var linger: Duration
    var backoff: Backoff
    var attemptsLimit: Int?
    var giveUpTime: Duration?
    var ceiling: Double?
}

/// Why a batch as a whole came to nothing.
enum BatchFailure: Equatable, Sendable {
    /// The table is asked for more than it bears.
    case throttled(reason: String, hint: RetryHint? = nil)
    /// It may succeed when sent again.
    case passing(reason: String, hint: RetryHint? = nil)
    /// An entry in it is at fault.
    case content(reason: String)
    /// No batch to this table will succeed any more.
    case lasting(reason: String)
}

/// A state machine for the entries of one table. An entry has a number, by which its owner knows what it stands for.
///
/// Each entry is waiting or in flight, until it is handed back: as gone through, as refused, or as given up.
struct Lane: Sendable {
    typealias Moment = Pacing.Moment

    /// What an answer settles.
    struct Settled: Sendable {
        var through: [Int] = []
        /// Came back, and waits to be sent again.
        var back: [Int] = []
        /// Came back, and is not sent again.
        var givenUp: [Int] = []
        var refused: Int?
        /// Waits in a part of a batch that was refused.
        var apart: [Int] = []
        var reason = ""
    }

    private struct Entry {
        var bytes: Int
        var units: Double
        var attempts = 0
        var isWaiting = true
    }

    private struct Batch {
        let entries: [Int]
        let isPart: Bool
        let epoch: Int
        let round: Int
        let scale: Double
    }

    private let settings: LaneSettings
    private(set) var pace: LanePace
    private(set) var stopReason: String?

    private var entries: [Int: Entry] = [:]
    private var inFlight: [Int: Batch] = [:]
    private var fresh = WaitingLine()
    /// Came back once: they go first.
    private var again = WaitingLine()
    /// Came back more than once: they take but a part of each batch while there are others.
    private var stubborn = WaitingLine()
    private var delayed = DelayedLine()
    private var waitingBytes = 0
    // Parts of refused batches: each goes out on its own, so that the entry at fault comes to light.
    private var parts: [[Int]] = []
    private var lingerStart = Duration.zero

    private var pauseEnd = Duration.zero
    private var failures = 0
    private var round = 0
    /// Since when the table has taken nothing; nil while it does.
    private var failingSince: Duration?
    /// What entries really cost, by how much they were thought to cost.
    private var scale = 1.0
    /// Batches are not waited for to be full.
    var isUrgent = false

    init(settings: LaneSettings) {
        self.settings = settings
        pace = LanePace(mostBatches: settings.batchesInFlight, ceiling: settings.ceiling)
    }

    var isEmpty: Bool { entries.isEmpty }
    var batchesInFlight: Int { inFlight.count }
    /// How many entries wait after they have come back.
    var returned: Int { delayed.count + again.count + stubborn.count }

    private var readyCount: Int { fresh.count + again.count + stubborn.count }

    // MARK: Giving

    /// Takes in an entry that has not been sent yet. `units` is what it is thought to cost.
    mutating func add(_ number: Int, bytes: Int, units: Double, at now: Duration) {
        entries[number] = Entry(bytes: bytes, units: units)
        waitingBytes += bytes
        if readyCount == 0 { lingerStart = now }
        fresh.append(number)
    }

    /// Puts something else into the place of an entry that waits.
    mutating func replace(_ number: Int, bytes: Int, units: Double) {
        waitingBytes += bytes - entries[number]!.bytes
        entries[number]!.bytes = bytes
        entries[number]!.units = units
        entries[number]!.attempts = 0
    }

    /// The entries of a batch that is in flight.
    func entries(of batch: Int) -> [Int] { inFlight[batch]?.entries ?? [] }

    func isWaiting(_ number: Int) -> Bool { entries[number]?.isWaiting ?? false }

    /// Sends no more. Answers all entries that wait, which are the owner's again.
    mutating func stop(reason: String) -> [Int] {
        stopReason = stopReason ?? reason
        fresh.removeAll()
        again.removeAll()
        stubborn.removeAll()
        delayed.removeAll()
        parts.removeAll()
        waitingBytes = 0
        let waiting = entries.filter { $0.value.isWaiting }.map(\.key).sorted()
        for number in waiting { entries[number] = nil }
        return waiting
    }

    // MARK: Sending

    /// The entries of the next batch that is to go out now; nil for none. Its owner gives the batch its number.
    mutating func nextBatch(number: Int, at now: Duration) -> [Int]? {
        wakeDelayed(at: now)
        guard stopReason == nil, hasBatch(at: now), now >= pauseEnd else { return nil }
        guard inFlight.count < pace.window else {
            pace.noteHeld(byRate: false)
            return nil
        }
        guard pace.sendTime(at: now) <= now else {
            pace.noteHeld(byRate: true)
            return nil
        }
        let isPart = !parts.isEmpty
        let batch = isPart ? parts.removeFirst() : takeBatch(at: now)
        depart(batch, isPart: isPart, number: number, at: now)
        return batch
    }

    private func hasBatch(at now: Duration) -> Bool {
        if !parts.isEmpty { return true }
        guard readyCount > 0 else { return false }
        return isUrgent || readyCount >= settings.entriesPerBatch || now >= lingerStart + settings.linger
            || waitingBytes >= settings.bytesPerBatch
    }

    private mutating func depart(_ batch: [Int], isPart: Bool, number: Int, at now: Duration) {
        var units = 0.0
        for entry in batch {
            entries[entry]!.isWaiting = false
            entries[entry]!.attempts += 1
            units += entries[entry]!.units
            waitingBytes -= entries[entry]!.bytes
        }
        pace.noteSent(units: units * scale, at: now)
        inFlight[number] = Batch(entries: batch, isPart: isPart, epoch: pace.epoch, round: round, scale: scale)
    }

    private mutating func wakeDelayed(at now: Duration) {
        while let number = delayed.removeFirst(dueAt: now) {
            if readyCount == 0 { lingerStart = now }
            if entries[number]!.attempts > 1 { stubborn.append(number) } else { again.append(number) }
        }
    }

    /// As much as one batch takes: what came back once, a little of what came back often, what is fresh, and more.
    private mutating func takeBatch(at now: Duration) -> [Int] {
        lingerStart = now
        var packing = Packing(settings: settings, units: pace.batchUnits.map { $0 / scale })
        packing.take(&again, entries)
        packing.take(&stubborn, entries, atMost: max(1, settings.entriesPerBatch / 10))
        packing.take(&fresh, entries)
        packing.take(&stubborn, entries)
        return packing.numbers
    }

    private struct Packing {
        let settings: LaneSettings
        let units: Double?
        private(set) var numbers: [Int] = []
        private var bytes = 0
        private var usedUnits = 0.0

        init(settings: LaneSettings, units: Double?) {
            self.settings = settings
            self.units = units
            numbers.reserveCapacity(settings.entriesPerBatch)
        }

        mutating func take(_ line: inout WaitingLine, _ entries: [Int: Entry], atMost most: Int = .max) {
            var taken = 0
            while taken < most, numbers.count < settings.entriesPerBatch, let number = line.first {
                let entry = entries[number]!
                // One for the comma in between.
                let isTooMuch =
                    bytes + entry.bytes + 1 > settings.bytesPerBatch || usedUnits + entry.units > units ?? .infinity
                if isTooMuch, !numbers.isEmpty { return }
                bytes += entry.bytes + 1
                usedUnits += entry.units
                numbers.append(number)
                line.removeFirst()
                taken += 1
            }
        }
    }

    /// When it wants to be asked for a batch, if nothing happens before.
    func nextWake(at now: Duration) -> Duration? {
        guard stopReason == nil, inFlight.count < pace.window else { return nil }
        var time = delayed.firstTime
        if hasBatch(at: now) {
            time = now
        } else if readyCount > 0 {
            time = min(time ?? .seconds(Int.max), lingerStart + settings.linger)
        }
        return time.map { max($0, pauseEnd, pace.sendTime(at: now)) }
    }

    // MARK: Answers

    /// Takes in the answer to a batch: which entries were not processed, and how many units the others cost, if known.
    mutating func answered(_ number: Int, unprocessed: Set<Int>, units: Double?, at moment: Moment) -> Settled {
        guard let batch = inFlight[number] else { return Settled() }
        guard batch.entries.contains(where: { !unprocessed.contains($0) }) else {
            return failed(number, .throttled(reason: Self.unprocessedReason), at: moment)
        }
        inFlight[number] = nil
        failingSince = nil
        failures = 0
        note(batch, unprocessed, units, at: moment.now)
        var settled = Settled(reason: stopReason ?? Self.unprocessedReason)
        for (place, entry) in batch.entries.enumerated() {
            if unprocessed.contains(entry) {
                // Each waits for a time of its own, though all share one lot.
                let fraction = (moment.fraction + Double(place) * Self.goldenPart).truncatingRemainder(dividingBy: 1)
                takeBack(entry, at: moment.now, fraction: fraction, &settled)
            } else {
                entries[entry] = nil
                settled.through.append(entry)
            }
        }
        return settled
    }

    static let unprocessedReason = "the table left it unprocessed"
    /// Steps of this size around a circle never come close to where they have been.
    private static let goldenPart = 0.618_033_988_749_895

    /// Takes in that a batch as a whole came to nothing.
    mutating func failed(_ number: Int, _ failure: BatchFailure, at moment: Moment) -> Settled {
        guard let batch = inFlight.removeValue(forKey: number) else { return Settled() }
        switch failure {
        case .throttled(let reason, let hint):
            note(batch, Set(batch.entries), nil, at: moment.now)
            return takeBack(batch, reason: reason, hint: hint, at: moment)
        case .passing(let reason, let hint):
            return takeBack(batch, reason: reason, hint: hint, at: moment)
        case .content(let reason):
            failingSince = nil
            failures = 0
            return split(batch, reason: reason)
        case .lasting(let reason):
            stopReason = stopReason ?? reason
            return takeBack(batch, reason: reason, hint: nil, at: moment)
        }
    }

    /// Tells the pace how the entries of a batch fared.
    private mutating func note(_ batch: Batch, _ unprocessed: Set<Int>, _ units: Double?, at now: Duration) {
        var passage = LanePace.Passage(epoch: batch.epoch)
        var (expected, refund) = (0.0, 0.0)
        let isWhole = unprocessed.count < batch.entries.count
        for number in batch.entries {
            let entry = entries[number]!
            let isBack = unprocessed.contains(number)
            if entry.attempts == 1 {
                passage.fresh += 1
                passage.freshBack += isBack ? 1 : 0
            } else if entry.attempts == 2 {
                passage.second += 1
                passage.secondBack += isBack ? 1 : 0
            }
            if !isBack { expected += entry.units }
            // A hot key that comes back again takes nothing from the table, so it is not paid for.
            if isBack, isWhole, entry.attempts > 1 { refund += entry.units }
        }
        passage.throughUnits = units ?? expected * batch.scale
        if let units, expected > 0 { scale += 0.2 * (min(max(units / expected, 0.1), 50) - scale) }
        let correction = passage.throughUnits - (expected + refund) * batch.scale
        pace.noteAnswer(passage, correction: correction, at: now)
    }

    private mutating func takeBack(
        _ batch: Batch,
        reason: String,
        hint: RetryHint?,
        at moment: Moment
    ) -> Settled {
        pause(after: batch, hint: hint, at: moment)
        let since = failingSince ?? moment.now
        failingSince = since
        if let time = settings.giveUpTime, moment.now - since >= time { stopReason = stopReason ?? reason }
        var settled = Settled(reason: reason)
        for number in batch.entries { takeBack(number, at: moment.now, fraction: nil, &settled) }
        guard !settled.back.isEmpty else { return settled }
        if batch.isPart {
            parts.append(settled.back)
        } else {
            if readyCount == 0 { lingerStart = moment.now }
            for number in settled.back { again.append(number) }
        }
        return settled
    }

    /// Gives the table time, once for all batches that were under way together.
    private mutating func pause(after batch: Batch, hint: RetryHint?, at moment: Moment) {
        guard batch.round == round else { return }
        round += 1
        let computed = settings.backoff.wait(atStep: failures, fraction: moment.fraction)
        pauseEnd = moment.now + (hint?.wait(insteadOf: computed) ?? computed)
        failures += 1
        pace.noteFailure()
    }

    /// Puts an entry back: to wait until its own time where there is a lot for it, or for its batch to be put back.
    private mutating func takeBack(_ number: Int, at now: Duration, fraction: Double?, _ settled: inout Settled) {
        let entry = entries[number]!
        guard stopReason == nil, entry.attempts < settings.attemptsLimit ?? .max else {
            entries[number] = nil
            return settled.givenUp.append(number)
        }
        entries[number]!.isWaiting = true
        waitingBytes += entry.bytes
        settled.back.append(number)
        guard let fraction else { return }
        delayed.insert(number, until: now + settings.backoff.wait(atStep: entry.attempts - 1, fraction: fraction))
    }

    /// Halves a refused batch until the entry at fault stands alone.
    private mutating func split(_ batch: Batch, reason: String) -> Settled {
        var settled = Settled(reason: reason)
        if batch.entries.count == 1 {
            entries[batch.entries[0]] = nil
            settled.refused = batch.entries[0]
        } else if let stopReason {
            for number in batch.entries { entries[number] = nil }
            settled.givenUp = batch.entries
            settled.reason = stopReason
        } else {
            let middle = batch.entries.count / 2
            parts += [Array(batch.entries[..<middle]), Array(batch.entries[middle...])]
            settled.apart = batch.entries
            for number in batch.entries {
                entries[number]!.isWaiting = true
                waitingBytes += entries[number]!.bytes
            }
        }
        return settled
    }
}
