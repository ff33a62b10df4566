// The members of a request that ask for what apus does not serve.

import ApusModel

/// Members with a value that ask for what apus does not serve: they are refused by name, never ignored.
package struct UnservedMembers: Sendable {
    package private(set) var names: [String] = []

    package init() {}

    /// Consumes a member, and remembers its name unless it is null.
    mutating func note(_ name: JSONName, _ reader: inout JSONReader) throws(ServiceError) {
        if try reader.consumeNull() { return }
        names.append(try name.text())
        try reader.skipValue()
    }

    /// - Throws: a validation error that names the members, where there are any.
    package func refuse() throws(ServiceError) {
        guard !names.isEmpty else { return }
        throw .validation("This version of apus does not serve {\(names.joined(separator: ", "))}")
    }
}
