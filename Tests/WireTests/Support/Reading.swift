// Values and requests out of JSON text, for tests that show what comes of it.

import ApusModel

@testable import ApusWire

extension String {
    /// Answers what `body` reads of this text.
    func read<Value>(_ body: (inout JSONReader) throws -> Value) throws -> Value {
        try Array(utf8).read(body)
    }
}

extension [UInt8] {
    /// Answers what `body` reads of these bytes.
    func read<Value>(_ body: (inout JSONReader) throws -> Value) throws -> Value {
        try withUnsafeBytes { bytes in
            var reader = JSONReader(bytes)
            return try body(&reader)
        }
    }

    /// Whether these bytes are one well-formed object.
    var isJSONObject: Bool {
        (try? withUnsafeBytes { try JSONReader.requireObject($0) }) != nil
    }

    var text: String { String(decoding: self, as: UTF8.self) }
}

extension WireRequest {
    /// The request with this body.
    static func decode(_ json: String) throws -> Self {
        try Array(json.utf8).withUnsafeBytes { try decode($0) }
    }
}

extension WireResponse {
    /// The body of this answer.
    var json: String { encoded().text }
}

/// What a writer has written, once `body` is done with it.
func written(_ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter()
    body(&writer)
    return writer.bytes.text
}
