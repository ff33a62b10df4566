// One history of transfers: many clients at once, faults and kills, and the check of all that they saw.

import Apus
import ApusTesting

/// Plays what a plan says, and answers what is wrong with what came of it.
struct TransferHistory {
    /// What came of a history.
    struct Result: Sendable {
        let faults: [String]
        let operationCount: Int
        let killCount: Int
    }

    let plan: TransferPlan

    /// - Parameter process: the server, where it can be killed.
    func play(on server: some ApusServer, process: TestProcess? = nil) async throws -> Result {
        try await prepare(server)
        let gate = ServerGate()
        let log = TransferLog(plan: plan, server: gate)
        let client = server.client(retries: StandardRetries(RetrySettings(attempts: 1, backoff: .standard)))
        let worker = TransferClient(client: client, plan: plan, log: log)
        let killing = Task { try await kill(process, gate, log) }
        await withTaskGroup { group in
            for number in 1...plan.clientCount { group.addTask { await worker.run(number) } }
        }
        killing.cancel()
        let killCount = try await killing.value
        await client.shutDown()
        try await server.faults.clear()
        let (operations, faults) = log.settled(by: try await finalAccounts(of: server))
        return Result(
            faults: faults + SerializabilityChecker.faults(in: operations),
            operationCount: operations.count,
            killCount: killCount
        )
    }

    private func prepare(_ server: some ApusServer) async throws {
        try await server.faults.clear()
        let client = server.client()
        _ = try await client.createTable(
            CreateTableInput(
                tableName: TransferPlan.table,
                attributeDefinitions: [AttributeDefinition(attributeName: "id", attributeType: .n)],
                keySchema: [KeySchemaElement(attributeName: "id", keyType: .hash)],
                billingMode: .payPerRequest
            )
        )
        try await client.waitUntilTableExists(TransferPlan.table)
        for account in 1...plan.accountCount {
            let first = AccountVersion(account: account, version: 0)
            let item = Account(first, balance: TransferPlan.firstBalance, writer: 0).item
            _ = try await client.putItem(PutItemInput(tableName: TransferPlan.table, item: item))
        }
        await client.shutDown()
        for rule in plan.server.faults { try await server.faults.add(rule) }
    }

    /// Kills the server and restarts it, time after time. Answers how often.
    private func kill(_ process: TestProcess?, _ gate: ServerGate, _ log: TransferLog) async throws -> Int {
        guard let process, let interval = plan.killInterval else { return 0 }
        var count = 0
        while !log.isFull, !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(5))
            guard log.operationCount >= interval * (count + 1) else { continue }
            gate.close()
            await process.kill()
            try await process.restart()
            gate.open()
            count += 1
        }
        return count
    }

    private func finalAccounts(of server: some ApusServer) async throws -> [Account] {
        let client = server.client()
        var accounts: [Account] = []
        for number in 1...plan.accountCount {
            let input = GetItemInput(tableName: TransferPlan.table, key: Account.key(number), consistentRead: true)
            if let account = Account(try await client.getItem(input).item) { accounts.append(account) }
        }
        await client.shutDown()
        return accounts
    }
}
