// The order of sequence numbers.

import Testing

@testable import Apus

struct SequenceNumberTests {
    @Test(arguments: [
        ("100000000000000000001", "100000000000000000002", true),
        ("900000000000000000000", "1000000000000000000000", true),
        ("1000000000000000000000", "900000000000000000000", false),
        ("000000000000000000000000000009", "10", true),
        ("7", "7", false),
    ])
    func `sequence numbers are compared as numbers`(left: String, right: String, isLess: Bool) {
        #expect((SequenceNumber(left) < SequenceNumber(right)) == isLess)
    }
}
