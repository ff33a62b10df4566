// Exports as CSV.

import ApusModel
import ApusWire
import Foundation

/// Rows of the columns that the caller has chosen, written as the items come.
struct CSVSink: ExportSink {
    private let columns: [String]
    private let file: ExportFile

    /// Writes the header.
    init(columns: [String], file: ExportFile) throws(OutputError) {
        self.columns = columns
        self.file = file
        try file.write(CSVText.row(columns))
    }

    func add(_ items: [Item]) throws {
        for item in items { try file.write(CSVText.row(columns.map { item[$0]?.csvCell ?? "" })) }
    }

    func finish() {}
}

/// Rows of all columns that there are: which these are is known at the end, so the items wait in a file of their own.
struct GatheringCSVSink: ExportSink {
    private let keySchema: KeySchema
    private let file: ExportFile
    private let waiting: WaitingFile
    private var names: Set<[UInt8]> = []

    // A table whose items name their attributes by their data has no columns.
    static let mostColumns = 10_000

    init(keySchema: KeySchema, file: ExportFile) throws(OutputError) {
        self.keySchema = keySchema
        self.file = file
        waiting = try WaitingFile()
    }

    mutating func add(_ items: [Item]) throws {
        for item in items {
            for attribute in item { names.insert(Array(attribute.name.utf8)) }
            try waiting.write(ItemPrinter.typedLine(item))
        }
        guard names.count <= Self.mostColumns else {
            throw TableFault("The items have more than \(Self.mostColumns) attributes. Choose some with --columns.")
        }
    }

    func finish() throws {
        let sink = try CSVSink(columns: columns, file: file)
        let parser = try RecordParser(format: .dynamoDBJSON, header: nil, keySchema: keySchema)
        try waiting.forEachLine { line in try sink.add([try parser.item(line)]) }
    }

    /// Those of the key first, and the others by their bytes.
    private var columns: [String] {
        let others = names.map { String(decoding: $0, as: UTF8.self) }.filter { !keySchema.contains($0) }
        return keySchema.attributes.map(\.name) + others.sorted { $0.precedesInBytes($1) }
    }
}

/// Text as RFC 4180 has it.
enum CSVText {
    static func row(_ cells: [String]) -> [UInt8] {
        Array((cells.map(cell).joined(separator: ",") + "\n").utf8)
    }

    private static func cell(_ text: String) -> String {
        guard needsQuotes(text) else { return text }
        return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }

    // What begins a file must not look like JSON, white space to be passed over, or a byte order mark.
    private static func needsQuotes(_ text: String) -> Bool {
        guard let first = text.utf8.first else { return false }
        return [0x20, 0x09, 0xEF, UInt8(ascii: "{"), UInt8(ascii: "[")].contains(first)
            || text.utf8.contains { [UInt8(ascii: "\""), UInt8(ascii: ","), 0x0A, 0x0D].contains($0) }
    }
}

extension AttributeValue {
    /// The value in a cell. A null is an empty cell, as an absent attribute is.
    fileprivate var csvCell: String {
        type == .null ? "" : plainText
    }
}
