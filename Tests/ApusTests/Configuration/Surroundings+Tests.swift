// Surroundings out of a test's own hand.

import ApusModel
import Synchronization

@testable import Apus

/// Answers calls by their method and address, and keeps what it was sent.
final class ScriptedServices: Sendable {
    struct Call: Sendable {
        let line: String
        let headers: HeaderFields
        let body: String

        func header(_ name: String) -> String? { headers[name] }
    }

    private let answers: Mutex<[String: ClientAnswer]>
    private let taken = Mutex<[Call]>([])

    /// - Parameter answers: by lines such as `GET http://127.0.0.1/role`; nobody answers to others.
    init(_ answers: [String: (Int, String)] = [:]) {
        self.answers = Mutex(answers.mapValues { ClientAnswer(status: $0, body: Array($1.utf8)) })
    }

    var calls: [Call] { taken.withLock { $0 } }

    func answer(_ call: HTTPCall, _ endpoint: Endpoint) throws(TransportError) -> ClientAnswer {
        let line = "\(call.method.rawValue) \(endpoint)\(call.path)"
        let body = String(decoding: call.body, as: UTF8.self)
        taken.withLock { $0.append(Call(line: line, headers: call.headers, body: body)) }
        guard let answer = answers.withLock({ $0[line] }) else { throw TransportError("nobody is there") }
        return answer
    }
}

extension Surroundings {
    /// - Parameters:
    ///   - files: their texts by their paths.
    ///   - commands: what they print, by their words with spaces between; others fail.
    static func scripted(
        _ environment: [String: String] = [:],
        files: [String: String] = [:],
        commands: [String: String] = [:],
        services: ScriptedServices = ScriptedServices(),
        clock: ManualClock = ManualClock()
    ) -> Surroundings {
        Surroundings(
            environment: Environment(environment),
            readFile: { files[$0].map { Array($0.utf8) } },
            runCommand: { words async throws(CommandFailure) in
                guard let output = commands[words.joined(separator: " ")] else { throw CommandFailure("no script") }
                return Array(output.utf8)
            },
            send: { call, endpoint, _ async throws(TransportError) in try services.answer(call, endpoint) },
            clock: clock
        )
    }
}

extension ClientConfiguration {
    /// Settings from the environment alone.
    init(endpointURL: String?, region: String?, environment: [String: String]) throws(ClientConfigurationError) {
        try self.init(
            ClientChoices(endpointURL: endpointURL, region: region),
            surroundings: .scripted(environment)
        )
    }
}

extension TimedCredentials {
    /// A pair whose secret is `secret`.
    static func pair(_ id: String, token: String? = nil, expiry: Timestamp? = nil) -> TimedCredentials {
        TimedCredentials(.init(accessKeyID: id, secretAccessKey: "secret", sessionToken: token), expiry: expiry)
    }
}
