// The number of a change in the log: when it was made, and in which order.

import ApusModel

/// The number of a change, or a place between changes. Those of one store grow in the order of its commits.
package struct SequenceNumber: Hashable, Comparable, Sendable {
    /// Hybrid logical time, as in stamps.
    package let value: UInt64

    init(value: UInt64) {
        self.value = value
    }

    init(_ stamp: WriteStamp) {
        value = stamp.value
    }

    /// The least number of a millisecond.
    package init(firstAt time: Timestamp) {
        value = UInt64(max(0, time.milliseconds)) << 16
    }

    package var time: Timestamp { Timestamp(milliseconds: Int64(value >> 16)) }

    /// The least number that is greater.
    package var next: SequenceNumber { SequenceNumber(value: value + 1) }

    package static func < (left: SequenceNumber, right: SequenceNumber) -> Bool {
        left.value < right.value
    }

    // MARK: Text

    // The service's have 21 digits at least, one more than the greatest value has.
    private static let prefix = "1"
    private static let digitCount = 20

    /// The digits that the API shows. They grow as the numbers do, read as numbers and as texts.
    package var text: String {
        let digits = String(value)
        return Self.prefix + String(repeating: "0", count: Self.digitCount - digits.count) + digits
    }

    /// Reads what the API shows; nil for anything else.
    package init?(text: String) {
        guard text.utf8.count == Self.prefix.count + Self.digitCount, text.hasPrefix(Self.prefix),
            text.utf8.allSatisfy({ $0 &- UInt8(ascii: "0") < 10 }),
            let value = UInt64(text.dropFirst(Self.prefix.count))
        else { return nil }
        self.value = value
    }
}
