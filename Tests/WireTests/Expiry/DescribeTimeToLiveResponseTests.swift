// The answer of DescribeTimeToLive.

import Testing

@testable import ApusWire

struct DescribeTimeToLiveResponseTests {
    @Test func `a table that keeps its items names no attribute`() {
        #expect(
            DescribeTimeToLiveResponse(status: .disabled).json
                == #"{"TimeToLiveDescription":{"TimeToLiveStatus":"DISABLED"}}"#
        )
    }
}
