// The answer of DescribeTimeToLive.

/// The states of a table's time to live that the API knows, of those that apus has.
package enum TimeToLiveStatus: String, Sendable {
    case disabled = "DISABLED"
}

/// Whether a table deletes its items once they have expired.
package struct DescribeTimeToLiveResponse: WireResponse {
    package let status: TimeToLiveStatus

    package init(status: TimeToLiveStatus) {
        self.status = status
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("TimeToLiveDescription")
            writer.object { writer in writer.member("TimeToLiveStatus", status.rawValue) }
        }
    }
}
