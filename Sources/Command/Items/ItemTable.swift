// Items side by side, for people to read.

import ApusModel
import ApusWire

/// Lays items out in columns, one for each attribute.
enum ItemTable {
    // Long cells would push all that follows them off the screen.
    private static let cellCharacters = 60

    /// The key attributes come first, then the others as they are met.
    static func lines(of items: [Item], keySchema: KeySchema) -> [String] {
        let names = names(in: items, keySchema: keySchema)
        let columns = names.map { name in
            let values = items.compactMap { $0[name] }
            return TextTable.Column(name, isNumber: values.allSatisfy { $0.type == .number })
        }
        let rows = items.map { item in names.map { name in item[name].map(cell) ?? "" } }
        return TextTable(columns, rows: rows).lines
    }

    private static func names(in items: [Item], keySchema: KeySchema) -> [String] {
        var names = keySchema.attributes.map(\.name).filter { name in items.contains { $0[name] != nil } }
        var known = Set(names.map { Array($0.utf8) })
        for attribute in items.joined() where known.insert(Array(attribute.name.utf8)).inserted {
            names.append(attribute.name)
        }
        return names
    }

    private static func cell(_ value: AttributeValue) -> String {
        let text = value.plainText
        guard text.count > cellCharacters else { return text }
        return text.prefix(cellCharacters - 1) + "…"
    }
}

extension AttributeValue {
    /// The value as a cell: text and numbers as they are, all else as plain JSON, bytes as base64.
    var plainText: String {
        switch self {
        case .string(let text): return text
        case .binary(let bytes): return Base64.text(of: bytes)
        default:
            var writer = JSONWriter()
            writer.plainValue(self)
            return String(decoding: writer.bytes, as: UTF8.self)
        }
    }
}
