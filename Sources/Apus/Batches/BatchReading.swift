// One run of a batch getter, from its first key to its last item.

import ApusModel
import ApusWire

/// Does what the planner of reads says, and keeps the items that were found until they are taken.
actor BatchReading {
    private struct HeldKey {
        let key: BatchGetKey
        let schema: KeySchema
        let itemKey: ItemKey
        let json: [UInt8]
    }

    private let service: any BatchService
    private let options: BatchGetOptions
    private var planner: ReadPlanner
    private(set) var outcome = BatchGetOutcome()

    private var held: [Int: HeldKey] = [:]
    // The keys that are held, by table and by their JSON: equal ones are read once.
    private var numbers: [String: [[UInt8]: Int]] = [:]
    // What the keys of tables are like that have answered. Until then a key may be right or wrong.
    private var schemas: [String: KeySchema] = [:]
    private var nextNumber = 1
    private var items: [FoundItem] = []
    private var taken = 0
    private var feeding: Task<Void, Never>?
    private var waitingForRoom: [CheckedContinuation<Void, Never>] = []
    private var waitingForItems: [CheckedContinuation<Void, Never>] = []
    private var alarm = Alarm()

    init(service: any BatchService, options: BatchGetOptions) {
        self.service = service
        self.options = options
        planner = ReadPlanner(options: options)
    }

    // MARK: Keys

    /// Begins to take in keys, the first time that it is asked to.
    func begin(_ feed: @escaping @Sendable (BatchReading) async -> Void) {
        if feeding == nil { feeding = Task { await feed(self) } }
    }

    /// Takes in a key, as soon as there is room for it. Answers whether more are wanted.
    func add(_ key: BatchGetKey) async -> Bool {
        while planner.isFull, planner.stopReason == nil {
            await withCheckedContinuation { waitingForRoom.append($0) }
        }
        outcome.accepted += 1
        guard let heldKey = heldKey(key), schemas[key.table] ?? heldKey.schema == heldKey.schema else {
            let reason = "The provided key element does not match the schema"
            outcome.leftOver.append(UnreadKey(key: key, reason: reason, attempts: 0))
            return planner.stopReason == nil
        }
        if numbers[key.table]?[heldKey.json] == nil { take(heldKey) } else { outcome.repeated += 1 }
        return planner.stopReason == nil
    }

    /// Nil where no table has such a key.
    private func heldKey(_ key: BatchGetKey) -> HeldKey? {
        // In one order, so that equal keys have the same JSON.
        let attributes = key.key.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        let ordered = AttributeMap(attributes.map { ($0.name, $0.value) })
        guard let schema = KeySchema(of: ordered), let itemKey = try? ItemKey(of: ordered, schema: schema) else {
            return nil
        }
        var writer = JSONWriter(reservingBytes: 128)
        writer.attributes(ordered)
        return HeldKey(key: key, schema: schema, itemKey: itemKey, json: writer.bytes)
    }

    private func take(_ key: HeldKey) {
        let (number, table) = (nextNumber, key.key.table)
        nextNumber += 1
        held[number] = key
        numbers[table, default: [:]][key.json] = number
        let isConsistent = options.tables[table]?.isConsistent ?? false
        handle(.accepted(number: number, table: table, bytes: key.json.count, units: isConsistent ? 1 : 0.5))
    }

    /// Takes in that no more keys will come.
    func end(sequenceError: (any Error)?) {
        outcome.sequenceError = sequenceError
        handle(.ended)
    }

    // MARK: Items

    /// The next item, as soon as there is one; nil when all keys are accounted for.
    func next() async -> FoundItem? {
        await withTaskCancellationHandler {
            while taken == items.count {
                if planner.isDone {
                    await feeding?.value
                    return nil
                }
                await withCheckedContinuation { waitingForItems.append($0) }
            }
            return takeItem()
        } onCancel: {
            Task { await stop() }
        }
    }

    private func stop() {
        feeding?.cancel()
        handle(.stopped(reason: "the task was cancelled"))
    }

    private func takeItem() -> FoundItem {
        let item = items[taken]
        taken += 1
        if taken == items.count {
            items = []
            taken = 0
        }
        // The planner need not know of each.
        if taken % Limits.batchGetKeys == 0 { handle(.itemsWaiting(items.count - taken)) }
        return item
    }

    // MARK: Doing what the planner says

    private func handle(_ event: ReadPlanner.Event) {
        let moment = service.pacing.moment
        for action in planner.handle(event, at: moment) {
            switch action {
            case .send(let batch, let table, let numbers): send(batch, to: table, numbers)
            case .settle(let number, let fate): settle(number, fate)
            }
        }
        setAlarm(now: moment.now)
        if !planner.isFull || planner.stopReason != nil { resume(&waitingForRoom) }
        if planner.isDone || taken < items.count { resume(&waitingForItems) }
    }

    private func resume(_ waiting: inout [CheckedContinuation<Void, Never>]) {
        for continuation in waiting { continuation.resume() }
        waiting = []
    }

    private func send(_ number: Int, to table: String, _ numbers: [Int]) {
        let keys = numbers.map { (number: $0, key: held[$0]!.itemKey, json: held[$0]!.json) }
        let batch = SentKeys(
            table: table,
            options: options.tables[table] ?? BatchGetOptions.Table(),
            keys: keys,
            keySchema: held[numbers[0]]!.schema
        )
        Task.detached { [service] in
            do throws(CallError) {
                let answer = try await service.readBatch(batch.body)
                await self.take(answer, to: number, batch)
            } catch {
                await self.handle(.failed(batch: number, BatchFailure(error)))
            }
        }
    }

    private func take(_ answer: ReadAnswer, to number: Int, _ batch: SentKeys) {
        guard let found = batch.numbers(of: answer.items), let unprocessed = batch.numbers(of: answer.unprocessedKeys)
        else {
            let reason = "an answer names a key that was not sent"
            return handle(.failed(batch: number, .passing(reason: reason)))
        }
        // The service answers no batch that has a key of another kind.
        schemas[batch.table] = batch.keySchema
        outcome.consumedUnits[batch.table, default: 0] += answer.units ?? 0
        outcome.found += found.count
        for item in answer.items { items.append(FoundItem(table: batch.table, item: item)) }
        // What is not held any more when it is settled was found.
        for number in found { forget(number) }
        handle(.itemsWaiting(items.count - taken))
        handle(
            .answered(
                batch: number,
                unprocessed: Set(unprocessed),
                units: answer.units,
                isCutShort: answer.isCutShort
            )
        )
    }

    @discardableResult
    private func forget(_ number: Int) -> BatchGetKey? {
        guard let key = held.removeValue(forKey: number) else { return nil }
        numbers[key.key.table]?[key.json] = nil
        return key.key
    }

    private func settle(_ number: Int, _ fate: ReadPlanner.Fate) {
        guard let key = forget(number) else { return }
        switch fate {
        case .read: outcome.missing.append(key)
        case .leftOver(let reason, let attempts):
            outcome.leftOver.append(UnreadKey(key: key, reason: reason, attempts: attempts))
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
}

extension KeySchema {
    /// The attributes of a key, as the key itself has them; nil where it cannot be one.
    fileprivate init?(of key: Item) {
        var attributes: [KeyAttribute] = []
        for attribute in key {
            guard let type = KeyAttributeType(rawValue: attribute.value.type.rawValue) else { return nil }
            attributes.append(KeyAttribute(name: attribute.name, type: type))
        }
        guard (1...2).contains(attributes.count) else { return nil }
        self.init(partition: attributes)
    }
}
