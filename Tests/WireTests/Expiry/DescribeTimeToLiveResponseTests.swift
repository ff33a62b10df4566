// The answer of DescribeTimeToLive.

import Testing

@testable import ApusWire

struct DescribeTimeToLiveResponseTests {
    @Test func `a table that keeps its items names no attribute`() {
        #expect(
            DescribeTimeToLiveResponse(state: .disabled, attributeName: nil).json
                == #"{"TimeToLiveDescription":{"TimeToLiveStatus":"DISABLED"}}"#
        )
    }

    @Test func `a table whose items expire names the attribute`() {
        #expect(
            DescribeTimeToLiveResponse(state: .enabling, attributeName: "until").json
                == #"{"TimeToLiveDescription":{"TimeToLiveStatus":"ENABLING","AttributeName":"until"}}"#
        )
    }
}
