// Decides which keys are read together, and what becomes of each.

import ApusModel

/// The state machine of batch reading: it takes an event and answers what is to be done. Each table has its own lane.
struct ReadPlanner: Sendable {
    enum Event: Sendable {
        case accepted(number: Int, table: String, bytes: Int, units: Double)
        /// No more keys will come.
        case ended
        /// The time that `nextWake` named has come.
        case woke
        case answered(batch: Int, unprocessed: Set<Int>, units: Double?, isCutShort: Bool)
        case failed(batch: Int, BatchFailure)
        /// Nothing more is to be sent; what is in flight is waited for.
        case stopped(reason: String)
        /// So many found items wait to be taken.
        case itemsWaiting(Int)
    }

    enum Action: Equatable, Sendable {
        case send(batch: Int, table: String, keys: [Int])
        case settle(key: Int, Fate)
    }

    enum Fate: Equatable, Sendable {
        /// The service has looked for it.
        case read
        case leftOver(reason: String, attempts: Int)
    }

    private let options: BatchGetOptions
    private var places: [String: Int] = [:]
    private var names: [String] = []
    private var lanes: [Lane] = []
    private var batches: [Int: Int] = [:]
    private var attempts: [Int: Int] = [:]
    private var nextBatchNumber = 1
    private var itemsWaiting = 0
    private var isEnded = false
    private(set) var stopReason: String?

    init(options: BatchGetOptions) {
        self.options = options
    }

    /// Whether it holds so much that nothing more should be given to it.
    var isFull: Bool { attempts.count >= options.heldKeys }

    /// Whether everything is settled and nothing more will come.
    var isDone: Bool { (isEnded || stopReason != nil) && attempts.isEmpty }

    /// Whether items that may come would find no room.
    private var isHeldUp: Bool { itemsWaiting + batches.count * Limits.batchGetKeys >= options.heldKeys }

    /// When it wants to be woken, if nothing happens before.
    func nextWake(at now: Duration) -> Duration? {
        isHeldUp ? nil : lanes.compactMap { $0.nextWake(at: now) }.min()
    }

    mutating func handle(_ event: Event, at moment: Pacing.Moment) -> [Action] {
        var actions: [Action] = []
        switch event {
        case .accepted(let number, let table, let bytes, let units):
            attempts[number] = 0
            if let reason = stopReason ?? lanes[place(of: table)].stopReason {
                leaveOver([number], reason, &actions)
            } else {
                lanes[place(of: table)].add(number, bytes: bytes, units: units, at: moment.now)
            }
        case .ended: isEnded = true
        case .woke: break
        case .itemsWaiting(let count): itemsWaiting = count
        case .answered(let batch, let unprocessed, let units, let isCutShort):
            guard let place = batches.removeValue(forKey: batch) else { break }
            let settled = lanes[place].answered(
                batch,
                unprocessed: unprocessed,
                units: units,
                isCutShort: isCutShort,
                at: moment
            )
            settle(settled, in: place, &actions)
        case .failed(let batch, let failure):
            guard let place = batches.removeValue(forKey: batch) else { break }
            settle(lanes[place].failed(batch, failure, at: moment), in: place, &actions)
        case .stopped(let reason):
            stopReason = stopReason ?? reason
            for place in lanes.indices { leaveOver(lanes[place].stop(reason: reason), reason, &actions) }
        }
        send(at: moment.now, &actions)
        return actions
    }

    private mutating func place(of table: String) -> Int {
        if let place = places[table] { return place }
        places[table] = lanes.count
        names.append(table)
        lanes.append(Lane(settings: options.lane))
        return lanes.count - 1
    }

    private mutating func send(at now: Duration, _ actions: inout [Action]) {
        for place in lanes.indices {
            lanes[place].isUrgent = isEnded || isFull
            while !isHeldUp, let keys = lanes[place].nextBatch(number: nextBatchNumber, at: now) {
                for key in keys { attempts[key]! += 1 }
                batches[nextBatchNumber] = place
                actions.append(.send(batch: nextBatchNumber, table: names[place], keys: keys))
                nextBatchNumber += 1
            }
        }
    }

    private mutating func settle(_ settled: Lane.Settled, in place: Int, _ actions: inout [Action]) {
        for key in settled.through {
            attempts[key] = nil
            actions.append(.settle(key: key, .read))
        }
        if let key = settled.refused { leaveOver([key], settled.reason, &actions) }
        leaveOver(settled.givenUp, settled.reason, &actions)
        if let reason = lanes[place].stopReason { leaveOver(lanes[place].stop(reason: reason), reason, &actions) }
    }

    private mutating func leaveOver(_ keys: [Int], _ reason: String, _ actions: inout [Action]) {
        for key in keys {
            let attempts = attempts.removeValue(forKey: key) ?? 0
            actions.append(.settle(key: key, .leftOver(reason: reason, attempts: attempts)))
        }
    }
}
