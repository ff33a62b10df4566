// A request, as fault rules see it.

import ApusModel

/// What fault rules look at in a request.
package struct FaultSubject: Sendable {
    /// What a request does to one table, or to one item of it.
    package struct Entry: Sendable {
        package let table: String
        package let index: String?
        /// The key, or the whole item; nil where the request names none, as a Scan.
        package let key: Item?

        package init(table: String, index: String? = nil, key: Item? = nil) {
            self.table = table
            self.index = index
            self.key = key
        }
    }

    /// The name of the operation, as the API writes it.
    package let operation: String
    /// The id of the access key that signs; nil where nobody does.
    package let caller: String?
    /// One for each key that the request names, in its order; one without a key where it names a table only; none
    /// where it is about no table.
    package let entries: [Entry]

    package init(operation: String, caller: String? = nil, entries: [Entry] = []) {
        self.operation = operation
        self.caller = caller
        self.entries = entries
    }
}
