// Which stream is read, and from where on.

import ApusModel

/// A stream, or a table whose stream it is, and the checkpoints that tell where to go on.
struct StreamPlace: Sendable {
    enum Source: Sendable {
        case stream(String)
        case table(String)
    }

    /// A stream with its checkpoint, which knows no shard where the stream has none.
    struct Found: Sendable {
        let checkpoint: StreamCheckpoint
        let start: StreamStart
    }

    let source: Source
    /// Where to begin with a stream that has no checkpoint.
    let start: StreamStart
    let store: any CheckpointStore
    /// How long the list of streams may fail in a way that may pass.
    let patience: Duration

    /// A change that was made since a start of the service's clock shall not be lost if this machine's clock is ahead.
    static let clockMargin = Duration.seconds(300)

    func find(_ service: some StreamService) async throws(StreamReadError) -> Found {
        switch source {
        case .stream(let stream):
            let checkpoint = try await stored(stream)
            return found(stream, checkpoint, start, service)
        case .table(let table): return try await find(table, service)
        }
    }

    /// The stream of a table that is to be read: where an older one has a checkpoint and is not read to its end, it comes
    /// first; and one that follows a stream that was read is read from its beginning.
    private func find(_ table: String, _ service: some StreamService) async throws(StreamReadError) -> Found {
        var last: (stream: String, checkpoint: StreamCheckpoint?)?
        for stream in try await streams(of: table, service) {
            let checkpoint = try await stored(stream)
            let follows = last?.checkpoint != nil
            if checkpoint?.isEnded ?? !follows {
                last = (stream, checkpoint)
            } else {
                return found(stream, checkpoint, .oldest, service)
            }
        }
        guard let last else { throw .noStream(table: table) }
        return found(last.stream, last.checkpoint, start, service)
    }

    private func streams(
        of table: String,
        _ service: some StreamService
    ) async throws(StreamReadError) -> [String] {
        var trouble = Trouble()
        while true {
            do throws(CallError) {
                return try await service.streams(ofTable: table)
            } catch {
                if Task.isCancelled { throw .cancelled }
                guard error.isWorthRepeating, let wait = trouble.wait(at: service.pacing.moment, within: patience)
                else { throw .call(error) }
                await service.pacing.sleep(wait)
            }
        }
    }

    private func found(
        _ stream: String,
        _ checkpoint: StreamCheckpoint?,
        _ start: StreamStart,
        _ service: some StreamService
    ) -> Found {
        let time: Timestamp? =
            switch start {
            case .oldest: nil
            case .latest: service.time.advanced(by: .zero - Self.clockMargin)
            case .time(let date): Timestamp(date)
            }
        return Found(checkpoint: checkpoint ?? StreamCheckpoint(streamArn: stream, startTime: time), start: start)
    }

    // MARK: The store

    private func stored(_ stream: String) async throws(StreamReadError) -> StreamCheckpoint? {
        do {
            return try await store.checkpoint(ofStream: stream)
        } catch {
            throw Self.told(error)
        }
    }

    /// Answers why it could not, if that is so.
    func save(_ checkpoint: StreamCheckpoint) async -> StreamReadError? {
        do {
            try await store.save(checkpoint)
            return nil
        } catch {
            return Self.told(error)
        }
    }

    private static func told(_ error: any Error) -> StreamReadError {
        if case .checkpoint(let reason)? = error as? StreamReadError { return .checkpoint(reason) }
        return .checkpoint("\(error)")
    }
}
