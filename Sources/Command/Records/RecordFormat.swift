// The formats of records, and how to tell them apart.

import ApusModel
import ApusWire

/// What the records of a file are.
enum RecordFormat: String, Sendable {
    /// JSON objects as people write them.
    case plainJSON = "json"
    /// JSON objects whose values name their types, on their own or under `Item` as exports have them.
    case dynamoDBJSON = "dynamodb-json"
    /// Puts and deletes, as BatchWriteItem has them.
    case changes
    case csv
    /// The lines of a rejects file, each with a record of any of the other formats.
    case rejects

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

    /// Tells the kinds of JSON apart by the first records of a file.
    ///
    /// They are of a kind only where most that can be read are: a plain object may look like another kind, but hardly
    /// will most of them. A wrong guess is not silent, as the records then lack their keys.
    static func ofJSON(_ records: [RawRecord]) -> RecordFormat {
        let formats = records.compactMap { ofJSON($0.bytes) }
        for format in [dynamoDBJSON, changes, rejects] where formats.count(where: { $0 == format }) * 2 > formats.count
        {
            return format
        }
        return .plainJSON
    }

    /// What one line of JSON looks like; nil where it cannot be read.
    private static func ofJSON(_ line: [UInt8]) -> RecordFormat? {
        line.withUnsafeBytes { bytes in
            var reader = JSONReader(bytes)
            guard let isTyped = try? reader.skipTypedObject(mayBeWrapped: true) else { return nil }
            if isTyped { return .dynamoDBJSON }
            if (try? JSONReader(bytes).isRequest) == true { return .changes }
            return (try? JSONReader(bytes).isReject) == true ? .rejects : .plainJSON
        }
    }
}

extension JSONReader {
    /// Whether an object that is well-formed is one put or one delete.
    fileprivate var isRequest: Bool {
        get throws(ServiceError) {
            var ahead = self
            try ahead.beginObject()
            guard let name = try ahead.nextName(), "PutRequest" ~= name || "DeleteRequest" ~= name,
                case .object = try ahead.peekKind()
            else { return false }
            let member: StaticString = "PutRequest" ~= name ? "Item" : "Key"
            try ahead.beginObject()
            guard let name = try ahead.nextName(), member ~= name, try ahead.skipTypedObject(mayBeWrapped: false),
                try ahead.nextName() == nil
            else { return false }
            return try ahead.nextName() == nil
        }
    }

    /// Whether an object that is well-formed is a line of a rejects file.
    fileprivate var isReject: Bool {
        get throws(ServiceError) {
            var ahead = self
            var found = 0
            try ahead.members(of: "Record") { name, reader throws(ServiceError) in
                if "line" ~= name || "file" ~= name || "reason" ~= name || "record" ~= name { found += 1 }
                try reader.skipValue()
            }
            return found == 4
        }
    }

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
