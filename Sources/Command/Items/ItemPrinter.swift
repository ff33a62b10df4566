// Prints items.

import ApusModel
import ApusWire
import Foundation

/// Prints items to the standard output as they come; those of a table in blocks, each under its own headings.
struct ItemPrinter {
    enum Form {
        case plain
        case typed
        case table(KeySchema)
    }

    private let form: Form
    private var held: [Item] = []
    private var blocks = 0

    // A table is as wide as its widest cells, so its items are held until it is printed.
    private static let itemsPerBlock = 1_000

    init(form: Form) {
        self.form = form
    }

    mutating func print(_ item: Item) throws(OutputError) {
        switch form {
        case .plain: try Self.write(Self.plainLine(item))
        case .typed: try Self.write(Self.typedLine(item))
        case .table:
            held.append(item)
            if held.count == Self.itemsPerBlock { try finish() }
        }
    }

    /// Prints what is still held.
    mutating func finish() throws(OutputError) {
        guard case .table(let keySchema) = form, !held.isEmpty else { return }
        if blocks > 0 { try Self.write(Array("\n".utf8)) }
        let lines = ItemTable.lines(of: held, keySchema: keySchema)
        try Self.write(Array((lines.joined(separator: "\n") + "\n").utf8))
        blocks += 1
        held = []
    }

    static func plainLine(_ item: Item) -> [UInt8] {
        var writer = JSONWriter()
        writer.plainObject(item)
        return writer.bytes + [UInt8(ascii: "\n")]
    }

    static func typedLine(_ item: Item) -> [UInt8] {
        var writer = JSONWriter()
        writer.attributes(item)
        return writer.bytes + [UInt8(ascii: "\n")]
    }

    private static func write(_ bytes: [UInt8]) throws(OutputError) {
        guard writeAll(bytes, to: STDOUT_FILENO) else { throw OutputError("The standard output") }
    }
}
