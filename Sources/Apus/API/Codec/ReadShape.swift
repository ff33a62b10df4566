// What answers are made of, out of JSON.

import ApusModel
import ApusWire
import Foundation

/// A part of an answer.
package protocol ReadShape: Sendable {
    /// - Throws: a `SerializationException` where the JSON is no such part.
    init(from reader: inout JSONReader) throws(ServiceError)
}

extension ReadShape {
    /// Reads a whole body.
    ///
    /// - Throws: `CallError.unreadable` where it makes no sense.
    init(decoding body: [UInt8]) throws(CallError) {
        do throws(ServiceError) {
            self = try body.withUnsafeBufferPointer { bytes throws(ServiceError) in
                var reader = JSONReader(UnsafeRawBufferPointer(bytes))
                let value = try Self(from: &reader)
                try reader.requireEnd()
                return value
            }
        } catch {
            throw .unreadable(error.message ?? "it is no valid JSON")
        }
    }
}

extension JSONReader {
    /// Reads a value; nil for null.
    mutating func value<Value: ReadShape>() throws(ServiceError) -> Value? {
        try consumeNull() ? nil : try Value(from: &self)
    }
}

extension Optional {
    /// The value of a member that is never absent.
    func required(_ name: StaticString) throws(ServiceError) -> Wrapped {
        guard let self else { throw .serialization("\(name) is missing") }
        return self
    }
}

extension String: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self = try reader.optionalString().required("a string")
    }
}

extension Int: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self = try reader.optionalInteger().required("an integer")
    }
}

extension Bool: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self = try reader.optionalBool().required("a boolean")
    }
}

extension Double: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        let text = String(decoding: try reader.readNumber(), as: UTF8.self)
        self = try Double(text).required("a number")
    }
}

extension Date: ReadShape {
    /// Seconds since 1970, with a fraction.
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init(timeIntervalSince1970: try Double(from: &reader))
    }
}

extension AttributeValue: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self = try reader.attributeValue().checked()
    }
}

extension AttributeMap: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self = try reader.optionalAttributes().required("an item").checked()
    }
}

extension Array: ReadShape where Element: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var list: [Element] = []
        _ = try reader.elements { reader throws(ServiceError) in list.append(try Element(from: &reader)) }
        self = list
    }
}

extension Dictionary: ReadShape where Key == String, Value: ReadShape {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        var values: [String: Value] = [:]
        _ = try reader.entries { name, reader throws(ServiceError) in values[name] = try Value(from: &reader) }
        self = values
    }
}

extension APIChoice {
    package init(from reader: inout JSONReader) throws(ServiceError) {
        self.init(rawValue: try String(from: &reader))
    }
}
