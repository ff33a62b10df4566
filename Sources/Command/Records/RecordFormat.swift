// The formats of records, and how to tell them apart.

import ApusModel
import ApusWire

/// What the records of a file are.
enum RecordFormat: String, Sendable {
    /// JSON objects as people write them.
    case plainJSON = "json"
    /// JSON objects whose values name their types, on their own or under `Item` as exports have them.
    case dynamoDBJSON = "dynamodb-json"
    case csv

    var form: RecordSplitter.Form {
        self == .csv ? .csv : .lines
    }

    /// Tells the form by the first bytes of a file, and nothing where it holds none but white space.
    static func form(of beginning: [UInt8]) throws(InputError) -> RecordSplitter.Form? {
        let whiteSpace: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
        switch beginning.first(where: { !whiteSpace.contains($0) }) {
        case nil: return nil
        case UInt8(ascii: "{"): return .lines
        case UInt8(ascii: "["): throw InputError("it is a JSON array; apus loads JSON with one object a line")
        default: return .csv
        }
    }

    /// Tells the two kinds of JSON apart by the first records of a file.
    ///
    /// They are typed only where all that can be read are: a plain object may hold one that looks typed, but hardly
    /// will nothing else.
    static func ofJSON(_ records: [RawRecord]) -> RecordFormat {
        var isTyped: Bool?
        for record in records {
            let verdict = record.bytes.withUnsafeBytes { bytes -> Bool? in
                var reader = JSONReader(bytes)
                return try? reader.skipTypedObject(mayBeWrapped: true)
            }
            guard let verdict else { continue }
            isTyped = (isTyped ?? true) && verdict
        }
        return isTyped == true ? .dynamoDBJSON : .plainJSON
    }
}

extension JSONReader {
    /// Consumes an object and tells whether its members are typed attribute values, of which there is at least one.
    fileprivate mutating func skipTypedObject(mayBeWrapped: Bool) throws(ServiceError) -> Bool {
        guard case .object = try peekKind() else {
            try skipValue()
            return false
        }
        try beginObject()
        var (members, isTyped) = (0, true)
        while let name = try nextName() {
            members += 1
            if mayBeWrapped, "Item" ~= name, case .object = try peekKind() {
                var ahead = self
                if try ahead.skipTypedObject(mayBeWrapped: false) {
                    self = ahead
                    continue
                }
            }
            if try !skipTypedValue() { isTyped = false }
        }
        return isTyped && members > 0
    }

    private mutating func skipTypedValue() throws(ServiceError) -> Bool {
        guard case .object = try peekKind() else {
            try skipValue()
            return false
        }
        try beginObject()
        var (members, isTyped) = (0, true)
        while let name = try nextName() {
            members += 1
            let type = AttributeType(rawValue: try name.text())
            let kind = try peekKind()
            if type?.isWritten(as: kind) != true { isTyped = false }
            try skipValue()
        }
        return isTyped && members == 1
    }
}

extension AttributeType {
    /// Whether values of this type are of that kind in DynamoDB's JSON.
    fileprivate func isWritten(as kind: JSONReader.Kind) -> Bool {
        switch (self, kind) {
        case (.string, .string), (.number, .string), (.binary, .string), (.bool, .bool), (.null, .bool),
            (.list, .array), (.map, .object), (.stringSet, .array), (.numberSet, .array), (.binarySet, .array):
            true
        default: false
        }
    }
}
