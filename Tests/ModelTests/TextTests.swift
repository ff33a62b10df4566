// Strings as bytes, not as characters.

import Testing

@testable import ApusModel

struct TextTests {
    private static let composed = "\u{E9}"
    private static let decomposed = "e\u{301}"

    @Test func `canonically equivalent strings differ`() {
        #expect(Self.composed == Self.decomposed)
        #expect(!Self.composed.hasSameBytes(as: Self.decomposed))
        #expect(Self.decomposed.precedesInBytes(Self.composed))
    }

    @Test func `strings stand in the order of their UTF-8 bytes`() {
        let ordered = ["", "\0", "\0\0", "A", "B", "a", "a\0", "a\0b", "aa", "ab", "b", "\u{7F}", "é", "\u{FFFF}", "😀"]

        for (left, mine) in ordered.enumerated() {
            for (right, theirs) in ordered.enumerated() {
                #expect(mine.precedesInBytes(theirs) == (left < right), "\(mine) against \(theirs)")
                #expect(mine.hasSameBytes(as: theirs) == (left == right))
                #expect(mine.compareBytes(with: theirs).signum() == (left - right).signum())
            }
        }
    }

    @Test(
        arguments: [
            ([] as [UInt8], [] as [UInt8], 0), ([], [0], -1), ([0], [0, 0], -1), ([1], [0, 0], 1), ([0x7F], [0x80], -1),
            ([0xFF], [0xFE, 0xFF], 1), ([1, 2], [1, 2], 0),
        ] as [([UInt8], [UInt8], Int)]
    )
    func `bytes are unsigned and a prefix stands first`(left: [UInt8], right: [UInt8], order: Int) {
        #expect(left.compareBytes(with: right).signum() == order)
        #expect(right.compareBytes(with: left).signum() == -order)
    }

    @Test func `the bytes of a string are lent as they are`() {
        #expect("é\0".withBytes { Array($0) } == [0xC3, 0xA9, 0])
        #expect("".withBytes { $0.count } == 0)
    }
}
