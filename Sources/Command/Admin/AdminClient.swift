// Calls to the admin interface of a server.

import Apus
import ApusModel
import ApusWire
import Foundation

/// What keeps an admin command from its work, in a sentence that says what to do.
struct AdminError: Error, Equatable, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// Speaks to the admin interface of one server.
struct AdminClient: Sendable {
    let endpoint: Endpoint
    let key: String?

    /// Makes a call and answers what came back, if the server did what was asked.
    func call(_ method: HTTPCall.Method, _ path: String, body: [UInt8] = []) async throws(AdminError) -> AdminAnswer {
        var headers: HeaderFields = [:]
        headers["X-Apus-Admin-Key"] = key
        if !body.isEmpty { headers["Content-Type"] = "application/json" }
        let answer: ClientAnswer
        do throws(TransportError) {
            let call = HTTPCall(method, "/_apus/\(path)", headers: headers, body: body)
            answer = try await HTTPCaller(endpoint: endpoint).send(call)
        } catch {
            throw .unreachable(endpoint)
        }
        guard (200..<300).contains(answer.status) else { throw .refused(answer, by: endpoint) }
        return AdminAnswer(endpoint: endpoint, json: answer.body)
    }

    /// A name as a part of a path.
    static func segment(_ name: String) -> String {
        name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed.subtracting(CharacterSet(charactersIn: "/;")))
            ?? ""
    }
}

/// JSON that a server has answered.
struct AdminAnswer: Equatable, Sendable {
    let endpoint: Endpoint
    let json: [UInt8]

    /// The JSON as it came, without white space around it.
    var text: String {
        String(decoding: json, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    func read<Value>(_ body: (inout JSONReader) throws(ServiceError) -> Value) throws(AdminError) -> Value {
        do throws(ServiceError) {
            return try json.withUnsafeBufferPointer { bytes throws(ServiceError) in
                var reader = JSONReader(UnsafeRawBufferPointer(bytes))
                return try body(&reader)
            }
        } catch {
            throw .unknown(endpoint, "answered what apus does not understand")
        }
    }
}

extension AdminError {
    static func unreachable(_ endpoint: Endpoint) -> AdminError {
        AdminError(
            "No answer came from \(endpoint). Start a server with `apus serve`, or name one with --endpoint-url."
        )
    }

    static func unknown(_ endpoint: Endpoint, _ deed: String) -> AdminError {
        AdminError("\(endpoint) \(deed). Name an apus server of this version with --endpoint-url.")
    }

    /// The server's own sentence where it has one.
    static func refused(_ answer: ClientAnswer, by endpoint: Endpoint) -> AdminError {
        let body = AdminAnswer(endpoint: endpoint, json: answer.body)
        let sentence = try? body.read { reader throws(ServiceError) in
            var sentence: String?
            try reader.members(of: "") { name, reader throws(ServiceError) in
                if "error" ~= name { sentence = try reader.optionalString() } else { try reader.skipValue() }
            }
            return sentence
        }
        if let sentence = sentence ?? nil { return AdminError(sentence) }
        return .unknown(endpoint, "answered with HTTP status \(answer.status) and no word of why")
    }
}
