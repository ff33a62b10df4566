// The way of a call: signed, sent, checked, repeated.

import ApusModel
import ApusSigning
import ApusWire
import Logging
import Testing

@testable import Apus

struct DynamoDBClientTests {
    private static let table = #"""
        {"Table":{"TableName":"birds","TableStatus":"ACTIVE",
        "AttributeDefinitions":[{"AttributeName":"id","AttributeType":"S"},{"AttributeName":"at","AttributeType":"N"}],
        "KeySchema":[{"AttributeName":"id","KeyType":"HASH"},{"AttributeName":"at","KeyType":"RANGE"}]}}
        """#
    private static let birds = DescribeTableInput(tableName: "birds")
    private static let fine = ScriptedTransport.Step.answer(answer(200, table))

    private static func answer(_ status: Int, _ body: String, crc32: String? = nil) -> ClientAnswer {
        ClientAnswer(
            status: status,
            headers: crc32.map { ["X-Amz-Crc32": $0] } ?? [:],
            body: Array(body.utf8)
        )
    }

    private func client(
        _ transport: ScriptedTransport,
        retries: any RetryStrategy = .standard,
        pacing: Pacing = .immediate(),
        clock: any WallClock = SystemClock(),
        logger: Logger = Logger(label: "test")
    ) throws -> DynamoDBClient {
        var configuration = ClientConfiguration(endpoint: "http://127.0.0.1:8000", retries: retries)
        configuration.logger = logger
        return DynamoDBClient(configuration, transport: transport, pacing: pacing, clock: clock)
    }

    @Test func `a table's key is read with its types`() async throws {
        let client = try client(ScriptedTransport([Self.fine]))

        let table = try #require(try await client.describeTable(Self.birds).table)

        let keySchema = KeySchema(
            partition: KeyAttribute(name: "id", type: .string),
            sort: KeyAttribute(name: "at", type: .number)
        )
        #expect(table.typedKeySchema == keySchema)
    }

    @Test func `a request names its operation and is signed`() async throws {
        let transport = ScriptedTransport([Self.fine])

        _ = try await client(transport).describeTable(Self.birds)

        let request = try #require(transport.requests.first)
        let headers = request.headers
        #expect(headers["x-amz-target"] == "DynamoDB_20120810.DescribeTable")
        #expect(headers["host"] == "127.0.0.1:8000")
        #expect(headers["authorization"]?.hasPrefix("AWS4-HMAC-SHA256 Credential=apus/") == true)
        #expect(request.body == Array(#"{"TableName":"birds"}"#.utf8))
    }

    @Test func `what asks for streams is sent to their host, and signed as for tables`() async throws {
        let transport = ScriptedTransport([.json("{}")])
        let configuration = ClientConfiguration(endpoint: Endpoint(region: "eu-north-1"), region: "eu-north-1")
        let client = DynamoDBClient(configuration, transport: transport, pacing: .immediate())

        _ = try await client.listStreams(ListStreamsInput(tableName: "birds"))

        let request = try #require(transport.requests.first)
        #expect(request.endpoint == "https://streams.dynamodb.eu-north-1.amazonaws.com")
        #expect(request.headers["host"] == "streams.dynamodb.eu-north-1.amazonaws.com")
        #expect(request.headers["x-amz-target"] == "DynamoDBStreams_20120810.ListStreams")
        #expect(request.headers["authorization"]?.contains("/eu-north-1/dynamodb/aws4_request") == true)
    }

    @Test(arguments: [
        answer(500, #"{"__type":"com.amazonaws.dynamodb.v20120810#InternalServerError"}"#),
        answer(503, "<html>"),
        answer(400, #"{"__type":"com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException"}"#),
        answer(400, #"{"__type":"com.amazon.coral.availability#ThrottlingException","message":"slow"}"#),
        answer(400, #"{"__type":"aws#TransactionInProgressException"}"#),
        answer(200, table, crc32: "17"),
        answer(200, #"{"Table":"#),
    ])
    func `what may pass is tried again`(first: ClientAnswer) async throws {
        let transport = ScriptedTransport([.answer(first), .failure("connection reset"), Self.fine])

        let answer = try await client(transport).describeTable(Self.birds)

        #expect(answer.table?.tableName == "birds")
        #expect(transport.requests.count == 3)
    }

    @Test func `a call ends after four attempts`() async throws {
        let transport = ScriptedTransport(Array(repeating: .failure("connection refused"), count: 9))
        let client = try client(transport)

        await #expect(throws: CallError.unreachable("connection refused")) {
            try await client.describeTable(Self.birds)
        }
        #expect(transport.requests.count == 4)
    }

    @Test func `a refusal is thrown at once, in the service's words`() async throws {
        let body = #"{"__type":"com.amazonaws.dynamodb.v20120810#ResourceNotFoundException","message":"no table"}"#
        let transport = ScriptedTransport([.answer(Self.answer(400, body)), Self.fine])
        let client = try client(transport)

        await #expect(throws: CallError.refused(Refusal(.resourceNotFound, "no table"))) {
            try await client.describeTable(Self.birds)
        }
        #expect(transport.requests.count == 1)
    }

    @Test func `an unknown refusal keeps its code`() async throws {
        let body = #"{"__type":"com.amazonaws.dynamodb.v20120810#TableInSpaceException","message":"too high"}"#
        let client = try client(ScriptedTransport([.answer(Self.answer(400, body))]))

        await #expect(throws: CallError.refused(Refusal("TableInSpaceException", "too high"))) {
            try await client.describeTable(Self.birds)
        }
    }

    @Test func `an expired signature is made again with the time of the service`() async throws {
        let expired = ClientAnswer(
            status: 400,
            headers: ["Date": "Thu, 01 Jan 2026 01:00:00 GMT"],
            body: ServiceError(.invalidSignature, "Signature expired: 1 is now earlier than 2").body()
        )
        let transport = ScriptedTransport([.answer(expired), Self.fine, Self.fine])
        let client = try client(transport, clock: ManualClock())

        _ = try await client.describeTable(Self.birds)
        _ = try await client.describeTable(Self.birds)

        let times = transport.requests.map { $0.headers["x-amz-date"] }
        #expect(times == ["20260101T000000Z", "20260101T010000Z", "20260101T010000Z"])
    }

    @Test func `the service's own wait is kept to`() async throws {
        let answer = ClientAnswer(status: 503, headers: ["Retry-After": "30"], body: [])
        let pacing = Pacing.immediate()
        let client = try client(ScriptedTransport([.answer(answer), Self.fine]), pacing: pacing)

        _ = try await client.describeTable(Self.birds)

        #expect(pacing.now() == .seconds(30))
    }

    private func unavailable(_ time: Duration) -> CallError {
        var refusal = Refusal(nil, status: 503)
        refusal.retryHint = .atLeast(time)
        return .refused(refusal)
    }

    @Test func `a call of limited time ends ahead of a wait that is too long`() async throws {
        let answer = ClientAnswer(status: 503, headers: ["Retry-After": "30"], body: [])
        let transport = ScriptedTransport([.answer(answer), Self.fine])
        let pacing = Pacing.immediate()
        let client = try client(transport, pacing: pacing).limited(to: .seconds(30))

        await #expect(throws: unavailable(.seconds(30))) {
            try await client.describeTable(Self.birds)
        }
        #expect(transport.requests.count == 1)
        #expect(pacing.now() == .zero)
    }

    @Test(.timeLimit(.minutes(1))) func `cancelling ends a wait at once`() async throws {
        let answer = ClientAnswer(status: 503, headers: ["Retry-After": "3600"], body: [])
        let transport = ScriptedTransport([.answer(answer), Self.fine])
        let (waits, waiting) = AsyncStream.makeStream(of: Duration.self)
        let system = Pacing.system
        let pacing = Pacing(
            now: system.now,
            sleep: { time in
                waiting.yield(time)
                await system.sleep(time)
            },
            fraction: { 0.5 }
        )
        let client = try client(transport, pacing: pacing)

        let call = Task { try await client.describeTable(Self.birds) }
        #expect(await waits.first { _ in true } == .seconds(60))
        call.cancel()

        await #expect(throws: unavailable(.seconds(3_600))) { try await call.value }
        #expect(transport.requests.count == 1)
    }

    @Test func `a strategy of one's own decides`() async throws {
        struct ThirdTime: RetryStrategy {
            func decision(after failure: AttemptFailure?, at moment: Pacing.Moment) -> RetryDecision {
                failure?.attempt == 3 ? .giveUp(because: "three are enough") : .wait(.seconds(1))
            }
        }
        let transport = ScriptedTransport([])
        let pacing = Pacing.immediate()
        let client = try client(transport, retries: ThirdTime(), pacing: pacing)

        await #expect(throws: CallError.unreachable("the script is over")) {
            try await client.describeTable(Self.birds)
        }
        #expect(transport.requests.count == 3)
        #expect(pacing.now() == .seconds(3))
    }

    @Test func `every attempt is in the log`() async throws {
        let notes = LogNotes()
        let answer = ClientAnswer(status: 503, headers: ["x-amz-retry-after": "40"], body: [])
        let transport = ScriptedTransport([.answer(answer), Self.fine, .answer(Self.answer(400, "{}"))])
        let client = try client(transport, logger: Logger(label: "test", factory: { _ in notes }))

        _ = try await client.describeTable(Self.birds)
        _ = try? await client.describeTable(Self.birds)

        #expect(
            notes.lines == [
                "attempt failed: attempt=1 error=HTTP status 503 operation=DescribeTable",
                "attempt waits: operation=DescribeTable wait=0.04 seconds",
                "attempt succeeded: attempt=2 operation=DescribeTable",
                "attempt failed: attempt=1 error=HTTP status 400 operation=DescribeTable",
                "call is given up: error=HTTP status 400 operation=DescribeTable reason=it would fail again",
            ]
        )
    }

    @Test func `unprocessed items come back as requests`() async throws {
        let body = #"{"UnprocessedItems":{"birds":[{"DeleteRequest":{"Key":{"id":{"S":"tit"}}}}]}}"#
        let client = try client(ScriptedTransport([.answer(Self.answer(200, body))]))
        let request = WriteRequest(deleteRequest: DeleteRequest(key: ["id": "tit"]))

        let answer = try await client.batchWriteItem(BatchWriteItemInput(requestItems: ["birds": [request]]))

        #expect(answer.unprocessedItems == ["birds": [request]])
    }
}
