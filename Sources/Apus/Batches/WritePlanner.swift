// Decides which changes go out together, and what becomes of each.

import ApusModel

/// The state machine of batch writing: it takes an event and answers what is to be done.
///
/// Each table goes its own way, so none waits for another. It promises that each change is settled once, that there
/// are never two changes to one key in flight, and that a key ends with the newest of its changes that is not refused.
struct WritePlanner: Sendable {
    enum Event: Sendable {
        case accepted(number: Int, table: String, attributes: AttributeMap, bytes: Int, units: Double)
        /// A change that there is no room for. It is left over, unless older ones to its key are held: it follows them.
        case declined(number: Int, table: String, attributes: AttributeMap, bytes: Int, units: Double, reason: String)
        /// No more changes will come.
        case ended
        /// The time that `nextWake` named has come.
        case woke
        case answered(batch: Int, unprocessed: Set<Int>, units: Double?)
        case failed(batch: Int, BatchFailure)
        /// The key of a table is known.
        case found(table: String, KeySchema)
        case lookUpFailed(table: String, BatchFailure)
        /// Nothing more is to be sent; what is in flight is waited for.
        case stopped(reason: String)
    }

    enum Action: Equatable, Sendable {
        case lookUp(table: String)
        case send(batch: Int, table: String, changes: [Int])
        case settle(change: Int, BatchFate)
    }

    typealias Moment = Pacing.Moment

    private let options: BatchWriteOptions
    private let keys: [String: KeySchema]
    private var places: [String: Int] = [:]
    private var names: [String] = []
    private var tables: [TableWriting] = []
    /// The place of each batch's table.
    private var batches: [Int: Int] = [:]
    private var nextBatchNumber = 1
    private var held = 0
    private var heldBytes = 0
    private var isEnded = false
    private(set) var stopReason: String?
    private(set) var rounds = 0

    /// - Parameter keys: the keys of tables that need not be looked up.
    init(options: BatchWriteOptions, keys: [String: KeySchema] = [:]) {
        self.options = options
        self.keys = keys
    }

    /// Whether it holds so much that nothing more should be given to it.
    var isFull: Bool { held >= options.heldChanges || heldBytes >= options.heldBytes }

    /// Whether everything is settled and nothing more will come.
    var isDone: Bool { (isEnded || stopReason != nil) && held == 0 && tables.allSatisfy(\.isEmpty) }

    /// The key of a table that a batch has gone to.
    func keySchema(of table: String) -> KeySchema? { places[table].flatMap { tables[$0].keySchema } }

    var progress: BatchProgress {
        var progress = BatchProgress()
        for (name, table) in zip(names, tables) {
            progress.tables[name] = table.progress
            progress.total.add(table.progress)
        }
        if tables.allSatisfy({ $0.progress.rate != nil }) {
            progress.total.rate = tables.isEmpty ? nil : tables.reduce(0) { $0 + ($1.progress.rate ?? 0) }
        }
        return progress
    }

    /// Why nothing more is sent to a table, if that is so.
    func stopReason(of table: String) -> String? {
        stopReason ?? places[table].flatMap { tables[$0].stopReason }
    }

    /// The tables to which nothing more is sent, and why.
    var stoppedTables: [String: String] {
        Dictionary(
            uniqueKeysWithValues: zip(names, tables).compactMap { name, table in table.stopReason.map { (name, $0) } }
        )
    }

    /// When it wants to be woken, if nothing happens before.
    func nextWake(at now: Duration) -> Duration? {
        var earliest: Duration?
        for table in tables {
            if let time = table.nextWake(at: now) { earliest = min(earliest ?? time, time) }
        }
        return earliest
    }

    mutating func handle(_ event: Event, at moment: Moment) -> [Action] {
        var actions: [Action] = []
        switch event {
        case .accepted(let number, let table, let attributes, let bytes, let units):
            let change = PlannedChange(number: number, bytes: bytes, units: units)
            accept(change, attributes, in: table, at: moment.now, &actions)
        case .declined(let number, let table, let attributes, let bytes, let units, let reason):
            let change = PlannedChange(number: number, bytes: bytes, units: units)
            held += 1
            heldBytes += bytes
            let place = place(of: table)
            settle(tables[place].decline(change, attributes, reason: reason, at: moment.now), &actions)
        case .ended:
            isEnded = true
            sendAll(at: moment.now, &actions)
        case .woke: sendAll(at: moment.now, &actions)
        case .answered(let batch, let unprocessed, let units):
            guard let place = batches.removeValue(forKey: batch) else { break }
            settle(tables[place].answered(batch, unprocessed: unprocessed, units: units, at: moment), &actions)
            send(place, at: moment.now, &actions)
        case .failed(let batch, let failure):
            guard let place = batches.removeValue(forKey: batch) else { break }
            settle(tables[place].failed(batch, failure, at: moment), &actions)
            send(place, at: moment.now, &actions)
        case .found(let table, let schema):
            let place = place(of: table)
            settle(tables[place].found(schema, at: moment.now), &actions)
            send(place, at: moment.now, &actions)
        case .lookUpFailed(let table, let failure):
            settle(tables[place(of: table)].lookUpFailed(failure, at: moment), &actions)
        case .stopped(let reason):
            stopReason = stopReason ?? reason
            for place in tables.indices { settle(tables[place].stop(reason: reason), &actions) }
        }
        return actions
    }

    private mutating func accept(
        _ change: PlannedChange,
        _ attributes: AttributeMap,
        in table: String,
        at now: Duration,
        _ actions: inout [Action]
    ) {
        let place = place(of: table)
        held += 1
        heldBytes += change.bytes
        settle(tables[place].accept(change, attributes, at: now), &actions)
        if isFull { sendAll(at: now, &actions) } else { send(place, at: now, &actions) }
    }

    private mutating func place(of table: String) -> Int {
        if let place = places[table] { return place }
        var writing = TableWriting(options: options, keySchema: keys[table])
        if let stopReason { _ = writing.stop(reason: stopReason) }
        places[table] = tables.count
        names.append(table)
        tables.append(writing)
        return tables.count - 1
    }

    // MARK: Sending

    private mutating func sendAll(at now: Duration, _ actions: inout [Action]) {
        for place in tables.indices { send(place, at: now, &actions) }
    }

    private mutating func send(_ place: Int, at now: Duration, _ actions: inout [Action]) {
        if tables[place].beginLookUp(at: now) { actions.append(.lookUp(table: names[place])) }
        let isUrgent = isEnded || isFull
        while let changes = tables[place].nextBatch(number: nextBatchNumber, isUrgent: isUrgent, at: now) {
            batches[nextBatchNumber] = place
            actions.append(.send(batch: nextBatchNumber, table: names[place], changes: changes))
            nextBatchNumber += 1
        }
    }

    // MARK: Settling

    private mutating func settle(_ settled: [TableWriting.Settled], _ actions: inout [Action]) {
        for one in settled {
            held -= 1
            heldBytes -= one.change.bytes
            rounds = max(rounds, one.change.attempts)
            actions.append(.settle(change: one.change.number, one.fate))
        }
    }
}
