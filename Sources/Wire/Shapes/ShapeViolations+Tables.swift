// The constraints on the names of tables.

import ApusModel

extension ShapeViolations {
    /// Checks the name that a new table is to have.
    mutating func checkNewTable(_ name: String?) {
        checkName(name, at: "tableName")
        checkLength(of: name, within: Limits.nameLength, at: "tableName")
    }

    /// Checks the name of a table where its ARN may stand too.
    mutating func checkExistingTable(_ name: String?) {
        if let name, name.hasPrefix("arn:") { return }
        checkNewTable(name)
    }

    /// Checks the name of a table, or its ARN, as the data plane takes it.
    mutating func checkTable(_ name: String?) {
        require(name, at: "tableName")
        if let name, name.hasPrefix("arn:") {
            checkLength(of: name, within: Limits.tableArnLength, at: "tableName")
        } else {
            checkNewTable(name)
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
}
