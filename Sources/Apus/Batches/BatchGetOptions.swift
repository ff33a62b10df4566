// What may be chosen about batch reading, and what comes of it.

import ApusModel

/// How a `BatchGetter` packs, paces and repeats.
public struct BatchGetOptions: Sendable {
    /// How the items of one table are read.
    public struct Table: Sendable {
        /// The attributes that are wanted, by their whole names; nil for all. The key's attributes always come along.
        public var attributes: [String]?
        /// Whether each read sees every write that was answered before it, at twice the cost.
        public var isConsistent: Bool

        /// Reads whole items, or only some attributes of them.
        public init(attributes: [String]? = nil, isConsistent: Bool = false) {
            self.attributes = attributes
            self.isConsistent = isConsistent
        }
    }

    /// How tables are read that are to be read in their own way; the others are read whole and not consistently.
    public var tables: [String: Table] = [:]
    /// How many batches of one table may be under way at a time.
    public var batchesInFlight = 8
    /// The most read capacity units that are used of each table in a second; nil for as many as it bears.
    public var ceiling: Double?
    /// How many keys are held, and about how many found items wait to be taken, before no more are asked for.
    public var heldKeys = 5_000
    /// How long keys wait for others to fill their batch.
    public var linger = Duration.milliseconds(20)
    /// How long a key that came back waits before it is sent again.
    public var backoff = Backoff(base: .milliseconds(50), cap: .seconds(5))
    /// How often a key is sent before it is left over; nil for no limit.
    public var attemptsLimit: Int?
    /// How long keys are sent again while their table answers none at all; nil for no limit.
    public var giveUpTime: Duration? = .seconds(120)

    /// The defaults, which suit reading beside others.
    public init() {}

    var lane: LaneSettings {
        LaneSettings(
            entriesPerBatch: Limits.batchGetKeys,
            bytesPerBatch: Limits.requestBytes - 64 * 1_024,
            batchesInFlight: batchesInFlight,
            linger: linger,
            backoff: backoff,
            attemptsLimit: attemptsLimit,
            giveUpTime: giveUpTime,
            ceiling: ceiling
        )
    }
}

/// The key of an item that is to be read, and its table.
public struct BatchGetKey: Equatable, Sendable {
    /// The name of the table.
    public let table: String
    /// The key attributes and nothing else.
    public let key: Item

    /// A wish to read the item with this key.
    public init(_ key: Item, in table: String) {
        self.key = key
        self.table = table
    }
}

/// An item that was read, and its table.
public struct FoundItem: Equatable, Sendable {
    /// The name of the table.
    public let table: String
    /// The item, or the attributes of it that were asked for.
    public let item: Item
}

/// A key that was not read, and why.
public struct UnreadKey: Equatable, Sendable {
    /// The key and its table.
    public let key: BatchGetKey
    /// What the service or the getter says of it, in words.
    public let reason: String
    /// How often it was asked for.
    public let attempts: Int
}

/// What became of all keys: `found + missing.count + leftOver.count + repeated` is `accepted`.
public struct BatchGetOutcome: Sendable {
    /// How many keys were taken in.
    public internal(set) var accepted = 0
    /// How many items were found.
    public internal(set) var found = 0
    /// How many keys were equal to one that was still held, and so were not asked for on their own.
    public internal(set) var repeated = 0
    /// The keys that no item has.
    public internal(set) var missing: [BatchGetKey] = []
    /// The keys that were not read.
    public internal(set) var leftOver: [UnreadKey] = []
    /// The capacity units that the service says were used, by table.
    public internal(set) var consumedUnits: [String: Double] = [:]
    /// What the sequence of keys threw, if it did.
    public internal(set) var sequenceError: (any Error)?
}
