// The requests of a server, and the faults that were made in them, as metrics.

import ApusModel
import ApusThroughput
import ApusWire

extension MetricsText {
    /// Adds the figures of the operations that have been asked for. A request that names none has an empty operation.
    mutating func add(_ requests: RequestMetrics) {
        let all = OperationName.allCases.map { Labelled(requests.figures(of: $0), ["operation": $0.rawValue]) }
        let unknown = Labelled(requests.figures(of: nil), ["operation": ""])
        let seen = (all + [unknown]).filter { $0.subject.latencies.totalCount > 0 }
        addOutcomes(seen)
        begin("apus_request_duration_seconds", .histogram, "How long requests took, until the answer was ready.")
        for operation in seen { add(operation.subject.latencies, operation.labels) }
        add("apus_received_bytes_total", .counter, "Bytes of the bodies of requests.", of: seen) {
            Double($0.receivedBytes)
        }
        add("apus_sent_bytes_total", .counter, "Bytes of the bodies of answers.", of: seen) { Double($0.sentBytes) }
        addUnprocessed(requests)
    }

    private mutating func addOutcomes(_ operations: [Labelled<RequestMetrics.Figures>]) {
        begin("apus_requests_total", .counter, "Requests by the code of their error, or ok.")
        for operation in operations {
            let (labels, figures) = (operation.labels, operation.subject)
            add(figures.answeredCount, labels.adding("code", "ok"))
            for (code, count) in figures.refusedCounts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                add(count, labels.adding("code", code.rawValue))
            }
        }
    }

    private mutating func addUnprocessed(_ requests: RequestMetrics) {
        begin("apus_unprocessed_entries_total", .counter, "Entries that batches handed back.")
        for operation in [OperationName.batchGetItem, .batchWriteItem] {
            add(requests.figures(of: operation).unprocessedCount, ["operation": operation.rawValue])
        }
    }

    /// Adds the samples of a histogram: how many were no longer than each bound, then their sum and count.
    private mutating func add(_ histogram: LatencyHistogram, _ labels: MetricsLabels) {
        var count = 0
        for (position, bound) in LatencyHistogram.bounds.enumerated() {
            count += histogram.counts[position]
            add(count, labels.adding("le", "\(bound.seconds)"), suffix: "_bucket")
        }
        add(histogram.totalCount, labels.adding("le", "+Inf"), suffix: "_bucket")
        add(histogram.totalNanoseconds.seconds, labels, suffix: "_sum")
        add(histogram.totalCount, labels, suffix: "_count")
    }

    /// Adds what has become of the fault rules at work.
    mutating func add(_ reports: [FaultReport]) {
        let rules = reports.map { Labelled($0, ["rule": $0.rule.name]) }
        add("apus_fault_matched_total", .counter, "Requests or entries that a fault rule met.", of: rules) {
            Double($0.matched)
        }
        add("apus_fault_fired_total", .counter, "Faults that a rule made.", of: rules) { Double($0.fired) }
    }
}

extension UInt64 {
    /// Nanoseconds as seconds.
    fileprivate var seconds: Double { Double(self) / 1e9 }
}
