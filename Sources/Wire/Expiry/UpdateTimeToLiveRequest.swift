// The request and the answer of UpdateTimeToLive.

import ApusModel

/// Whether the items of a table are to expire, and by which attribute.
package struct UpdateTimeToLiveRequest: WireRequest {
    package var tableName: String?
    package var specification: TimeToLiveSpecification?

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "UpdateTimeToLiveInput") { name, reader throws(ServiceError) in
            switch name {
            case "TableName": tableName = try reader.optionalString()
            case "TimeToLiveSpecification": specification = try TimeToLiveSpecification(optional: &reader)
            default: try reader.skipValue()
            }
        }
    }

    package func check(_ violations: inout ShapeViolations) {
        violations.require(tableName, at: "tableName")
        violations.checkExistingTable(tableName)
        violations.require(specification, at: "timeToLiveSpecification")
        specification?.check(&violations, at: "timeToLiveSpecification")
    }
}

/// A switch of time to live.
package struct TimeToLiveSpecification: Sendable {
    package var attributeName: String?
    package var enabled: Bool?

    package init(attributeName: String, enabled: Bool) {
        self.attributeName = attributeName
        self.enabled = enabled
    }

    /// Nil for null.
    init?(optional reader: inout JSONReader) throws(ServiceError) {
        if try reader.consumeNull() { return nil }
        try reader.members(of: "TimeToLiveSpecification") { name, reader throws(ServiceError) in
            switch name {
            case "AttributeName": attributeName = try reader.optionalString()
            case "Enabled": enabled = try reader.optionalBool()
            default: try reader.skipValue()
            }
        }
    }

    func check(_ violations: inout ShapeViolations, at path: String) {
        violations.require(enabled, at: "\(path).enabled")
        violations.require(attributeName, at: "\(path).attributeName")
        violations.checkLength(
            of: attributeName,
            within: Limits.expiryAttributeNameLength,
            at: "\(path).attributeName"
        )
    }
}

/// Repeats what was asked for.
package struct UpdateTimeToLiveResponse: WireResponse {
    package let specification: TimeToLiveSpecification

    package init(specification: TimeToLiveSpecification) {
        self.specification = specification
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("TimeToLiveSpecification")
            writer.object { writer in
                writer.member("AttributeName", specification.attributeName ?? "")
                writer.member("Enabled", specification.enabled ?? false)
            }
        }
    }
}
