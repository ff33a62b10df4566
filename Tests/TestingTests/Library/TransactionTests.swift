// What the library does with transactions, against a server.

import ApusModel
import ApusTesting
import Testing

@Suite(.apus) struct TransactionTests {
    private struct Account: Codable, Equatable {
        var id: String
        var balance: Int
    }

    private var client: DynamoDBClient { TestServer.current.client() }

    private func accounts() async throws -> Table<Account> {
        try await TestServer.current.createTable("accounts", partitionKey: ("id", .s))
        let accounts = Table<Account>("accounts", partitionKey: "id", client: client)
        for account in [Account(id: "ann", balance: 10), Account(id: "bob", balance: 0)] {
            try await accounts.put(account)
        }
        return accounts
    }

    private func transfer(_ amount: Int) throws -> TransactionWrite {
        try TransactionWrite()
            .update(
                ["id": "ann"],
                in: "accounts",
                by: UpdateExpression().add(.number(Number(-amount)), to: "balance"),
                if: path("balance") >= .number(Number(amount))
            )
            .update(
                ["id": "bob"],
                in: "accounts",
                by: UpdateExpression().add(.number(Number(amount)), to: "balance")
            )
    }

    @Test func `all of a transaction happens, once, however often it is sent`() async throws {
        let accounts = try await accounts()
        let transfer = try transfer(7)

        let first = try await client.write(transfer)
        let again = try await client.write(transfer)
        let (ann, bob) = try await client.read(
            TransactionRead(.key("ann"), in: accounts),
            TransactionRead(.key("bob"), in: accounts)
        )

        #expect(ann == Account(id: "ann", balance: 3))
        #expect(bob == Account(id: "bob", balance: 7))
        #expect(first.first?.writeCapacityUnits == 4)
        #expect(again.first?.readCapacityUnits == 4)
    }

    @Test func `what keeps it from happening is told with the item`() async throws {
        let accounts = try await accounts()

        let error = await #expect(throws: TransactionError.self) { try await client.write(try transfer(11)) }

        #expect(error?.faults.map(\.index) == [0])
        #expect(error?.faults.first?.reason == CancellationCode.conditionalCheckFailed)
        let current = try error?.faults.first?.current(in: accounts)
        #expect(current == Account(id: "ann", balance: 10))
        #expect(error?.isPassing == false)
        #expect(try await accounts.get(.key("bob")) == Account(id: "bob", balance: 0))
    }

    @Test func `a conflict passes`() async throws {
        _ = try await accounts()
        try await TestServer.current.faults.add(
            FaultRule(.conflict, on: ["TransactWriteItems"], key: ["id": "bob"], next: 1)
        )
        let transfer = try transfer(1)

        let error = await #expect(throws: TransactionError.self) { try await client.write(transfer) }
        try await client.write(transfer)

        #expect(error?.faults.first?.reason == CancellationCode.transactionConflict)
        #expect(error?.isPassing == true)
    }

    @Test func `an answer that is lost is made up for by the token`() async throws {
        let accounts = try await accounts()
        try await TestServer.current.faults.add(FaultRule(.drop(.after), on: ["TransactWriteItems"], next: 2))

        try await client.write(try transfer(2))

        #expect(try await accounts.get(.key("bob")) == Account(id: "bob", balance: 2))
    }
}
