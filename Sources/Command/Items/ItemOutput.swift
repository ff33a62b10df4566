// How items are printed.

import ApusModel
import ApusWire
import ArgumentParser
import Foundation

/// The forms in which items are printed.
enum ItemForm: String, CaseIterable, ExpressibleByArgument {
    case json, table
}

/// How the items that a command finds are printed.
struct ItemOutputOptions: ParsableArguments {
    @Option(help: "How to print items: JSON with one object a line, or a table for people.")
    var output: ItemForm = .json

    @Flag(help: "Print JSON as DynamoDB types it: {\"year\":{\"N\":\"1927\"}}.")
    var typed = false

    func validate() throws {
        guard output == .json || !typed else { throw ValidationError("--typed goes with --output json") }
    }

    /// A printer for items whose key attributes come first in a table.
    func printer(keySchema: KeySchema) -> ItemPrinter {
        switch output {
        case .json: ItemPrinter(form: typed ? .typed : .plain)
        case .table: ItemPrinter(form: .table(keySchema))
        }
    }
}

/// The standard output takes nothing more: whoever read it has gone, or its disk is full.
struct OutputError: Error, CustomStringConvertible {
    let description: String

    /// What the last system call says.
    init(_ path: String) {
        description = "\(path) cannot be written: \(String(cString: strerror(errno)))"
    }
}

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
