// The throughput of a table or of an index as JSON.

import ApusModel

extension ThroughputDescription {
    /// Writes the members that tell of the throughput, between those of what has it.
    func write(to writer: inout JSONWriter) {
        writer.name("ProvisionedThroughput")
        writer.object { writer in
            writer.member("LastIncreaseDateTime", lastIncreaseTime)
            writer.member("LastDecreaseDateTime", lastDecreaseTime)
            writer.member("NumberOfDecreasesToday", decreasesToday)
            writer.member("ReadCapacityUnits", provisioned.readUnits)
            writer.member("WriteCapacityUnits", provisioned.writeUnits)
        }
        writeMaximum(to: &writer)
        guard let warm else { return }
        writer.name("WarmThroughput")
        writer.object { writer in
            writer.member("ReadUnitsPerSecond", warm.readUnits)
            writer.member("WriteUnitsPerSecond", warm.writeUnits)
            writer.member("Status", (isWarming ? TableStatus.updating : .active).rawValue)
        }
    }

    private func writeMaximum(to writer: inout JSONWriter) {
        guard onDemandMaximum.readUnits != nil || onDemandMaximum.writeUnits != nil else { return }
        writer.name("OnDemandThroughput")
        writer.object { writer in
            if let units = onDemandMaximum.readUnits { writer.member("MaxReadRequestUnits", units) }
            if let units = onDemandMaximum.writeUnits { writer.member("MaxWriteRequestUnits", units) }
        }
    }
}
