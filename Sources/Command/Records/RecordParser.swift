// Turns records into items.

import ApusModel
import ApusWire

/// Why a record is no item of the table.
struct RecordFault: Error, Equatable, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

/// Reads the records of one file as items.
struct RecordParser {
    private enum Kind {
        case plainJSON
        case dynamoDBJSON
        case csv(CSVHeader)
    }

    private let kind: Kind
    private let keySchema: KeySchema

    /// `header` is the first row of a CSV file.
    init(format: RecordFormat, header: RawRecord?, keySchema: KeySchema) throws(RecordFault) {
        self.keySchema = keySchema
        switch format {
        case .plainJSON: kind = .plainJSON
        case .dynamoDBJSON: kind = .dynamoDBJSON
        case .csv: kind = .csv(try CSVHeader(header ?? RawRecord(line: 1, bytes: []), keySchema: keySchema))
        }
    }

    func item(_ record: RawRecord) throws(RecordFault) -> Item {
        guard !record.isTooLong else { throw RecordFault("the record is longer than a request may be") }
        switch kind {
        case .plainJSON:
            return try json(record) { reader throws(ServiceError) in try reader.plainObject() }
        case .dynamoDBJSON:
            return try json(record) { reader throws(ServiceError) in try typedItem(&reader) }
        case .csv(let header):
            return try header.item(of: record)
        }
    }

    private func json(
        _ record: RawRecord,
        _ read: (inout JSONReader) throws(ServiceError) -> Item
    ) throws(RecordFault) -> Item {
        do throws(ServiceError) {
            return try record.bytes.withUnsafeBufferPointer { (bytes) throws(ServiceError) in
                var reader = JSONReader(UnsafeRawBufferPointer(bytes))
                guard case .object = try reader.peekKind() else {
                    throw .serialization("the line is no JSON object")
                }
                let item = try read(&reader)
                try reader.requireEnd()
                return item
            }
        } catch {
            throw RecordFault(error.message ?? "the line is not valid JSON")
        }
    }

    private func typedItem(_ reader: inout JSONReader) throws(ServiceError) -> Item {
        let isWrapped = try reader.isWrapped && !keySchema.partition[0].name.hasSameBytes(as: "Item")
        guard isWrapped else { return try reader.optionalAttributes()?.checked() ?? [:] }
        var item: Item = [:]
        try reader.members(of: "Record") { name, reader throws(ServiceError) in
            if "Item" ~= name {
                item = try reader.optionalAttributes()?.checked() ?? [:]
            } else {
                try reader.skipValue()
            }
        }
        return item
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
}
