// The forms in which a table is exported.

import ApusModel
import ApusWire
import ArgumentParser

/// What a line of an export is.
enum ExportForm: String, CaseIterable, ExpressibleByArgument {
    /// Typed JSON, as the service's own exports have it: nothing is lost.
    case dynamoDBJSON = "dynamodb-json"
    /// JSON as people write it: sets become lists, and bytes become text.
    case jsonl
    /// Rows under a header: all that is no key attribute becomes text.
    case csv

    /// The form that a file's name asks for, with or without `.gz`.
    init(path: String) {
        let name = path.hasSuffix(".gz") ? String(path.dropLast(3)) : path
        self = name.hasSuffix(".csv") ? .csv : .dynamoDBJSON
    }
}

/// Takes the items of an export and writes them.
protocol ExportSink {
    mutating func add(_ items: [Item]) throws

    /// Writes what could not be written before all items were there.
    mutating func finish() throws
}

/// An export with an item a line.
struct LineSink: ExportSink {
    let file: ExportFile
    let isTyped: Bool
    let keySchema: KeySchema

    func add(_ items: [Item]) throws {
        for item in items { try file.write(isTyped ? typedLine(item) : ItemPrinter.plainLine(item)) }
    }

    func finish() {}

    private func typedLine(_ item: Item) -> [UInt8] {
        // Under a key attribute `Item` the wrapper could not be told from the item itself.
        guard !keySchema.contains("Item") else { return ItemPrinter.typedLine(item) }
        var writer = JSONWriter()
        writer.object { writer in
            writer.name("Item")
            writer.attributes(item)
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }
}
