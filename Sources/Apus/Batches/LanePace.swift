// How fast and how wide a lane sends, by what its table's answers tell.

#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// The rate in capacity units per second, and how many batches may be under way at a time.
///
/// There is no rate until a table runs short. From then on it falls to what the table is seen to bear, keeps still for
/// a while, and grows again: gently at first, then ever faster until the table runs short anew. Where it no longer holds
/// anything back it is dropped.
///
/// Keys that come back again and again while others pass are hot: that they come back is no shortage of the table.
struct LanePace: Sendable {
    /// How the entries of one batch fared.
    struct Passage: Sendable {
        /// The epoch in which the batch was sent.
        var epoch = 0
        /// The entries that were sent for the first time, and those among them that came back.
        var fresh = 0
        var freshBack = 0
        /// The entries that were sent for the second time, and those among them that came back while others passed.
        var second = 0
        var secondBack = 0
        /// The units that the table took.
        var throughUnits = 0.0
    }

    private let mostBatches: Int
    private let ceiling: Double?

    /// How many batches may be under way.
    private(set) var window = 1
    /// What the table is believed to bear in units per second; nil while it shows no limit.
    private(set) var learnedRate: Double?
    /// Rises with each change of the rate: what was sent before tells nothing of the rate that is.
    private(set) var epoch = 0

    // Below zero, the next batch waits until the units of the last are paid for.
    private var tokens = 0.0
    private var refillTime = Duration.zero
    private var calmSince = Duration.zero
    private var growthTime = Duration.zero
    private var meter = UnitMeter()
    private var returns = SecondReturns()
    private var sample = Sample()

    private struct Sample {
        var since: Duration?
        var batches = 0
        var fresh = 0
        var freshBack = 0
        var wasHeldByRate = false
        var wasHeldByWindow = false
    }

    init(mostBatches: Int, ceiling: Double?) {
        self.mostBatches = mostBatches
        self.ceiling = ceiling
    }

    private static let leastPerSecond = 0.5
    /// What tokens may gather while nothing is sent, and what one batch may take, in seconds of the rate.
    private static let burstSeconds = 0.05
    private static let batchSeconds = 0.5
    private static let sampleTime = Duration.milliseconds(250)
    private static let sampleBatches = 4
    private static let doubtTime = Duration.seconds(1)
    /// The part of the fresh entries that may come back without being called a shortage.
    private static let toleratedShare = 0.02
    private static let guesswork = 0.25
    private static let glaringShare = 0.5
    private static let glaringEntries = 10
    private static let relief = 0.97
    private static let calmTime = Duration.seconds(2)
    private static let firstGrowth = 0.005
    private static let mostGrowth = 0.5

    /// The rate that holds now: the smaller of what was learned and what is allowed.
    var rate: Double? {
        guard let learnedRate else { return ceiling }
        return min(learnedRate, ceiling ?? learnedRate)
    }

    /// The most units that one batch should have; nil for no limit.
    var batchUnits: Double? { rate.map { $0 * Self.batchSeconds } }

    // MARK: Sending

    /// When the next batch may go out.
    func sendTime(at now: Duration) -> Duration {
        guard let rate else { return now }
        let owed = -tokens - rate * ((now - refillTime) / .seconds(1))
        return owed <= 1e-6 ? now : now + .seconds(owed / rate)
    }

    mutating func noteSent(units: Double, at now: Duration) {
        refill(at: now)
        if rate != nil { tokens -= units }
    }

    /// Takes in that a batch waits, for the rate or for others that are under way.
    mutating func noteHeld(byRate: Bool) {
        if byRate { sample.wasHeldByRate = true } else { sample.wasHeldByWindow = true }
    }

    private mutating func refill(at now: Duration) {
        let seconds = max(.zero, now - refillTime) / .seconds(1)
        refillTime = max(refillTime, now)
        guard let rate else { return tokens = 0 }
        tokens = min(rate * Self.burstSeconds, tokens + rate * seconds)
    }

    // MARK: Answers

    /// Takes in an answer. `correction` is by how many units the batch was charged too little.
    mutating func noteAnswer(_ passage: Passage, correction: Double, at now: Duration) {
        refill(at: now)
        if rate != nil { tokens -= correction }
        meter.add(passage.throughUnits, at: now)
        returns.add(passage)
        if passage.freshBack == 0, passage.secondBack == 0 { window = min(mostBatches, window + 1) }
        grow(at: now)
        guard passage.epoch == epoch else { return }
        sample.since = sample.since ?? now
        sample.batches += 1
        sample.fresh += passage.fresh
        sample.freshBack += passage.freshBack
        judge(at: now)
    }

