// A place in a shard, as the client is given it.

import ApusDatabase
import ApusModel

/// Where reading a shard goes on. Its text is the ARN of the stream, and the rest sealed.
struct ShardIterator {
    let streamArn: String
    let shardNumber: UInt32
    /// The least number that the next record may have.
    let position: SequenceNumber
    let issueTime: Timestamp

    private static let separator = "|1|"

    init(streamArn: String, shardNumber: UInt32, position: SequenceNumber, issueTime: Timestamp) {
        self.streamArn = streamArn
        self.shardNumber = shardNumber
        self.position = position
        self.issueTime = issueTime
    }

    var text: String {
        var bytes: [UInt8] = []
        Swift.withUnsafeBytes(of: shardNumber.bigEndian) { bytes.append(contentsOf: $0) }
        Swift.withUnsafeBytes(of: issueTime.milliseconds.bigEndian) { bytes.append(contentsOf: $0) }
        bytes.append(contentsOf: position.text.utf8)
        return streamArn + Self.separator + SealedText.seal(bytes, for: Self.purpose(streamArn))
    }

    /// - Throws: a `ValidationException` for a text that was not given out.
    init(_ text: String) throws(ServiceError) {
        guard let separator = text.lastRange(of: Self.separator) else { throw .invalidShardIterator }
        streamArn = String(text[..<separator.lowerBound])
        guard let bytes = SealedText.open(String(text[separator.upperBound...]), for: Self.purpose(streamArn)),
            bytes.count > 12,
            let position = SequenceNumber(text: String(decoding: bytes[12...], as: UTF8.self))
        else { throw .invalidShardIterator }
        shardNumber = bytes[..<4].reduce(0) { $0 << 8 | UInt32($1) }
        issueTime = Timestamp(milliseconds: bytes[4..<12].reduce(0) { $0 << 8 | Int64($1) })
        self.position = position
    }

    private static func purpose(_ streamArn: String) -> Fingerprint {
        var purpose = Fingerprint()
        purpose.add(streamArn)
        return purpose
    }

    /// - Throws: an `ExpiredIteratorException` once it is too old.
    func requireAge(at now: Timestamp) throws(ServiceError) {
        guard now > issueTime.advanced(by: Limits.shardIteratorLife) else { return }
        throw ServiceError(.expiredIterator, "The provided iterator exceeds the maximum age allowed.")
    }
}

extension String {
    fileprivate func lastRange(of text: String) -> Range<String.Index>? {
        ranges(of: text).last
    }
}

extension ServiceError {
    fileprivate static let invalidShardIterator = ServiceError.validation("Invalid ShardIterator")

    static let shardNotFound = ServiceError(
        .resourceNotFound,
        "Requested resource not found: Shard does not exist"
    )
}
