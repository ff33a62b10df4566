// What a load would cost, in lines and in JSON.

import ApusWire

extension WriteEstimate {
    /// What is told on standard output.
    var lines: [String] {
        var lines = ["items: \(puts) to put with \(itemBytes) bytes, \(deletes) to delete"]
        lines.append("table: \(table.units) WCU at \(words(table.unitsPerSecond)) WCU/s \(source(of: table))")
        for index in indexes {
            let place = index.isLocal ? "of the table" : "at \(words(index.target.unitsPerSecond)) WCU/s"
            lines.append("index \(index.name): \(index.entries) entries, \(index.target.units) WCU \(place)")
        }
        if let ceiling { lines.append("rate: no more than \(words(ceiling)) WCU/s of the table and its indexes") }
        lines.append("time: about \(ProgressLine.time(duration)), once bursts are used up")
        return lines
    }

    private func source(of target: WriteTarget) -> String {
        target.isOnDemand ? "(on demand, as it begins)" : "(provisioned)"
    }

    private func words(_ rate: Double) -> String {
        rate == rate.rounded() ? "\(Int(rate))" : "\(rate)"
    }

    /// Writes the estimate as a member of an object.
    func write(to writer: inout JSONWriter) {
        writer.name("estimate")
        writer.object { writer in
            writer.member("puts", puts)
            writer.member("deletes", deletes)
            writer.member("itemBytes", itemBytes)
            writer.member("writeUnits", table.units)
            writer.member("writeUnitsPerSecond", table.unitsPerSecond)
            writer.member("isOnDemand", table.isOnDemand)
            if let ceiling { writer.member("ceiling", ceiling) }
            writer.name("indexes")
            writer.array { writer in
                for index in indexes { write(index, to: &writer) }
            }
            writer.member("seconds", duration.inSeconds)
        }
    }

    private func write(_ index: IndexWriteTarget, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("name", index.name)
            writer.member("isLocal", index.isLocal)
            writer.member("entries", index.entries)
            writer.member("writeUnits", index.target.units)
            if !index.isLocal { writer.member("writeUnitsPerSecond", index.target.unitsPerSecond) }
        }
    }
}
