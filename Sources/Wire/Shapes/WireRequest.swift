// What all requests and answers have in common.

import ApusModel

/// A request of the API, read from the JSON of its body.
package protocol WireRequest: Sendable {
    /// Reads the members; what is of a wrong type is a `SerializationException`.
    init(reading reader: inout JSONReader) throws(ServiceError)

    /// Gathers what breaks the constraints of the API's model.
    func check(_ violations: inout ShapeViolations)
}

/// An answer of the API, written as the JSON of its body.
package protocol WireResponse: Sendable {
    func write(to writer: inout JSONWriter)
}

extension WireRequest {
    /// Reads and checks a whole body.
    ///
    /// - Throws: a `SerializationException`, ahead of the error that lists all violations of shape.
    package static func decode(_ body: UnsafeRawBufferPointer) throws(ServiceError) -> Self {
        let request: Self
        do throws(ServiceError) {
            var reader = JSONReader(body)
            request = try Self(reading: &reader)
            try reader.requireEnd()
        } catch {
            // A body that is not JSON at all is reported ahead of a member of the wrong type.
            try JSONReader.requireObject(body)
            throw error
        }
        var violations = ShapeViolations()
        request.check(&violations)
        try violations.throwIfAny()
        return request
    }
}

extension WireResponse {
    package func encoded() -> [UInt8] {
        var writer = JSONWriter()
        write(to: &writer)
        return writer.bytes
    }
}
