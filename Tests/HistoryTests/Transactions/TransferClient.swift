// One client of a history: it transfers, changes and reads, and notes what it did and saw.

import Apus

/// Does one operation after another, each until it knows what has become of it, or that nobody will.
struct TransferClient: Sendable {
    let client: DynamoDBClient
    let plan: TransferPlan
    let log: TransferLog

    func run(_ number: Int) async {
        var chance = SeededGenerator(seed: plan.seed &* 1_000 &+ UInt64(number))
        while !log.isFull {
            switch chance.number(in: 0...99) {
            case ..<60: await transfer(&chance)
            case ..<70: await change(chance.number(in: 1...plan.accountCount))
            case ..<85: _ = await readOne(chance.number(in: 1...plan.accountCount))
            case ..<98: _ = await readTogether(Self.accounts(chance.number(in: 2...5), of: plan, &chance))
            default: _ = await readTogether(Array(1...plan.accountCount))
            }
        }
    }

    private static func accounts(_ count: Int, of plan: TransferPlan, _ chance: inout SeededGenerator) -> [Int] {
        Array((1...plan.accountCount).shuffled(using: &chance).prefix(count))
    }

    // MARK: Writing

    /// Moves an amount between two accounts, on condition that a third, at times, is as it was.
    private func transfer(_ chance: inout SeededGenerator) async {
        let chosen = Self.accounts(chance.happens(percent: 30) ? 3 : 2, of: plan, &chance)
        guard let seen = await readTogether(chosen) else { return }
        let (number, amount) = (log.nextNumber(), chance.number(in: 1...50))
        let made = [seen[0].adding(-amount, by: number), seen[1].adding(amount, by: number)]
        var actions = zip(seen, made).map { TransactWriteItem(put: Put(replacing: $0, by: $1)) }
        actions += seen.dropFirst(2).map { TransactWriteItem(conditionCheck: ConditionCheck(of: $0)) }
        let input = TransactWriteItemsInput(transactItems: actions, clientRequestToken: "\(plan.seed)-\(number)")
        let begin = ContinuousClock.now
        // The same token each time, until it is known what has become of it.
        let isDone = await untilKnown { () async throws(CallError) in
            _ = try await client.transactWriteItems(input)
        }
        if isDone { log.note(number, since: begin, saw: seen, made: made) }
    }

    /// Writes one account anew, without a token: so it is tried once.
    private func change(_ account: Int) async {
        guard let seen = await readOne(account) else { return }
        let number = log.nextNumber()
        let made = seen.adding(0, by: number)
        let begin = ContinuousClock.now
        let input = UpdateItemInput(
            tableName: TransferPlan.table,
            key: Account.key(account),
            updateExpression: "SET version = version + :one, writer = :writer",
            conditionExpression: "version = :seen",
            expressionAttributeValues: [
                ":one": 1, ":writer": .number(Number(number)), ":seen": .number(Number(seen.state.version)),
            ]
        )
        do throws(CallError) {
            _ = try await client.updateItem(input)
            log.note(number, since: begin, saw: [seen], made: [made])
        } catch {
            guard error.refusal == nil || error.isInternal else { return }
            log.noteUnknown(number, since: begin, saw: [seen], made: [made])
            await log.server.waitUntilUp()
        }
    }

    // MARK: Reading

    private func readOne(_ account: Int) async -> Account? {
        let begin = ContinuousClock.now
        let input = GetItemInput(tableName: TransferPlan.table, key: Account.key(account), consistentRead: true)
        guard let item = try? await client.getItem(input).item else {
            await log.server.waitUntilUp()
            return nil
        }
        return noteRead([Account(item)], since: begin)?.first
    }

    private func readTogether(_ accounts: [Int]) async -> [Account]? {
        let begin = ContinuousClock.now
        let gets = accounts.map { account in
            TransactGetItem(get: Get(tableName: TransferPlan.table, key: Account.key(account)))
        }
        guard let responses = try? await client.transactGetItems(TransactGetItemsInput(transactItems: gets)).responses
        else {
            await log.server.waitUntilUp()
            return nil
        }
        return noteRead(responses.map { Account($0.item) }, since: begin)
    }

    private func noteRead(_ found: [Account?], since begin: ContinuousClock.Instant) -> [Account]? {
        let accounts = found.compactMap(\.self)
        guard accounts.count == found.count else {
            log.note("an account was not there")
            return nil
        }
        log.note(log.nextNumber(), since: begin, saw: accounts, made: [])
        return accounts
    }

    // MARK: Attempts

    /// Repeats a transaction until it is known what has become of it. Answers whether it has taken effect.
    private func untilKnown(_ attempt: () async throws(CallError) -> Void) async -> Bool {
        while true {
            do throws(CallError) {
                try await attempt()
                return true
            } catch {
                let refusal = error.refusal
                if refusal?.code == .transactionCanceled { return false }
                if let refusal, !error.isInternal, refusal.code != .transactionInProgress {
                    log.note("a transaction was refused: \(refusal)")
                    return false
                }
                await log.server.waitUntilUp()
            }
        }
    }
}

extension CallError {
    /// Whether the service failed, perhaps after it had done what it was asked for.
    fileprivate var isInternal: Bool { code == .internalServerError }
}

extension Put {
    fileprivate init(replacing seen: Account, by made: Account) {
        self.init(
            tableName: TransferPlan.table,
            item: made.item,
            conditionExpression: "version = :seen",
            expressionAttributeValues: [":seen": .number(Number(seen.state.version))]
        )
    }
}

extension ConditionCheck {
    fileprivate init(of seen: Account) {
        self.init(
            tableName: TransferPlan.table,
            key: Account.key(seen.state.account),
            conditionExpression: "version = :seen",
            expressionAttributeValues: [":seen": .number(Number(seen.state.version))]
        )
    }
}
