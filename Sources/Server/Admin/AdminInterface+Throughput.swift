// The live figures of throughput, as JSON.

import ApusDatabase
import ApusModel
import ApusThroughput
import ApusWire

extension AdminInterface {
    /// The figures of all tables, or of those of one region or one name.
    func throughput(_ query: AdminQuery) throws -> HTTPReply {
        let now = database.clock.now
        let tables = database.catalog.activeTables.filter { table in
            (query["region"] ?? table.definition.region) == table.definition.region
                && (query["table"] ?? table.name.text) == table.name.text
        }
        let sorted = tables.sorted { ($0.definition.region, $0.name) < ($1.definition.region, $1.name) }
        return Self.json { writer in
            writer.member("now", now.iso8601)
            writer.name("tables")
            writer.array { writer in
                for table in sorted { write(table, table.throughput.report(at: now), to: &writer) }
            }
        }
    }

    private func write(_ table: Table, _ report: ThroughputReport, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("region", table.definition.region)
            writer.member("table", table.name.text)
            writer.member("enforced", report.isEnforced)
            for member in report.members where member.indexName == nil { write(member, of: table, to: &writer) }
            writer.name("indexes")
            writer.array { writer in
                for member in report.members where member.indexName != nil {
                    writer.object { writer in
                        writer.member("index", member.indexName ?? "")
                        write(member, of: table, to: &writer)
                    }
                }
            }
        }
    }

    /// Writes the figures of a table or an index as members of the object that is open.
    private func write(_ member: ThroughputReport.Member, of table: Table, to writer: inout JSONWriter) {
        writer.member("billingMode", member.isOnDemand ? "PAY_PER_REQUEST" : "PROVISIONED")
        writer.name("read")
        member.lanes.read.write(to: &writer)
        writer.name("write")
        member.lanes.write.write(to: &writer)
        writer.name("partitions")
        writer.array { writer in
            for partition in member.partitions {
                writer.object { writer in
                    writer.member("partition", partition.id)
                    writer.member("from", partition.lowerBound.hexadecimal)
                    writer.name("read")
                    write(partition.lanes.read, member, of: table, to: &writer)
                    writer.name("write")
                    write(partition.lanes.write, member, of: table, to: &writer)
                }
            }
        }
    }

    private func write(
        _ lane: ThroughputReport.Partition.Lane,
        _ member: ThroughputReport.Member,
        of table: Table,
        to writer: inout JSONWriter
    ) {
        writer.object { writer in
            writer.member("consumedUnits", lane.consumedUnits)
            writer.member("throttled", lane.throttledCount)
            writer.member("levelUnits", lane.levelUnits)
            writer.name("hottestKeys")
            writer.array { writer in
                for hot in lane.hottestKeys {
                    writer.object { writer in
                        writer.name("key")
                        if let key = database.keyAttributes(under: hot.key, of: table, index: member.indexName) {
                            writer.attributes(key)
                        } else {
                            writer.string(hot.key.hexadecimal)
                        }
                        writer.member("units", hot.units)
                    }
                }
            }
        }
    }
}

extension ThroughputReport.Lane {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("consumedUnits", consumedUnits)
            writer.member("admitted", admittedCount)
            writer.name("throttled")
            writer.object { writer in
                for cause in ThrottlingReason.Cause.allCases {
                    guard let count = throttledCounts[cause] else { continue }
                    writer.name(cause.rawValue)
                    writer.integer(count)
                }
            }
            writer.member("unitsPerSecond", unitsPerSecond)
            writer.member("levelUnits", levelUnits)
        }
    }
}

extension JSONWriter {
    fileprivate mutating func member(_ name: StaticString, _ value: Double) {
        self.name(name)
        double(value)
    }
}

extension [UInt8] {
    fileprivate var hexadecimal: String {
        map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
