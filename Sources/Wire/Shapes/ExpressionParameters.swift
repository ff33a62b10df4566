// The names and values that a request gives to its expressions.

import ApusModel

/// `ExpressionAttributeNames` and `ExpressionAttributeValues`, as the request has them.
package struct ExpressionParameters: Sendable {
    package typealias Value = (key: String, value: Unchecked<AttributeValue>)

    package var names: [(key: String, value: String)]?
    package var values: [Value]?

    package init() {}

    mutating func readNames(_ reader: inout JSONReader) throws(ServiceError) {
        var names: [(key: String, value: String)] = []
        let isPresent = try reader.entries { name, reader throws(ServiceError) in
            if let text = try reader.optionalString() { names.append((name, text)) }
        }
        self.names = isPresent ? names : nil
    }

    mutating func readValues(_ reader: inout JSONReader) throws(ServiceError) {
        var values: [Value] = []
        let isPresent = try reader.entries { name, reader throws(ServiceError) in
            values.append((name, try reader.attributeValue()))
        }
        self.values = isPresent ? values : nil
    }
}
