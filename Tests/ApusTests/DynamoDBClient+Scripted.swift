// A client whose service is a script.

import ApusModel

@testable import Apus

extension DynamoDBClient {
    /// A client that never waits.
    init(scripted transport: some Transport, pacing: Pacing = .immediate(), retries: any RetryStrategy = .standard) {
        let configuration = ClientConfiguration(endpoint: "http://127.0.0.1:8000", retries: retries)
        self.init(configuration, transport: transport, pacing: pacing)
    }
}

extension ScriptedTransport {
    /// The bodies of the requests, in their order.
    var bodies: [String] { requests.map { String(decoding: $0.body, as: UTF8.self) } }
}

extension ScriptedTransport.Step {
    /// An answer that says yes.
    static func json(_ text: String) -> Self {
        .answer(ClientAnswer(status: 200, body: Array(text.utf8)))
    }

    /// An answer that says no, with further members in JSON: `"Item": {}`.
    static func refusal(_ code: ErrorCode, _ members: String = #""message":"no""#) -> Self {
        let text = #"{"__type":"com.amazonaws.dynamodb.v20120810#\#(code.rawValue)",\#(members)}"#
        return .answer(ClientAnswer(status: 400, body: Array(text.utf8)))
    }
}
