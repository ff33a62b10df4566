// The request to read the items of a table, or of one segment of it.

import ApusModel

/// A segment, where the table is to be read in several, besides what Query has too.
package struct ScanRequest: WireRequest {
    package var segment: Int?
    package var totalSegments: Int?
    package var options = PageOptions()

    package init(reading reader: inout JSONReader) throws(ServiceError) {
        try reader.members(of: "ScanInput") { name, reader throws(ServiceError) in
            switch name {
            case "ScanFilter": try options.legacy.read(.scanFilter, &reader)
            case "Segment": segment = try reader.optionalInteger()
            case "TotalSegments": totalSegments = try reader.optionalInteger()
            default: try options.read(name, &reader)
            }
        }
    }

    package func check(_ violations: inout ShapeViolations) {
        options.check(&violations)
        violations.checkValue(segment, within: 0...Limits.segments.upperBound - 1, at: "segment")
        violations.checkValue(totalSegments, within: Limits.segments, at: "totalSegments")
    }
}
