// Items out of CSV.

import ApusModel
import ApusWire

/// The first row of a CSV file: the names of the attributes, and the types that key attributes have.
struct CSVHeader {
    private let names: [String]
    private let types: [KeyAttributeType]

    init(_ record: RawRecord, keySchema: KeySchema) throws(RecordFault) {
        names = try CSVRow.cells(of: record)
        guard names.allSatisfy({ !$0.isEmpty }) else { throw RecordFault("the header has a column without a name") }
        guard Set(names.map { Array($0.utf8) }).count == names.count else {
            throw RecordFault("the header has a name twice")
        }
        types = names.map { name in
            keySchema.attributes.first { $0.name.hasSameBytes(as: name) }?.type ?? .string
        }
    }

    /// Reads a row: cells are strings but for keys of another type, and an empty cell is no attribute.
    func item(of record: RawRecord) throws(RecordFault) -> Item {
        let cells = try CSVRow.cells(of: record)
        guard cells.count == names.count else {
            throw RecordFault("the row has \(cells.count) cells, and the header \(names.count)")
        }
        var attributes: [AttributeMap.Attribute] = []
        for (index, cell) in cells.enumerated() where !cell.isEmpty {
            let value = try value(of: cell, column: index)
            attributes.append(AttributeMap.Attribute(name: names[index], value: value))
        }
        return AttributeMap(distinct: attributes)
    }

    private func value(of cell: String, column: Int) throws(RecordFault) -> AttributeValue {
        do throws(ServiceError) {
            return try types[column].value(of: cell)
        } catch {
            throw RecordFault("\(names[column]): \(error.message ?? "no valid value")")
        }
    }
}

/// One row as RFC 4180 has it.
enum CSVRow {
    private static let quote = UInt8(ascii: "\"")
    private static let comma = UInt8(ascii: ",")

    static func cells(of record: RawRecord) throws(RecordFault) -> [String] {
        guard !record.isTooLong else { throw RecordFault("the row is longer than a request may be") }
        var cells: [String] = []
        var position = 0
        while true {
            let cell = try cell(of: record.bytes, at: &position)
            guard let text = String(validating: cell, as: UTF8.self) else { throw RecordFault("a cell is not UTF-8") }
            cells.append(text)
            guard position < record.bytes.count else { return cells }
            guard record.bytes[position] == comma else { throw RecordFault("text follows a closing quote") }
            position += 1
        }
    }

    /// Reads a cell and stops at the comma behind it, or at the end.
    private static func cell(of bytes: [UInt8], at position: inout Int) throws(RecordFault) -> [UInt8] {
        guard position < bytes.count, bytes[position] == quote else {
            let end = bytes[position...].firstIndex(of: comma) ?? bytes.count
            defer { position = end }
            return Array(bytes[position..<end])
        }
        var cell: [UInt8] = []
        position += 1
        while let end = bytes[position...].firstIndex(of: quote) {
            cell += bytes[position..<end]
            position = end + 1
            // Two quotes stand for one.
            guard position < bytes.count, bytes[position] == quote else { return cell }
            cell.append(quote)
            position += 1
        }
        throw RecordFault("a quote is not closed")
    }
}
