// What a load did, for a program to read.

import Apus
import ApusModel
import ApusServer
import ApusWire

/// The report of `--report`; docs/load.md describes its members.
struct LoadReport: Sendable {
    /// What one run of a load did; a load that was resumed has had several.
    struct Run: Sendable {
        let counts: LoadCounts
        let figures: BatchProgress.Figures
        let duration: Duration

        /// How many records were written in a second.
        var rate: Double { duration > .zero ? Double(counts.written) / duration.inSeconds : 0 }
    }

    var target: LoadTarget
    let inputs: [InputFile]
    let startTime: Timestamp
    var endTime: Timestamp
    /// Counts of the whole load, its earlier runs included.
    var counts = LoadCounts()
    var runs = 1
    var run: Run?
    var estimate: WriteEstimate?
    /// Why not all was done.
    var faults: [String] = []
    var checkpointPath: String?
    var rejectsPath: String?
    var exitCode: Int32 = 0

    var json: [UInt8] {
        var writer = JSONWriter(reservingBytes: 2_048)
        writer.object { writer in
            writer.member("version", 1)
            writer.member("isDryRun", estimate != nil)
            writer.member("table", target.table)
            writer.member("endpoint", target.endpoint)
            writer.member("region", target.region)
            writer.name("inputs")
            writer.array { writer in
                for input in inputs {
                    writer.object { writer in
                        writer.member("path", input.path)
                        if let bytes = input.totalBytes { writer.member("bytes", bytes) }
                    }
                }
            }
            writer.member("startTime", startTime.iso8601)
            writer.member("endTime", endTime.iso8601)
            writer.member("runs", runs)
            writer.name("counts")
            writer.object { counts.write(to: &$0) }
            if let run { write(run, to: &writer) }
            estimate?.write(to: &writer)
            writer.name("faults")
            writer.array { writer in
                for fault in faults { writer.string(fault) }
            }
            if let checkpointPath { writer.member("checkpoint", checkpointPath) }
            if let rejectsPath { writer.member("rejects", rejectsPath) }
            writer.member("exitCode", Int(exitCode))
        }
        return writer.bytes + [UInt8(ascii: "\n")]
    }

    private func write(_ run: Run, to writer: inout JSONWriter) {
        writer.name("run")
        writer.object { writer in
            run.counts.write(to: &writer)
            writer.member("retried", run.figures.retried)
            writer.name("unprocessedByRound")
            writer.array { writer in
                for count in run.figures.unprocessedByRound { writer.integer(count) }
            }
            writer.member("consumedUnits", run.figures.consumedUnits)
            writer.member("seconds", run.duration.inSeconds)
            writer.member("recordsPerSecond", run.rate)
        }
    }
}

extension JSONWriter {
    mutating func member(_ name: StaticString, _ value: Double) {
        self.name(name)
        double(value)
    }
}

extension Duration {
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
