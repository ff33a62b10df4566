// The places of records in their shard.

/// A sequence number: decimal digits of any length.
struct SequenceNumber: Comparable, Hashable, Sendable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    static func < (left: SequenceNumber, right: SequenceNumber) -> Bool {
        let (left, right) = (left.text.drop { $0 == "0" }, right.text.drop { $0 == "0" })
        // Of two whole numbers the one with more digits is the larger.
        return left.utf8.count == right.utf8.count ? left < right : left.utf8.count < right.utf8.count
    }
}
