// Reads any number of items by their keys in batches, from any tables.

import ApusModel
import ApusWire

/// Reads items by their keys, several batches at a time, and accounts for each key.
///
/// Each table has a pace of its own, as with a `BatchWriter`. A key that is equal to one that is still held is read
/// once with it. Items come in no particular order. While found items are not taken, no more are asked for.
public struct BatchGetter: Sendable {
    private let service: any BatchService
    private let options: BatchGetOptions

    init(service: any BatchService, options: BatchGetOptions) {
        self.service = service
        self.options = options
    }

    /// A getter that reads through a client.
    public init(client: DynamoDBClient, options: BatchGetOptions = BatchGetOptions()) {
        self.init(service: ClientBatches(client), options: options)
    }

    /// The items of a sequence of keys, as they are found. Reading begins with the first loop over them.
    public func items<Keys: AsyncSequence & Sendable>(for keys: Keys) -> FoundItems where Keys.Element == BatchGetKey {
        FoundItems(reading: BatchReading(service: service, options: options)) { reading in
            do {
                for try await key in keys {
                    guard await reading.add(key) else { break }
                }
                await reading.end(sequenceError: nil)
            } catch {
                await reading.end(sequenceError: error)
            }
        }
    }

    /// The items of a list of keys, as they are found.
    public func items(for keys: [BatchGetKey]) -> FoundItems {
        FoundItems(reading: BatchReading(service: service, options: options)) { reading in
            for key in keys {
                guard await reading.add(key) else { break }
            }
            await reading.end(sequenceError: nil)
        }
    }
}

/// The items that a `BatchGetter` finds. They can be looped over once; a second loop goes on where the first one ended.
public struct FoundItems: AsyncSequence, Sendable {
    /// A found item and its table.
    public typealias Element = FoundItem
    /// Nothing is thrown: what could not be read stands in the outcome.
    public typealias Failure = Never

    private let reading: BatchReading
    private let feed: @Sendable (BatchReading) async -> Void

    init(reading: BatchReading, feed: @escaping @Sendable (BatchReading) async -> Void) {
        self.reading = reading
        self.feed = feed
    }

    /// What has become of the keys so far; of all of them, once the loop over the items has come to its end.
    public var outcome: BatchGetOutcome {
        get async { await reading.outcome }
    }

    /// Begins to read, if no loop has begun to.
    public func makeAsyncIterator() -> Iterator {
        Iterator(reading: reading, feed: feed)
    }

    /// Hands out the items one by one.
    public struct Iterator: AsyncIteratorProtocol {
        let reading: BatchReading
        let feed: @Sendable (BatchReading) async -> Void

        /// The next item, as soon as there is one; nil when all keys are accounted for.
        ///
        /// A cancelled task stops the reading: what is in flight is still waited for, and the other keys are left over.
        public mutating func next() async -> FoundItem? {
            await reading.begin(feed)
            return await reading.next()
        }

        /// The next item, for a caller that is isolated.
        public mutating func next(isolation actor: isolated (any Actor)?) async -> FoundItem? {
            await reading.begin(feed)
            return await reading.next()
        }
    }
}
