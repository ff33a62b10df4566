// The rules by which a test has its server make faults.

import ApusModel

/// A fault to make on purpose: what happens, to which requests, and when.
///
/// ```swift
/// FaultRule(.unprocessed(2), on: ["BatchWriteItem"], table: "Birds", next: 1)
/// FaultRule(.drop(.after), on: ["PutItem"], every: 3)
/// FaultRule(.throttle(.tableWrites), probability: 0.2)
/// ```
public struct FaultRule: Equatable, Sendable {
    /// What happens.
    public var effect: Effect
    /// The rule's own name, of letters, digits, `_`, `-` and `.`: chance follows from it and the seed. One without a name
    /// is called `fault-1` and so on.
    public var name: String?
    /// The operations that the rule meets, as the API names them; none for all.
    public var operations: Set<String>
    /// The table that a request must be about; nil for any.
    public var table: String?
    /// The index that a request must be about; nil for any.
    public var index: String?
    /// Attributes that the key or the item of a request must have, with equal values.
    public var key: Item
    /// The id of the access key that a request must be signed with; nil for any.
    public var caller: String?
    /// The rule strikes so often and is then spent; nil for no end.
    public var next: Int?
    /// Of the requests that it meets, the rule strikes each of this number: with 3 the third, the sixth and so on.
    public var every: Int?
    /// How likely it is that the rule strikes, from 0 to 1; nil for always.
    public var probability: Double?
    /// How long after it was added the rule begins to strike, by the server's clock; nil for at once.
    public var from: Duration?
    /// How long after it was added the rule ends to strike, by the server's clock; nil for never.
    public var until: Duration?

    /// A rule that strikes every request, but for what is asked of the request and of the moment: all must hold.
    public init(
        _ effect: Effect,
        named name: String? = nil,
        on operations: Set<String> = [],
        table: String? = nil,
        index: String? = nil,
        key: Item = [:],
        caller: String? = nil,
        next: Int? = nil,
        every: Int? = nil,
        probability: Double? = nil,
        from: Duration? = nil,
        until: Duration? = nil
    ) {
        self.effect = effect
        self.name = name
        self.operations = operations
        self.table = table
        self.index = index
        self.key = key
        self.caller = caller
        self.next = next
        self.every = every
        self.probability = probability
        self.from = from
        self.until = until
    }
}

extension FaultRule {
    /// What a fault does.
    public enum Effect: Equatable, Sendable {
        /// Refuses the request for want of throughput. Of a batch, each entry is met by itself and handed back.
        case throttle(Throughput, for: Shortage = .provisioned)
        /// Hands back the last entries of a batch that the rule meets, as many as said or as there are.
        case unprocessed(Int)
        /// Refuses the write, or this entry of a batch or a transaction, as one that meets an unfinished transaction.
        case conflict
        /// Holds the items of a transaction for so long, of an hour at most by the server's clock, before it takes
        /// effect.
        case hold(Duration)
        /// Lets the request wait for at most an hour, by the machine's clock.
        case delay(Duration)
        /// Lets requests wait for times with a long tail: half of them at most the median, all but one in a hundred at
        /// most the other figure.
        case longTailDelay(median: Duration, percentile99: Duration)
        /// Answers InternalServerError.
        case internalError(Phase)
        /// Closes the connection without an answer.
        case drop(Phase)
        /// Sends half of the answer and closes the connection.
        case halfReply
        /// Sends an answer whose checksum is wrong.
        case wrongChecksum
        /// Lets an eventually consistent read see the state of so long ago, of an hour at most.
        case stale(Duration)
    }

    /// Whether a request has taken effect when it fails.
    public enum Phase: Equatable, Sendable, CaseIterable {
        /// It has not, and never will.
        case before
        /// It has, but the caller is not told.
        case after
    }

    /// Of what a request is said to have wanted too much.
    public enum Throughput: Equatable, Sendable, CaseIterable {
        /// Reads of the table.
        case tableReads
        /// Writes of the table.
        case tableWrites
        /// Reads of a global index.
        case indexReads
        /// Writes of a global index.
        case indexWrites
    }

    /// What is said to be used up.
    public enum Shortage: Equatable, Sendable, CaseIterable {
        /// What is provisioned for the table or index.
        case provisioned
        /// What one partition can do.
        case keyRange
        /// What the account may use.
        case accountLimit
        /// What is configured as the most to use on demand.
        case onDemandMaximum
    }
}
