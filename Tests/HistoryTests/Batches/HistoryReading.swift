// Reads the tables of a history back, in batches and by a scan, and holds them against the model.

import ApusTesting

/// Asks for every key that changes could have been for, among others, and for all that there is.
struct HistoryReading {
    private let plan: HistoryPlan
    private let model: HistoryModel
    private var chance: SeededGenerator
    private var found: [String] = []

    init(plan: HistoryPlan, model: HistoryModel) {
        self.plan = plan
        self.model = model
        chance = SeededGenerator(seed: plan.readingSeed)
    }

    /// Whether a table can be read now.
    private func isThere(_ table: HistoryTable) -> Bool { table.isThroughout }

    mutating func disagreements(on server: some ApusServer, _ client: DynamoDBClient) async throws -> [String] {
        let whole = plan.tables.filter(isThere)
        // The writing may have ended before a late table was there.
        for table in whole { try await client.waitUntilTableExists(table.name) }
        for rule in HistoryWeather.whileReading(&chance).rules { try await server.faults.add(rule) }
        let keys = drawnKeys()
        let options = drawnOptions()
        let reading = await read(keys, BatchGetter(client: client, options: options))
        try await server.faults.clear()
        checkSums(reading, keys)
        var contents: [String: [Number: Item]] = [:]
        for table in whole { contents[table.name] = try await scan(table, client) }
        try check(reading, contents)
        return found
    }

    // MARK: Reading

    private struct Reading {
        let items: [FoundItem]
        let outcome: BatchGetOutcome
        let isCancelled: Bool
    }

    private func read(_ keys: [BatchGetKey], _ getter: BatchGetter) async -> Reading {
        let cancelsAfter = plan.readingSeed % 10 == 0 ? keys.count / 3 : Int.max
        let reading = Task {
            var found: [FoundItem] = []
            let items = getter.items(for: keys)
            for await item in items {
                found.append(item)
                if found.count == cancelsAfter { withUnsafeCurrentTask { $0?.cancel() } }
            }
            return await Reading(items: found, outcome: items.outcome, isCancelled: Task.isCancelled)
        }
        return await reading.value
    }

    /// Every key of every table, some of them twice, and some that are no keys of their tables.
    private mutating func drawnKeys() -> [BatchGetKey] {
        var keys: [BatchGetKey] = []
        for table in plan.tables {
            for slot in 0..<table.keyCount {
                keys.append(BatchGetKey(table.key(ofSlot: slot), in: table.name))
                if chance.happens(percent: 3) { keys.append(keys[keys.count - 1]) }
                if chance.happens(percent: 1) {
                    keys.append(BatchGetKey(table.strangeKey(ofSlot: slot), in: table.name))
                }
            }
        }
        keys.shuffle(using: &chance)
        return keys
    }

    private mutating func drawnOptions() -> BatchGetOptions {
        var options = BatchGetOptions()
        options.batchesInFlight = chance.number(in: 1...10)
        options.heldKeys = chance.pick([1, 150, 5_000])
        options.linger = chance.milliseconds(in: 0...5)
        options.backoff = Backoff(base: chance.milliseconds(in: 1...10), cap: chance.milliseconds(in: 20...60))
        let attributes = chance.happens(percent: 30) ? ["slot", "change"] : nil
        for table in plan.tables {
            options.tables[table.name] = BatchGetOptions.Table(attributes: attributes, isConsistent: true)
        }
        return options
    }

    private mutating func scan(_ table: HistoryTable, _ client: DynamoDBClient) async throws -> [Number: Item] {
        var contents: [Number: Item] = [:]
        for try await item in client.scanItems(ScanInput(tableName: table.name, consistentRead: true)) {
            guard case .number(let slot) = item["slot"], contents[slot] == nil else {
                found.append("\(table.name) has \(item)")
                continue
            }
            contents[slot] = item
        }
        return contents
    }

    // MARK: Checking

    private mutating func checkSums(_ reading: Reading, _ keys: [BatchGetKey]) {
        let outcome = reading.outcome
        let sum = outcome.found + outcome.missing.count + outcome.leftOver.count + outcome.repeated
        if sum != outcome.accepted || reading.items.count != outcome.found {
            found.append("of \(outcome.accepted) keys, \(sum) are accounted for; \(reading.items.count) items came")
        }
        guard !reading.isCancelled else { return }
        if outcome.accepted != keys.count { found.append("\(outcome.accepted) of \(keys.count) keys were taken in") }
        for unread in outcome.leftOver where isReadable(unread.key) {
            found.append("\(unread.key) was not read: \(unread.reason)")
        }
    }

    private func isReadable(_ key: BatchGetKey) -> Bool {
        guard let table = plan.tables.first(where: { $0.name == key.table }) else { return false }
        return isThere(table) && key.key["id"]?.type.rawValue == table.partitionType.rawValue
    }

    /// Whether scan, batches and model say the same of each key.
    private mutating func check(_ reading: Reading, _ contents: [String: [Number: Item]]) throws {
        for (place, table) in plan.tables.enumerated() where isThere(table) {
            var items = contents[table.name] ?? [:]
            for item in reading.items where item.table == table.name && !isTrue(item, items) {
                found.append("\(item) was read")
            }
            let keys = try Set(items.values.map { try ItemKey(of: $0, schema: table.keySchema) })
            for key in reading.outcome.missing where key.table == table.name {
                let isMissing = try !keys.contains(ItemKey(of: key.key, schema: table.keySchema))
                if !isMissing { found.append("\(key) is said to be missing") }
            }
            for slot in 0..<table.keyCount {
                check(items.removeValue(forKey: Number(slot)), HistoryChange.Place(table: place, slot: slot))
            }
            if !items.isEmpty { found.append("\(table.name) has items of no key: \(items.keys)") }
        }
    }

    private func isTrue(_ item: FoundItem, _ items: [Number: Item]) -> Bool {
        guard case .number(let slot) = item.item["slot"], let there = items[slot] else { return false }
        return item.item == there || item.item["filler"] == nil && item.item.allSatisfy { there[$0.name] == $0.value }
    }

    private mutating func check(_ item: Item?, _ place: HistoryChange.Place) {
        let allowed = model.allowed[place] ?? [nil]
        let isAllowed = allowed.contains { number in
            number.map { item == self.item(ofChange: $0) } ?? (item == nil)
        }
        if !isAllowed {
            found.append("\(place) holds change \(String(describing: item?["change"])), and may hold \(allowed)")
        }
    }

    private func item(ofChange number: Int) -> Item? {
        let change = plan.changes[number - 1]
        guard case .put(let letters) = change.kind else { return nil }
        return plan.tables[change.table].item(of: change, letters: letters)
    }
}
