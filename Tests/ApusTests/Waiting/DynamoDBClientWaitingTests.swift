// Waits for tables and indexes.

import ApusModel
import Testing

@testable import Apus

struct DynamoDBClientWaitingTests {
    private static let missing = ScriptedTransport.Step.refusal(.resourceNotFound)

    private static func table(_ status: String) -> ScriptedTransport.Step {
        .json(#"{"Table":{"TableName":"films","TableStatus":"\#(status)"}}"#)
    }

    private static func index(_ status: String, filling: Bool = false) -> ScriptedTransport.Step {
        let index = #"{"IndexName":"byYear","IndexStatus":"\#(status)","Backfilling":\#(filling)}"#
        return .json(
            #"{"Table":{"TableStatus":"ACTIVE","GlobalSecondaryIndexes":[{"IndexName":"other"},\#(index)]}}"#
        )
    }

    @Test func `a table is waited for until it is active`() async throws {
        let transport = ScriptedTransport([Self.missing, Self.table("CREATING"), Self.table("ACTIVE")])
        let pacing = Pacing.immediate()

        let table = try await DynamoDBClient(scripted: transport, pacing: pacing).waitUntilTableExists("films")

        #expect(table.tableName == "films")
        #expect(transport.requests.count == 3)
        // Two pauses, of up to 0.1 and 0.2 seconds and of half of that at least.
        #expect((.milliseconds(150)...(.milliseconds(300))).contains(pacing.now()))
    }

    @Test func `a table is waited for until it is gone`() async throws {
        let transport = ScriptedTransport([Self.table("ACTIVE"), Self.table("DELETING"), Self.missing])

        try await DynamoDBClient(scripted: transport).waitUntilTableIsGone("films")

        #expect(transport.requests.count == 3)
    }

    @Test func `an index is waited for until it can be read`() async throws {
        let transport = ScriptedTransport([
            Self.missing, Self.table("UPDATING"), Self.index("CREATING", filling: true), Self.index("ACTIVE"),
        ])

        let index = try await DynamoDBClient(scripted: transport).waitUntilIndexIsActive("byYear", of: "films")

        #expect(index.indexName == "byYear")
        #expect(transport.requests.count == 4)
    }

    @Test(
        arguments: [
            (missing, "there is no table of this name"),
            (table("UPDATING"), "there is no index of this name"),
            (index("CREATING"), "its status is CREATING"),
            (index("CREATING", filling: true), "its status is CREATING, and it is being filled"),
            (.refusal(.throttling), "ThrottlingException: no"),
        ] as [(ScriptedTransport.Step, String)]
    )
    func `when the time is over the last state is told`(step: ScriptedTransport.Step, lastState: String) async throws {
        let transport = ScriptedTransport(Array(repeating: step, count: 2_000))
        let pacing = Pacing.immediate()
        let client = DynamoDBClient(scripted: transport, pacing: pacing, retries: .none)
        let time = Duration.seconds(60)

        await #expect(throws: WaitError.timedOut(after: time, lastState: lastState)) {
            try await client.waitUntilIndexIsActive("byYear", of: "films", timeout: time)
        }
        #expect(pacing.now() == time)
        #expect((15...40).contains(transport.requests.count))
    }

    @Test func `a service that is not there yet is waited for`() async throws {
        let away = Array(repeating: ScriptedTransport.Step.failure("connection refused"), count: 10)
        let transport = ScriptedTransport(away + [Self.table("ACTIVE")])

        try await DynamoDBClient(scripted: transport).waitUntilTableExists("films")

        #expect(transport.requests.count == 11)
    }

    @Test func `a refusal that waiting does not help is thrown at once`() async throws {
        let transport = ScriptedTransport([.refusal(.accessDenied), Self.table("ACTIVE")])
        let client = DynamoDBClient(scripted: transport)

        await #expect(throws: WaitError.failed(.refused(Refusal(.accessDenied, "no")))) {
            try await client.waitUntilTableExists("films")
        }
    }

    @Test func `a cancelled wait ends`() async throws {
        let transport = ScriptedTransport(Array(repeating: Self.table("CREATING"), count: 2_000))
        let client = DynamoDBClient(scripted: transport)
        let waiting = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            try await client.waitUntilTableExists("films")
        }

        await #expect(throws: WaitError.failed(.notSent("the task was cancelled"))) { try await waiting.value }
        #expect(transport.requests.count <= 1)
    }
}
