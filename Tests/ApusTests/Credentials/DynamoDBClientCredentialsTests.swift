// A client signs each attempt with the credentials of the moment.

import ApusSigning
import Logging
import Synchronization
import Testing

@testable import Apus

/// Gives one outcome after another.
private final class ScriptedCredentials: CredentialProvider {
    private let outcomes: Mutex<[Result<TimedCredentials?, CredentialError>]>

    init(_ outcomes: [Result<TimedCredentials?, CredentialError>]) {
        self.outcomes = Mutex(outcomes)
    }

    func credentials() throws(CredentialError) -> TimedCredentials? {
        try outcomes.withLock { $0.removeFirst() }.get()
    }
}

struct DynamoDBClientCredentialsTests {
    private static let birds = DescribeTableInput(tableName: "birds")
    private static let fine = ScriptedTransport.Step.answer(
        ClientAnswer(status: 200, body: Array(#"{"Table":{"TableName":"birds"}}"#.utf8))
    )

    private func client(
        _ transport: ScriptedTransport,
        _ outcomes: [Result<TimedCredentials?, CredentialError>]
    ) -> DynamoDBClient {
        let settings = ClientConfiguration(
            endpoint: Endpoint(region: "eu-north-1"),
            region: "eu-north-1",
            credentials: ScriptedCredentials(outcomes)
        )
        return DynamoDBClient(settings, transport: transport, pacing: .immediate())
    }

    @Test func `each attempt has the credentials of its moment`() async throws {
        let transport = ScriptedTransport([.failure("connection reset"), Self.fine])
        let outcomes = [TimedCredentials.pair("first"), .pair("second", token: "token")].map {
            Result<TimedCredentials?, CredentialError>.success($0)
        }

        _ = try await client(transport, outcomes).describeTable(Self.birds)

        let headers = transport.requests.map(\.headers)
        #expect(headers[0]["authorization"]?.contains("Credential=first/") == true)
        #expect(headers[1]["authorization"]?.contains("Credential=second/") == true)
        #expect(headers[1]["x-amz-security-token"] == "token")
    }

    @Test func `a source that fails for the moment is asked again`() async throws {
        let transport = ScriptedTransport([Self.fine])
        let failure = CredentialError("busy", isPassing: true)

        let answer = try await client(transport, [.failure(failure), .success(.pair("id"))]).describeTable(Self.birds)

        #expect(answer.table?.tableName == "birds")
    }

    @Test func `without credentials nothing is sent`() async throws {
        let transport = ScriptedTransport([Self.fine])
        let client = client(transport, [.success(nil)])

        let error = try await #require(throws: CallError.self) { try await client.describeTable(Self.birds) }

        #expect("\(error)".hasPrefix("There are no credentials for https://dynamodb.eu-north-1.amazonaws.com."))
        #expect(transport.requests.isEmpty)
    }
}