    /// Takes in that a whole batch failed, whatever for: fewer go out at a time.
    mutating func noteFailure() {
        window = max(1, window / 2)
    }

    private mutating func judge(at now: Duration) {
        let back = sample.fresh == 0 ? 0 : Double(sample.freshBack) / Double(sample.fresh)
        let isGlaring = sample.fresh >= Self.glaringEntries && back >= Self.glaringShare
        let time = now - (sample.since ?? now)
        guard isGlaring || sample.batches >= Self.sampleBatches && time >= Self.sampleTime else { return }
        // Whether it is hot keys that came back shows only when they are sent again.
        if !isGlaring, back > Self.toleratedShare, !returns.isKnown, time < Self.doubtTime { return }
        let hot = isGlaring ? 0 : back * returns.backShare
        let shortage = back - hot
        // How many are hot is only guessed, so more is tolerated where there are many.
        if shortage > Self.toleratedShare + hot * Self.guesswork {
            cut(by: shortage, at: now)
        } else if !sample.wasHeldByRate, sample.wasHeldByWindow, window == mostBatches {
            // The rate holds nothing back: the table bears all that can be under way at a time.
            learnedRate = nil
        }
        returns.fade()
        sample = Sample()
    }

    private mutating func cut(by share: Double, at now: Duration) {
        let measured = meter.perSecond(at: now)
        // Until a table was seen for a while, or took something worth measuring, backoff is enough.
        guard learnedRate != nil || meter.isTelling(at: now) else { return }
        let cut = learnedRate.map { max($0 * (1 - share), min($0, measured)) } ?? measured
        learnedRate = max(Self.leastPerSecond, cut * Self.relief)
        tokens = min(tokens, 0)
        (calmSince, growthTime) = (now, now)
        epoch += 1
    }

    private mutating func grow(at now: Duration) {
        guard let learnedRate, learnedRate < ceiling ?? .infinity, now > growthTime else { return }
        let calm = now - calmSince - Self.calmTime
        let seconds = (now - growthTime) / .seconds(1)
        growthTime = now
        guard calm > .zero, sample.wasHeldByRate, sample.freshBack == 0 || returns.backShare > 0.5 else { return }
        let growth = min(Self.mostGrowth, Self.firstGrowth * exp2(calm / .seconds(1)))
        self.learnedRate = learnedRate * (1 + growth * min(1, seconds))
    }
}

/// The units that a table took within the last second.
private struct UnitMeter: Sendable {
    private static let slots = 10
    private static let slotTime = Duration.milliseconds(100)

    private var units = [Double](repeating: 0, count: slots)
    private var latest = 0
    /// When the first answer came.
    private var start: Duration?
    private static let tellingUnits = 25.0
    private static let tellingTime = Duration.seconds(1)

    mutating func add(_ more: Double, at now: Duration) {
        advance(to: now)
        start = start ?? now
        units[latest % Self.slots] += more
    }

    /// The mean of the last second. What lies before the first answer counts as nothing.
    mutating func perSecond(at now: Duration) -> Double {
        advance(to: now)
        return units.reduce(0, +)
    }

    /// Whether the mean tells what the table bears: a batch or two of which little passed do not.
    mutating func isTelling(at now: Duration) -> Bool {
        let measured = perSecond(at: now)
        return measured >= Self.tellingUnits || measured > 0 && now - (start ?? now) >= Self.tellingTime
    }

    private mutating func advance(to now: Duration) {
        let slot = Int(now / Self.slotTime)
        guard slot > latest else { return }
        for passed in max(latest + 1, slot - Self.slots + 1)...slot { units[passed % Self.slots] = 0 }
        latest = slot
    }
}

/// How entries fare that are sent for the second time; what is older counts less.
///
/// Who came back by chance is likely to pass now. Who comes back again is hot.
private struct SecondReturns: Sendable {
    private static let fading = 0.8
    /// So many entries must have been sent twice before anything is made of how they fared.
    private static let least = 3.0

    private var sent = 0.0
    private var back = 0.0

    var isKnown: Bool { sent >= Self.least }

    /// The part that came back again.
    var backShare: Double { isKnown ? back / sent : 0 }

    mutating func add(_ passage: LanePace.Passage) {
        sent += Double(passage.second)
        back += Double(passage.secondBack)
    }

    mutating func fade() {
        sent *= Self.fading
        back *= Self.fading
    }
}
