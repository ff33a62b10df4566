// Every limit of the service that apus keeps to, in one place.

/// The service's limits. Sizes are in bytes, counts are counts.
package enum Limits {
    // Names
    package static let nameLength = 3...255
    /// The data plane takes an ARN where a name stands, hence the longer limit there.
    package static let tableArnLength = 1...1024
    package static let keyAttributeNameBytes = 1...255
    package static let attributeNameBytes = 1...65_535
    package static let placeholderBytes = 1...255

    // Keys, items, values
    package static let partitionKeyBytes = 2_048
    package static let sortKeyBytes = 1_024
    package static let itemBytes = 409_600
    /// Lists and maps on the deepest path of an item. Where the service starts to count is not published.
    package static let nestingLevels = 32
    package static let numberDigits = 38
    /// The power of ten of a number's first digit.
    package static let numberMagnitude = -130...125

    // Expressions
    package static let expressionBytes = 4_096
    /// All names and values of one request together.
    package static let placeholdersBytes = 2 * 1_048_576
    package static let expressionOperators = 300
    package static let inOperands = 100
    package static let pathElements = 32
    /// Conditions and values of one legacy parameter together, or its attributes. Those of the service are not
    /// published; an expression has room for less.
    package static let legacyOperands = 2_000
    package static let listIndex = 0...2_147_483_647

    // Statements
    package static let statementBytes = 1...8_192
    package static let nextTokenLength = 1...32_768
    package static let batchStatements = 1...25
    /// The partition key values that a SELECT may name, by IN or OR, to have them queried in turn.
    package static let queriedPartitions = 50

    // Requests
    package static let requestBytes = 16 * 1_048_576
    package static let headerBytes = 16 * 1_024
    package static let batchWriteEntries = 25
    package static let batchGetKeys = 100
    package static let batchGetBytes = 16 * 1_048_576
    package static let transactionActions = 1...100
    /// All items of one transaction together.
    package static let transactionBytes = 4 * 1_048_576
    package static let requestTokenLength = 1...36
    /// How long a request token counts after its transaction has come to its end.
    package static let requestTokenLifetime = Duration.seconds(600)
    package static let pageBytes = 1_048_576
    package static let segments = 1...1_000_000
    package static let listTablesNames = 1...100

    // Tables and indexes
    package static let tablesPerRegion = 2_500
    package static let keySchemaElements = 1...2
    /// Partition and sort key attributes of a global secondary index together.
    package static let globalIndexKeyElements = 1...8
    /// Partition key attributes of a global secondary index, and its sort key attributes.
    package static let globalIndexKeyParts = 4
    package static let globalIndexes = 20
    package static let localIndexes = 5
    package static let nonKeyAttributes = 1...20
    /// All attributes that the indexes of a table include, one that two indexes include counted twice.
    package static let includedAttributes = 100
    /// The numbers that stored keys tell indexes apart by.
    package static let indexIDs: ClosedRange<UInt8> = 1...254
    /// All items of one partition key value and their entries in local indexes, in a table with such indexes.
    package static let itemCollectionBytes = 10 * 1_073_741_824
    /// How long deletion protection stays as it was switched, at least.
    package static let deletionProtectionInterval = Duration.milliseconds(15_000)
    /// How long time to live stays as it was switched, at least. The manual says an hour; half of one was observed.
    package static let expiryChangeInterval = Duration.seconds(1_800)
    /// How long an item may have expired to be removed still: 5 years of 365 days.
    package static let expiredAtMost = Duration.seconds(5 * 365 * 86_400)
    package static let expiryAttributeNameLength = 1...255
    package static let resourceArnLength = 1...1_283
    /// The name of a key of the key management service: its id, an alias or an ARN.
    package static let keyNameLength = 1...2_048
    package static let tags = 50
    package static let tagKeyLength = 1...128
    package static let tagValueLength = 0...256
    package static let tagsPerPage = 10

    // Streams
    /// How long a change can be read in a stream, and how long a stream outlives its end.
    package static let streamRetention = Duration.seconds(24 * 3_600)
    /// After so long an open shard is closed, and another one takes its place.
    package static let shardLife = Duration.seconds(4 * 3_600)
    package static let shardIteratorLife = Duration.seconds(15 * 60)
    package static let streamArnLength = 37...1_024
    package static let shardIDLength = 28...65
    package static let shardIteratorLength = 1...2_048
    package static let sequenceNumberLength = 21...40
    /// How many streams or shards one answer lists at most.
    package static let streamsPerPage = 1...100
    package static let recordsPerPage = 1...1_000
    package static let recordPageBytes = 1_048_576

    // Throughput
    package static let tableReadUnits = 40_000
    package static let tableWriteUnits = 40_000
    package static let accountReadUnits = 80_000
    package static let accountWriteUnits = 80_000
    /// What a new on-demand table serves at once, in units per second.
    package static let onDemandReadUnits = 12_000
    package static let onDemandWriteUnits = 4_000
    /// Decreases of provisioned throughput on one day (UTC) that need no hour between them.
    package static let freeDecreases = 4
    package static let decreaseInterval = Duration.seconds(3_600)
    package static let readUnitBytes = 4_096
    package static let writeUnitBytes = 1_024
}
