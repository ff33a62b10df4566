// The answer of DescribeTimeToLive.

import ApusModel

/// Whether a table removes its items once they have expired.
package struct DescribeTimeToLiveResponse: WireResponse {
    package let state: ExpiryState
    /// The attribute that tells when an item expires; nil where none does.
    package let attributeName: String?

    package init(state: ExpiryState, attributeName: String?) {
        self.state = state
        self.attributeName = attributeName
    }

    package func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.name("TimeToLiveDescription")
            writer.object { writer in
                writer.member("TimeToLiveStatus", state.rawValue)
                if let attributeName { writer.member("AttributeName", attributeName) }
            }
        }
    }
}
