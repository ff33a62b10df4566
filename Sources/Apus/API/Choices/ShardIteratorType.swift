// The choices of ShardIteratorType in the API. Written by script/generate-api.

/// Where in a shard an iterator begins.
public struct ShardIteratorType: APIChoice {
    /// The value as the API has it.
    public let rawValue: String

    /// Takes any value: the service may know more than the library.
    public init(rawValue: String) {
        self.rawValue = rawValue
    }

    /// At the oldest record that is still there.
    public static let trimHorizon = ShardIteratorType(rawValue: "TRIM_HORIZON")
    /// Behind the newest record: only what comes from now on is read.
    public static let latest = ShardIteratorType(rawValue: "LATEST")
    /// At a record.
    public static let atSequenceNumber = ShardIteratorType(rawValue: "AT_SEQUENCE_NUMBER")
    /// Right after a record.
    public static let afterSequenceNumber = ShardIteratorType(rawValue: "AFTER_SEQUENCE_NUMBER")
    /// At the first record that is no older than a time.
    public static let atTimestamp = ShardIteratorType(rawValue: "AT_TIMESTAMP")
}

extension ShardIteratorType: WrittenShape, ReadShape {}
