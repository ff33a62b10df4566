// The description of a secondary index as JSON.

import ApusModel

extension IndexDescription {
    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("IndexName", indexName)
            writer.member("KeySchema", keySchema)
            projection.write(to: &writer)
            own?.write(to: &writer)
            writer.member("IndexSizeBytes", sizeBytes)
            writer.member("ItemCount", itemCount)
            writer.member("IndexArn", indexArn)
        }
    }
}

extension IndexProjection {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.name("Projection")
        writer.object { writer in
            writer.member("ProjectionType", projectionType?.text ?? "")
            guard let nonKeyAttributes else { return }
            writer.name("NonKeyAttributes")
            writer.array { writer in nonKeyAttributes.forEach { writer.string($0) } }
        }
    }
}

extension GlobalIndexPart {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.member("IndexStatus", status.rawValue)
        // The service has this member only while items are being entered.
        if isBackfilling { writer.member("Backfilling", true) }
        throughput.write(to: &writer)
    }
}
