// Attribute values and maps of them, from JSON.

import ApusModel

extension JSONReader {
    /// Reads an item or a key: attribute values under their names.
    package mutating func optionalAttributes() throws(ServiceError) -> Unchecked<AttributeMap>? {
        guard try !consumeNull() else { return nil }
        var values = AttributeValueParser()
        let map = try values.map(&self)
        return Unchecked(map, fault: values.fault)
    }

    /// Reads one attribute value.
    package mutating func attributeValue() throws(ServiceError) -> Unchecked<AttributeValue> {
        var values = AttributeValueParser()
        let value = try values.value(&self)
        return Unchecked(value, fault: values.fault)
    }
}

/// Parses attribute values and keeps the first fault in what they say.
private struct AttributeValueParser {
    private(set) var fault: ServiceError?
    private var level = 0

    /// Reads the attributes of an item or of a map within it.
    mutating func map(_ reader: inout JSONReader) throws(ServiceError) -> AttributeMap {
        var attributes: [AttributeMap.Attribute] = []
        var hasEmptyName = false
        let isPresent = try reader.entries { name, reader throws(ServiceError) in
            if name.isEmpty { hasEmptyName = true }
            attributes.append(AttributeMap.Attribute(name: name, value: try value(&reader)))
        }
        precondition(isPresent, "the caller has looked for null")
        if hasEmptyName { note(.validation("Empty attribute name")) }
        if attributes.contains(where: { $0.name.utf8.count > Limits.attributeNameBytes.upperBound }) {
            note(.invalidParameter("Attribute name is too large, must be less than 65536 bytes"))
        }
        return AttributeMap(distinct: attributes)
    }

    /// Reads one value: an object with the type as the name of its only member.
    mutating func value(_ reader: inout JSONReader) throws(ServiceError) -> AttributeValue {
        guard case .object = try reader.peekKind() else { throw Self.wrongKind(try reader.peekKind()) }
        try reader.beginObject()
        var value: AttributeValue?
        while let name = try reader.nextName() {
            guard try !reader.consumeNull() else { continue }
            guard let member = try typedValue(name, &reader) else { continue }
            if value != nil { note(Self.severalTypes) }
            value = member
        }
        if value == nil { note(Self.noType) }
        return value ?? .null
    }

    private static func wrongKind(_ kind: JSONReader.Kind) -> ServiceError {
        guard case .array = kind else { return .serialization("Unexpected field type") }
        return .serialization(
            "Unrecognized collection type class com.amazonaws.dynamodb.v20120810.AttributeValue"
        )
    }

    /// The value of the member that names its type; nil, and skipped, where the name is no type.
    private mutating func typedValue(
        _ type: JSONName,
        _ reader: inout JSONReader
    ) throws(ServiceError) -> AttributeValue? {
        switch type {
        case "S": return .string(try reader.optionalString()!)
        case "N": return .number(number(try reader.optionalString()!))
        case "B": return .binary(try reader.optionalBlob()!)
        case "BOOL": return .bool(try reader.optionalBool()!)
        case "NULL":
            if try reader.optionalBool() == false {
                note(.invalidParameter("Null attribute value types must have the value of true"))
            }
            return .null
        case "L": return .list(try list(&reader))
        case "M":
            descend()
            defer { level -= 1 }
            return .map(try map(&reader))
        case "SS": return try stringSet(&reader)
        case "NS": return try numberSet(&reader)
        case "BS": return try binarySet(&reader)
        default:
            try reader.skipValue()
            return nil
        }
    }

    private mutating func list(_ reader: inout JSONReader) throws(ServiceError) -> [AttributeValue] {
        descend()
        defer { level -= 1 }
        var elements: [AttributeValue] = []
        _ = try reader.elements { reader throws(ServiceError) in elements.append(try value(&reader)) }
        return elements
    }

    private mutating func descend() {
        level += 1
        if level > Limits.nestingLevels { note(.tooManyNestingLevels) }
    }

    // MARK: Sets

    private mutating func stringSet(_ reader: inout JSONReader) throws(ServiceError) -> AttributeValue {
        checked(.stringSet(try reader.optionalStrings() ?? []))
    }

    private mutating func numberSet(_ reader: inout JSONReader) throws(ServiceError) -> AttributeValue {
        let elements = try reader.optionalStrings() ?? []
        let hadFault = fault != nil
        let set = AttributeValue.numberSet(elements.map { number($0) })
        // A text that is no number stands as zero here, and has been noted already.
        return hadFault || fault == nil ? checked(set) : set
    }

    private mutating func binarySet(_ reader: inout JSONReader) throws(ServiceError) -> AttributeValue {
        var elements: [[UInt8]] = []
        _ = try reader.elements { reader throws(ServiceError) in
            guard let blob = try reader.optionalBlob() else { throw JSONReader.malformed }
            elements.append(blob)
        }
        return checked(.binarySet(elements))
    }

    /// Takes a set, and notes what is wrong with it.
    private mutating func checked(_ set: AttributeValue) -> AttributeValue {
        if let fault = set.setFault { note(fault) }
        return set
    }

    // MARK: Faults

    private mutating func number(_ text: String) -> Number {
        do throws(ServiceError) {
            return try Number(text)
        } catch {
            note(error)
            return .zero
        }
    }

    private mutating func note(_ error: ServiceError) {
        if fault == nil { fault = error }
    }

    private static let noType = ServiceError.validation(
        "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"
    )
    private static let severalTypes = ServiceError.validation(
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes"
    )
}
