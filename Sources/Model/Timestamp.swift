// Points in time.

/// A point in time, to the millisecond, since the beginning of 1970 (UTC).
public struct Timestamp: Hashable, Comparable, Sendable {
    /// Milliseconds since the beginning of 1970.
    public let milliseconds: Int64

    /// The point in time so many milliseconds after the beginning of 1970.
    public init(milliseconds: Int64) {
        self.milliseconds = milliseconds
    }

    /// The times of the years 1970 to 9999, which every form of dates can write.
    package static let writable = Timestamp(milliseconds: 0)...Timestamp(milliseconds: 253_402_300_799_999)

    /// Seconds with a fraction: the form of times in the API's answers.
    package var seconds: Double { Double(milliseconds) / 1_000 }

    package func advanced(by duration: Duration) -> Timestamp {
        let (seconds, attoseconds) = duration.components
        return Timestamp(milliseconds: milliseconds + seconds * 1_000 + attoseconds / 1_000_000_000_000_000)
    }

    /// How long after an earlier point in time this one is; negative where it is the earlier one.
    package func milliseconds(since earlier: Timestamp) -> Int64 {
        milliseconds - earlier.milliseconds
    }

    /// Whether the left time is the earlier one.
    public static func < (left: Timestamp, right: Timestamp) -> Bool {
        left.milliseconds < right.milliseconds
    }
}
