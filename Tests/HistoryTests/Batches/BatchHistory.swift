// One history: changes are written to a server through a batch writer, read back, and held against the plain model.

import ApusTesting

/// Plays what a plan says and notes what does not fit.
struct BatchHistory: Sendable {
    let plan: HistoryPlan
    private let account = HistoryAccount()

    init(plan: HistoryPlan) {
        self.plan = plan
    }

    /// - Parameter process: the server, where it can be killed.
    func play(on server: some ApusServer, process: TestProcess? = nil) async throws -> HistoryResult {
        try await prepare(server)
        let client = server.client()
        let writer = makeWriter(client)
        let clock = Task { await moveClock(of: server) }
        let writing = Task { await write(to: writer) }
        let happening = Task { try await happen(to: writer, writing, client, process) }
        let outcome = await writing.value
        account.end()
        let happened = try await happening.value
        try await server.faults.clear()
        var result = HistoryResult(plan: plan, outcome: outcome, happened: happened)
        let model = HistoryModel(changes: plan.changes, notes: account.state)
        result.disagreements += model.disagreements(with: outcome) + unexplained(outcome, happened)
        var reading = HistoryReading(plan: plan, model: model)
        result.disagreements += try await reading.disagreements(on: server, client)
        clock.cancel()
        await clock.value
        await client.shutDown()
        return result
    }

    // MARK: Before

    /// Makes the tables while nothing goes wrong yet, and then the faults.
    private func prepare(_ server: some ApusServer) async throws {
        try await server.faults.clear()
        let client = server.client()
        for table in plan.tables where table.presence != .missing && table.presence != .late {
            _ = try await client.createTable(table.creation)
            if plan.server.clock == .manual { try await server.clock.advance(by: plan.server.transitionDelay) }
            try await client.waitUntilTableExists(table.name)
        }
        for table in plan.tables where table.presence == .late { _ = try await client.createTable(table.creation) }
        await client.shutDown()
        for rule in plan.writingFaults { try await server.faults.add(rule) }
    }

    private func makeWriter(_ client: DynamoDBClient) -> BatchWriter<Int> {
        let account = account
        let onUnwritten: @Sendable (UnwrittenChange<Int>) -> Void = { account.note($0) }
        let known = plan.tellsKeys ? plan.tables.filter { $0.presence == .present } : []
        return BatchWriter(
            client: client,
            options: plan.options,
            keys: Dictionary(uniqueKeysWithValues: known.map { ($0.name, $0.keySchema) }),
            onUnwritten: plan.tellsUnwritten ? onUnwritten : nil,
            onSettled: { account.settle($0.origin, $1) }
        )
    }

    // MARK: While writing

    private func write(to writer: BatchWriter<Int>) async -> BatchWriteOutcome<Int> {
        switch plan.feeding {
        case .sequence(let pauseEvery, let breakOff):
            let feed = ChangeFeed(
                changes: plan.changes,
                tables: plan.tables,
                account: account,
                pauseEvery: pauseEvery,
                breakOff: breakOff
            )
            return await writer.write(contentsOf: feed)
        case .tasks(let count):
            await withTaskGroup { group in
                for task in 0..<count { group.addTask { await give(partOf: task, of: count, to: writer) } }
            }
            return await writer.finish()
        }
    }

    /// Gives the changes of some keys, so that there is one order for each key.
    private func give(partOf task: Int, of count: Int, to writer: BatchWriter<Int>) async {
        for change in plan.changes where change.slot % count == task {
            account.take(change)
            await writer.add(plan.tables[change.table].batchChange(of: change))
        }
    }

    /// Lets befall the writer and the server what the plan says, when its time has come. Answers what has.
    private func happen(
        to writer: BatchWriter<Int>,
        _ writing: Task<BatchWriteOutcome<Int>, Never>,
        _ client: DynamoDBClient,
        _ process: TestProcess?
    ) async throws -> [HistoryPlan.Event.What] {
        var happened: [HistoryPlan.Event.What] = []
        for event in plan.events {
            guard await account.waits(untilSettled: event.afterSettled) else { break }
            happened.append(event.what)
            switch event.what {
            case .cancel: writing.cancel()
            case .stop: await writer.stop(reason: "the history says so")
            case .deleteTable(let place): await delete(plan.tables[place], client)
            case .killServer(let pause):
                await process?.kill()
                try await Task.sleep(for: pause)
                try await process?.restart()
            }
        }
        return happened
    }

    private func delete(_ table: HistoryTable, _ client: DynamoDBClient) async {
        // Where the answer is lost, the repeated call is told that there is no such table.
        _ = try? await client.deleteTable(DeleteTableInput(tableName: table.name))
    }

    /// Moves a manual clock along, ten times as fast as time goes by.
    private func moveClock(of server: some ApusServer) async {
        guard plan.server.clock == .manual else { return }
        while !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(5))
            _ = try? await server.clock.advance(by: .milliseconds(50))
        }
    }

    // MARK: Afterwards

    /// What was left over, or broken off, without a reason.
    private func unexplained(_ outcome: BatchWriteOutcome<Int>, _ happened: [HistoryPlan.Event.What]) -> [String] {
        var found: [String] = []
        let isInterrupted = happened.contains(.cancel) || happened.contains(.stop)
        if !isInterrupted, !plan.isLimited {
            for change in plan.changes where plan.tables[change.table].isThroughout {
                guard case .leftOver(let reason, _) = account.state.fates[change.number] else { continue }
                found.append("\(change) was left over: \(reason)")
                break
            }
            if case .sequence(_, let breakOff) = plan.feeding, outcome.accepted != breakOff ?? plan.changes.count {
                found.append("\(outcome.accepted) were taken in")
            }
        }
        if outcome.stopReason != nil, !isInterrupted { found.append("stopped: \(outcome.stopReason ?? "")") }
        if outcome.sequenceError != nil, !(outcome.sequenceError is ChangeFeed.BrokenOff) {
            found.append("the sequence threw what it did not: \(String(describing: outcome.sequenceError))")
        }
        return found
    }
}
