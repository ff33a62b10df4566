// Typed members of requests and answers: absent, of the right type, or a SerializationException.

import ApusModel

// A member set to null counts as absent, hence the optional results. The texts are those of the service's deserializer.
extension JSONReader {
    /// Walks the members of an object that stands where `shape` is wanted; `body` reads each value or skips it.
    ///
    /// - Throws: a `SerializationException` for another kind of value, or for a member that comes twice.
    package mutating func members(
        of shape: StaticString,
        _ body: (JSONName, inout JSONReader) throws(ServiceError) -> Void
    ) throws(ServiceError) {
        try requireObject(shape)
        try beginObject()
        var seen = SeenNames()
        while let name = try nextName() {
            guard seen.insert(name) else { throw Self.malformed }
            try body(name, &self)
        }
    }

    /// Walks a map whose names are the caller's own; `body` reads each value. Answers false for null.
    package mutating func entries(
        _ body: (String, inout JSONReader) throws(ServiceError) -> Void
    ) throws(ServiceError) -> Bool {
        if try consumeNull() { return false }
        try requireObject(nil)
        try beginObject()
        var names = DistinctNames()
        while let name = try nextName() {
            let text = try name.text()
            names.insert(text)
            try body(text, &self)
        }
        guard names.areDistinct else { throw Self.malformed }
        return true
    }

    /// Walks the elements of a list; `body` reads each. Answers false for null.
    package mutating func elements(
        _ body: (inout JSONReader) throws(ServiceError) -> Void
    ) throws(ServiceError) -> Bool {
        if try consumeNull() { return false }
        switch try peekKind() {
        case .array: break
        case .string: throw .serialization("Unrecognized collection type class java.lang.String")
        case .object: throw .serialization("Start of structure or map found where not expected")
        default: throw .serialization("Unexpected field type")
        }
        try beginArray()
        while try nextElement() { try body(&self) }
        return true
    }

    private mutating func requireObject(_ shape: StaticString?) throws(ServiceError) {
        switch try peekKind() {
        case .object: return
        case .array:
            let type =
                shape.map { "class com.amazonaws.dynamodb.v20120810.\($0)" }
                ?? "java.util.Map<java.lang.String, com.amazonaws.dynamodb.v20120810.AttributeValue>"
            throw .serialization("Unrecognized collection type \(type)")
        default: throw .serialization("Unexpected field type")
        }
    }

    package mutating func optionalString() throws(ServiceError) -> String? {
        switch try peekKind() {
        case .string: return try readString()
        case .null: return try consumeNullValue()
        case .number:
            let text = try readNumber()
            let isWhole = text.allSatisfy { $0 == UInt8(ascii: "-") || $0 &- UInt8(ascii: "0") < 10 }
            throw .serialization("\(isWhole ? "NUMBER_VALUE" : "DECIMAL_VALUE") cannot be converted to String")
        case .bool(let value):
            throw .serialization("\(value ? "TRUE_VALUE" : "FALSE_VALUE") cannot be converted to String")
        case .object, .array: throw .serialization("Start of structure or map found where not expected")
        }
    }

    /// Reads a whole number; `type` is `Integer` or `Long`, for the error's text.
    package mutating func optionalInteger(_ type: StaticString = "Integer") throws(ServiceError) -> Int? {
        switch try peekKind() {
        case .number:
            // A fraction is cut off, as the service does; what is beyond 64 bits counts as the nearest that is not.
            let text = String(decoding: try readNumber(), as: UTF8.self)
            if let whole = Int(text) { return whole }
            guard let value = Double(text) else { throw Self.malformed }
            return Int(exactly: value.rounded(.towardZero)) ?? (value < 0 ? Int.min : Int.max)
        case .null: return try consumeNullValue()
        case .string: throw .serialization("STRING_VALUE cannot be converted to \(type)")
        case .bool(let value):
            throw .serialization("\(value ? "TRUE_VALUE" : "FALSE_VALUE") cannot be converted to \(type)")
        case .object, .array: throw .serialization("Start of structure or map found where not expected")
        }
    }

    package mutating func optionalBool() throws(ServiceError) -> Bool? {
        switch try peekKind() {
        case .bool(let value):
            try consumeLiteral(value ? "true" : "false")
            return value
        case .null: return try consumeNullValue()
        case .string:
            switch try readString().lowercased() {
            case "true", "yes", "1": return true
            case "false", "no", "0": return false
            default: throw .serialization("Unexpected token received from parser")
            }
        case .number: throw .serialization("Unexpected token received from parser")
        case .object, .array: throw .serialization("Start of structure or map found where not expected")
        }
    }

    package mutating func optionalBlob() throws(ServiceError) -> [UInt8]? {
        switch try peekKind() {
        case .string: return try withStringBytes { text throws(ServiceError) in try Base64.decode(text) }
        case .null: return try consumeNullValue()
        default: throw .serialization("only base-64-encoded strings are convertible to bytes")
        }
    }

    /// Reads a list of objects; nil for null.
    mutating func optionalList<Element>(
        _ element: (inout JSONReader) throws(ServiceError) -> Element
    ) throws(ServiceError) -> [Element]? {
        var list: [Element] = []
        let isPresent = try elements { reader throws(ServiceError) in list.append(try element(&reader)) }
        return isPresent ? list : nil
    }

    /// Reads a list of strings.
    package mutating func optionalStrings() throws(ServiceError) -> [String]? {
        var strings: [String] = []
        let isPresent = try elements { reader throws(ServiceError) in
            // Left out in silence, a null would change what is stored.
            guard let text = try reader.optionalString() else { throw Self.malformed }
            strings.append(text)
        }
        return isPresent ? strings : nil
    }

    /// Consumes a null if one begins here.
    package mutating func consumeNull() throws(ServiceError) -> Bool {
        guard case .null = try peekKind() else { return false }
        try consumeLiteral("null")
        return true
    }

    private mutating func consumeNullValue<Value>() throws(ServiceError) -> Value? {
        try consumeLiteral("null")
        return nil
    }
}

/// The names that an object of the API has shown so far. Beyond the first 64 it no longer looks: no shape has so many.
private struct SeenNames {
    private var names: [JSONName] = []

    /// False where the name has been there already.
    mutating func insert(_ name: JSONName) -> Bool {
        guard names.count < 64 else { return true }
        if names.contains(where: { $0.isSame(as: name) }) { return false }
        names.append(name)
        return true
    }
}
