// Calls to the admin interface of a test's server.

import Apus
import ApusModel
import ApusWire

/// Speaks to the admin interface of one server, in this process or another.
struct AdminCalls: Sendable {
    let endpoint: Endpoint

    /// Makes a call and answers what came back as JSON.
    ///
    /// - Throws: `TestServerError` where nothing came, or a refusal, in the server's words.
    func call(_ method: HTTPCall.Method, _ path: String, body: [UInt8] = []) async throws(TestServerError) -> [UInt8] {
        let headers: HeaderFields = body.isEmpty ? [:] : ["Content-Type": "application/json"]
        let answer: ClientAnswer
        do throws(TransportError) {
            let call = HTTPCall(method, "/_apus/\(path)", headers: headers, body: body)
            answer = try await HTTPCaller(endpoint: endpoint).send(call)
        } catch {
            throw TestServerError("The server at \(endpoint) does not answer: \(error.reason)")
        }
        guard answer.status == 200 else {
            throw TestServerError(Self.sentence(of: answer.body) ?? "The server answered with status \(answer.status)")
        }
        return answer.body
    }

    /// Reads what the server has answered.
    static func read<Value>(
        _ json: [UInt8],
        _ body: (inout JSONReader) throws(ServiceError) -> Value
    ) throws(TestServerError) -> Value {
        do throws(ServiceError) {
            return try json.withUnsafeBufferPointer { bytes throws(ServiceError) in
                var reader = JSONReader(UnsafeRawBufferPointer(bytes))
                return try body(&reader)
            }
        } catch {
            throw TestServerError("The server answered what cannot be read; it must be an apus of this version")
        }
    }

    private static func sentence(of json: [UInt8]) -> String? {
        let sentence = try? read(json) { reader throws(ServiceError) in
            var sentence: String?
            try reader.members(of: "") { name, reader throws(ServiceError) in
                if "error" ~= name { sentence = try reader.optionalString() } else { try reader.skipValue() }
            }
            return sentence
        }
        return sentence ?? nil
    }
}
