// Conditions and updates from their text.

import ApusExpressions
import ApusModel

extension Condition {
    init(_ text: String, values: [(key: String, value: AttributeValue)]? = nil) throws {
        var placeholders = try Placeholders(names: nil, values: values)
        try self.init(parsing: text, using: &placeholders)
    }
}

extension Update {
    init(_ text: String, values: [(key: String, value: AttributeValue)]? = nil) throws {
        var placeholders = try Placeholders(names: nil, values: values)
        try self.init(parsing: text, using: &placeholders)
    }
}
