// Items, keys and other values that are given as words of a command.

import ApusModel

/// Reads JSON as the loader does: plain, or as DynamoDB types it, told apart by what it looks like.
enum ItemText {
    /// Reads the attributes of one object.
    static func attributes(_ text: String, keySchema: KeySchema) throws(RecordFault) -> AttributeMap {
        let record = RawRecord(line: 1, bytes: Array(text.utf8))
        let format = RecordFormat.ofJSON([record])
        return try RecordParser(format: format, header: nil, keySchema: keySchema).item(record)
    }

    /// Reads an item or a key. Where the key has bytes, a text in plain JSON is taken for their base64.
    static func item(_ text: String, keySchema: KeySchema) throws(RecordFault) -> Item {
        var item = try attributes(text, keySchema: keySchema)
        for attribute in keySchema.attributes where attribute.type == .binary {
            if case .string(let text) = item[attribute.name] { item[attribute.name] = try attribute.value(of: text) }
        }
        return item
    }

    /// Whether a word is meant as JSON.
    static func isJSON(_ word: String) -> Bool {
        word.first { !$0.isWhitespace } == "{"
    }
}

/// The words that name keys: each a key as JSON, or all together one key as `name=value`.
enum KeyWords {
    static func keys(_ words: [String], keySchema: KeySchema) throws(RecordFault) -> [Item] {
        let json = words.filter(ItemText.isJSON)
        if json.isEmpty { return [try pairs(words, keySchema)] }
        guard json.count == words.count else { throw RecordFault("Keys are all JSON, or one key as name=value") }
        var keys: [Item] = []
        for word in words { keys.append(try ItemText.item(word, keySchema: keySchema)) }
        return keys
    }

    private static func pairs(_ words: [String], _ keySchema: KeySchema) throws(RecordFault) -> Item {
        var key: Item = [:]
        for word in words {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let attribute = keySchema.attributes.first { $0.name.hasSameBytes(as: parts[0]) }
            guard parts.count == 2, let attribute else {
                throw RecordFault("\"\(word)\" does not name a part of the key, which is \(keySchema.text)")
            }
            key[attribute.name] = try attribute.value(of: parts[1])
        }
        guard key.count == keySchema.attributes.count, key.count == words.count else {
            throw RecordFault("A key of this table has each of \(keySchema.text) once")
        }
        return key
    }
}

extension KeySchema {
    /// The key attributes as `apus table create` takes them: `title:S,year:N`.
    var text: String {
        attributes.map { "\($0.name):\($0.type.rawValue)" }.joined(separator: ",")
    }

    /// Of an item, its key.
    func key(of item: Item) -> Item {
        AttributeMap(attributes.compactMap { attribute in item[attribute.name].map { (attribute.name, $0) } })
    }
}
