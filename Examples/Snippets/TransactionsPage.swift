// The code of the page about transactions.

import ApusTesting
import Testing

struct Account: Codable, Equatable {
    var name: String
    var balance: Int
}

struct TransactionsPage {
    /// Moves money, or says which account it was that did not allow it.
    func move(_ amount: AttributeValue, in accounts: Table<Account>) async throws -> [Int] {
        let client = accounts.client
        var faults: [Int] = []
        let taking = UpdateExpression().set("balance", to: path("balance") - amount)
        let transfer = try TransactionWrite()
            .update(.key("ada"), in: accounts, by: taking, if: path("balance") >= amount)
            .update(.key("ben"), in: accounts, by: UpdateExpression().add(amount, to: "balance"))
        do throws(TransactionError) {
            try await client.write(transfer)
        } catch {
            for fault in error.faults { print(fault.index, fault.message ?? "") }
            if !error.isPassing { faults = error.faults.map(\.index) }
        }
        return faults
    }

    /// Reads both accounts at one moment.
    func read(_ accounts: Table<Account>) async throws -> (Account?, Account?) {
        let client = accounts.client
        let (ada, ben) = try await client.read(
            TransactionRead(.key("ada"), in: accounts),
            TransactionRead(.key("ben"), in: accounts)
        )
        return (ada, ben)
    }

    @Test func `a transaction answers for each of its actions`() async throws {
        let client = DynamoDBClient(ClientConfiguration(endpoint: "http://127.0.0.1:8000"), transport: Cancelling())
        let accounts = Table("Accounts", of: Account.self, partitionKey: "name", client: client)

        #expect(try await move(10, in: accounts) == [0])
        await #expect(throws: TransactionError.self) { try await read(accounts) }
    }
}

/// Answers that a transaction was cancelled because of its first action.
struct Cancelling: Transport {
    func send(_ request: ClientRequest) async throws(TransportError) -> ClientAnswer {
        let body = """
            {"__type": "com.amazonaws.dynamodb.v20120810#TransactionCanceledException", "CancellationReasons":
            [{"Code": "ConditionalCheckFailed", "Message": "The conditional request failed"}, {"Code": "None"}]}
            """
        return ClientAnswer(status: 400, body: Array(body.utf8))
    }

    func shutDown() async {}
}
