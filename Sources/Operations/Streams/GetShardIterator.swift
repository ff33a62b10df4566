// GetShardIterator: gives a place in a shard, from which its records can be read.

import ApusDatabase
import ApusModel
import ApusWire

enum GetShardIterator: Operation {
    static let name = OperationName.getShardIterator

    static func run(
        _ request: GetShardIteratorRequest,
        in context: RequestContext,
        answer: @escaping @Sendable (Result<GetShardIteratorResponse, any Error>) -> Void
    ) throws(ServiceError) {
        let start = try ShardStart(request)
        let stream = try context.stream(request.streamArn ?? "")
        context.database.currentState(of: stream, completingOn: context.executor) { result in
            answer(
                result.flatMap { stream in
                    Result { try iterator(at: start, of: request, in: stream, context) }
                }
            )
        }
    }

    private static func iterator(
        at start: ShardStart,
        of request: GetShardIteratorRequest,
        in stream: Stream,
        _ context: RequestContext
    ) throws(ServiceError) -> GetShardIteratorResponse {
        let now = context.database.clock.now
        guard let shard = stream.shard(request.shardID ?? "", at: now) else { throw .shardNotFound }
        let position = try start.position(in: shard, next: context.database.nextSequenceNumber, at: now)
        let iterator = ShardIterator(
            streamArn: context.arn(of: stream),
            shardNumber: shard.id.number,
            position: position,
            issueTime: now
        )
        return GetShardIteratorResponse(shardIterator: iterator.text)
    }
}

/// Where in a shard a client wants to begin.
enum ShardStart {
    case trimHorizon
    case latest
    case at(SequenceNumber)
    case after(SequenceNumber)
    case time(Timestamp)

    fileprivate init(_ request: GetShardIteratorRequest) throws(ServiceError) {
        switch request.type!.value! {
        case .trimHorizon: self = .trimHorizon
        case .latest: self = .latest
        case .atSequenceNumber: self = .at(try request.checkedSequenceNumber())
        case .afterSequenceNumber: self = .after(try request.checkedSequenceNumber())
        case .atTimestamp:
            guard let timestamp = request.timestamp else {
                throw .validation("Timestamp is required for the ShardIteratorType AT_TIMESTAMP")
            }
            self = .time(timestamp)
        }
    }

    /// The least number that the first record may have.
    ///
    /// - Parameter next: a number that no change has yet.
    func position(in shard: Shard, next: SequenceNumber, at now: Timestamp) throws(ServiceError) -> SequenceNumber {
        let oldest = max(shard.startingNumber, Stream.horizon(at: now))
        switch self {
        case .trimHorizon: return oldest
        case .latest: return next
        case .at(let number):
            try requirePlace(number, in: shard, next: next, at: now)
            return number
        case .after(let number):
            try requirePlace(number, in: shard, next: next, at: now)
            return number.next
        case .time(let time):
            guard time <= now else { throw .validation("The Timestamp must not be in the future") }
            return max(oldest, SequenceNumber(firstAt: time))
        }
    }

    private func requirePlace(
        _ number: SequenceNumber,
        in shard: Shard,
        next: SequenceNumber,
        at now: Timestamp
    ) throws(ServiceError) {
        guard number >= Stream.horizon(at: now) else { throw .trimmed }
        guard number >= shard.startingNumber, number <= shard.endingNumber ?? next else {
            throw .validation("The SequenceNumber \(number.text) does not belong to the shard \(shard.id.text)")
        }
    }
}

extension GetShardIteratorRequest {
    fileprivate func checkedSequenceNumber() throws(ServiceError) -> SequenceNumber {
        guard let sequenceNumber else {
            throw .validation("SequenceNumber is required for the ShardIteratorType \(type?.text ?? "")")
        }
        guard let number = SequenceNumber(text: sequenceNumber) else {
            throw .validation("Invalid SequenceNumber: \(sequenceNumber)")
        }
        return number
    }
}
