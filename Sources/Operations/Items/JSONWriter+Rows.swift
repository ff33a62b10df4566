// Stored rows as JSON, without a tree in between.

import ApusDatabase
import ApusExpressions
import ApusModel
import ApusStorage
import ApusWire

extension JSONWriter {
    /// Writes the item of a row, or what a projection leaves of it.
    mutating func item(_ row: RowReader, projection: Projection?) throws(StorageError) {
        var row = row
        if let projection {
            attributes(projection.applied(to: try row.readItem()))
        } else {
            try rowAttributes(&row)
        }
    }

    private mutating func rowAttributes(_ row: inout RowReader) throws(StorageError) {
        beginObject()
        for _ in 0..<(try row.readCount()) {
            name(try row.readBytes())
            try rowValue(&row)
        }
        endObject()
    }

    private mutating func rowValue(_ row: inout RowReader) throws(StorageError) {
        beginObject()
        switch try row.readTag() {
        case .string:
            name("S")
            string(try row.readBytes())
        case .number:
            name("N")
            numberText(try row.readNumber())
        case .binary:
            name("B")
            blob(try row.readBytes())
        case .boolFalse:
            name("BOOL")
            bool(false)
        case .boolTrue:
            name("BOOL")
            bool(true)
        case .null:
            name("NULL")
            bool(true)
        case .map:
            name("M")
            try rowAttributes(&row)
        case .list:
            name("L")
            try rowElements(&row) { writer, row throws(StorageError) in try writer.rowValue(&row) }
        case .stringSet:
            name("SS")
            try rowElements(&row) { writer, row throws(StorageError) in writer.string(try row.readBytes()) }
        case .numberSet:
            name("NS")
            try rowElements(&row) { writer, row throws(StorageError) in writer.numberText(try row.readNumber()) }
        case .binarySet:
            name("BS")
            try rowElements(&row) { writer, row throws(StorageError) in writer.blob(try row.readBytes()) }
        }
        endObject()
    }

    private mutating func rowElements(
        _ row: inout RowReader,
        _ element: (inout JSONWriter, inout RowReader) throws(StorageError) -> Void
    ) throws(StorageError) {
        beginArray()
        for _ in 0..<(try row.readCount()) { try element(&self, &row) }
        endArray()
    }
}
