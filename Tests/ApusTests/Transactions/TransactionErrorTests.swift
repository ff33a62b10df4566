// What a cancelled transaction tells.

import ApusModel
import Testing

@testable import Apus

struct TransactionErrorTests {
    private static func failure(_ reasons: String) async throws -> TransactionError? {
        let step = ScriptedTransport.Step.refusal(.transactionCanceled, #""CancellationReasons":[\#(reasons)]"#)
        let client = DynamoDBClient(scripted: ScriptedTransport([step]))
        let transaction = try TransactionWrite().delete(["id": "x"], in: "things")
        return await #expect(throws: TransactionError.self) { try await client.write(transaction) }
    }

    @Test func `each action has its outcome, with the element as it is`() async throws {
        let item = #"{"title":{"S":"Metropolis"},"year":{"N":"1927"}}"#
        let films = StoredFilm.table(ScriptedTransport([]))

        let error = try #require(
            try await Self.failure(
                #"{"Code":"None"},{"Code":"ConditionalCheckFailed","Message":"it failed","Item":\#(item)}"#
            )
        )

        guard case .cancelled(let outcomes) = error else { throw error }
        #expect(outcomes.map(\.reason) == [nil, .conditionalCheckFailed])
        #expect(outcomes.map(\.index) == [0, 1])
        #expect(error.faults == [outcomes[1]])
        #expect(try outcomes[0].current(in: films) == nil)
        #expect(try outcomes[1].current(in: films) == .metropolis)
        #expect(error.description == "cancelled: action 1: ConditionalCheckFailed: it failed")
    }

    @Test(arguments: [
        (#"{"Code":"None"},{"Code":"TransactionConflict"}"#, true),
        (#"{"Code":"ProvisionedThroughputExceeded"},{"Code":"ThrottlingError"}"#, true),
        (#"{"Code":"TransactionConflict"},{"Code":"ConditionalCheckFailed"}"#, false),
        (#"{"Code":"SomethingNew"}"#, false),
        (#"{"Code":"ValidationError"}"#, false),
    ])
    func `others at the same items, or too little throughput, may pass`(reasons: String, isPassing: Bool) async throws {
        #expect(try await Self.failure(reasons)?.isPassing == isPassing)
    }

    @Test func `a refusal of the whole is no cancellation`() async throws {
        let client = DynamoDBClient(scripted: ScriptedTransport([.refusal(.validation)]))
        let transaction = try TransactionWrite().delete(["id": "x"], in: "things")

        let error = await #expect(throws: TransactionError.self) { try await client.write(transaction) }

        #expect(error == .failed(.refused(Refusal(.validation, "no"))))
        #expect(error?.isPassing == false)
        #expect(error?.faults == [])
    }
}
