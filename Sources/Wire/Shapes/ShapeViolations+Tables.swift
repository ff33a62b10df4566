// The constraints on the names, the keys and the tags of tables.

import ApusModel

extension ShapeViolations {
    /// Checks the name that a new table is to have.
    mutating func checkNewTable(_ name: String?) {
        checkNewName(name, at: "tableName")
    }

    /// Checks the name of an index, for which the constraints of a table's name hold too; there must be one.
    mutating func checkRequiredIndexName(_ name: String?, at path: @autoclosure () -> String) {
        require(name, at: path())
        checkNewName(name, at: path())
    }

    private mutating func checkNewName(_ name: String?, at path: @autoclosure () -> String) {
        checkName(name, at: path())
        checkLength(of: name, within: Limits.nameLength, at: path())
    }

    /// Checks the name of a table where its ARN may stand too.
    mutating func checkExistingTable(_ name: String?) {
        if let name, name.hasPrefix("arn:") { return }
        checkNewTable(name)
    }

    /// Checks the name of a table, or its ARN, as the data plane takes it.
    mutating func checkTable(_ name: String?, at path: @autoclosure () -> String = "tableName") {
        require(name, at: path())
        if let name, name.hasPrefix("arn:") {
            checkLength(of: name, within: Limits.tableArnLength, at: path())
        } else {
            checkNewName(name, at: path())
        }
    }

    /// Checks the names of tables, or their ARNs, that stand as the keys of a batch.
    mutating func checkTables(_ names: some Sequence<String>) {
        let isAllowed = names.allSatisfy { $0.hasPrefix("arn:") || TableName($0) != nil }
        guard !isAllowed else { return }
        note(
            "{\(names.joined(separator: ", "))}",
            at: "requestItems",
            "Map keys must satisfy constraint: [Member must have length less than or equal to "
                + "\(Limits.nameLength.upperBound), Member must have length greater than or equal to "
                + "\(Limits.nameLength.lowerBound), Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+]"
        )
    }

    mutating func checkAttributeDefinitions(_ definitions: [AttributeDefinition]?, at path: String) {
        for (index, definition) in (definitions ?? []).enumerated() where !isFull {
            definition.check(&self, at: "\(path).\(index + 1).member")
        }
    }

    /// Checks a key that a table or an index is to have; `range` is how many elements it may have.
    mutating func checkKeySchema(_ elements: [KeySchemaElement]?, within range: ClosedRange<Int>, at path: String) {
        require(elements, at: path)
        guard let elements else { return }
        checkCount(
            elements.count,
            of: "[\(elements.prefix(10).map(\.description).joined(separator: ", "))]",
            within: range,
            at: path
        )
        for (index, element) in elements.prefix(range.upperBound).enumerated() {
            element.check(&self, at: "\(path).\(index + 1).member")
        }
    }

    /// Checks indexes that a table is to have.
    mutating func checkIndexes(_ indexes: [NewIndex]?, at path: String) {
        for (position, index) in (indexes ?? []).enumerated() where !isFull {
            index.check(&self, at: "\(path).\(position + 1).member")
        }
    }

    mutating func checkTags(_ tags: [RequestTag]?, at path: String) {
        for (index, tag) in (tags ?? []).enumerated() where !isFull {
            tag.check(&self, at: "\(path).\(index + 1).member")
        }
    }

    /// Checks a length that counts characters, as those of tags do.
    mutating func checkLength(
        ofCharactersIn text: String?,
        within range: ClosedRange<Int>,
        at path: @autoclosure () -> String
    ) {
        guard let text else { return }
        checkCount(text.unicodeScalars.count, of: text, within: range, at: path())
    }
}
