// The parameters that expressions have replaced.

import ApusModel

/// The parameters that expressions have replaced, noted by name: which of them a request uses.
package struct LegacyParameters: Sendable {
    package private(set) var names: [String] = []

    /// Consumes a member that is no other; remembers it if it is a legacy parameter with a value.
    mutating func read(_ name: JSONName, _ reader: inout JSONReader) throws(ServiceError) {
        switch name {
        case "AttributesToGet", "AttributeUpdates", "ConditionalOperator", "Expected", "KeyConditions", "QueryFilter",
            "ScanFilter":
            if try reader.consumeNull() { return }
            names.append(try name.text())
        default: break
        }
        try reader.skipValue()
    }
}
