// Ranges of keys.

import Testing

@testable import ApusStorage

@Suite struct KeyRangeTests {
    @Test(
        arguments: [
            ([1, 2], [1, 3]), ([1, 255], [2]), ([255, 255], nil), ([], nil), ([0], [1]),
        ] as [([UInt8], [UInt8]?)]
    )
    func `a prefix ends where the next begins`(prefix: [UInt8], upper: [UInt8]?) {
        #expect(KeyRange.prefix(prefix) == KeyRange(lower: prefix, upper: upper))
    }

    @Test func `a range contains its lower bound and not its upper`() {
        let range = KeyRange(lower: [2], upper: [4])

        #expect(!range.contains([1, 9]))
        #expect(range.contains([2]))
        #expect(range.contains([3, 255]))
        #expect(!range.contains([4]))
        #expect(!range.isEmpty)
        #expect(KeyRange(lower: [2], upper: [2]).isEmpty)
    }
}
