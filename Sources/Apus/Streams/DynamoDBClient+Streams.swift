// The changes of the tables of a client.

extension DynamoDBClient {
    /// The changes of a table's items, out of its stream.
    ///
    /// Of several streams it is the newest; but where an older one has a checkpoint and is not processed to its end, that
    /// one, and what follows it from its beginning. So a stream that was disabled and enabled again loses nothing, if it
    /// is read again within a day.
    ///
    /// - Parameters:
    ///   - table: the name of the table, which may be gone already.
    ///   - start: where to begin without a checkpoint.
    ///   - checkpoints: where the progress is kept. In memory it is lost with the process.
    ///   - options: how the stream is read.
    public func changes(
        ofTable table: String,
        from start: StreamStart = .oldest,
        checkpoints: any CheckpointStore = MemoryCheckpoints(),
        options: StreamReadOptions = StreamReadOptions()
    ) -> ChangeStream {
        changes(.table(table), start, checkpoints, options)
    }

    /// The changes that a stream holds.
    ///
    /// - Parameters:
    ///   - arn: the ARN of the stream.
    ///   - start: where to begin without a checkpoint.
    ///   - checkpoints: where the progress is kept. In memory it is lost with the process.
    ///   - options: how the stream is read.
    public func changes(
        ofStream arn: String,
        from start: StreamStart = .oldest,
        checkpoints: any CheckpointStore = MemoryCheckpoints(),
        options: StreamReadOptions = StreamReadOptions()
    ) -> ChangeStream {
        changes(.stream(arn), start, checkpoints, options)
    }

    private func changes(
        _ source: StreamPlace.Source,
        _ start: StreamStart,
        _ store: any CheckpointStore,
        _ options: StreamReadOptions
    ) -> ChangeStream {
        let place = StreamPlace(source: source, start: start, store: store, patience: options.patience)
        return ChangeStream(
            reading: StreamReading(
                service: ClientStreams(self),
                place: place,
                options: options,
                logger: configuration.logger
            )
        )
    }
}
