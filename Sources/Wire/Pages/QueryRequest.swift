// The request to read the items of one partition, in the order of their sort keys.

import ApusModel

/// A key condition and a direction, besides what Scan has too.
package struct QueryRequest: WireRequest {
    package var keyConditionExpression: String?
    package var scanIndexForward: Bool?
    package var options = PageOptions()

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "QueryInput") { name, reader throws(ServiceError) in
            switch name {
            case "KeyConditionExpression": keyConditionExpression = try reader.optionalString()
            case "KeyConditions": try options.legacy.read(.keyConditions, &reader)
            case "QueryFilter": try options.legacy.read(.queryFilter, &reader)
            case "ScanIndexForward": scanIndexForward = try reader.optionalBool()
            default: try options.read(name, &reader)
            }
        }
    }

    package func check(_ violations: inout ShapeViolations) {
        options.check(&violations)
    }
}
