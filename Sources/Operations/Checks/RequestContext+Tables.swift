// From the name in a request to the table.

import ApusDatabase
import ApusModel

extension RequestContext {
    /// The table that a request names, by its name or its ARN, for reading and writing items.
    func activeTable(_ text: String?) throws(ServiceError) -> Table {
        guard let name = tableName(text) else { throw .tableNotFound }
        return try database.catalog.activeTable(named: name, in: region)
    }

    /// The name of the table that a text names in this region and account; nil where it can be none.
    func tableName(_ text: String?) -> TableName? {
        guard let text else { return nil }
        guard text.hasPrefix("arn:") else { return TableName(text) }
        let prefix = arn(ofTable: "")
        return text.hasPrefix(prefix) ? TableName(String(text.dropFirst(prefix.count))) : nil
    }

    func arn(ofTable name: String) -> String {
        "arn:aws:dynamodb:\(region):\(account):table/\(name)"
    }
}
