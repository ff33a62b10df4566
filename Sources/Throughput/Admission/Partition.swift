// A partition: a range of keys that one server of the service would hold, with its own limits.

import ApusModel

/// One range of the keys of a table or an index.
struct Partition: Sendable {
    /// What a partition has seen of reads, or of writes.
    struct Lane: Sendable {
        var bucket: TokenBucket
        var heat = KeyHeat()
        /// In thousandths of a unit.
        var consumed = 0
        var throttledCount = 0
        /// Since when and until when it had to refuse, without a longer pause between.
        var refusals: ClosedRange<Timestamp>?
    }

    /// After so long without a refusal, a partition counts as cool again.
    private static let pauseMilliseconds: Int64 = 10_000

    /// Never given to another partition of the same table or index.
    let id: Int
    /// The least key; that of the next partition ends the range.
    var lowerBound: [UInt8]
    var lanes: ByDirection<Lane>

    init(id: Int, lowerBound: [UInt8], rules: ThroughputRules, at now: Timestamp) {
        self.id = id
        self.lowerBound = lowerBound
        func bucket(_ rate: Int) -> TokenBucket {
            TokenBucket(rate: rate, seconds: rules.shortBurstSeconds, at: now)
        }
        lanes = ByDirection(
            read: Lane(bucket: bucket(rules.partitionReadUnits)),
            write: Lane(bucket: bucket(rules.partitionWriteUnits))
        )
    }

    mutating func take(_ amount: Int, _ direction: ThrottlingReason.Direction, at place: KeyPlace, _ now: Timestamp) {
        lanes[direction].bucket.take(amount, at: now)
        lanes[direction].heat.note(amount, at: place, now)
        lanes[direction].consumed += amount
    }

    /// Notes that the partition has refused something. Answers whether it has been refusing for so long by now.
    mutating func noteRefusal(
        _ direction: ThrottlingReason.Direction,
        after seconds: Int,
        at now: Timestamp
    ) -> Bool {
        lanes[direction].throttledCount += 1
        let last = lanes[direction].refusals
        let isNew = last.map { now.milliseconds(since: $0.upperBound) > Self.pauseMilliseconds } ?? true
        let start = isNew ? now : min(last!.lowerBound, now)
        lanes[direction].refusals = start...max(now, start)
        return now.milliseconds(since: start) >= Int64(seconds) * 1_000
    }
}
