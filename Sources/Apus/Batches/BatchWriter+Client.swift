// Batch writers of a client.

import ApusModel

extension BatchWriter {
    /// A writer that writes through a client.
    ///
    /// - Parameters:
    ///   - client: what batches are sent through, and tables looked up.
    ///   - options: how it packs, paces and repeats.
    ///   - keys: the keys of tables that need not be looked up. Any other is looked up once, when the first change to
    ///     its table comes.
    ///   - onUnwritten: is handed each change that is not written, which the outcome then does not gather.
    ///   - onSettled: is told of each change and its fate, once. Both handlers are called one change at a time, in the
    ///     order in which fates are decided, ahead of the outcome. For changes to one key that is the order in which
    ///     they were given, but for refused ones, which are told at once. Handlers should return quickly.
    public init(
        client: DynamoDBClient,
        options: BatchWriteOptions = BatchWriteOptions(),
        keys: [String: KeySchema] = [:],
        onUnwritten: (@Sendable (UnwrittenChange<Origin>) -> Void)? = nil,
        onSettled: (@Sendable (BatchChange<Origin>, BatchFate) -> Void)? = nil
    ) {
        self.init(
            service: ClientBatches(client),
            options: options,
            keys: keys,
            onUnwritten: onUnwritten,
            onSettled: onSettled
        )
    }
}
