// Turns records into changes.

import ApusModel
import ApusWire

/// Why a record asks for no change of the table.
struct RecordFault: Error, Equatable, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// Reads the records of one kind as changes.
struct RecordParser {
    private enum Kind {
        case plainJSON
        case dynamoDBJSON
        case changes
        case csv(CSVHeader)
        case none
    }

    private let kind: Kind
    private let keySchema: KeySchema

    init(_ kind: RecordKind, keySchema: KeySchema) throws(RecordFault) {
        self.keySchema = keySchema
        switch kind.format {
        case .plainJSON: self.kind = .plainJSON
        case .dynamoDBJSON: self.kind = .dynamoDBJSON
        case .changes: self.kind = .changes
        case .csv:
            let header = RawRecord(line: 1, bytes: Array((kind.header ?? "").utf8))
            self.kind = .csv(try CSVHeader(header, keySchema: keySchema))
        // What lies in a line of a rejects file is never one itself.
        case .rejects: self.kind = .none
        }
    }

    func change(_ record: RawRecord) throws(RecordFault) -> RecordChange {
        guard !record.isTooLong else { throw RecordFault("the record is longer than a request may be") }
        switch kind {
        case .plainJSON:
            return try json(record) { reader throws(ServiceError) in .put(try reader.plainObject()) }
        case .dynamoDBJSON:
            return try json(record) { reader throws(ServiceError) in .put(try typedItem(&reader)) }
        case .changes:
            return try json(record) { reader throws(ServiceError) in try reader.request() }
        case .csv(let header):
            return .put(try header.item(of: record))
        case .none:
            throw RecordFault("a record of a rejects file is a line of a rejects file itself")
        }
    }

    private func json(
        _ record: RawRecord,
        _ read: (inout JSONReader) throws(ServiceError) -> RecordChange
    ) throws(RecordFault) -> RecordChange {
        do throws(ServiceError) {
            return try record.bytes.withUnsafeBufferPointer { (bytes) throws(ServiceError) in
                var reader = JSONReader(UnsafeRawBufferPointer(bytes))
                guard case .object = try reader.peekKind() else {
                    throw .serialization("the line is no JSON object")
                }
                let change = try read(&reader)
                try reader.requireEnd()
                return change
            }
        } catch {
            throw RecordFault(error.message ?? "the line is not valid JSON")
        }
    }

    private func typedItem(_ reader: inout JSONReader) throws(ServiceError) -> Item {
        let isWrapped = try reader.isWrapped && !keySchema.partition[0].name.hasSameBytes(as: "Item")
        guard isWrapped else { return try reader.optionalAttributes()?.checked() ?? [:] }
        return try reader.attributes(under: "Item")
    }
}

extension JSONReader {
    /// Whether the object that begins here has the one member `Item`, as the records of an export have.
    fileprivate var isWrapped: Bool {
        get throws(ServiceError) {
            var ahead = self
            try ahead.beginObject()
            guard let name = try ahead.nextName(), "Item" ~= name else { return false }
            try ahead.skipValue()
            return try ahead.nextName() == nil
        }
    }

    /// Consumes an object and answers the attributes that a member of it holds.
    fileprivate mutating func attributes(under member: StaticString) throws(ServiceError) -> AttributeMap {
        var attributes: AttributeMap = [:]
        try members(of: "Record") { name, reader throws(ServiceError) in
            if member ~= name {
                attributes = try reader.optionalAttributes()?.checked() ?? [:]
            } else {
                try reader.skipValue()
            }
        }
        return attributes
    }

    /// Consumes an object that has one request of a batch.
    fileprivate mutating func request() throws(ServiceError) -> RecordChange {
        var change: RecordChange?
        var isOne = true
        try members(of: "WriteRequest") { name, reader throws(ServiceError) in
            isOne = isOne && change == nil
            switch name {
            case "PutRequest": change = .put(try reader.attributes(under: "Item"))
            case "DeleteRequest": change = .delete(try reader.attributes(under: "Key"))
            default: throw .serialization("the line has a member that is neither PutRequest nor DeleteRequest")
            }
        }
        guard let change, isOne else {
            throw .serialization("the line has not one PutRequest or DeleteRequest")
        }
        return change
    }
}
