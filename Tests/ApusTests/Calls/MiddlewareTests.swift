// What users put in the way of calls.

import Synchronization
import Testing

@testable import Apus

struct MiddlewareTests {
    private static let names = ScriptedTransport.Step.answer(
        ClientAnswer(status: 200, body: Array(#"{"TableNames":["birds"]}"#.utf8))
    )

    private func client(
        _ transport: ScriptedTransport,
        _ set: (inout ClientConfiguration) -> Void
    ) -> DynamoDBClient {
        var configuration = ClientConfiguration(endpoint: "http://127.0.0.1:8000")
        set(&configuration)
        return DynamoDBClient(configuration, transport: transport, pacing: .immediate())
    }

    @Test func `the first stands outermost, around a call once and around each attempt`() async throws {
        let notes = Notes()
        let transport = ScriptedTransport([.failure("reset"), Self.names])
        let client = client(transport) { configuration in
            configuration.callMiddleware = [Noting("call", notes), Noting("inner call", notes)]
            configuration.attemptMiddleware = [Noting("attempt", notes), Noting("inner attempt", notes)]
        }

        _ = try await client.listTables()

        #expect(
            notes.lines == [
                "call 0", "inner call 0", "attempt 1", "inner attempt 1", "attempt 2", "inner attempt 2",
            ]
        )
    }

    @Test func `what an attempt is given is signed`() async throws {
        struct Tagging: Middleware {
            func handle(_ request: ClientRequest, next: Next) async throws(CallError) -> ClientAnswer {
                var request = request
                request.headers["X-Trace"] = "42"
                return try await next(request)
            }
        }
        let transport = ScriptedTransport([Self.names])
        let client = client(transport) { $0.attemptMiddleware = [Tagging()] }

        _ = try await client.listTables()

        let headers = try #require(transport.requests.first?.headers)
        #expect(headers["x-trace"] == "42")
        #expect(headers["authorization"]?.contains("x-trace") == true)
    }

    @Test func `an endpoint that is rewritten is the one that is signed and sent to`() async throws {
        struct Moving: Middleware {
            func handle(_ request: ClientRequest, next: Next) async throws(CallError) -> ClientAnswer {
                var request = request
                request.endpoint = "https://vpce-1.dynamodb.us-east-1.vpce.amazonaws.com"
                return try await next(request)
            }
        }
        let transport = ScriptedTransport([Self.names])
        let client = client(transport) { $0.attemptMiddleware = [Moving()] }

        _ = try await client.listTables()

        let request = try #require(transport.requests.first)
        #expect(request.endpoint.host == "vpce-1.dynamodb.us-east-1.vpce.amazonaws.com")
        #expect(request.headers["host"] == "vpce-1.dynamodb.us-east-1.vpce.amazonaws.com")
    }

    @Test func `a middleware may answer by itself`() async throws {
        struct Answering: Middleware {
            func handle(_ request: ClientRequest, next: Next) async throws(CallError) -> ClientAnswer {
                ClientAnswer(status: 200, body: Array(#"{"TableNames":["cached"]}"#.utf8))
            }
        }
        let transport = ScriptedTransport([])
        let client = client(transport) { $0.callMiddleware = [Answering()] }

        #expect(try await client.listTables().tableNames == ["cached"])
        #expect(transport.requests.isEmpty)
    }

    @Test func `an answer that is changed on its way back is the one that counts`() async throws {
        struct Renaming: Middleware {
            func handle(_ request: ClientRequest, next: Next) async throws(CallError) -> ClientAnswer {
                var answer = try await next(request)
                answer.body = Array(#"{"TableNames":["renamed"]}"#.utf8)
                return answer
            }
        }
        let client = client(ScriptedTransport([Self.names])) { $0.callMiddleware = [Renaming()] }

        #expect(try await client.listTables().tableNames == ["renamed"])
    }

    @Test func `a refusal is thrown around the call, and an answer around its attempt`() async throws {
        struct Looking: Middleware {
            let notes: Notes
            func handle(_ request: ClientRequest, next: Next) async throws(CallError) -> ClientAnswer {
                do throws(CallError) {
                    let answer = try await next(request)
                    notes.add("answer \(answer.status)")
                    return answer
                } catch {
                    notes.add("thrown \(error.code?.rawValue ?? "")")
                    throw error
                }
            }
        }
        let notes = Notes()
        let refusal = ClientAnswer(status: 400, body: Array(#"{"__type":"aws#ValidationException"}"#.utf8))
        let client = client(ScriptedTransport([.answer(refusal)])) { configuration in
            configuration.callMiddleware = [Looking(notes: notes)]
            configuration.attemptMiddleware = [Looking(notes: notes)]
        }

        await #expect(throws: CallError.refused(Refusal(.validation))) { try await client.listTables() }
        #expect(notes.lines == ["answer 400", "thrown ValidationException"])
    }
}

/// Lines in the order in which they were written.
private final class Notes: Sendable {
    private let held = Mutex<[String]>([])

    var lines: [String] { held.withLock { $0 } }

    func add(_ line: String) { held.withLock { $0.append(line) } }
}

private struct Noting: Middleware {
    let name: String
    let notes: Notes

    init(_ name: String, _ notes: Notes) {
        self.name = name
        self.notes = notes
    }

    func handle(_ request: ClientRequest, next: Next) async throws(CallError) -> ClientAnswer {
        notes.add("\(name) \(request.attempt)")
        return try await next(request)
    }
}
